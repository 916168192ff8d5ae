// The player's own character as the server last told it.

import type {
  CharacterStatus,
  InventorySlot,
  MapChanged,
  Profession,
  ProfessionSkill,
  Snapshot,
  Welcome,
} from '#adapters/protocol/generated/game.js';
import { HolderKind } from '#adapters/protocol/generated/game.js';

export interface InventoryEntry {
  readonly item: number;
  readonly count: number;
  /** Uses that a single item has behind it. */
  readonly wear: number;
  /** Nobody else can have it any more. */
  readonly bound: boolean;
}

export class OwnCharacter {
  /** 0 until the player stands in the world. */
  entity = 0;
  name = '';
  map = 0;
  mapKey = '';
  /** First 4 bytes of the hash of the server's content, 0 before the first welcome. */
  contentHash = 0;
  /** Metres, after the input step `lastInput`: as the server told last, a round trip behind. See OwnMovement. */
  x = 0;
  y = 0;
  health = 0;
  mana = 0;
  level = 0;
  experience = 0;
  experienceNext = 0;
  healthMax = 0;
  manaMax = 0;
  coins = 0;
  /** The newest input step that the server applied. */
  lastInput = 0;
  /** Tick of the newest snapshot, 0 before the first. */
  tick = 0;
  /** Points of skill; professions in which nothing was learned are not there. */
  readonly professions = new Map<Profession, number>();
  /** What lies in the slots that are not empty. */
  readonly inventory = new Map<number, InventoryEntry>();
  /** What is worn, by EquipSlot. */
  readonly equipment = new Map<number, InventoryEntry>();
  /** What lies in the bank, as far as it was asked for, and what can be bought back. */
  readonly bank = new Map<number, InventoryEntry>();
  readonly buyBack = new Map<number, InventoryEntry>();
  /** The highest command that was given or, as the server knows, done. */
  lastCommand = 0;

  get isDead(): boolean {
    return this.tick !== 0 && this.health === 0;
  }

  /** The session is another one: the character stands nowhere until it is welcomed. */
  leaveWorld(): void {
    this.entity = 0;
    this.tick = 0;
    this.lastInput = 0;
    this.professions.clear();
    this.inventory.clear();
    this.equipment.clear();
    this.bank.clear();
    this.buyBack.clear();
  }

  welcome(message: Welcome): void {
    this.entity = message.entity;
    this.name = message.name;
    this.map = message.map;
    this.mapKey = message.mapKey;
    this.contentHash = message.contentHash;
    this.lastCommand = Math.max(this.lastCommand, message.lastCommand);
  }

  mapChanged(message: MapChanged): void {
    this.map = message.map;
    this.mapKey = message.mapKey;
    this.x = message.x;
    this.y = message.y;
  }

  status(message: CharacterStatus): void {
    this.level = message.level;
    this.experience = message.experience;
    this.experienceNext = message.experienceNext;
    this.healthMax = message.healthMax;
    this.manaMax = message.manaMax;
    this.coins = message.coins;
  }

  slot({ holder, slot, item, count, wear, bound }: InventorySlot): void {
    const slots = this.bagOf(holder);
    if (item === 0) slots.delete(slot);
    else slots.set(slot, { item, count, wear, bound });
  }

  learned({ profession, skill }: ProfessionSkill): void {
    this.professions.set(profession, skill);
  }

  private bagOf(holder: HolderKind): Map<number, InventoryEntry> {
    switch (holder) {
      case HolderKind.equipment:
        return this.equipment;
      case HolderKind.bank:
        return this.bank;
      case HolderKind.buyBack:
        return this.buyBack;
      default:
        return this.inventory;
    }
  }

  snapshot(message: Snapshot): void {
    this.tick = message.tick;
    this.lastInput = message.lastInput;
    this.x = message.x;
    this.y = message.y;
    this.health = message.health;
    this.mana = message.mana;
  }
}
