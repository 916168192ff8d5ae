// What is to be written of stacks, in the order of their table, which is that of owners: one that changed hands is written
// where it lies now and deleted where it lay before. Both come when the order is at their owner: a page is then changed once,
// where deletes in the order of the moves would change all pages again with each piece (bench/RESULTS.md, journal).

import { RowColumns } from './row-columns.js';

/** Of a stack's row: its count, its owner, and the owner that the table has it under, -1 for none. */
export interface StackPlaces {
  readonly count: number;
  readonly owner: number;
  readonly wasUnder: number;
}

/** Steps: twice the row, and one more where it is deleted from the owner that it was under. */
export function stacksInOrder(stacks: RowColumns, at: StackPlaces): Float64Array {
  const owners = new RowColumns(1);
  eachStep(stacks, at, (owner) => void owners.claim(owner));
  owners.inOrder().forEach((row, rank) => (owners.values[row] = rank));
  const stepsOfOwner = 2 * stacks.count;
  const order = new Float64Array(stepsOfOwner);
  let count = 0;
  eachStep(stacks, at, (owner, step) => {
    order[count++] = owners.values[owners.find(owner)]! * stepsOfOwner + step;
  });
  const steps = order.subarray(0, count).sort();
  for (let i = 0; i < count; i++) steps[i] = steps[i]! % stepsOfOwner;
  return steps;
}

function eachStep(
  { count: rows, values, width }: RowColumns,
  { count, owner, wasUnder }: StackPlaces,
  visit: (owner: number, step: number) => void,
): void {
  for (let row = 0, begin = 0; row < rows; row++, begin += width) {
    const isThere = values[begin + count]! > 0;
    const is = values[begin + owner]!;
    const was = values[begin + wasUnder]!;
    if (isThere) visit(is, 2 * row);
    if (was >= 0 && !(isThere && is === was)) visit(was, 2 * row + 1);
  }
}
