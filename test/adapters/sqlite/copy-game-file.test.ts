// A copy of the game file that is made while it is written to is the file at one moment: transactions are wholly in it or
// wholly out.

import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkGameCopy } from '#adapters/sqlite/check-game-copy.js';
import { copyGameFile } from '#adapters/sqlite/copy-game-file.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let file: GameFile;
afterEach(() => closeGameFile(file));

const purses = 2_000;
const total = purses * 1_000;

/** Coins in purses of a table of its own, some pages each, so that a copy takes many turns. */
async function openWithPurses(): Promise<string> {
  const folder = temporaryFolder();
  file = await openGameFile(join(folder, 'game.sqlite'));
  file.db.exec('CREATE TABLE purses (id INTEGER PRIMARY KEY, coins INTEGER NOT NULL, filler BLOB) STRICT');
  file.db.exec('CREATE TABLE moves (id INTEGER PRIMARY KEY) STRICT');
  const insert = file.db.prepare('INSERT INTO purses (coins, filler) VALUES (1000, randomblob(2000))');
  file.db.transaction(() => {
    for (let index = 0; index < purses; index++) insert.run();
  })();
  return folder;
}

/** Moves coins from the first half to the second, so that pages already copied and pages yet to copy change together. */
function mover(): () => number {
  const change = file.db.prepare('UPDATE purses SET coins = coins + ? WHERE id = ?');
  const note = file.db.prepare('INSERT INTO moves DEFAULT VALUES');
  let moved = 0;
  const move = file.db.transaction(() => {
    const id = 1 + ((moved * 37) % (purses / 2));
    change.run(-1, id);
    note.run();
    change.run(1, purses + 1 - id);
  });
  return () => {
    move.immediate();
    return (moved += 1);
  };
}

function look(path: string): { coins: number; moves: number; inFirstHalf: number } {
  const db = new SqliteDatabase(path, { readonly: true });
  try {
    return db
      .prepare<[], { coins: number; moves: number; inFirstHalf: number }>(
        `SELECT (SELECT sum(coins) FROM purses) AS coins, (SELECT count(*) FROM moves) AS moves,
          (SELECT sum(coins) FROM purses WHERE id <= ${purses / 2}) AS inFirstHalf`,
      )
      .get()!;
  } finally {
    db.close();
  }
}

describe('a copy of the game file', () => {
  it('made while coins move is whole, holds every coin, and all that was moved before its last turn', async () => {
    const folder = await openWithPurses();
    const move = mover();
    const path = join(folder, 'copy');
    let turns = 0;
    let movedAtLastTurn = 0;
    let copying = true;
    let moved = 0;
    const writing = (async () => {
      while (copying) {
        moved = move();
        await turn();
      }
    })();
    await copyGameFile(file, path, {
      pagesAtOnce: 16,
      onTurn: () => {
        turns += 1;
        movedAtLastTurn = moved;
      },
    });
    copying = false;
    await writing;
    expect(turns).toBeGreaterThan(50);
    expect(moved).toBeGreaterThan(50);
    expect(checkGameCopy(path)).toMatchObject({ characters: 0 });
    const { coins, moves, inFirstHalf } = look(path);
    expect(coins).toBe(total);
    expect(inFirstHalf).toBe(total / 2 - moves);
    // What was committed before the last turn is in it; what came later need not be.
    expect(moves).toBeGreaterThanOrEqual(movedAtLastTurn);
    expect(moves).toBeLessThanOrEqual(moved);
    expect(file.db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('is one file, for its owner alone, with nothing beside it', async () => {
    const folder = await openWithPurses();
    const path = join(folder, 'copy');
    await copyGameFile(file, path);
    checkGameCopy(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy']);
    expect(look(path).coins).toBe(total);
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy']);
  });

  it('that is given up leaves nothing, and the file goes on', async () => {
    const folder = await openWithPurses();
    const path = join(folder, 'copy');
    const abort = new AbortController();
    let turns = 0;
    const copy = copyGameFile(file, path, {
      pagesAtOnce: 16,
      signal: abort.signal,
      onTurn: () => {
        if ((turns += 1) === 10) abort.abort(new Error('stopping'));
      },
    });
    await expect(copy).rejects.toThrow('stopping');
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual([]);
    expect(mover()()).toBe(1);
    await copyGameFile(file, path);
    expect(look(path).moves).toBe(1);
  });

  it('overwrites nothing', async () => {
    const folder = await openWithPurses();
    const path = join(folder, 'copy');
    writeFileSync(path, 'mine');
    await expect(copyGameFile(file, path)).rejects.toMatchObject({ code: 'EEXIST' });
    expect(statSync(path).size).toBe(4);
  });

  it('that was damaged is found out', async () => {
    const folder = await openWithPurses();
    const path = join(folder, 'copy');
    await copyGameFile(file, path);
    const page = new SqliteDatabase(path);
    const { rootpage } = page
      .prepare<[], { rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'purses'")
      .get()!;
    page.close();
    const { open } = await import('node:fs/promises');
    const handle = await open(path, 'r+');
    await handle.write(Buffer.alloc(4096, 7), 0, 4096, (rootpage - 1) * 4096);
    await handle.close();
    expect(() => checkGameCopy(path)).toThrow(expect.objectContaining({ code: 'corrupt' }));
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});
