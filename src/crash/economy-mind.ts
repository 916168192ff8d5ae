// What a bot of the crash test asks for next: one of the ways in which stacks and coins move, with what it knows to have.

import { EntityKind, HolderKind } from '#adapters/protocol/generated/game.js';
import type { GameClient } from '#client/game-client.js';
import type { KnownEntity } from '#client/known-entities.js';
import type { RandomStream } from '#domain/engine/random/random-stream.js';
import type { Ask } from './ask.js';
import { LetterMind } from './letter-mind.js';
import { MarketMind } from './market-mind.js';
import { TradeMind } from './trade-mind.js';

/** Slots of a bag that are used; few, so that stacks meet. */
const slotsUsed = 8;
const mainHand = 1;
/** Both are within what the rules allow. */
const pickUpWithinM = 2.3;
const talkWithinM = 3;
const buyFromCoins = 7;
/** Of one request to craft. */
const piecesMost = 3;
/** How far from the middle between vendor and banker it goes: both, and what others drop, stay in reach. */
const strollM = 1.2;

export class EconomyMind {
  readonly trade: TradeMind;
  readonly letters: LetterMind;
  readonly #market: MarketMind;
  #goalX = 0;
  #goalY = 0;
  #goalUntilMs = 0;

  /** `others` are the names of those who get letters. */
  constructor(
    private readonly client: GameClient,
    private readonly random: RandomStream,
    others: readonly string[],
  ) {
    this.trade = new TradeMind(client, random);
    this.letters = new LetterMind(client, random, others);
    this.#market = new MarketMind(client, random);
  }

  /** Undefined when what was thrown for cannot be done now, or has no command. */
  next(): Ask | undefined {
    const { random, trade } = this;
    if (trade.isTrading && random.chance(0.4)) return trade.next(this.#slotInUse());
    const kind = random.wholeBetween(0, 99);
    if (kind < 18) return this.#move();
    if (kind < 24) return this.#dress();
    if (kind < 34) return this.#drop();
    if (kind < 49) return this.#pickUp();
    if (kind < 56) return this.#buy();
    if (kind < 60) return this.#sell();
    if (kind < 70) return this.#bank();
    if (kind < 76) return this.letters.send(this.#slotInUse());
    if (kind < 87) return this.letters.open();
    if (kind < 93) return this.#market.next(this.#slotInUse());
    if (kind < 98) return this.#craft();
    trade.invite();
    return undefined;
  }

  /** The direction to walk in, in radians; undefined to stand. */
  heading(nowMs: number): number | undefined {
    const { client, random } = this;
    if (nowMs >= this.#goalUntilMs) {
      const middle = [this.#npc(baker, Infinity), this.#npc(banker, Infinity)].map(
        (npc) => npc ?? client.self,
      );
      this.#goalX = (middle[0]!.x + middle[1]!.x) / 2 + random.between(-strollM, strollM);
      this.#goalY = (middle[0]!.y + middle[1]!.y) / 2 + random.between(-strollM, strollM);
      this.#goalUntilMs = nowMs + random.between(500, 1500);
    }
    const [east, south] = [this.#goalX - client.self.x, this.#goalY - client.self.y];
    return Math.hypot(east, south) < 0.3 ? undefined : Math.atan2(south, east);
  }

  #move(): Ask | undefined {
    const { random } = this;
    const from = this.#slotInUse();
    const to = random.wholeBetween(0, slotsUsed - 1);
    if (from === undefined || from === to) return undefined;
    const units = this.#unitsOf(from);
    return (client, command) =>
      client.moveItem(command, HolderKind.inventory, from, HolderKind.inventory, to, units);
  }

  /** Puts something on, or takes it off. */
  #dress(): Ask | undefined {
    const { client, random } = this;
    const slot = random.wholeBetween(0, slotsUsed - 1);
    const [from, fromSlot, to, toSlot] = client.self.equipment.has(mainHand)
      ? ([HolderKind.equipment, mainHand, HolderKind.inventory, slot] as const)
      : ([HolderKind.inventory, this.#slotInUse() ?? slot, HolderKind.equipment, mainHand] as const);
    return (client, command) => client.moveItem(command, from, fromSlot, to, toSlot, 1);
  }

  #drop(): Ask | undefined {
    const slot = this.#slotInUse();
    if (slot === undefined) return undefined;
    const units = this.#unitsOf(slot);
    return (client, command) => client.dropItem(command, HolderKind.inventory, slot, units);
  }

  #pickUp(): Ask | undefined {
    const loot = this.#nearest(({ kind }) => kind === EntityKind.loot, pickUpWithinM)?.id;
    return loot === undefined ? undefined : (client, command) => client.pickUp(command, loot);
  }

  #buy(): Ask | undefined {
    const { client, random } = this;
    const vendor = this.#npc(baker, talkWithinM)?.id;
    if (vendor === undefined) return undefined;
    if (client.self.buyBack.size > 0 && random.chance(0.5)) {
      const slot = [...client.self.buyBack.keys()][0]!;
      return (client, command) => client.buyBackItem(command, vendor, slot);
    }
    // What is left is for letters.
    if (client.self.coins < buyFromCoins) return undefined;
    return (client, command) => client.buyItem(command, vendor, bread, 1);
  }

  #sell(): Ask | undefined {
    const vendor = this.#npc(baker, talkWithinM)?.id;
    const slot = this.#slotInUse();
    if (vendor === undefined || slot === undefined) return undefined;
    const units = this.#unitsOf(slot);
    return (client, command) => client.sellItem(command, vendor, slot, units);
  }

  /** Asks what lies there, puts something into it, or takes something from it. */
  #bank(): Ask | undefined {
    const { client, random } = this;
    const keeper = this.#npc(banker, talkWithinM)?.id;
    if (keeper === undefined) return undefined;
    if (random.chance(0.2)) return (by, command) => by.openBank(command, keeper);
    const to = random.wholeBetween(0, slotsUsed - 1);
    const kept = [...client.self.bank][0];
    if (kept !== undefined && random.chance(0.6)) {
      const [slot, { count }] = kept;
      return (by, command) => by.moveItem(command, HolderKind.bank, slot, HolderKind.inventory, to, count);
    }
    const from = this.#slotInUse();
    if (from === undefined) return undefined;
    const units = this.#unitsOf(from);
    return (by, command) => by.moveItem(command, HolderKind.inventory, from, HolderKind.bank, to, units);
  }

  /** Toasts bread at the fire, where it strolls about anyway, or leaves it. */
  #craft(): Ask | undefined {
    const { client, random } = this;
    if (client.crafting.recipe !== 0 && random.chance(0.3)) return (by, command) => by.stopCrafting(command);
    const count = random.wholeBetween(1, piecesMost);
    return (by, command) => by.craft(command, toast, count);
  }

  #slotInUse(): number | undefined {
    const slots = [...this.client.self.inventory.keys()];
    return slots.length === 0 ? undefined : slots[this.random.wholeBetween(0, slots.length - 1)];
  }

  /** All of a stack, or a part of it. */
  #unitsOf(slot: number): number {
    const { count } = this.client.self.inventory.get(slot)!;
    return this.random.chance(0.5) ? count : this.random.wholeBetween(1, count);
  }

  #npc(template: number, withinM: number): KnownEntity | undefined {
    return this.#nearest((entity) => entity.kind === EntityKind.npc && entity.template === template, withinM);
  }

  #nearest(isMeant: (entity: KnownEntity) => boolean, withinM: number): KnownEntity | undefined {
    const { self, entities } = this.client;
    return entities.best((entity) => {
      const distance = isMeant(entity) ? Math.hypot(entity.x - self.x, entity.y - self.y) : Infinity;
      return distance <= withinM ? distance : Infinity;
    });
  }
}

/**
 * As content/npcs.json, items.json and recipes.json number them: who sells bread near the place where beginners stand, who
 * keeps, and what is made of bread at the fire beside them.
 */
const baker = 2;
const banker = 4;
const bread = 8;
const toast = 18;
