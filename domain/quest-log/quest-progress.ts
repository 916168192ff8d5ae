// How much of a stage's objectives is done, as one number: what facts, the journal and its tables keep of it. Three decimal
// digits an objective, so that people read it too: 2005 is 5 of the first and 2 of the second.

import { questObjectives } from './columns.js';

/** Of each objective: the most that the content can ask for. */
export const doneMost = 999;
const perObjective = doneMost + 1;

interface Done {
  readonly [index: number]: number;
}

/** Of the objectives that stand from `first` on. */
export function packedProgress(done: Done, first: number): number {
  let packed = 0;
  for (let i = questObjectives - 1; i >= 0; i--) packed = packed * perObjective + done[first + i]!;
  return packed;
}

export function unpackProgress(packed: number, done: { [index: number]: number }, first: number): void {
  let rest = packed;
  for (let i = 0; i < questObjectives; i++) {
    done[first + i] = rest % perObjective;
    rest = Math.floor(rest / perObjective);
  }
}
