// Generated from protocol-schema/facts.tos by `npm run codegen`; changes here are lost.
// What can happen in the world: kinds of facts, to whom each is told, and how a rule writes one.

import type { CharacterLimit, ChatScope, CombatOutcome, RefusalReason } from './words.js';

/** Numbers are permanent: journals hold them. */
export const FactKind = {
  /** A blow, a dodge, a healing. */
  struck: 1,
  /** The last of the health is gone. */
  died: 2,
  /** A dead player stands in the world again. */
  stoodUp: 3,
  /** A character came into the world, or another session took it over there. */
  entered: 4,
  /** A character left the world. */
  left: 5,
  /** A character stands on another map now. */
  travelled: 6,
  /** Experience was earned. */
  experienceGained: 7,
  /** Experience was lost with the life. */
  experienceLost: 8,
  /** A character is of another level. */
  levelReached: 9,
  /** Money came to a character. */
  coinsGained: 10,
  /** Items came into a character's inventory. */
  itemTaken: 11,
  /** Items appeared on the ground. */
  itemDropped: 12,
  /** Items lay on the ground too long and are gone. */
  itemExpired: 13,
  /** A new character got what beginners get. */
  equipped: 14,
  /** What a player asked for was not done. */
  requestRefused: 15,
  /** A player said something; the words stand beside the fact. */
  spoke: 16,
  /** A character took part in a kill. */
  killCredited: 17,
  /** What a rule gave found no room in a character's number, which is as high as it goes. */
  forfeited: 18,
} as const;

export type FactKind = (typeof FactKind)[keyof typeof FactKind];

/** To whom a fact is told, several at once; 0 is nobody. */
export const FactAudience = {
  actor: 1,
  subject: 2,
  seeing: 4,
  party: 8,
  map: 16,
  operators: 32,
} as const;

/** What a fact carries besides its kind and tick. */
export const FactColumn = {
  actor: 1,
  subject: 2,
  cause: 4,
  instance: 8,
  item: 16,
  skill: 32,
  quest: 64,
  creature: 128,
  map: 256,
  x: 512,
  y: 1024,
  slot: 2048,
  level: 4096,
  request: 8192,
  scope: 16384,
  outcome: 32768,
  reason: 65536,
  amount: 131072,
} as const;

export interface FactDefinition {
  readonly kind: FactKind;
  readonly name: keyof typeof FactKind;
  /** Bits of FactAudience. */
  readonly told: number;
  /** Has to reach the journal: room for it is reserved before the rule acts. */
  readonly durable: boolean;
  /** Bits of FactColumn; the others of a row hold nothing. */
  readonly columns: number;
}

/** In the order of their numbers. */
export const factDefinitions: readonly FactDefinition[] = [
  {
    kind: 1,
    name: 'struck',
    told: FactAudience.subject | FactAudience.seeing,
    durable: false,
    columns:
      FactColumn.actor | FactColumn.subject | FactColumn.skill | FactColumn.outcome | FactColumn.amount,
  },
  {
    kind: 2,
    name: 'died',
    told: FactAudience.subject | FactAudience.seeing,
    durable: true,
    columns: FactColumn.actor | FactColumn.subject | FactColumn.skill,
  },
  { kind: 3, name: 'stoodUp', told: 0, durable: true, columns: FactColumn.subject | FactColumn.map },
  { kind: 4, name: 'entered', told: 0, durable: false, columns: FactColumn.subject | FactColumn.map },
  { kind: 5, name: 'left', told: 0, durable: false, columns: FactColumn.subject },
  {
    kind: 6,
    name: 'travelled',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.map | FactColumn.x | FactColumn.y,
  },
  {
    kind: 7,
    name: 'experienceGained',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.actor | FactColumn.amount,
  },
  {
    kind: 8,
    name: 'experienceLost',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.amount,
  },
  {
    kind: 9,
    name: 'levelReached',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.level,
  },
  {
    kind: 10,
    name: 'coinsGained',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.amount,
  },
  {
    kind: 11,
    name: 'itemTaken',
    told: FactAudience.subject,
    durable: true,
    columns:
      FactColumn.actor |
      FactColumn.subject |
      FactColumn.instance |
      FactColumn.item |
      FactColumn.slot |
      FactColumn.amount,
  },
  {
    kind: 12,
    name: 'itemDropped',
    told: 0,
    durable: true,
    columns: FactColumn.actor | FactColumn.subject | FactColumn.item | FactColumn.amount,
  },
  {
    kind: 13,
    name: 'itemExpired',
    told: 0,
    durable: true,
    columns: FactColumn.subject | FactColumn.item | FactColumn.amount,
  },
  { kind: 14, name: 'equipped', told: 0, durable: true, columns: FactColumn.subject | FactColumn.amount },
  {
    kind: 15,
    name: 'requestRefused',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.subject | FactColumn.request | FactColumn.reason,
  },
  {
    kind: 16,
    name: 'spoke',
    told: FactAudience.seeing | FactAudience.map,
    durable: false,
    columns: FactColumn.subject | FactColumn.scope,
  },
  {
    kind: 17,
    name: 'killCredited',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.actor,
  },
  {
    kind: 18,
    name: 'forfeited',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.reason | FactColumn.amount,
  },
];

const byKind: (FactDefinition | undefined)[] = new Array<FactDefinition | undefined>(256).fill(undefined);
for (const definition of factDefinitions) byKind[definition.kind] = definition;

/** Undefined for a number that no fact has. */
export function factDefinition(kind: number): FactDefinition | undefined {
  return byKind[kind];
}

/** Facts by row. A row holds what its kind declares; the rest is left over from an earlier one. */
export class FactColumns {
  /** One of FactKind. */
  readonly kind: Uint8Array;
  readonly tick: Uint32Array;
  /** Entity id of who did it, 0 for nobody. */
  readonly actor: Uint32Array;
  /** Entity id of whom or what it happened to. */
  readonly subject: Uint32Array;
  /** What brought it about: the id of an operation or of another fact, 0 for the rules alone. */
  readonly cause: Uint32Array;
  /** The id of one single item, below 2^53. */
  readonly instance: Float64Array;
  /** Item id from the content. */
  readonly item: Uint16Array;
  /** Skill id from the content. */
  readonly skill: Uint16Array;
  /** Quest id from the content. */
  readonly quest: Uint16Array;
  /** Creature id from the content. */
  readonly creature: Uint16Array;
  /** Index of a map. */
  readonly map: Uint16Array;
  /** Metres, east positive. */
  readonly x: Float32Array;
  /** Metres, south positive. */
  readonly y: Float32Array;
  /** Number of a slot, from 0. */
  readonly slot: Uint8Array;
  /** A level, 1 is the first. */
  readonly level: Uint8Array;
  /** What was asked: the id of its packet. */
  readonly request: Uint8Array;
  /** Whom it is meant for. */
  readonly scope: Uint8Array;
  /** What came of it. */
  readonly outcome: Uint8Array;
  /** Why. */
  readonly reason: Uint8Array;
  /** How much or how many, a whole number below 2^53. */
  readonly amount: Float64Array;

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.tick = new Uint32Array(capacity);
    this.actor = new Uint32Array(capacity);
    this.subject = new Uint32Array(capacity);
    this.cause = new Uint32Array(capacity);
    this.instance = new Float64Array(capacity);
    this.item = new Uint16Array(capacity);
    this.skill = new Uint16Array(capacity);
    this.quest = new Uint16Array(capacity);
    this.creature = new Uint16Array(capacity);
    this.map = new Uint16Array(capacity);
    this.x = new Float32Array(capacity);
    this.y = new Float32Array(capacity);
    this.slot = new Uint8Array(capacity);
    this.level = new Uint8Array(capacity);
    this.request = new Uint8Array(capacity);
    this.scope = new Uint8Array(capacity);
    this.outcome = new Uint8Array(capacity);
    this.reason = new Uint8Array(capacity);
    this.amount = new Float64Array(capacity);
  }
}

/** What facts are written into. */
export interface FactSink extends FactColumns {
  /** The row of a new fact, its kind and tick set; -1 when there is no room for it, which is counted. */
  claim(kind: FactKind): number;
}

/**
 * A blow, a dodge, a healing.
 * @param actor 0 for nobody.
 * @param skill 0 for none.
 * @param amount Health lost or gained.
 */
export function noteStruck(
  facts: FactSink,
  actor: number,
  subject: number,
  skill: number,
  outcome: CombatOutcome,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.struck);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  facts.skill[row] = skill;
  facts.outcome[row] = outcome;
  facts.amount[row] = amount;
  return true;
}

/**
 * The last of the health is gone.
 * @param actor Who did the last of it, 0 for nobody.
 * @param skill With what, 0 for none.
 */
export function noteDied(facts: FactSink, actor: number, subject: number, skill: number): boolean {
  const row = facts.claim(FactKind.died);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  facts.skill[row] = skill;
  return true;
}

/** A dead player stands in the world again. */
export function noteStoodUp(facts: FactSink, subject: number, map: number): boolean {
  const row = facts.claim(FactKind.stoodUp);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.map[row] = map;
  return true;
}

/** A character came into the world, or another session took it over there. */
export function noteEntered(facts: FactSink, subject: number, map: number): boolean {
  const row = facts.claim(FactKind.entered);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.map[row] = map;
  return true;
}

/** A character left the world. */
export function noteLeft(facts: FactSink, subject: number): boolean {
  const row = facts.claim(FactKind.left);
  if (row < 0) return false;
  facts.subject[row] = subject;
  return true;
}

/** A character stands on another map now. */
export function noteTravelled(facts: FactSink, subject: number, map: number, x: number, y: number): boolean {
  const row = facts.claim(FactKind.travelled);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.map[row] = map;
  facts.x[row] = x;
  facts.y[row] = y;
  return true;
}

/**
 * Experience was earned.
 * @param actor What it was earned with.
 */
export function noteExperienceGained(
  facts: FactSink,
  subject: number,
  actor: number,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.experienceGained);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.actor[row] = actor;
  facts.amount[row] = amount;
  return true;
}

/** Experience was lost with the life. */
export function noteExperienceLost(facts: FactSink, subject: number, amount: number): boolean {
  const row = facts.claim(FactKind.experienceLost);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.amount[row] = amount;
  return true;
}

/** A character is of another level. */
export function noteLevelReached(facts: FactSink, subject: number, level: number): boolean {
  const row = facts.claim(FactKind.levelReached);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.level[row] = level;
  return true;
}

/** Money came to a character. */
export function noteCoinsGained(facts: FactSink, subject: number, amount: number): boolean {
  const row = facts.claim(FactKind.coinsGained);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.amount[row] = amount;
  return true;
}

/**
 * Items came into a character's inventory.
 * @param actor What lay there.
 * @param instance 0 for what is not told apart from others of its kind.
 * @param slot Into which slot of the inventory.
 * @param amount How many units.
 */
export function noteItemTaken(
  facts: FactSink,
  actor: number,
  subject: number,
  instance: number,
  item: number,
  slot: number,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.itemTaken);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  facts.instance[row] = instance;
  facts.item[row] = item;
  facts.slot[row] = slot;
  facts.amount[row] = amount;
  return true;
}

/**
 * Items appeared on the ground.
 * @param actor Where it died, 0 for what was laid down otherwise.
 * @param subject The entity that lies there.
 * @param amount How many units.
 */
export function noteItemDropped(
  facts: FactSink,
  actor: number,
  subject: number,
  item: number,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.itemDropped);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  facts.item[row] = item;
  facts.amount[row] = amount;
  return true;
}

/**
 * Items lay on the ground too long and are gone.
 * @param amount How many units.
 */
export function noteItemExpired(facts: FactSink, subject: number, item: number, amount: number): boolean {
  const row = facts.claim(FactKind.itemExpired);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.item[row] = item;
  facts.amount[row] = amount;
  return true;
}

/**
 * A new character got what beginners get.
 * @param amount How many units of items, together.
 */
export function noteEquipped(facts: FactSink, subject: number, amount: number): boolean {
  const row = facts.claim(FactKind.equipped);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.amount[row] = amount;
  return true;
}

/** What a player asked for was not done. */
export function noteRequestRefused(
  facts: FactSink,
  subject: number,
  request: number,
  reason: RefusalReason,
): boolean {
  const row = facts.claim(FactKind.requestRefused);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.request[row] = request;
  facts.reason[row] = reason;
  return true;
}

/** A player said something; the words stand beside the fact. */
export function noteSpoke(facts: FactSink, subject: number, scope: ChatScope): boolean {
  const row = facts.claim(FactKind.spoke);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.scope[row] = scope;
  return true;
}

/**
 * A character took part in a kill.
 * @param actor What was killed.
 */
export function noteKillCredited(facts: FactSink, subject: number, actor: number): boolean {
  const row = facts.claim(FactKind.killCredited);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.actor[row] = actor;
  return true;
}

/** What a rule gave found no room in a character's number, which is as high as it goes. */
export function noteForfeited(
  facts: FactSink,
  subject: number,
  reason: CharacterLimit,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.forfeited);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.reason[row] = reason;
  facts.amount[row] = amount;
  return true;
}
