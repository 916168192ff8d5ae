// The newest done commands of one character, and which keys are too old to be known.

import { commandPlace, commandsKept, type DoneCommand } from './state/ledger-state.js';

export interface DoneCommands {
  /** The highest key that was done, 0 for none. */
  readonly highest: number;
  /** Those of the 64 keys up to the highest that were done, ascending. */
  readonly done: readonly DoneCommand[];
}

/** `at` gives what stands at a place, as `commandPlace` counts them. */
export function doneCommands(
  character: number,
  at: (place: number) => DoneCommand | undefined,
): DoneCommands {
  const first = commandPlace(character, 0);
  const all: DoneCommand[] = [];
  for (let place = first; place < first + commandsKept; place++) {
    const command = at(place);
    if (command !== undefined) all.push(command);
  }
  return newestCommands(all);
}

/** Of what stands at one character's places. */
export function newestCommands(all: readonly DoneCommand[]): DoneCommands {
  const highest = all.reduce((most, { command }) => Math.max(most, command), 0);
  const done = all.filter(({ command }) => command > highest - commandsKept);
  return { highest, done: done.sort((a, b) => a.command - b.command) };
}
