// A fact: `fact Struck = 1 told subject, seeing durable { … }`, its numbers by the names of their roles.

import { nameHint } from '../text/nearest-name.js';
import { endOfEntry, parseBlock } from './parse-block.js';
import { parseExpression } from './parse-expression.js';
import type { FactFieldSyntax, FactSyntax, Name } from './syntax-tree.js';
import type { TokenCursor } from './token-cursor.js';

/** Each at most once, in any order. */
export const factClauses = ['told', 'durable', 'words'];

type FactBase = Pick<FactSyntax, 'name' | 'doc' | 'source'>;

export function parseFact(cursor: TokenCursor, base: FactBase): FactSyntax {
  cursor.symbol('=', `before the fact's number, as in 'fact ${base.name.text} = 1'`);
  const number = parseExpression(cursor, "the fact's number");
  let told: Name[] | undefined;
  let durable = false;
  let words = false;
  const seen = new Set<string>();
  while (cursor.next.kind === 'word') {
    const clause = cursor.word('a clause');
    if (seen.has(clause.text)) cursor.fail(`'${clause.text}' stands twice`, undefined, clause.span);
    seen.add(clause.text);
    if (clause.text === 'told') told = parseTold(cursor);
    else if (clause.text === 'durable') durable = true;
    else if (clause.text === 'words') words = true;
    else {
      const hint = nameHint(clause.text, factClauses);
      cursor.fail(`'${clause.text}' is no clause of a fact`, hint, clause.span);
    }
  }
  return { kind: 'fact', ...base, number, told, durable, words, fields: parseBlock(cursor, parseFactField) };
}

function parseTold(cursor: TokenCursor): Name[] {
  const told: Name[] = [];
  do told.push(cursor.word('who is told', 'actor, subject, seeing, party, map, operators or nobody'));
  while (cursor.takeSymbolIf(','));
  return told;
}

function parseFactField(cursor: TokenCursor, doc: string): FactFieldSyntax {
  const role = cursor.word("a number's role or '}'");
  const type = cursor.takeSymbolIf(':') ? cursor.word('the name of an enum') : undefined;
  endOfEntry(cursor, role);
  return { role, type, doc };
}
