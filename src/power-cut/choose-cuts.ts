// Where the power goes: as often in each of the moments that a recording has, wherever chance says within them. Else most
// cuts would fall between the writes of a window, of which there are thousands, and hardly one into a file's creation.

import type { RandomStream } from '#domain/engine/random/random-stream.js';
import type { Promises } from './journal/promises.js';
import type { DiskEvent } from './recording/read-recording.js';

export interface Cut {
  /** So many events had happened. */
  readonly after: number;
  readonly moment: string;
}

/** In the order of the recording. A place may be cut at twice: chance leaves something else there. */
export function chooseCuts(
  events: readonly DiskEvent[],
  promises: Promises,
  count: number,
  random: RandomStream,
): Cut[] {
  const places = new Map<string, number[]>();
  for (let after = 1; after <= events.length; after++) {
    const moment = momentOf(events, promises, after);
    const known = places.get(moment);
    if (known === undefined) places.set(moment, [after]);
    else known.push(after);
  }
  const moments = [...places];
  const cuts = Array.from({ length: count }, (_unused, index) => {
    const [moment, afters] = moments[index % moments.length]!;
    return { moment, after: afters[random.wholeBetween(0, afters.length - 1)]! };
  });
  return cuts.sort((a, b) => a.after - b.after);
}

function momentOf(events: readonly DiskEvent[], promises: Promises, after: number): string {
  const { phase } = promises.after(after);
  if (phase !== 'appending' && phase !== 'saving') return phase;
  if (promises.isAcknowledgement(after)) return 'acknowledged';
  const [last, next] = [events[after - 1]!, events[after]];
  // The log begins anew in its place when all of it is in the file.
  if (last.kind === 'written' && last.at === 0 && last.data.length === 32) return 'log restarted';
  return next?.kind === 'synced' ? 'sync' : phase;
}
