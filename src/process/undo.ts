// Taking down what was built up: the last started stops first, each gets its turn whatever the others do, and what
// failed is told to the caller at the end.

import type { Log } from '#ports/system/log.js';

export type Undo = (() => Promise<unknown>)[];

/** Not everything stopped as it should. One message a failure. */
export class StopFailure extends AggregateError {
  override readonly name = 'StopFailure';

  constructor(failures: readonly unknown[]) {
    const flat = failures.flatMap((failure) => (failure instanceof StopFailure ? failure.errors : [failure]));
    super(
      flat,
      flat.map((failure) => (failure instanceof Error ? failure.message : String(failure))).join('\n'),
    );
  }
}

/** Rejects with a StopFailure after all had their turn. */
export async function undoAll(steps: Undo): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps.splice(0).reverse()) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new StopFailure(failures);
}

/**
 * Undoes a start that ended half-way with `error`, and answers what to throw. Once a stop was asked for, a start that ended
 * has no fault to tell: there it is what did not stop as it should.
 */
export async function undoStart(
  steps: Undo,
  error: unknown,
  { stopAsked, log, name }: { stopAsked: AbortSignal | undefined; log: Log; name: string },
): Promise<unknown> {
  try {
    await undoAll(steps);
  } catch (failure) {
    if (stopAsked?.aborted === true) return failure;
    log.error(`not all of ${name} was undone`, { reason: String(failure) });
  }
  return error;
}
