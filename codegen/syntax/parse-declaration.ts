// One declaration of a schema file. A wrong line inside braces is reported and skipped; the rest of the block is still read.

import { nameHint } from '../text/nearest-name.js';
import { endOfEntry, parseBlock, parseField } from './parse-block.js';
import { parseChoice, parseContent } from './parse-content.js';
import { parseFact } from './parse-fact.js';
import { parseFrame } from './parse-frame.js';
import { parseSource } from './parse-source.js';
import { parseExpression, parseRange } from './parse-expression.js';
import { parseReserved } from './parse-notes.js';
import { parsePacket } from './parse-packet.js';
import {
  declarationKinds,
  type BitFieldSyntax,
  type CaseSyntax,
  type DeclarationSyntax,
  type GroupSyntax,
  type MemberSyntax,
  type ReservedSyntax,
} from './syntax-tree.js';
import { describeToken } from './token.js';
import type { TokenCursor } from './token-cursor.js';

export function parseDeclaration(cursor: TokenCursor, doc: string): DeclarationSyntax {
  const source = cursor.source;
  const keyword = cursor.word('a declaration', `one of ${declarationKinds.join(', ')}`);
  const kind = declarationKinds.find((candidate) => candidate === keyword.text);
  if (kind === undefined) {
    cursor.fail(
      `'${keyword.text}' does not start a declaration`,
      nameHint(keyword.text, declarationKinds),
      keyword.span,
    );
  }
  const name = cursor.word(`the name of the ${kind}`);
  const base = { name, doc, source };
  switch (kind) {
    case 'const':
      cursor.symbol('=', "after the constant's name");
      return { kind, ...base, value: parseExpression(cursor, "the constant's value") };
    case 'enum':
    case 'flags': {
      cursor.symbol(':', `after the name, as in '${kind} ${name.text} : u8'`);
      const width = cursor.word('u8, u16 or u32');
      const entries = parseBlock(cursor, parseMember);
      const members = entries.filter((entry) => entry.kind === 'member');
      const reserved = entries.filter((entry) => entry.kind === 'reserved');
      return { kind, ...base, base: width, members, reserved };
    }
    case 'bits': {
      cursor.symbol(':', `after the name, as in 'bits ${name.text} : u16'`);
      const width = cursor.word('u8, u16 or u32');
      return { kind, ...base, base: width, fields: parseBlock(cursor, parseBitField) };
    }
    case 'union':
      return { kind, ...base, cases: parseBlock(cursor, parseCase) };
    case 'struct':
      return { kind, ...base, fields: parseBlock(cursor, parseField) };
    case 'record': {
      const { span } = cursor.next;
      const delta = cursor.takeWordIf('delta') ? span : undefined;
      return { kind, ...base, delta, groups: parseBlock(cursor, parseGroup) };
    }
    case 'content':
      return parseContent(cursor, base);
    case 'choice':
      return parseChoice(cursor, base);
    case 'fact':
      return parseFact(cursor, base);
    case 'frame':
      return parseFrame(cursor, base);
    case 'packet':
      return parsePacket(cursor, base);
  }
}

function parseMember(cursor: TokenCursor, doc: string): MemberSyntax | ReservedSyntax {
  const name = cursor.word("a member's name or '}'");
  if (name.text === 'reserved' && !cursor.isSymbol('=')) {
    const reserved = parseReserved(cursor);
    endOfEntry(cursor, name);
    return reserved;
  }
  cursor.symbol('=', `after '${name.text}': every member states its number`);
  const value = parseExpression(cursor, "the member's number");
  endOfEntry(cursor, name);
  return { kind: 'member', name, value, doc };
}

function parseBitField(cursor: TokenCursor, doc: string): BitFieldSyntax {
  const name = cursor.word("a field's name or '}'");
  cursor.symbol(':', `between the field '${name.text}' and its width`);
  if (cursor.takeWordIf('bool')) {
    endOfEntry(cursor, name);
    return { name, width: undefined, range: undefined, type: undefined, doc };
  }
  const hint = 'as in armed: bool, ammo: 5 bits, level: 4 bits(1 .. 12), pose: 3 bits Pose';
  if (cursor.wordFollows)
    cursor.fail(`expected 'bool' or a number of bits, found '${cursor.next.text}'`, hint);
  const width = parseExpression(cursor, 'bool or a number of bits');
  if (!cursor.takeWordIf('bits') && !cursor.takeWordIf('bit')) {
    cursor.fail(`expected 'bits' after the number, found ${describeToken(cursor.next)}`, hint);
  }
  const range = cursor.takeSymbolIf('(') ? parseRange(cursor) : undefined;
  if (range !== undefined) cursor.symbol(')', 'after the range');
  const type = range === undefined && cursor.wordFollows ? cursor.word('an enum') : undefined;
  endOfEntry(cursor, name);
  return { name, width, range, type, doc };
}

function parseCase(cursor: TokenCursor, doc: string): CaseSyntax {
  const name = cursor.word("a case's name or '}'");
  cursor.symbol('=', `after '${name.text}': every case states its tag, as in '${name.text} = 1: Struct'`);
  const tag = parseExpression(cursor, "the case's tag");
  const type = cursor.takeSymbolIf(':') ? cursor.word('the name of a struct') : undefined;
  endOfEntry(cursor, name);
  return { name, tag, type, doc };
}

function parseGroup(cursor: TokenCursor, doc: string): GroupSyntax {
  if (!cursor.takeWordIf('group')) {
    cursor.fail(
      `expected 'group' or '}', found ${describeToken(cursor.next)}`,
      "a record's fields stand in groups",
    );
  }
  const name = cursor.word("the group's name");
  const priority = cursor.takeWordIf('priority') ? cursor.word('a priority', 'low or normal') : undefined;
  const stamp = cursor.takeWordIf('stamp') ? parseSource(cursor) : undefined;
  return { name, doc, priority, stamp, fields: parseBlock(cursor, parseField) };
}
