// The way of an operator's command from the control thread into the tick, and of its answer back.

import type { CommandAnswer, CommandArguments, CommandKind } from '../admin/operations/operator-command.js';

/** For an order that may be applied whenever it comes: a number that records hold. */
export const neverTooLateMs = Number.MAX_SAFE_INTEGER;

export interface TickOrder<Kind extends CommandKind = CommandKind> {
  readonly kind: Kind;
  readonly args: CommandArguments[Kind];
  /** Of `restore`, when its way was made: what is to be written, encoded, at most 32,768 bytes. */
  readonly facts?: Uint8Array;
  /** `Clock.nowMs`, which all threads share: not begun after that, but answered with `too-late`. */
  readonly notAfterMs: number;
}

export interface TickCommands {
  /** Resolves with the answer of the tick that applied it; at once with `busy` when too many wait. Never rejects. */
  run(order: TickOrder): Promise<CommandAnswer>;
}
