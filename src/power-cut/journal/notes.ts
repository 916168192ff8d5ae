// What the busy program writes down about itself, a JSON line each, in a file that is recorded like all others: so each line
// has its place among the writes and syncs. A line about to do something stands before it, one that it is done behind it.

import type { DiskEvent } from '../recording/read-recording.js';

export const notesFileName = 'notes';

/** What the program is at; `older` is what one without a journal did. */
export type BusyPhase =
  | 'creation'
  | 'older'
  | 'upgrade'
  | 'recovery'
  | 'appending'
  | 'saving'
  | 'checkpoint'
  | 'copying'
  | 'stopping';

export type Note =
  | { readonly note: 'phase'; readonly phase: BusyPhase }
  /** Whole entries from `first` on, in base64. */
  | { readonly note: 'appending'; readonly first: number; readonly entries: string }
  /** Acknowledged: all up to `last`. */
  | { readonly note: 'appended'; readonly last: number }
  /** Characters, by name, that are there from now on. */
  | { readonly note: 'created'; readonly names: readonly string[] }
  | { readonly note: 'saving'; readonly round: number }
  | { readonly note: 'saved'; readonly round: number }
  /** The server was open, and went by this id. */
  | { readonly note: 'opened'; readonly serverId: string };

/** The notes among the events, by the index of the event that ends each; and the events without them, as they were. */
export function notesAmong(events: readonly DiskEvent[]): ReadonlyMap<number, readonly Note[]> {
  const notes = new Map<number, readonly Note[]>();
  const files = new Set<string>();
  let text = '';
  events.forEach((event, index) => {
    if (event.kind === 'opened') {
      if (event.path.endsWith(`/${notesFileName}`)) files.add(event.file);
      else files.delete(event.file);
    } else if (event.kind === 'written' && files.has(event.file)) {
      const lines = (text + event.data.toString('utf8')).split('\n');
      text = lines.pop()!;
      if (lines.length > 0)
        notes.set(
          index,
          lines.map((line) => JSON.parse(line) as Note),
        );
    }
  });
  return notes;
}
