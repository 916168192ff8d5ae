// The facts of a window, read one after the other: how many there are, their last tick, the highest ids they name.

import { decodeFact } from '../../vocabulary/generated/fact-codec.js';
import { FactColumn, factDefinition } from '../../vocabulary/generated/facts.js';
import type { FactRows } from './fact-rows.js';

export interface WindowSpan {
  /** Facts in it. */
  readonly count: number;
  readonly firstTick: number;
  readonly lastTick: number;
  /** The highest id of a stack, 0 for none. */
  readonly instance: number;
  /** The highest id of a letter or listing, 0 for none. */
  readonly document: number;
}

/**
 * Reads each fact into row 0 of `rows` and shows it, with where its bytes begin and end, until `show` answers false; undefined
 * where the bytes are no whole durable facts.
 */
export function readWindow(
  bytes: Uint8Array,
  rows: FactRows,
  show: (rows: FactRows, index: number, start: number, end: number) => boolean | void,
): WindowSpan | undefined {
  let [count, firstTick, instance, document] = [0, 0, 0, 0];
  for (let at = 0; at < bytes.length; count++) {
    const start = at;
    at = decodeFact(bytes, at, bytes.length, rows, 0);
    if (at < 0) return undefined;
    if (count === 0) firstTick = rows.tick[0]!;
    const columns = factDefinition(rows.kind[0]!)!.columns;
    if ((columns & FactColumn.instance) !== 0 && rows.instance[0]! > instance) instance = rows.instance[0]!;
    if ((columns & FactColumn.document) !== 0 && rows.document[0]! > document) document = rows.document[0]!;
    if (show(rows, count, start, at) === false) {
      count++;
      break;
    }
  }
  return { count, firstTick, lastTick: rows.tick[0]!, instance, document };
}
