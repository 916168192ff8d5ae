// Reading a journal that no server has open.

import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import SqliteDatabase from 'better-sqlite3';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import { migrations } from '#adapters/sqlite/generated/migration-list.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

async function written(path: string): Promise<{ readonly close: () => void; readonly entries: number }> {
  const file = await openGameFile(path);
  const journal = new SqliteJournal(file);
  const windows = new EncodedWindows(100, 5);
  for (let i = 0; i < 3; i++) journal.append(journal.end.number + 1, windows.next().bytes);
  const entries = journal.end.number;
  const close = (): void => {
    journal.close();
    closeGameFile(file);
  };
  return { close, entries };
}

describe('a stored ledger', () => {
  it('is read when the server is stopped, or from a copy of what a killed one left', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'game.sqlite');
    const { close, entries } = await written(path);
    // As a crash leaves them: entries that are only in the log.
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, join(folder, `copy.sqlite${end}`));
    close();
    for (const name of ['game.sqlite', 'copy.sqlite']) {
      const ledger = new StoredLedger(join(folder, name));
      expect(checkLedger(ledger)).toMatchObject({ entries, findings: [] });
      ledger.close();
    }
  });

  it.each([
    ['that a stopped server left', ['']],
    ['that a killed server left', ['', '-wal']],
  ])('leaves a copy %s as it is, and needs to write nothing there', async (_, ends) => {
    const folder = temporaryFolder();
    const path = join(temporaryFolder(), 'game.sqlite');
    const { close, entries } = await written(path);
    if (ends.length === 1) close();
    for (const end of ends) copyFileSync(`${path}${end}`, join(folder, `game.sqlite${end}`));
    if (ends.length > 1) close();
    const state = (): string[] => readdirSync(folder).map((name) => `${name} ${hashOf(join(folder, name))}`);
    const temporary = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('tos-ledger-'));
    const [before, temporaryBefore] = [state(), temporary()];
    for (const mode of [0o755, 0o555]) {
      for (const end of ends) chmodSync(join(folder, `game.sqlite${end}`), mode & 0o444);
      chmodSync(folder, mode);
      const ledger = new StoredLedger(join(folder, 'game.sqlite'));
      expect(checkLedger(ledger)).toMatchObject({ entries, findings: [] });
      ledger.close();
      expect(state()).toEqual(before);
    }
    chmodSync(folder, 0o755);
    expect(temporary()).toEqual(temporaryBefore);
  });

  it.each<[string, (path: string) => Promise<unknown>, string]>([
    ['is not there', async () => undefined, 'is not there'],
    [
      'is no SQLite file',
      async (path) => writeFileSync(path, 'x'.repeat(5000)),
      'it does not begin as an SQLite file does',
    ],
    [
      'is older than the journal',
      async (path) => closeGameFile(await openGameFile(path, { migrations: migrations.slice(0, 3) })),
      'start the server on it once',
    ],
  ])('that %s is refused', async (_, prepare, message) => {
    const path = join(temporaryFolder(), 'game.sqlite');
    await prepare(path);
    expect(() => new StoredLedger(path)).toThrow(message);
  });

  it('that is damaged anywhere says what, where and what to do, and nothing else', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'game.sqlite');
    (await written(path)).close();
    const bytes = readFileSync(path);
    const db = new SqliteDatabase(path, { readonly: true });
    const pages = db
      .prepare<[], { name: string; page: number }>(
        "SELECT name, rootpage AS page FROM sqlite_schema WHERE rootpage > 1 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    db.close();
    const told: string[] = [];
    for (const { name, page } of pages) {
      const copy = join(folder, `${name}.sqlite`);
      const harmed = Buffer.from(bytes);
      // The kind of the page: no such one is there.
      harmed[(page - 1) * 4096]! ^= 0x08;
      writeFileSync(copy, harmed);
      try {
        const ledger = new StoredLedger(copy);
        try {
          checkLedger(ledger);
          ledger.charactersByName();
        } finally {
          ledger.close();
        }
      } catch (error) {
        expect(error).toMatchObject({ name: 'GameFileError', code: 'corrupt' });
        expect((error as Error).message).toMatch(`${copy} is damaged (`);
        expect((error as Error).message).toMatch('keep the data folder aside as it is, and restore a copy');
        told.push(name);
      }
    }
    // All that it reads: nobody has a letter here, so that no words of one are looked for; and the proof asks no index.
    const read = pages.filter(({ name }) => /^(characters$|journal(?!_index)|ledger_|base_)/.test(name));
    expect(told).toEqual(read.map(({ name }) => name));
    expect(told.length).toBeGreaterThan(20);
  });

  it.each(['ledger', 'base'])('of which a stack lies with two owners is damaged (%s)', async (set) => {
    const path = join(temporaryFolder(), 'game.sqlite');
    (await written(path)).close();
    const db = new SqliteDatabase(path);
    const columns = 'owner, instance, item, count, holder, slot, wear, bound';
    for (const owner of [8, 9])
      db.exec(
        `INSERT OR REPLACE INTO ${set}_stacks (${columns})
         SELECT ${owner}, instance, item, count, holder, slot, wear, bound FROM ledger_stacks
         WHERE instance = (SELECT max(instance) FROM ledger_stacks) AND owner > 0 LIMIT 1`,
      );
    db.close();
    const ledger = new StoredLedger(path);
    try {
      expect(() => checkLedger(ledger)).toThrow(/stack \d+ lies with owners .*8 and 9/);
    } finally {
      ledger.close();
    }
  });

  it.each(['journal_state', 'journal_base'])('whose %s has lost its row is damaged', async (table) => {
    const path = join(temporaryFolder(), 'game.sqlite');
    (await written(path)).close();
    const db = new SqliteDatabase(path);
    db.exec(`DELETE FROM ${table}`);
    db.close();
    const look = (): void => {
      const ledger = new StoredLedger(path);
      try {
        checkLedger(ledger);
      } finally {
        ledger.close();
      }
    };
    const gone = `the row of ${table} is gone`;
    expect(look).toThrow(gone);
    const file = await openGameFile(path);
    try {
      expect(() => new SqliteJournal(file)).toThrow(expect.objectContaining({ code: 'corrupt' }));
      expect(() => new SqliteJournal(file)).toThrow(gone);
    } finally {
      closeGameFile(file);
    }
  });

  it('of a running server is refused, with what to do', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const { close } = await written(path);
    try {
      expect(() => new StoredLedger(path)).toThrow('is in use by another server; stop that one first');
    } finally {
      close();
    }
  });
});
