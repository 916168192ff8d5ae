// Generated from test/codegen/facts/happenings.tos by `npm run codegen`; changes here are lost.
// Durable facts as the bytes of a journal. Layouts are permanent: `npm run codegen -- check` refuses others.

import {
  putU16,
  putU32,
  putF32,
  putF64,
  u16At,
  u32At,
  f32At,
  f64At,
} from '#domain/vocabulary/bytes/little-endian.js';
import { putText, endOfText, textAt } from '#domain/vocabulary/bytes/length-prefixed-text.js';
import { FactKind, type FactColumns } from './facts.js';

/** Rows of facts, and what was said in those that have words. */
export interface WordedFacts extends FactColumns {
  readonly text: (string | undefined)[];
}

/** Bytes of the longest fact, without words. */
export const factSizeMax = 28;

/**
 * Writes a durable fact and returns the next free byte, or -1 when there is no room for it. Allocates nothing. Throws for a
 * fact that is not durable.
 */
export function encodeFact(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  switch (facts.kind[row]) {
    case FactKind.wrote:
      return putWrote(facts, row, out, at);
    case FactKind.measured:
      return putMeasured(facts, row, out, at);
    default:
      throw new Error(`a fact of kind ${facts.kind[row]} is not durable and has no bytes`);
  }
}

/**
 * Reads the fact at `at` into a row and returns where the next one begins, or -1 for a kind that is unknown or not durable,
 * one that does not end before `end`, and words that are no UTF-8. Columns that the kind does not have stay as they are.
 */
export function decodeFact(
  bytes: Uint8Array,
  at: number,
  end: number,
  into: WordedFacts,
  row: number,
): number {
  if (at + 5 > end) return -1;
  const kind = bytes[at]!;
  into.kind[row] = kind;
  into.tick[row] = u32At(bytes, at + 1);
  into.text[row] = undefined;
  switch (kind) {
    case FactKind.wrote:
      return readWrote(bytes, at, end, into, row);
    case FactKind.measured:
      return readMeasured(bytes, at, end, into, row);
    default:
      return -1;
  }
}

function putWrote(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 18 > out.length) return -1;
  out[at] = FactKind.wrote;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.subject[row]!);
  out[at + 9] = facts.scope[row]!;
  putF64(out, at + 10, facts.document[row]!);
  return putText(out, at + 18, facts.text[row] ?? '');
}

function readWrote(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 18 > end) return -1;
  into.subject[row] = u32At(bytes, at + 5);
  into.scope[row] = bytes[at + 9]!;
  into.document[row] = f64At(bytes, at + 10);
  const next = endOfText(bytes, at + 18, end);
  if (next < 0) return -1;
  into.text[row] = textAt(bytes, at + 18);
  return into.text[row] === undefined ? -1 : next;
}

function putMeasured(facts: WordedFacts, row: number, out: Uint8Array, at: number): number {
  if (at + 28 > out.length) return -1;
  out[at] = FactKind.measured;
  putU32(out, at + 1, facts.tick[row]!);
  putU32(out, at + 5, facts.actor[row]!);
  out[at + 9] = facts.level[row]!;
  putU16(out, at + 10, facts.item[row]!);
  putF32(out, at + 12, facts.x[row]!);
  putF32(out, at + 16, facts.y[row]!);
  putF64(out, at + 20, facts.amount[row]!);
  return at + 28;
}

function readMeasured(bytes: Uint8Array, at: number, end: number, into: WordedFacts, row: number): number {
  if (at + 28 > end) return -1;
  into.actor[row] = u32At(bytes, at + 5);
  into.level[row] = bytes[at + 9]!;
  into.item[row] = u16At(bytes, at + 10);
  into.x[row] = f32At(bytes, at + 12);
  into.y[row] = f32At(bytes, at + 16);
  into.amount[row] = f64At(bytes, at + 20);
  return at + 28;
}
