// The economy's turns beside the journal: its alarm is told after each count, and what goes wrong is tried again without anything
// being counted twice.

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SqliteEconomyStore } from '#adapters/sqlite/economy/sqlite-economy-store.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import type { EconomyAlarm } from '#application/economy/economy.js';
import { KeepEconomy } from '#application/economy/keep-economy.js';
import { coinsKey } from '#domain/ledger/state/ledger-totals.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let file: GameFile;
let journal: SqliteJournal;
let alarms: EconomyAlarm[];
let lines: string[];
let unixMs: number;

beforeEach(async () => {
  [alarms, lines, unixMs] = [[], [], 3_600_000_000];
  file = await openGameFile(join(temporaryFolder(), 'game.sqlite'));
  journal = new SqliteJournal(file, { nowUnix: () => Math.floor(unixMs / 1000) });
  const traffic = new EncodedWindows(300, 20, 3);
  for (let i = 0; i < 20; i++) journal.append(journal.end.number + 1, traffic.next().bytes);
});
afterEach(() => {
  journal.close();
  closeGameFile(file);
});

/** Runs so many turns, with `between` before each of them. */
async function run(turns: number, between: (turn: number) => void = () => undefined): Promise<KeepEconomy> {
  const note = (message: string): void => void lines.push(message);
  let turn = 0;
  const keep = new KeepEconomy({
    ...{ journal, store: new SqliteEconomyStore(file), clock: { unixMs: () => unixMs } },
    log: { debug: note, info: note, warn: note, error: note },
    onAlarm: (alarm) => void alarms.push(alarm),
    pauses: {
      deadline: async (ms) => {
        unixMs += ms;
        if (++turn === turns) keep.end();
        else between(turn);
      },
    },
  });
  await keep.run();
  return keep;
}

describe('the economy beside the journal', () => {
  it('tells that nothing is known, then that all adds up', async () => {
    const keep = await run(200);
    expect(alarms[0]).toEqual({ unbalanced: undefined, breaches: 0, takenUnix: undefined });
    expect(alarms.at(-1)).toMatchObject({ unbalanced: [], breaches: 0 });
    expect(lines).toEqual([]);
    const told = await keep.tell({ of: coinsKey, period: 'hours' });
    expect([told.behind, told.census!.entry]).toEqual([0, journal.end.number]);
    expect((await keep.gains()).outliers.map(({ kind }) => kind)).toEqual(['coins', 'units', 'experience']);
  });

  it('goes on when the file can be written again, and counts nothing twice', async () => {
    const refuse = `CREATE TRIGGER refuse BEFORE UPDATE ON economy_state BEGIN SELECT RAISE(FAIL, 'no room'); END`;
    const keep = await run(900, (turn) => {
      if (turn === 1) file.db.exec(refuse);
      if (turn === 700) file.db.exec('DROP TRIGGER refuse');
    });
    expect(lines).toEqual([
      'the economy cannot be followed; it is tried again',
      'the economy is followed again',
    ]);
    expect(alarms.at(-1)).toMatchObject({ unbalanced: [] });
    const { created, destroyed } = (await keep.tell({ of: coinsKey, period: 'hours' })).census!.totals.get(
      coinsKey,
    )!;
    let there = 0;
    for (const purse of journal.tables().purses.values()) for (const coins of purse.values()) there += coins;
    expect(created - destroyed).toBe(there);
  });
});
