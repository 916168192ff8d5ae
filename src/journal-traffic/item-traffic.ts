// What players do with items, as the facts of it: kills that drop, pick up, split, merge, trade of two with coins. Nothing
// is created but by kills; ends where it began for the same seed. For the journal's benchmark, tests and power cuts.

import type { FactRows } from '#domain/ledger/entries/fact-rows.js';
import * as facts from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';

const slots = 32;
const { inventory, ground, nowhere } = HolderKind;
const pickUpRequest = 21;

interface Place {
  readonly holder: HolderKind;
  readonly owner: number;
  readonly slot: number;
}

interface Stack {
  readonly instance: number;
  readonly item: number;
  count: number;
  place: Place;
}

const nothing: Place = { holder: nowhere, owner: 0, slot: 0 };

export class ItemTraffic {
  /** Stacks changed so far, which is what an item operation is. */
  operations = 0;
  #instance: number;
  #random: number;
  readonly #bags: (Stack | undefined)[][];
  readonly #coins: number[];
  readonly #commands: number[];

  /** `players` have the ids from 1 on; stacks get those above `instance`. */
  constructor(
    private readonly rows: FactRows,
    private readonly players: number,
    seed = 1,
    instance = 0,
  ) {
    this.#random = seed | 1;
    this.#instance = instance;
    this.#bags = Array.from({ length: players + 1 }, () =>
      new Array<Stack | undefined>(slots).fill(undefined),
    );
    this.#coins = new Array<number>(players + 1).fill(0);
    this.#commands = new Array<number>(players + 1).fill(0);
  }

  /** One thing that a player does; at most 7 facts. */
  act(): void {
    const who = 1 + this.#below(this.players);
    const bag = this.#bags[who]!;
    const slot = this.#below(slots);
    const choice = this.#below(4);
    if (choice === 0) this.#pickUp(who, bag);
    else if (choice === 1) this.#split(who, bag, slot);
    else if (choice === 2) this.#merge(who, bag, slot);
    else this.#trade(who, bag, slot);
  }

  #pickUp(who: number, bag: (Stack | undefined)[]): void {
    const free = bag.indexOf(undefined);
    if (free < 0) return this.#discard(who, bag, this.#below(slots));
    const stack = { instance: ++this.#instance, item: 1 + this.#below(18), count: 0, place: nothing };
    const count = 1 + this.#below(20);
    this.#change(stack, LedgerVerb.kill, who, count, { holder: ground, owner: 0, slot: 0 });
    const [x, y] = [this.#below(1024), this.#below(1024)];
    facts.noteLaidOnGround(this.rows, this.#instance, stack.instance, 1, x, y, who, 3600);
    const coins = 1 + this.#below(9);
    this.#pay(who, coins, LedgerVerb.kill, 0);
    this.#change(stack, LedgerVerb.pickUp, who, 0, { holder: inventory, owner: who, slot: free });
    bag[free] = stack;
    this.#done(who);
  }

  #split(who: number, bag: (Stack | undefined)[], slot: number): void {
    const stack = bag[slot];
    const free = bag.indexOf(undefined);
    if (stack === undefined || stack.count < 2 || free < 0) return this.#pickUp(who, bag);
    const moved = 1 + this.#below(stack.count - 1);
    const made = { instance: ++this.#instance, item: stack.item, count: 0, place: nothing };
    this.#change(stack, LedgerVerb.arrange, who, -moved, stack.place);
    this.#change(made, LedgerVerb.arrange, who, moved, { holder: inventory, owner: who, slot: free });
    bag[free] = made;
    this.#done(who);
  }

  #merge(who: number, bag: (Stack | undefined)[], slot: number): void {
    const from = bag[slot];
    const into =
      from && bag.find((other) => other !== undefined && other !== from && other.item === from.item);
    if (from === undefined || into === undefined) return this.#split(who, bag, slot);
    const moved = from.count;
    this.#change(from, LedgerVerb.arrange, who, -moved, nothing);
    this.#change(into, LedgerVerb.arrange, who, moved, into.place);
    bag[slot] = undefined;
    this.#done(who);
  }

  #trade(who: number, bag: (Stack | undefined)[], slot: number): void {
    const other = 1 + this.#below(this.players);
    const theirs = this.#bags[other]!;
    const [given, got] = [bag[slot], theirs[slot]];
    if (other === who || given === undefined || got === undefined) return this.#pickUp(who, bag);
    this.#change(given, LedgerVerb.trade, who, 0, got.place, other);
    this.#change(got, LedgerVerb.trade, other, 0, { holder: inventory, owner: who, slot }, who);
    [bag[slot], theirs[slot]] = [got, given];
    const coins = Math.min(this.#coins[who]!, this.#below(5));
    if (coins > 0) {
      this.#pay(who, -coins, LedgerVerb.trade, other);
      this.#pay(other, coins, LedgerVerb.trade, who);
    }
    this.#done(who);
    this.#done(other);
  }

  #discard(who: number, bag: (Stack | undefined)[], slot: number): void {
    const stack = bag[slot]!;
    this.#change(stack, LedgerVerb.discard, who, -stack.count, nothing);
    bag[slot] = undefined;
    this.#done(who);
  }

  #change(stack: Stack, verb: LedgerVerb, who: number, amount: number, to: Place, counterpart = 0): void {
    const { holder, owner, slot } = stack.place;
    stack.count += amount;
    stack.place = to;
    this.operations++;
    const command = this.#commands[who]! + 1;
    facts.noteStackChanged(
      this.rows,
      ...([who, who, who, counterpart, command, verb, stack.instance, stack.item] as const),
      ...([amount, stack.count, to.holder, to.owner, to.slot, holder, owner, slot, 0, 0] as const),
    );
  }

  #pay(who: number, amount: number, verb: LedgerVerb, counterpart: number): void {
    const after = (this.#coins[who] = this.#coins[who]! + amount);
    const command = this.#commands[who]! + 1;
    facts.noteCoinsChanged(
      this.rows,
      ...([who, who, counterpart, command, verb, amount, after, PurseKind.wallet, who] as const),
    );
  }

  #done(who: number): void {
    this.#commands[who] = this.#commands[who]! + 1;
    facts.noteCommandDone(this.rows, who, who, this.#commands[who]!, pickUpRequest);
  }

  /** Marsaglia's xorshift with 13, 17 and 5. */
  #below(limit: number): number {
    let x = this.#random;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#random = x;
    return (x >>> 0) % limit;
  }
}
