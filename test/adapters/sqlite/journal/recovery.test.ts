// What opening the journal finds: an unclean stop, damage, the balance of a file that had no journal, a full disk.

import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, describe, expect, it } from '@jest/globals';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { migrations } from '#adapters/sqlite/generated/migration-list.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { requireFullSync } from '#adapters/sqlite/schema/full-sync.js';
import { Conservation } from '#domain/ledger/conservation.js';
import { existing, imbalances } from '#domain/ledger/state/state-differences.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { letterChanged, letterSent, listingOpened } from '../../../support/ledger/written-documents.js';
import { encoded, stackChanged } from '../../../support/ledger/written-facts.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const files: GameFile[] = [];
afterEach(() => {
  for (const file of files.splice(0)) closeGameFile(file);
});

async function open(path: string): Promise<SqliteJournal> {
  const file = await openGameFile(path);
  files.push(file);
  return new SqliteJournal(file);
}

/** A file with five windows in its journal, all of which its tables were told, whose server was killed. */
async function killed(): Promise<string> {
  const path = join(temporaryFolder(), 'game.sqlite');
  const journal = await open(path);
  const windows = new EncodedWindows(50, 5);
  for (let i = 0; i < 4; i++) journal.append(journal.end.number + 1, windows.next().bytes);
  const letter = { letter: 1, kind: 1, sender: 1, holder: 2, cashOnDelivery: 5, untilSeconds: 2e9 };
  journal.append(
    journal.end.number + 1,
    encoded(
      99,
      letterSent({ ...letter, words: 'Ada\nhello\n' }),
      listingOpened({ listing: 2, seller: 1, price: 7, untilSeconds: 2e9 }),
      letterChanged({ ...letter, letter: 1, cashOnDelivery: 0 }),
    ),
  );
  journal.catchUp();
  files.pop()!.db.close();
  return path;
}

function change(path: string, sql: string): void {
  const db = new SqliteDatabase(path);
  if (db.prepare(sql).run().changes === 0) throw new Error('nothing was changed');
  db.close();
}

describe('opening a journal', () => {
  it('replays all since it was closed, and only the last window when it was', async () => {
    const path = await killed();
    const journal = await open(path);
    const { number } = journal.end;
    expect(journal.replayed).toBe(number);
    journal.close();
    closeGameFile(files.pop()!);
    const again = await open(path);
    expect(again.end.number).toBe(number);
    expect(again.replayed).toBeGreaterThan(0);
    expect(again.replayed).toBeLessThan(number / 2);
  });

  it.each([
    [
      'a window whose bytes were exchanged',
      'UPDATE journal SET entries = zeroblob(unpacked_bytes), unpacked_bytes = NULL WHERE unpacked_bytes > 0',
      /checksum/,
    ],
    [
      'a window with the bytes of another',
      `UPDATE journal SET (entries, unpacked_bytes) = (SELECT entries, unpacked_bytes FROM journal WHERE first = 1)
       WHERE last = (SELECT max(last) FROM journal)`,
      /checksum/,
    ],
    [
      'a window whose packed bytes were exchanged',
      'UPDATE journal SET entries = CAST(substr(entries, 1, 4) || zeroblob(length(entries) - 4) AS BLOB) WHERE unpacked_bytes > 0',
      /cannot be unpacked/,
    ],
    [
      'a packed window that is cut short',
      'UPDATE journal SET entries = substr(entries, 1, 100) WHERE unpacked_bytes > 0',
      /cannot be unpacked/,
    ],
    [
      'a packed window of three bytes',
      "UPDATE journal SET entries = x'010203' WHERE unpacked_bytes > 0",
      /cannot be unpacked/,
    ],
    [
      'a packed window that says to be longer',
      'UPDATE journal SET unpacked_bytes = unpacked_bytes + 1 WHERE unpacked_bytes > 0',
      /cannot be unpacked/,
    ],
    [
      'a packed window that says to be of 2 GiB',
      `UPDATE journal SET unpacked_bytes = 0x7fffffff, entries = CAST(x'ffffff7f' || substr(entries, 5) AS BLOB)
       WHERE unpacked_bytes > 0`,
      /cannot be unpacked/,
    ],
    [
      'a window whose number was changed',
      'UPDATE journal SET first = first + 1 WHERE first > 1',
      /are gone|checksum/,
    ],
    ['a window whose highest id was changed', 'UPDATE journal SET instance = instance + 1', /checksum/],
    ['a window whose time was changed', 'UPDATE journal SET stored_unix = stored_unix - 3600', /checksum/],
    ['a window whose time is gone', 'UPDATE journal SET stored_unix = NULL WHERE first > 1', /checksum/],
    [
      'a window that says to be of a program that did not check times',
      'UPDATE journal_state SET times_from = 2',
      /checksum/,
    ],
    [
      'a window that is gone',
      'DELETE FROM journal WHERE last = (SELECT last FROM journal LIMIT 1 OFFSET 1)',
      /are gone/,
    ],
    ['a first window that is gone', 'DELETE FROM journal WHERE first = 1', /are gone/],
    [
      'a stack that has more',
      'UPDATE ledger_stacks SET count = count + 1 WHERE instance = 1',
      /tables do not agree.*stack 1/,
    ],
    [
      'a stack that is gone',
      'DELETE FROM ledger_stacks WHERE instance = (SELECT max(instance) FROM ledger_stacks)',
      /stack/,
    ],
    [
      'a stack that who had it before has, too',
      `INSERT INTO ledger_stacks SELECT o.owner, s.instance, s.item, s.count, s.holder, s.slot, s.wear, s.bound
       FROM ledger_stacks s JOIN (SELECT DISTINCT owner FROM ledger_stacks) o ON o.owner <> s.owner`,
      /stack/,
    ],
    ['a purse', 'UPDATE ledger_purses SET coins = coins + 1', /purse/],
    ['a letter', "UPDATE ledger_letters SET words = 'Ada'", /letter 1/],
    ['a letter that went to another', 'UPDATE ledger_letters SET holder = 3', /letter 1/],
    ['a listing', 'UPDATE ledger_listings SET price = price + 1', /listing 2/],
    ['a listing that is gone', 'DELETE FROM ledger_listings', /listing 2/],
    ['a command', 'DELETE FROM ledger_commands WHERE command = 1', /command 1/],
  ])('finds %s, and says what to do', async (_, sql, finding) => {
    const path = await killed();
    change(path, sql);
    const opening = open(path);
    await expect(opening).rejects.toMatchObject({ name: 'GameFileError', code: 'corrupt' });
    await expect(opening).rejects.toThrow(finding);
    await expect(opening).rejects.toThrow('keep the data folder aside as it is, and restore a copy');
  });

  it('finds that all entries after the base are gone', async () => {
    const path = await killed();
    change(path, 'UPDATE journal_base SET number = 7');
    change(path, 'DELETE FROM journal');
    await expect(open(path)).rejects.toThrow('all entries after 7 are gone');
  });

  it('takes what characters had before as its first entries, once', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    // As the last version before there was a journal left it.
    const old = await openGameFile(path, { migrations: migrations.slice(0, 3) });
    const insert = old.db
      .prepare(`INSERT INTO characters (account_id, name, name_key, map_key, x, y, level, experience,
      health, mana, coins, kills, deaths, played_seconds, created_at_ms, saved_at_ms)
      VALUES ('${'0'.repeat(36)}', ?, lower(?), 'meadow', 1, 1, 1, ?, 1, 1, ?, 0, 0, 0, 1, 1)`);
    insert.run('One', 'One', 1234, 17);
    insert.run('Two', 'Two', 0, 0);
    old.db.exec('INSERT INTO items VALUES (1, 0, 1, 20), (1, 31, 65535, 65535)');
    closeGameFile(old);
    const journal = await open(path);
    expect(journal.end).toEqual({ number: 4, tick: 0, instance: 2, document: 0 });
    expect(journal.stacksIn(HolderKind.inventory, 1)).toMatchObject([
      { instance: 1, item: 1, count: 20, slot: 0 },
      { instance: 2, item: 65_535, count: 65_535, slot: 31 },
    ]);
    expect(journal.coinsIn(PurseKind.wallet, 1)).toBe(17);
    expect(journal.experienceOf(1)).toBe(1234);
    const proof = new Conservation();
    journal.entries(1, (rows, row, number) => proof.add(rows, row, number));
    proof.endTick();
    expect(proof.findings).toEqual([]);
    expect(imbalances(proof.totals, existing(journal.tables()))).toEqual([]);
    journal.close();
    closeGameFile(files.pop()!);
    expect((await open(path)).end.number).toBe(4);
    for (const table of ['opening_numbers', 'opening_items'])
      expect(files.at(-1)!.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  });
});

describe('appending', () => {
  it('stores nothing while the file may not grow, and goes on when it may', async () => {
    const journal = await open(join(temporaryFolder(), 'game.sqlite'));
    const { db } = files[0]!;
    const windows = new EncodedWindows(2000, 50);
    const pages = db.pragma('page_count', { simple: true }) as number;
    db.pragma(`max_page_count = ${pages + 8}`);
    const { bytes, facts } = windows.next();
    const full = expect.objectContaining({ code: 'full' });
    for (let i = 0; i < 2; i++) expect(() => journal.append(1, bytes)).toThrow(full);
    expect(journal.end.number).toBe(0);
    expect([...journal.tables().stacks]).toEqual([]);
    db.pragma(`max_page_count = ${pages + 10_000}`);
    expect(journal.append(1, bytes)).toBe(facts);
    const small = windows.next();
    expect(journal.append(facts + 1, small.bytes)).toBe(facts + small.facts);
  });

  it('is synced at every commit: what a file in WAL mode does not keep by itself is set, and asserted', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    for (let i = 0; i < 2; i++) {
      const journal = await open(path);
      const { db } = files[0]!;
      journal.append(
        journal.end.number + 1,
        encoded(1, stackChanged({ instance: i + 1, amount: 1, after: 1, slot: i })),
      );
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('fullfsync', { simple: true })).toBe(1);
      journal.close();
      closeGameFile(files.pop()!);
    }
    const file = await openGameFile(path);
    files.push(file);
    file.db.pragma('synchronous = NORMAL');
    expect(() => requireFullSync(file.db, path)).toThrow(expect.objectContaining({ code: 'unsafe' }));
    expect(() => new SqliteJournal(file)).toThrow('synchronous is 1, not 2');
  });

  it('moves what was written into the file when nothing waits, and by itself before the log becomes too long', async () => {
    const path = join(temporaryFolder(), 'game.sqlite');
    const journal = await open(path);
    const { db } = files[0]!;
    const lengths = (): { log: number; checkpointed: number } =>
      db.prepare<[], { log: number; checkpointed: number }>('PRAGMA wal_checkpoint(NOOP)').get()!;
    const windows = new EncodedWindows(4000, 800);
    let [most, longest] = [0, 0];
    journal.append(1, windows.next(50).bytes);
    expect(journal.tend()).toBe(false);
    expect(lengths().checkpointed).toBeLessThan(lengths().log);
    while (lengths().log - lengths().checkpointed < 256)
      journal.append(journal.end.number + 1, windows.next(400).bytes);
    expect(lengths().checkpointed).toBeLessThan(lengths().log);
    while (journal.tend());
    // What the index wrote then is not much.
    expect(lengths().log - lengths().checkpointed).toBeLessThan(64);
    for (let i = 0; i < 60; i++) {
      journal.append(journal.end.number + 1, windows.next().bytes);
      most = Math.max(most, lengths().log - lengths().checkpointed);
      longest = Math.max(longest, lengths().log);
    }
    expect(most).toBeGreaterThan(250);
    expect(most).toBeLessThanOrEqual(512);
    // It begins anew, too: what an append writes after all was moved comes where the log began.
    expect(longest).toBeLessThan(2048);
  });
});
