// What lies where in a world, slot by slot; and where that is not what the journal's entries say.

import type { GameWorld } from '#domain/game.js';
import { pointAtBank, pointAtBuyBack, pointAtEquipment, pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { questObjectives, questSlots } from '#domain/quest-log/columns.js';
import { pointAtGround } from '#domain/loot/lay-units.js';
import { skillOf } from '#domain/progression/professions.js';
import { HolderKind, LetterKind, Profession } from '#domain/vocabulary/generated/words.js';
import { placeOf, questImage, skillKey, type BookedStack, type Books } from './entries.js';

export class WorldHoldings {
  readonly stacks = new Map<number, BookedStack>();
  /** Coins by character that is in the world. */
  readonly wallets = new Map<number, number>();
  readonly letterCoins = new Map<number, number>();
  readonly experience = new Map<number, number>();
  /** By `skillKey`, those that are 0 too. */
  readonly skills = new Map<string, number>();
  /** By character and quest: as players are told it. */
  readonly quests = new Map<string, string>();
  /** Stacks that lie in two places, a line each. */
  readonly twice: string[] = [];
  readonly #bag = new Bag();

  constructor(private readonly world: GameWorld) {
    const { player, loot, wallet, progress } = world.components;
    for (let row = 1; row < world.store.entities.rowsUsed; row++) {
      if (loot.has(row)) this.#readBag(pointAtGround(world, row, this.#bag));
      if (!player.has(row)) continue;
      const character = player.columns.character[row]!;
      for (const point of [pointAtInventory, pointAtEquipment, pointAtBank, pointAtBuyBack])
        this.#readBag(point(world, row, this.#bag));
      this.wallets.set(character, wallet.columns.coins[row]!);
      this.experience.set(character, progress.columns.experience[row]!);
      for (const profession of Object.values(Profession))
        this.skills.set(skillKey(character, profession), skillOf(world, row, profession));
      this.#readQuests(row, character);
    }
    this.#readDocuments();
  }

  /** Units of each item, coins as 0, experience as -1 and skill as -2; of characters that are elsewhere as the books have it. */
  totals(books: Books): Map<number, number> {
    const sums = new Map<number, number>();
    const add = (of: number, amount: number): void => void sums.set(of, (sums.get(of) ?? 0) + amount);
    for (const { item, units } of this.stacks.values()) add(item, units);
    for (const stack of books.stacks.values()) if (this.#isElsewhere(stack)) add(stack.item, stack.units);
    for (const coins of this.wallets.values()) add(0, coins);
    for (const [owner, coins] of books.wallets) if (!this.wallets.has(owner)) add(0, coins);
    for (const coins of this.letterCoins.values()) add(0, coins);
    for (const points of this.experience.values()) add(-1, points);
    for (const [owner, points] of books.experience) if (!this.experience.has(owner)) add(-1, points);
    for (const points of this.skills.values()) add(-2, points);
    for (const [key, points] of books.skills) if (!this.skills.has(key)) add(-2, points);
    return sums;
  }

  /** Where the world is not as the entries leave it, a line each. */
  differences(books: Books): string[] {
    const lines = [...this.twice];
    for (const [instance, stack] of this.stacks) {
      const booked = books.stacks.get(instance);
      if (!isSame(booked, stack))
        lines.push(`stack ${instance} is ${shown(stack)}, and by the entries ${shown(booked)}`);
    }
    for (const [instance, stack] of books.stacks)
      if (!this.stacks.has(instance) && !this.#isElsewhere(stack))
        lines.push(`stack ${instance} is nowhere, and by the entries ${shown(stack)}`);
    const compare = <Key>(what: string, is: Map<Key, number>, booked: Map<Key, number>): void => {
      for (const [owner, amount] of is)
        if ((booked.get(owner) ?? 0) !== amount)
          lines.push(`${what} ${String(owner)} has ${amount}, and by the entries ${booked.get(owner) ?? 0}`);
    };
    compare('the purse of character', this.wallets, books.wallets);
    compare('by experience character', this.experience, books.experience);
    compare('skill of character and profession', this.skills, books.skills);
    compare('letter', this.letterCoins, books.letterCoins);
    for (const [id, coins] of books.letterCoins)
      if (coins > 0 && !this.letterCoins.has(id)) lines.push(`letter ${id} with ${coins} coins is nowhere`);
    return [...lines, ...this.#questDifferences(books), ...this.#documentDifferences(books)];
  }

  #questDifferences(books: Books): string[] {
    const booked = [...this.wallets.keys()].flatMap((character) =>
      [...books.questsOf(character)].map(([quest, { told }]) => `${character}/${quest} ${told}`),
    );
    return unlike(
      'quest',
      [...this.quests].map((each) => each.join(' ')),
      booked,
    );
  }

  #readQuests(row: number, character: number): void {
    const { quest, stage, done } = this.world.components.quests.columns;
    const history = this.world.tables.questHistories.of(row);
    const times = (of: number): number => {
      const known = history.find(of);
      return known < 0 ? 0 : history.times[known]!;
    };
    for (let i = 0; i < history.count; i++)
      this.quests.set(
        `${character}/${history.quests[i]}`,
        questImage(0, new Array<number>(questObjectives).fill(0), history.times[i]!),
      );
    for (let at = row * questSlots; at < (row + 1) * questSlots; at++) {
      if (quest[at] === 0) continue;
      const counts = done.slice(at * questObjectives, (at + 1) * questObjectives);
      this.quests.set(`${character}/${quest[at]}`, questImage(stage[at]!, [...counts], times(quest[at]!)));
    }
  }

  #documentDifferences(books: Books): string[] {
    const { letters, listings } = this.world.tables;
    const isLetters: string[] = [];
    for (let row = 1; row < letters.rowsEnd; row++)
      if (letters.ids[row] !== 0)
        isLetters.push(
          [
            ...[letters.ids[row], letters.from[row], letters.to[row], letters.kinds[row]],
            ...[letters.cashOnDelivery[row], letters.untilSeconds[row], letters.words[row]],
          ].join(' '),
        );
    const bookedLetters = [...books.letters.values()].map((letter) =>
      [
        ...[letter.id, letter.from, letter.to, letter.kind],
        ...[letter.cashOnDelivery, letter.untilSeconds, letter.words],
      ].join(' '),
    );
    const isListings = Array.from({ length: listings.count }, (_, row) =>
      [listings.ids[row], listings.sellers[row], listings.prices[row], listings.untilSeconds[row]].join(' '),
    );
    const bookedListings = [...books.listings.values()].map((listing) =>
      [listing.id, listing.seller, listing.price, listing.untilSeconds].join(' '),
    );
    return [
      ...[...unlike('letter', isLetters, bookedLetters), ...unlike('listing', isListings, bookedListings)],
      ...[...books.takenBack, ...this.#emptyLetters(books)],
    ];
  }

  /** A letter that nobody wrote is there for what is in it. */
  #emptyLetters({ letters }: Books): string[] {
    const full = new Set<number>();
    for (const { holder, owner } of this.stacks.values()) if (holder === HolderKind.letter) full.add(owner);
    return [...letters.values()]
      .filter(({ id, kind }) => kind !== LetterKind.written && !full.has(id) && !this.letterCoins.get(id))
      .map(({ id }) => `letter ${id}, which nobody wrote, lies there with nothing in it`);
  }

  #readDocuments(): void {
    const { letters, listings } = this.world.tables;
    for (let row = 1; row < letters.rowsEnd; row++) {
      if (letters.ids[row] === 0) continue;
      this.#readBag(letters.pointAt(row, this.#bag));
      this.letterCoins.set(letters.ids[row]!, letters.coins[row]!);
    }
    for (let row = 0; row < listings.count; row++) this.#readBag(listings.pointAt(row, this.#bag));
  }

  #readBag(bag: Bag): void {
    const { columns, first, slots, holder, owner } = bag;
    for (let slot = 0; slot < slots; slot++) {
      const at = first + slot;
      const item = columns.items[at]!;
      if (item === 0) continue;
      const instance = columns.instances[at]!;
      const place = placeOf(holder, owner, slot);
      const other = this.stacks.get(instance);
      if (other !== undefined) this.twice.push(`stack ${instance} lies in ${other.place} and in ${place}`);
      const [units, wear, bound] = [columns.counts[at]!, columns.wear[at]!, columns.bound[at]!];
      this.stacks.set(instance, { instance, item, units, wear, bound, holder, owner, place });
    }
  }

  /** It belongs to a character that is not in the world. */
  #isElsewhere({ holder, owner }: BookedStack): boolean {
    return holder <= lastOwnHolder && !this.wallets.has(owner);
  }
}

/** Holders up to this one are bags of characters; what follows are the ground, letters and listings. */
const lastOwnHolder = HolderKind.buyBack;

function isSame(a: BookedStack | undefined, b: BookedStack): boolean {
  if (a?.item !== b.item || a.units !== b.units || a.place !== b.place) return false;
  return a.wear === b.wear && a.bound === b.bound;
}

function shown(stack: BookedStack | undefined): string {
  if (stack === undefined) return 'no more';
  const { item, units, wear, bound, place } = stack;
  return `${units} of item ${item} in ${place}, wear ${wear}, bound ${bound}`;
}

function unlike(what: string, is: readonly string[], booked: readonly string[]): string[] {
  return [
    ...is.filter((each) => !booked.includes(each)).map((each) => `${what} ${each} is not so in the entries`),
    ...booked.filter((each) => !is.includes(each)).map((each) => `${what} ${each} of the entries is not so`),
  ];
}
