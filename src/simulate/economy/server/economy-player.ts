// A player as its program knows it: what it was told, what it asked for under which number, and what became of that.

import type { HolderKind } from '#domain/vocabulary/generated/words.js';
import type { ToldEvent } from '../../../crash/told.js';

export class EconomyPlayer {
  /** 0 while it is not in the world, and has not asked to come. */
  session = 0;
  entity = 0;
  characterId = 0;
  command = 0;
  readonly events: ToldEvent[] = [];
  /** Contents by `slotKey`, as told; slots that are not here are empty. */
  readonly slots = new Map<string, { readonly image: string; readonly item: number }>();
  /** By quest, as `questImage` has it; what is not there is not known of. */
  readonly quests = new Map<number, string>();
  coins = 0;
  experience = 0;
  readonly confirmed = new Set<number>();
  /** Reasons by command. */
  readonly refused = new Map<number, number>();
  /** Id of the letter that it heard of last. */
  letter = 0;
  trade = 0;
  version = 0;
  inviter = 0;
  /** Number of the invitation into a party, and of the roll, that it heard of last, and what that is for: an entity. */
  invitation = 0;
  roll = 0;
  rolledFor = 0;
  isWelcome = false;
  isErased = false;

  constructor(
    readonly name: string,
    readonly accountId: string,
  ) {}

  nextCommand(): number {
    return ++this.command;
  }

  /** Its session is over. */
  gone(): void {
    this.session = 0;
    this.entity = 0;
    this.isWelcome = false;
    this.trade = 0;
    this.inviter = 0;
    this.invitation = 0;
    this.roll = 0;
    this.rolledFor = 0;
  }

  welcome(entity: number, lastCommand: number): void {
    this.entity = entity;
    this.command = Math.max(this.command, lastCommand);
    this.isWelcome = true;
    this.slots.clear();
    this.quests.clear();
    this.events.push({ kind: 'entered' });
  }

  /** A slot of a holder in which it knows something to be, of an item if one is named; -1 for none. */
  slotWith(holder: HolderKind, item = 0): number {
    for (const [key, each] of this.slots) {
      const [where, slot] = key.split('/').map(Number);
      if (where === holder && (item === 0 || each.item === item)) return slot!;
    }
    return -1;
  }

  hasAnswer(command: number): boolean {
    return this.confirmed.has(command) || this.refused.has(command);
  }
}
