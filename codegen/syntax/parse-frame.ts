// A frame: which record of everybody and which packet of one's own it holds, who is in it, and columns of its own.

import { endOfEntry, parseBlock } from './parse-block.js';
import { parseSource } from './parse-source.js';
import { parseType } from './parse-type.js';
import type { FrameFieldSyntax, FrameSyntax, Name } from './syntax-tree.js';
import { describeToken } from './token.js';
import type { TokenCursor } from './token-cursor.js';

const example = 'as in frame World of EntityState in Snapshot every transform own player { … }';

export function parseFrame(
  cursor: TokenCursor,
  base: Pick<FrameSyntax, 'name' | 'doc' | 'source'>,
): FrameSyntax {
  const clause = (word: string): void => {
    if (!cursor.takeWordIf(word)) {
      cursor.fail(
        `expected '${word}' in the head of the frame, found ${describeToken(cursor.next)}`,
        example,
      );
    }
  };
  clause('of');
  const record = cursor.word('the name of a record', example);
  clause('in');
  const packet = cursor.word('the name of a packet', example);
  clause('every');
  const every = parseComponents(cursor);
  clause('own');
  const own = parseComponents(cursor);
  return { kind: 'frame', ...base, record, packet, every, own, fields: parseBlock(cursor, parseFrameField) };
}

function parseComponents(cursor: TokenCursor): Name[] {
  const names: Name[] = [];
  do names.push(cursor.word('the name of a component'));
  while (cursor.takeSymbolIf(','));
  return names;
}

function parseFrameField(cursor: TokenCursor, doc: string): FrameFieldSyntax {
  const name = cursor.word("a column's name or '}'");
  cursor.symbol(':', `between the column '${name.text}' and its type`);
  const type = parseType(cursor);
  const from = cursor.takeWordIf('from') ? parseSource(cursor) : undefined;
  const dates = cursor.takeWordIf('dates') ? cursor.word('the group that changes with it') : undefined;
  endOfEntry(cursor, name);
  return { name, type, from, dates, doc };
}
