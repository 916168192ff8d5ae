// Counts all that there is, table by table and a piece at a time, while it goes on changing: what an entry changes of what was
// counted already is changed in the count. So it is at its end what there is at that entry, to the unit, and nothing had to
// wait for it. It looks at the tables and at nothing that says what should be in them.

import { coinsKey, experienceKey, skillKey, summedIn } from '#domain/ledger/state/ledger-totals.js';
import type { FactColumns } from '#domain/vocabulary/generated/facts.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import { amountTables, type AmountKey, type Journal, type OwnedAmount } from '#ports/storage/journal.js';
import { CoinBuckets, type CoinShares } from './coin-shares.js';

/** Where units are, by name. */
export const economyPlaces = ['carried', 'bank', 'buyBack', 'ground', 'letter', 'market'] as const;
export type EconomyPlace = (typeof economyPlaces)[number];

export interface CountedUnits {
  /** By `of`, then in the order of economyPlaces. */
  readonly there: ReadonlyMap<number, Float64Array>;
  readonly shares: CoinShares;
}

const placeOfHolder = new Map<number, EconomyPlace>([
  [HolderKind.inventory, 'carried'],
  [HolderKind.equipment, 'carried'],
  [HolderKind.bank, 'bank'],
  [HolderKind.buyBack, 'buyBack'],
  [HolderKind.ground, 'ground'],
  [HolderKind.letter, 'letter'],
  [HolderKind.listing, 'market'],
]);

export class Census {
  readonly #there = new Map<number, Float64Array>();
  readonly #wallets = new CoinBuckets();
  /** Number of the table that is counted, in amountTables; of those before it all is counted, of this one up to `#through`. */
  #table: number = amountTables.length;
  #through: AmountKey | undefined;

  get isUnderWay(): boolean {
    return this.#table < amountTables.length;
  }

  begin(): void {
    this.#there.clear();
    this.#wallets.clear();
    this.#table = 0;
    this.#through = undefined;
  }

  /** What was counted is of no use any more. */
  end(): void {
    this.#table = amountTables.length;
  }

  /** When all entries of the journal were told. What was counted, when nothing is left to count. */
  step(journal: Pick<Journal, 'amounts'>): CountedUnits | undefined {
    const { amounts, through } = journal.amounts(amountTables[this.#table]!, this.#through);
    for (const amount of amounts) this.#count(amount, 1);
    this.#through = through;
    if (through !== undefined) return undefined;
    this.#table += 1;
    return this.isUnderWay ? undefined : { there: this.#there, shares: this.#wallets.shares() };
  }

  /** Each entry, in order, once it is in the journal and before what it left is counted. */
  follow(facts: FactColumns, row: number): void {
    if (!this.isUnderWay) return;
    const of = summedIn(facts, row);
    if (of === undefined) return;
    const [before, after] = [facts.after[row]! - facts.amount[row]!, facts.after[row]!];
    const table = tableOf(facts.kind[row]!);
    if (table > this.#table) return;
    if (table === stacksTable) {
      const at = facts.instance[row]!;
      if (facts.fromHolder[row] !== HolderKind.nowhere)
        this.#change(table, facts.fromOwner[row]!, at, of, facts.fromHolder[row]!, before, -1);
      if (after > 0) this.#change(table, facts.owner[row]!, at, of, facts.holder[row]!, after, 1);
      return;
    }
    const [owner, at] = numberAt(facts, row);
    this.#change(table, owner, at, of, 0, before, -1);
    this.#change(table, owner, at, of, 0, after, 1);
  }

  #change(
    table: number,
    owner: number,
    at: number,
    of: number,
    holder: number,
    units: number,
    sign: 1 | -1,
  ): void {
    if (table === this.#table && !isCounted(owner, at, this.#through)) return;
    this.#count({ owner, at, of, holder, units }, sign);
  }

  #count({ at, of, holder, units }: OwnedAmount, sign: 1 | -1): void {
    let places = this.#there.get(of);
    if (places === undefined) this.#there.set(of, (places = new Float64Array(economyPlaces.length)));
    if (of === coinsKey && at === PurseKind.wallet) this.#wallets.count(units, sign);
    const place = of === coinsKey && at === PurseKind.letter ? 'letter' : placeOfHolder.get(holder);
    places[economyPlaces.indexOf(place ?? 'carried')]! += sign * units;
  }
}

const stacksTable = amountTables.indexOf('stacks');
const tablesByKind = new Map<number, number>([
  [FactKind.stackChanged, stacksTable],
  [FactKind.coinsChanged, amountTables.indexOf('purses')],
  [FactKind.experienceChanged, amountTables.indexOf('experience')],
  [FactKind.professionChanged, amountTables.indexOf('professions')],
]);

function tableOf(kind: number): number {
  return tablesByKind.get(kind)!;
}

/** Owner, and the second part of its key. */
function numberAt(facts: FactColumns, row: number): readonly [number, number] {
  const of = summedIn(facts, row);
  if (of === coinsKey) return [facts.owner[row]!, facts.holder[row]!];
  const character = facts.character[row]!;
  return [character, of === experienceKey ? 0 : of === skillKey ? facts.outcome[row]! : 0];
}

function isCounted(owner: number, at: number, through: AmountKey | undefined): boolean {
  if (through === undefined) return false;
  return owner < through.owner || (owner === through.owner && at <= through.at);
}
