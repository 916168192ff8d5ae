// The program whose writes are recorded: a data folder is made, or upgraded, characters are created and saved, windows of
// item traffic appended, checkpoints done and a copy made, over clean stops and a death. Started by record.ts, a life at a
// time; what a life does follows from its argument and from the notes of those before it.

import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { makeFolder } from '#adapters/node-files/make-folder.js';
import { checkGameCopy } from '#adapters/sqlite/check-game-copy.js';
import { copyGameFile } from '#adapters/sqlite/copy-game-file.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { migrations } from '#adapters/sqlite/generated/migration-list.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';
import { EncodedWindows } from '../../journal-traffic/encoded-windows.js';
import { type Note, notesFileName, type BusyPhase } from './notes.js';
import { openPlace, type OpenPlace } from './open-place.js';

export interface BusyLife {
  /** Empty at first. */
  readonly root: string;
  /**
   * - old: leaves the game file of an older program, with characters that own something
   * - play: opens the folder as it is, plays, stops in good order, opens it again, plays and dies
   * - end: opens it, plays, and stops in good order
   */
  readonly does: 'old' | 'play' | 'end';
  /** Each time it plays. */
  readonly windows: number;
  readonly synchronous: 'full' | 'normal';
  readonly seed: number;
}

const players = 12;
/** Most of them are smaller. */
const operationsMost = 60;
/** Above all ids of stacks that the opening balance gives. */
const firstInstance = 1000;
/** The game file's shape before it had a journal. */
const oldVersion = 3;
const windowsPerCheckpoint = 6;
const windowsPerSave = 4;

const life = JSON.parse(process.argv[2]!) as BusyLife;
const dataDir = join(life.root, 'data');
const notesFile = join(life.root, notesFileName);
const before = existsSync(notesFile)
  ? readFileSync(notesFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Note)
  : [];
const isUpgrade =
  before.some(({ note }) => note === 'created') && !before.some(({ note }) => note === 'opened');

class Busy {
  readonly #traffic = new EncodedWindows(operationsMost, players, life.seed, firstInstance);
  #window = 0;
  #round = before.findLast((note) => note.note === 'saved')?.round ?? 0;
  /** Up to which entry there is a note of it. */
  #noted = before.findLast((note) => note.note === 'appended')?.last ?? 0;
  #place: OpenPlace | undefined;

  constructor() {
    // What earlier lives appended, all but the opening balance, which is no traffic.
    const windows = before.filter(({ note }) => note === 'appending').length;
    const balances = before.some((note) => note.note === 'phase' && note.phase === 'upgrade') ? 1 : 0;
    for (let each = balances; each < windows; each++) this.#nextWindow();
  }

  async open(phase: BusyPhase): Promise<void> {
    tell({ note: 'phase', phase });
    const place = await openPlace(dataDir);
    this.#place = place;
    // Behind what every opening makes sure of, which would refuse it.
    if (life.synchronous === 'normal') place.store.file.db.pragma('synchronous = NORMAL');
    this.#tellOpeningBalance(place);
    tell({ note: 'opened', serverId: place.serverId });
    if ((await place.store.count()) === 0) await this.#create(place);
  }

  async play(windows: number): Promise<void> {
    const { store, journal } = this.#place!;
    for (let each = 1; each <= windows; each++) {
      if (each === windows >> 1) await this.#copy();
      this.#append();
      if (each % windowsPerSave === 0) await this.#save();
      if (each % windowsPerCheckpoint !== 0) continue;
      tell({ note: 'phase', phase: 'checkpoint' });
      // As `tend` does when the log is long; here it is short, so that there are many.
      store.file.db.pragma('wal_checkpoint(PASSIVE)');
      journal.tend();
    }
  }

  async stop(): Promise<void> {
    tell({ note: 'phase', phase: 'stopping' });
    await this.#place!.close();
  }

  #append(): void {
    const { journal } = this.#place!;
    const first = journal.end.number + 1;
    const { bytes } = this.#nextWindow();
    tell(
      { note: 'phase', phase: 'appending' },
      { note: 'appending', first, entries: Buffer.from(bytes).toString('base64') },
    );
    this.#noted = journal.append(first, bytes);
    tell({ note: 'appended', last: this.#noted });
  }

  /** The size of each follows from its number. */
  #nextWindow(): { bytes: Uint8Array } {
    this.#window++;
    const isLarge = this.#window % 5 === 0;
    return this.#traffic.next(isLarge ? operationsMost : 1 + ((this.#window * 7) % 12));
  }

  /** An opening may have appended by itself: nobody could say so before. */
  #tellOpeningBalance({ journal }: OpenPlace): void {
    const first = this.#noted + 1;
    const { number } = journal.end;
    if (number < first) return;
    const bytes = new Uint8Array((number - this.#noted) * factSizeMax);
    let end = 0;
    journal.entries(first, (facts, row) => void (end = encodeFact(facts, row, bytes, end)));
    const entries = Buffer.from(bytes.subarray(0, end)).toString('base64');
    tell({ note: 'appending', first, entries }, { note: 'appended', last: number });
    this.#noted = number;
  }

  async #create({ store }: OpenPlace): Promise<void> {
    for (let each = 1; each <= players; each++) {
      const name = `Player${each}`;
      await store.create(sheet(name, 0, 0), this.#round);
      tell({ note: 'created', names: [name] });
    }
  }

  async #save(): Promise<void> {
    const { store } = this.#place!;
    const round = this.#round + 1;
    tell({ note: 'phase', phase: 'saving' }, { note: 'saving', round });
    const sheets: StoredCharacter[] = [];
    for (let each = 1; each <= players; each++) {
      const name = `Player${each}`;
      const { characterId } = (await store.find(name))!;
      sheets.push(sheet(name, characterId, round));
    }
    await store.save(sheets, round);
    this.#round = round;
    tell({ note: 'saved', round });
  }

  /** As a backup does, while windows are appended. */
  async #copy(): Promise<void> {
    const place = join(dataDir, '.backup-copy');
    tell({ note: 'phase', phase: 'copying' });
    mkdirSync(place);
    const path = join(place, 'game.sqlite');
    let isCopied = false;
    const copied = copyGameFile(this.#place!.store.file, path, { pagesAtOnce: 16 }).finally(
      () => (isCopied = true),
    );
    while (!isCopied) {
      this.#append();
      tell({ note: 'phase', phase: 'copying' });
      await turn();
    }
    await copied;
    checkGameCopy(path);
    rmSync(place, { recursive: true });
  }
}

function tell(...notes: readonly Note[]): void {
  appendFileSync(notesFile, notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
}

function sheet(name: string, characterId: number, round: number): StoredCharacter {
  return {
    characterId,
    accountId: nilAccountId,
    name,
    mapKey: 'meadow',
    ...leastCharacterNumbers,
    ...{ x: round % 1000, y: 1, level: 1, health: 1 },
    cooldowns: [{ slot: round % 8, ticks: 1 + round }],
    sales: [],
    savedUnixMs: 0,
    inventory: [],
  };
}

/** What a program without a journal left: its characters own coins, experience and items. */
async function leaveOldFile(): Promise<void> {
  tell({ note: 'phase', phase: 'older' });
  makeFolder(dataDir);
  const file = await openGameFile(join(dataDir, 'game.sqlite'), {
    migrations: migrations.slice(0, oldVersion),
  });
  const insert = file.db.prepare(
    `INSERT INTO characters (account_id, name, name_key, map_key, x, y, level, experience, health, mana, coins, kills,
       deaths, played_seconds, created_at_ms, saved_at_ms)
     VALUES (?, ?, ?, 'meadow', 0, 1, 1, ?, 1, 0, ?, 0, 0, 0, 0, 0)`,
  );
  const item = file.db.prepare('INSERT INTO items (character_id, slot, item, count) VALUES (?, ?, ?, ?)');
  // Beside those that play: the traffic begins with players who have nothing.
  file.db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('characters', ?)").run(players);
  const names = Array.from({ length: players }, (_unused, index) => `Player${index + 1}`);
  file.db.transaction(() => {
    for (const [index, name] of names.entries()) {
      const { lastInsertRowid } = insert.run(nilAccountId, name, name.toLowerCase(), 10 * index, 100 + index);
      for (let slot = 0; slot < 3; slot++) item.run(lastInsertRowid, slot, 1 + slot, 1 + index + slot);
    }
  })();
  tell({ note: 'created', names });
  closeGameFile(file);
}

if (life.does === 'old') await leaveOldFile();
else {
  const isFirst = before.length === 0;
  const busy = new Busy();
  await busy.open(isFirst ? 'creation' : isUpgrade ? 'upgrade' : 'recovery');
  await busy.play(life.windows);
  if (life.does === 'play') {
    await busy.stop();
    await busy.open('recovery');
    await busy.play(life.windows);
    process.kill(process.pid, 'SIGKILL');
  }
  await busy.stop();
}
