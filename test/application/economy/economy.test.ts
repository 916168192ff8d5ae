// Sums and counts of the economy over a game file: equal to what the whole journal says, whenever they are asked for, over
// restarts and entries that are let go of; and an alarm when a row was changed by hand.

import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SqliteEconomyStore } from '#adapters/sqlite/economy/sqlite-economy-store.js';
import { closeGameFile, openGameFile } from '#adapters/sqlite/game-file.js';
import type { GameFile } from '#adapters/sqlite/schema/opened-file.js';
import { SqliteJournal } from '#adapters/sqlite/journal/sqlite-journal.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { Economy, daysKept, hoursKept, type EconomyTold } from '#application/economy/economy.js';
import type { Outliers } from '#application/economy/outliers.js';
import { coinsKey, experienceKey, LedgerTotals } from '#domain/ledger/state/ledger-totals.js';
import { existing } from '#domain/ledger/state/state-differences.js';
import * as facts from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';
import type { DatedFlow } from '#ports/storage/economy-store.js';
import type { Journal } from '#ports/storage/journal.js';
import { EncodedWindows } from '#src/journal-traffic/encoded-windows.js';
import { encoded, stackChanged, type WriteFact } from '../../support/ledger/written-facts.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const hour = 3_600;
const files: GameFile[] = [];
afterEach(() => {
  for (const file of files.splice(0)) closeGameFile(file);
});

/** A game file with its journal and economy, and a clock that the test sets. */
class GameWithEconomy {
  nowUnix = 1_000_000 * hour;
  journal!: SqliteJournal;
  economy!: Economy;
  file!: GameFile;
  #path = join(temporaryFolder(), 'game.sqlite');

  constructor(
    private readonly options: { readonly keptEntries?: number; readonly gatheredRows?: number } = {},
  ) {}

  async open(): Promise<this> {
    this.file = await openGameFile(this.#path);
    files.push(this.file);
    this.journal = new SqliteJournal(this.file, { ...this.options, nowUnix: () => this.nowUnix });
    this.economy = new Economy(
      { journal: this.journal, store: new SqliteEconomyStore(this.file) },
      this.nowUnix,
    );
    return this;
  }

  async reopen(): Promise<this> {
    this.journal.close();
    closeGameFile(this.file);
    files.splice(files.indexOf(this.file), 1);
    return this.open();
  }

  append(bytes: Uint8Array): void {
    this.journal.append(this.journal.end.number + 1, bytes);
  }

  tick(tick: number, ...written: readonly WriteFact[]): void {
    this.append(encoded(tick, ...written));
  }

  /** All that can be done now; a minute later, so that it is counted anew. */
  settle(): this {
    this.nowUnix += 61;
    for (let i = 0; i < 10_000; i++) if (!this.economy.tend(this.nowUnix)) return this;
    throw new Error('there is more and more to do');
  }

  tell(of: number = coinsKey, period: 'hours' | 'days' = 'hours'): EconomyTold {
    return this.economy.tell({ of, period }, this.nowUnix);
  }

  gains(): readonly Outliers[] {
    return this.economy.gains(this.nowUnix).outliers;
  }
}

/** What the whole journal says was created and destroyed, by hour, verb and thing. */
function plainFlows(journal: Journal): Map<string, readonly [number, number]> {
  const sums = new Map<string, readonly [number, number]>();
  const totals = new LedgerTotals();
  let [tick, storedUnix] = [-1, 0];
  const end = (): void =>
    totals.endTick((verb, of, sum) => {
      const key = `${Math.floor(storedUnix / hour)} ${of} ${verb}`;
      const [created, destroyed] = sums.get(key) ?? [0, 0];
      sums.set(key, [created + Math.max(sum, 0), destroyed - Math.min(sum, 0)]);
    });
  journal.entries(1, (rows, row, number) => {
    if (rows.tick[row] !== tick) end();
    if (rows.tick[row] !== tick) storedUnix = journal.storedAt(number)!;
    tick = rows.tick[row]!;
    totals.add(rows, row);
  });
  end();
  return sums;
}

function asSums(flows: readonly DatedFlow[]): [string, readonly [number, number]][] {
  return flows.map(({ time, of, verb, created, destroyed }) => [
    `${time} ${of} ${verb}`,
    [created, destroyed],
  ]);
}

function plainThere(journal: Journal): [number, number][] {
  return [...existing(journal.tables())].filter(([, units]) => units !== 0).sort(([a], [b]) => a - b);
}

function countedThere({ census }: EconomyTold): [number, number][] {
  return [...census!.there]
    .map(([of, units]): [number, number] => [of, units.reduce((sum, each) => sum + each, 0)])
    .filter(([, units]) => units !== 0)
    .sort(([a], [b]) => a - b);
}

function coins(verb: LedgerVerb, owner: number, amount: number, after: number, other = 0): WriteFact {
  return (rows) =>
    facts.noteCoinsChanged(rows, 0, owner, other, 0, verb, amount, after, PurseKind.wallet, owner);
}

const { inventory, ground, nowhere } = HolderKind;

describe("a game server's economy", () => {
  it('has the sums that the whole journal has, at any moment, over restarts', async () => {
    const step = fc.constantFrom('append', 'append', 'tend', 'hour', 'restart', 'tell');
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.integer({ min: 1, max: 999 }),
        async (steps, seed) => {
          const game = await new GameWithEconomy({ gatheredRows: 64 }).open();
          const traffic = new EncodedWindows(40, 6, seed);
          for (const each of steps) {
            if (each === 'append') game.append(traffic.next().bytes);
            else if (each === 'tend') game.economy.tend(game.nowUnix);
            else if (each === 'hour') game.nowUnix += hour;
            else if (each === 'restart') await game.reopen();
            else game.tell();
          }
          game.settle();
          const plain = plainFlows(game.journal);
          for (const thing of [coinsKey, 1, 2, 3]) {
            const told = asSums(game.tell(thing).flows).filter(
              ([, [created, destroyed]]) => created + destroyed > 0,
            );
            const expected = [...plain].filter(
              ([key, [created, destroyed]]) => key.split(' ')[1] === String(thing) && created + destroyed > 0,
            );
            expect(new Map(told)).toEqual(new Map(expected));
          }
          const told = game.tell();
          expect([told.behind, told.alarm.unbalanced, told.breaches]).toEqual([0, [], []]);
          expect(countedThere(told)).toEqual(plainThere(game.journal));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('counts what is there while it goes on changing, to the unit', async () => {
    const game = await new GameWithEconomy({ gatheredRows: 500 }).open();
    const traffic = new EncodedWindows(400, 300, 5);
    for (let i = 0; i < 40; i++) game.append(traffic.next().bytes);
    // More than a piece of stacks, so that entries come between pieces.
    expect(game.journal.tables().stacks.size).toBeGreaterThan(3_000);
    game.nowUnix += 61;
    let pieces = 0;
    while (game.economy.tend(game.nowUnix)) {
      pieces += 1;
      if (game.tell().behind === 0 && pieces % 2 === 0 && pieces < 200) game.append(traffic.next(60).bytes);
    }
    const told = game.tell();
    expect(told.census).toMatchObject({ entry: game.journal.end.number, unbalanced: [] });
    expect(countedThere(told)).toEqual(plainThere(game.journal));
    expect(told.alarm).toMatchObject({ unbalanced: [], breaches: 0 });
  });

  it('goes on from the totals of entries that are not kept', async () => {
    const game = await new GameWithEconomy({ keptEntries: 500 }).open();
    const traffic = new EncodedWindows(200, 10, 7);
    for (let round = 0; round < 30; round++) {
      game.append(traffic.next().bytes);
      while (game.journal.tend());
      if (round % 3 === 0) game.settle();
      if (round === 12) await game.reopen();
    }
    expect(game.journal.base().number).toBeGreaterThan(2_000);
    const told = game.settle().tell();
    expect(told.alarm.unbalanced).toEqual([]);
    expect(countedThere(told)).toEqual(plainThere(game.journal));
  });

  it('begins with the totals where entries went before it could follow them', async () => {
    const game = await new GameWithEconomy({ keptEntries: 500 }).open();
    const traffic = new EncodedWindows(200, 10, 7);
    for (let round = 0; round < 40; round++) game.append(traffic.next().bytes);
    while (game.journal.tend());
    const told = game.settle().tell();
    expect(told.census!.entry).toBe(game.journal.end.number);
    expect(told.alarm.unbalanced).toEqual([]);
    expect(checkLedger(game.journal).findings).toEqual([]);
    const { created, destroyed } = told.census!.totals.get(coinsKey)!;
    expect(created - destroyed).toBe(existing(game.journal.tables()).get(coinsKey));
  });

  it('is alarmed when a row was changed by hand, and says of what', async () => {
    const game = await new GameWithEconomy().open();
    game.tick(1, coins(LedgerVerb.kill, 1, 50, 50), coins(LedgerVerb.kill, 2, 70, 70));
    game.tick(2, stackChanged({ verb: LedgerVerb.kill, instance: 9, item: 4, amount: 3, after: 3 }));
    game.tick(3, coins(LedgerVerb.kill, 3, 1, 1));
    expect(game.settle().tell().alarm).toMatchObject({ unbalanced: [] });
    game.journal.close();
    game.file.db.exec('UPDATE ledger_purses SET coins = coins + 5 WHERE owner = 2');
    await game.reopen();
    expect(game.economy.alarm(game.nowUnix)).toMatchObject({ unbalanced: undefined, takenUnix: undefined });
    const told = game.settle().tell();
    expect(told.alarm.unbalanced).toEqual([coinsKey]);
    expect(told.census!.unbalanced).toEqual([coinsKey]);
    expect(told.census!.totals.get(coinsKey)).toEqual({ created: 121, destroyed: 0 });
  });

  it('tells a verb that created what it only moves, for a day as an alarm and then as what was', async () => {
    const game = await new GameWithEconomy().open();
    game.tick(1, coins(LedgerVerb.trade, 1, 40, 40, 2));
    game.tick(2, coins(LedgerVerb.kill, 1, 1, 41));
    const told = game.settle().tell();
    expect(told.breaches).toMatchObject([
      { entry: 1, tick: 1, verb: LedgerVerb.trade, of: coinsKey, sum: 40 },
    ]);
    expect(told.alarm).toMatchObject({ unbalanced: [], breaches: 1 });
    // Written meanwhile.
    game.settle();
    await game.reopen();
    expect(game.tell()).toMatchObject({ breachCount: 1, breaches: [{ entry: 1, sum: 40 }] });
    game.nowUnix += 24 * hour;
    expect(game.settle().tell()).toMatchObject({ breachCount: 1, alarm: { breaches: 0 } });
  });

  it('tells what changed hands beside what came and went', async () => {
    const game = await new GameWithEconomy().open();
    game.tick(1, coins(LedgerVerb.kill, 1, 100, 100));
    game.tick(2, coins(LedgerVerb.trade, 1, -30, 70, 2), coins(LedgerVerb.trade, 2, 30, 30, 1));
    game.tick(3, coins(LedgerVerb.fee, 2, -4, 26));
    const stack = { instance: 5, item: 3, after: 8 };
    const onGround = { holder: ground, owner: 0 };
    game.tick(4, stackChanged({ ...stack, ...onGround, verb: LedgerVerb.kill, amount: 8 }));
    const fromGround = { fromHolder: ground, fromOwner: 0 };
    game.tick(5, stackChanged({ ...stack, ...fromGround, verb: LedgerVerb.pickUp }));
    const { kill, trade, fee, pickUp } = LedgerVerb;
    const numbers = (of: number) =>
      game.tell(of).flows.map(({ verb, created, destroyed, moved }) => [verb, created, destroyed, moved]);
    game.settle();
    expect(numbers(coinsKey)).toEqual([
      [kill, 100, 0, 0],
      [trade, 0, 0, 30],
      [fee, 0, 4, 0],
    ]);
    expect(numbers(3)).toEqual([
      [kill, 8, 0, 0],
      [pickUp, 0, 0, 8],
    ]);
  });

  it('keeps hours for a week, then days for a quarter of a year, and counts what went', async () => {
    const game = await new GameWithEconomy().open();
    game.tick(1, coins(LedgerVerb.kill, 1, 10, 10));
    game.nowUnix += hour;
    game.tick(2, coins(LedgerVerb.kill, 1, 5, 15));
    game.settle();
    game.nowUnix += 61;
    game.settle();
    const day = Math.floor(game.nowUnix / hour / 24);
    expect(game.tell(coinsKey, 'days').flows).toMatchObject([{ time: day, created: 15 }]);
    // The last tick waits for what may be of it, until another comes.
    game.tick(3, coins(LedgerVerb.kill, 1, 1, 16));
    game.settle().settle();
    game.nowUnix += hoursKept * hour;
    const rolled = game.settle().settle().tell(coinsKey, 'days');
    expect(rolled.flows).toMatchObject([{ time: day, created: 16 }]);
    expect(rolled.kept).toMatchObject({ rolledUp: 2, dropped: 0 });
    game.nowUnix += daysKept * 24 * hour;
    game.tick(4, coins(LedgerVerb.kill, 1, 1, 17));
    game.settle().settle();
    game.tick(5, coins(LedgerVerb.kill, 1, 1, 18));
    const later = game.settle().settle().tell(coinsKey, 'days');
    expect(later.flows).toMatchObject([{ created: 2 }]);
    expect(later.kept.dropped).toBeGreaterThan(0);
    // What goes from hours and days stays in the totals.
    expect(later.census!.totals.get(coinsKey)).toEqual({ created: 18, destroyed: 0 });
  });

  it('knows who gained far more than others in the last hour, also after a start, and not for longer', async () => {
    const game = await new GameWithEconomy().open();
    for (let who = 1; who <= 20; who++) game.tick(who, coins(LedgerVerb.kill, who, 90 + who, 90 + who));
    game.tick(30, coins(LedgerVerb.kill, 7, 50_000, 50_097));
    const [before] = game.settle().gains();
    expect(before).toMatchObject({
      kind: 'coins',
      gainers: 20,
      count: 1,
      list: [{ character: 7, gained: 50_097 }],
    });
    await game.reopen();
    expect(game.settle().gains()[0]).toEqual(before);
    game.nowUnix += 2 * hour;
    expect(game.settle().gains()[0]).toMatchObject({ gainers: 0, list: [] });
  });

  it('has nothing of a character that was erased among gains, and adds up without it', async () => {
    const game = await new GameWithEconomy().open();
    for (let who = 1; who <= 20; who++) game.tick(who, coins(LedgerVerb.kill, who, 100, 100));
    game.tick(30, coins(LedgerVerb.kill, 7, 50_000, 50_100));
    game.tick(31, coins(LedgerVerb.erase, 7, -50_100, 0), (rows) => facts.noteCharacterErased(rows, 0, 7));
    game.tick(32, coins(LedgerVerb.kill, 8, 1, 101));
    const told = game.settle().tell();
    expect(game.gains()[0]).toMatchObject({ gainers: 19, list: [] });
    expect(told.alarm).toMatchObject({ unbalanced: [], breaches: 0 });
    expect(told.census!.shares).toMatchObject({ holders: 19, coins: 1_901 });
  });

  it('says where things are, and how coins are shared', async () => {
    const game = await new GameWithEconomy().open();
    game.tick(1, coins(LedgerVerb.start, 1, 90, 90), coins(LedgerVerb.start, 2, 10, 10));
    game.tick(2, (rows) => facts.noteExperienceChanged(rows, 0, 0, 1, LedgerVerb.kill, 33, 33));
    game.tick(
      3,
      stackChanged({ verb: LedgerVerb.kill, instance: 1, item: 6, amount: 2, after: 2, holder: inventory }),
    );
    game.tick(
      4,
      stackChanged({
        verb: LedgerVerb.kill,
        instance: 2,
        item: 6,
        amount: 3,
        after: 3,
        holder: ground,
        owner: 0,
      }),
    );
    const { instance, item } = { instance: 1, item: 6 };
    const gone = { holder: nowhere, owner: 0, fromHolder: inventory, fromOwner: 1 };
    game.tick(5, stackChanged({ verb: LedgerVerb.use, instance, item, amount: -2, after: 0, ...gone }));
    const { there, shares } = game.settle().tell().census!;
    expect([...there.get(6)!]).toEqual([0, 0, 0, 3, 0, 0]);
    expect([...there.get(experienceKey)!]).toEqual([33, 0, 0, 0, 0, 0]);
    expect(shares).toMatchObject({ holders: 2, coins: 100, top1: 0.9, top10: 0.9 });
    expect(shares.gini).toBeCloseTo(0.4, 2);
  });
});
