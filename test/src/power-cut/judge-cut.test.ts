// That the judge of power cuts sees what it is for: each fault is made by hand.

import { cpSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { judgeCut } from '#src/power-cut/journal/judge-cut.js';
import type { Note } from '#src/power-cut/journal/notes.js';
import { openPlace } from '#src/power-cut/journal/open-place.js';
import { type Promised, Promises } from '#src/power-cut/journal/promises.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** As they were after an unclean end: the newest windows are only in the log. */
let dataDir: string;
let promises: Promises;
let promised: Promised;
/** Length of the log with all windows but the last. */
let logBefore: number;

beforeAll(async () => {
  const kept = temporaryFolder();
  const live = join(kept, 'live');
  const notes: Note[] = [{ note: 'phase', phase: 'creation' }];
  const { serverId, store, journal, close } = await openPlace(live);
  await store.create(storedCharacter({ name: 'Aldric' }), 0);
  notes.push({ note: 'opened', serverId }, { note: 'created', names: ['Aldric'] });
  const traffic = new EncodedWindows(10, 3);
  const log = join(live, 'game.sqlite-wal');
  for (let each = 0; each < 4; each++) {
    const { bytes } = traffic.next();
    const first = journal.end.number + 1;
    logBefore = readFileSync(log).length;
    notes.push({ note: 'appending', first, entries: Buffer.from(bytes).toString('base64') });
    notes.push({ note: 'appended', last: journal.append(first, bytes) });
  }
  dataDir = join(kept, 'left');
  cpSync(live, dataDir, { recursive: true });
  await close();
  const data = Buffer.from(notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
  promises = new Promises([
    { kind: 'opened', file: 'n', path: '/notes', emptied: false },
    { kind: 'written', file: 'n', at: 0, data },
  ]);
  promised = promises.after(2);
});

async function judged(change: (folder: string) => void, expected: Partial<Promised> = {}) {
  const folder = join(temporaryFolder(), 'data');
  cpSync(dataDir, folder, { recursive: true });
  change(folder);
  return judgeCut(folder, { ...promised, ...expected }, promises.windows);
}

describe('the judge of a power cut', () => {
  it('finds nothing where everything is there, and counts what it looked for', async () => {
    const acknowledged = promised.appended + 1;
    expect(promised).toMatchObject({ appended: promised.asked, created: ['Aldric'], saved: 0 });
    expect(await judged(() => undefined)).toEqual({ acknowledged, lost: 0, corrupt: [] });
  });

  it('takes a window that nobody acknowledged, there or not', async () => {
    const before = promised.appended - promises.windows.at(-1)!.entries.length;
    expect(await judged(() => undefined, { appended: before })).toMatchObject({ lost: 0, corrupt: [] });
    const cut = (folder: string): void => truncateSync(join(folder, 'game.sqlite-wal'), logBefore);
    expect(await judged(cut, { appended: before })).toMatchObject({ lost: 0, corrupt: [] });
  });

  it('counts the entries that are gone', async () => {
    const lost = promises.windows.at(-1)!.entries.length;
    const cut = (folder: string): void => truncateSync(join(folder, 'game.sqlite-wal'), logBefore);
    expect(await judged(cut)).toMatchObject({ lost, corrupt: [] });
  });

  it('counts everything where the folder is gone, and a server that is another', async () => {
    const gone = (folder: string): void => rmSync(folder, { recursive: true });
    const corrupt = ['the server has another identity'];
    expect(await judged(gone)).toMatchObject({ lost: promised.appended + 1, corrupt });
  });

  it('sees entries that nobody asked for yet, and a save that did not happen', async () => {
    const { corrupt } = await judged(() => undefined, { asked: 1, appended: 1 });
    expect(corrupt).toEqual([expect.stringMatching(/^\d+ entries are there, of 1 asked for$/)]);
    expect(await judged(() => undefined, { saved: 3, saving: 3 })).toMatchObject({ lost: 1 });
  });

  it('sees a file that is refused', async () => {
    const zeros = (folder: string): void => {
      const path = join(folder, 'game.sqlite');
      writeFileSync(path, Buffer.alloc(readFileSync(path).length));
      rmSync(`${path}-wal`);
    };
    const { corrupt } = await judged(zeros);
    expect(corrupt).toEqual([expect.stringMatching(/^it is refused: \w+Error: /)]);
  });

  it('sees entries that are others than were appended', async () => {
    const folder = join(temporaryFolder(), 'data');
    cpSync(dataDir, folder, { recursive: true });
    const others = promises.windows.map((window) => ({
      ...window,
      entries: window.entries.map((entry) => entry.with(entry.length - 1, 0xee)),
    }));
    const { corrupt } = await judgeCut(folder, promised, others);
    expect(corrupt).toEqual(['entry 1 is not what was appended']);
  });
});
