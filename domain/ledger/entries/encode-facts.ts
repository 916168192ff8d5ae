// Facts that were written outside of a tick, as the bytes of a journal.

import { encodeFact, factSizeMax } from '../../vocabulary/generated/fact-codec.js';
import type { FactRows } from './fact-rows.js';

/** One behind the other. */
export function encodeFacts(rows: FactRows): Uint8Array {
  let words = 0;
  for (let row = 0; row < rows.count; row++) words += 2 + 3 * (rows.text[row]?.length ?? 0);
  const bytes = new Uint8Array(rows.count * factSizeMax + words);
  let end = 0;
  for (let row = 0; row < rows.count; row++) end = encodeFact(rows, row, bytes, end);
  return bytes.subarray(0, end);
}
