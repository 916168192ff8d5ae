// What the busy program had been promised at each moment of a recording, and what it had asked for: a file that a power cut
// left there must hold all of the first, and nothing beyond the second.

import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { readWindow } from '#domain/ledger/entries/window.js';
import { encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import type { DiskEvent } from '../recording/read-recording.js';
import { type Note, notesAmong, type BusyPhase } from './notes.js';

export interface Promised {
  readonly phase: BusyPhase;
  /** Entries acknowledged, and those that may be there. */
  readonly appended: number;
  readonly asked: number;
  readonly created: readonly string[];
  /** All characters are as of one of these saves, or of one between them. */
  readonly saved: number;
  readonly saving: number;
  /** Of the server that was open once. */
  readonly serverId: string | undefined;
}

export interface AskedWindow {
  readonly first: number;
  /** All, and each. */
  readonly bytes: Uint8Array;
  readonly entries: readonly Uint8Array[];
}

const nothing: Promised = {
  phase: 'creation',
  ...{ appended: 0, asked: 0, created: [], saved: 0, saving: 0, serverId: undefined },
};

export class Promises {
  /** All windows that were ever asked for, in order. */
  readonly windows: readonly AskedWindow[];
  readonly #byEvents: Promised[];
  readonly #acknowledgements = new Set<number>();

  constructor(events: readonly DiskEvent[]) {
    const notes = notesAmong(events);
    this.windows = [...notes.values()]
      .flat()
      .flatMap((note) => (note.note === 'appending' ? [windowOf(note)] : []));
    const balance = this.windows[0]?.entries.length ?? 0;
    let now = nothing;
    this.#byEvents = events.map((_unused, index) => {
      for (const note of notes.get(index) ?? []) {
        now = after(now, note, balance);
        if (note.note === 'appended' || note.note === 'saved') this.#acknowledgements.add(index + 1);
      }
      return now;
    });
  }

  /** When the first `count` events had happened. */
  after(count: number): Promised {
    return count === 0 ? nothing : this.#byEvents[count - 1]!;
  }

  /** Something was acknowledged by the event just before. */
  isAcknowledgement(count: number): boolean {
    return this.#acknowledgements.has(count);
  }
}

function after(before: Promised, note: Note, balance: number): Promised {
  switch (note.note) {
    case 'phase':
      // Whoever opens an older program's file asks for an opening balance, which comes first.
      return note.phase === 'older' || note.phase === 'upgrade'
        ? { ...before, phase: note.phase, asked: balance }
        : { ...before, phase: note.phase };
    case 'appending':
      return { ...before, asked: note.first - 1 + windowOf(note).entries.length };
    case 'appended':
      return { ...before, appended: note.last };
    case 'created':
      return { ...before, created: [...before.created, ...note.names] };
    case 'saving':
      return { ...before, saving: note.round };
    case 'saved':
      return { ...before, saved: note.round };
    case 'opened':
      return { ...before, serverId: note.serverId };
  }
}

function windowOf({ first, entries: base64 }: Extract<Note, { note: 'appending' }>): AskedWindow {
  const bytes = Buffer.from(base64, 'base64');
  const entries: Uint8Array[] = [];
  const buffer = new Uint8Array(factSizeMax);
  const span = readWindow(bytes, new FactRows(1), (rows) => {
    entries.push(buffer.slice(0, encodeFact(rows, 0, buffer, 0)));
  });
  if (span === undefined) throw new Error('the recording has a note of entries that are none');
  return { first, bytes, entries };
}
