// Which requests of a character were done already. A client numbers what it asks for, counting up, and asks again under the
// same number when it did not hear what became of it: then it is answered, not done a second time. The newest numbers
// are kept, in the journal too; one that is older than all of them is refused, for nobody knows any more.

import type { WorldOf } from '../engine/system.js';

/** Numbers kept for each character. */
export const doneCommandsMax = 64;
/** How far ahead of the highest a number may be: a client that jumps further has lost count. */
const jumpMax = 1_000_000;

export type OrderState = 'new' | 'done' | 'stale' | 'invalid';

export type Commands = WorldOf<never, 'commands'>;

export function commandState(world: WorldOf<'commands'>, row: number, command: number): OrderState {
  const { highest, done } = world.components.commands.columns;
  if (command === 0 || command > highest[row]! + jumpMax) return 'invalid';
  const first = row * doneCommandsMax;
  for (let i = first; i < first + doneCommandsMax; i++) if (done[i] === command) return 'done';
  // Whatever is this old may have been done and forgotten.
  return command + doneCommandsMax <= highest[row]! ? 'stale' : 'new';
}

/** A new one is done from now on. It takes the slot of the one that is 64 older, which is stale by then. */
export function markDone(world: Commands, row: number, command: number): void {
  const { highest, done } = world.components.commands.columns;
  done[row * doneCommandsMax + (command % doneCommandsMax)] = command;
  highest[row] = Math.max(highest[row]!, command);
}
