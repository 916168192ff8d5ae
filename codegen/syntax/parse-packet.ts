// A packet: its id, the clauses that say who sends it where and how much of it, and its fields.

import { nameHint } from '../text/nearest-name.js';
import { parseBlock, parseField } from './parse-block.js';
import { parseAtom, parseExpression } from './parse-expression.js';
import type { Name, PacketSyntax } from './syntax-tree.js';
import type { TokenCursor } from './token-cursor.js';

/** Each at most once, in any order. */
export const packetClauses = ['from', 'on', 'internal', 'state', 'rate', 'burst', 'max', 'padded', 'stored'];

type PacketBase = Pick<PacketSyntax, 'name' | 'doc' | 'source'>;
type PacketClauses = {
  -readonly [
    K in 'from' | 'channel' | 'state' | 'rate' | 'burst' | 'max' | 'padded' | 'stored'
  ]: PacketSyntax[K];
};

export function parsePacket(cursor: TokenCursor, base: PacketBase): PacketSyntax {
  cursor.symbol('=', `before the packet's id, as in 'packet ${base.name.text} = 0x10'`);
  const id = parseExpression(cursor, "the packet's id");
  const clauses: PacketClauses = {
    from: undefined,
    channel: undefined,
    state: undefined,
    rate: undefined,
    burst: undefined,
    max: undefined,
    padded: undefined,
    stored: undefined,
  };
  let internal = false;
  const seen = new Set<string>();
  while (cursor.next.kind === 'word') {
    const clause = cursor.word('a clause');
    if (seen.has(clause.text)) cursor.fail(`'${clause.text}' stands twice`, undefined, clause.span);
    seen.add(clause.text);
    if (clause.text === 'internal') internal = true;
    else parseClause(cursor, clause, clauses);
  }
  const fields = parseBlock(cursor, parseField);
  return { kind: 'packet', ...base, id, internal, ...clauses, fields };
}

function parseClause(cursor: TokenCursor, clause: Name, clauses: PacketClauses): void {
  switch (clause.text) {
    case 'from':
      clauses.from = cursor.word('who sends it', 'client, server or both');
      return;
    case 'on':
      clauses.channel = cursor.word('a channel', 'handshake, unreliable, sequenced or reliable');
      return;
    case 'state':
      clauses.state = cursor.word('a state of the session', 'connected or playing');
      return;
    case 'rate':
      clauses.rate = parseAtom(cursor, 'packets a second');
      cursor.symbol('/', "in the rate, as in 'rate 10/s'");
      if (!cursor.takeWordIf('s'))
        cursor.fail("a rate is counted per second: expected 's'", "as in 'rate 10/s'");
      return;
    case 'burst':
      clauses.burst = parseAtom(cursor, 'the burst');
      return;
    case 'max':
      clauses.max = parseExpression(cursor, 'the most bytes');
      return;
    case 'padded':
      clauses.padded = parseExpression(cursor, 'the padded size in bytes');
      return;
    case 'stored':
      clauses.stored = cursor.text("the table's name", 'as in stored "characters"');
      return;
    default:
      cursor.fail(
        `'${clause.text}' is no clause of a packet`,
        nameHint(clause.text, packetClauses),
        clause.span,
      );
  }
}
