// Generated from protocol-schema/facts.tos, protocol-schema/ledger.tos by `npm run codegen`; changes here are lost.
// What can happen in the world: kinds of facts, to whom each is told, and how a rule writes one.

import type {
  CharacterLimit,
  ChatScope,
  CombatOutcome,
  CraftOutcome,
  CraftingEnd,
  HolderKind,
  LedgerVerb,
  LetterKind,
  PartyEnd,
  PartyInvitationEnd,
  Profession,
  PurseKind,
  RefusalReason,
  TradeEnd,
} from './words.js';

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
  /** A character is of another level. */
  levelReached: 9,
  /** What a player asked for was not done. */
  requestRefused: 15,
  /** A player said something; the words stand beside the fact. */
  spoke: 16,
  /** A character took part in a kill. */
  killCredited: 17,
  /** What a rule gave found no room in a character's number, which is as high as it goes. */
  forfeited: 18,
  /**
   * A stack was created, moved, split, merged, worn or destroyed. Both stacks of a split or merge have a fact of their own.
   */
  stackChanged: 20,
  /** Coins came into a purse, or left it. */
  coinsChanged: 21,
  /** Experience was earned, or lost with the life. */
  experienceChanged: 22,
  /**
   * A request that moves something was done, and is not done again when it is asked once more under the same key: then this
   * is said again, with what was asked then. The first of a key says what was done.
   */
  commandDone: 23,
  /** A character that was never in the world began its life. */
  characterBegan: 24,
  /** A stack came to lie on the ground, or somebody's right to it changed. */
  laidOnGround: 25,
  /** A player asked another one to trade. */
  tradeProposed: 40,
  /** A player's trade began, or something on its table is not as it was. */
  tradeChanged: 41,
  /** A player's trade is over and nothing changed hands, or nobody took up its invitation. */
  tradeBroken: 42,
  /** All that two players laid on the table of their trade changed hands. */
  tradeDone: 43,
  /**
   * A letter came to be. Its words are the name of who sent it, the title and the text, a line each. What it encloses
   * are stacks and coins whose owner is its id.
   */
  letterSent: 44,
  /** A letter is as this says afterwards; its words and what it encloses are as they were. */
  letterChanged: 45,
  /** A letter with nothing in it is no more. */
  letterEnded: 46,
  /** A stack came on the market; its owner is the listing. */
  listingOpened: 47,
  /** A listing is no more: it was bought, taken back, or lay too long. */
  listingEnded: 48,
  /**
   * A creature of a spawn group was killed, and another takes its place after a while. Its words are the group's key.
   */
  creatureFell: 49,
  /**
   * A character was erased: whatever it owned went before, by entries of the verb erase, and nobody is it any more.
   */
  characterErased: 50,
  /** A character learned in a profession by making something. */
  professionChanged: 60,
  /** A player began to make something. */
  craftingBegan: 61,
  /**
   * A piece that a player made is finished, or spoilt. What it used up and what came of it are in the facts before.
   */
  pieceMade: 62,
  /** A player makes nothing more. */
  craftingCeased: 63,
  /**
   * What a character has to do with a quest is as this says afterwards: which stage it is in, and how often it completed it. One
   * that was given up and never completed leaves nothing.
   */
  questChanged: 66,
  /** A player was invited into a party. The name of who invites stands beside the fact. */
  partyProposed: 80,
  /**
   * An invitation into a party is over; a fact for each of the two. The name of the other one stands beside it.
   */
  partyProposalEnded: 81,
  /** A player's party began, or somebody came or went, or leads now; or it shares loot in another way. */
  partyChanged: 82,
  /** Members of a player's party are in another place, or in another state, than they were told to be. */
  membersMoved: 83,
  /** A player is in a party no more. */
  partyLeft: 84,
  /** Something that a kill left is rolled for, also by this player. */
  lootRollBegan: 85,
  /** A roll in which this player has a part is over. */
  lootRollDecided: 86,
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
  command: 4,
  character: 8,
  counterpart: 16,
  verb: 32,
  instance: 64,
  item: 128,
  skill: 256,
  quest: 512,
  creature: 1024,
  recipe: 2048,
  map: 4096,
  x: 8192,
  y: 16384,
  holder: 32768,
  owner: 65536,
  slot: 131072,
  fromHolder: 262144,
  fromOwner: 524288,
  fromSlot: 1048576,
  level: 2097152,
  request: 4194304,
  scope: 8388608,
  outcome: 16777216,
  reason: 33554432,
  amount: 67108864,
  after: 134217728,
  wear: 268435456,
  bound: 536870912,
  document: 1073741824,
  untilSeconds: 2147483648,
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
    kind: 9,
    name: 'levelReached',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.level,
  },
  {
    kind: 15,
    name: 'requestRefused',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.subject | FactColumn.request | FactColumn.command | FactColumn.reason,
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
  {
    kind: 20,
    name: 'stackChanged',
    told: FactAudience.actor | FactAudience.subject,
    durable: true,
    columns:
      FactColumn.actor |
      FactColumn.subject |
      FactColumn.character |
      FactColumn.counterpart |
      FactColumn.command |
      FactColumn.verb |
      FactColumn.instance |
      FactColumn.item |
      FactColumn.amount |
      FactColumn.after |
      FactColumn.holder |
      FactColumn.owner |
      FactColumn.slot |
      FactColumn.fromHolder |
      FactColumn.fromOwner |
      FactColumn.fromSlot |
      FactColumn.wear |
      FactColumn.bound,
  },
  {
    kind: 21,
    name: 'coinsChanged',
    told: FactAudience.subject,
    durable: true,
    columns:
      FactColumn.subject |
      FactColumn.character |
      FactColumn.counterpart |
      FactColumn.command |
      FactColumn.verb |
      FactColumn.amount |
      FactColumn.after |
      FactColumn.holder |
      FactColumn.owner,
  },
  {
    kind: 22,
    name: 'experienceChanged',
    told: FactAudience.subject,
    durable: true,
    columns:
      FactColumn.actor |
      FactColumn.subject |
      FactColumn.character |
      FactColumn.verb |
      FactColumn.amount |
      FactColumn.after,
  },
  {
    kind: 23,
    name: 'commandDone',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.character | FactColumn.command | FactColumn.request,
  },
  {
    kind: 24,
    name: 'characterBegan',
    told: 0,
    durable: true,
    columns: FactColumn.subject | FactColumn.character,
  },
  {
    kind: 25,
    name: 'laidOnGround',
    told: 0,
    durable: true,
    columns:
      FactColumn.subject |
      FactColumn.instance |
      FactColumn.map |
      FactColumn.x |
      FactColumn.y |
      FactColumn.character |
      FactColumn.amount,
  },
  {
    kind: 40,
    name: 'tradeProposed',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.actor | FactColumn.subject,
  },
  { kind: 41, name: 'tradeChanged', told: FactAudience.subject, durable: false, columns: FactColumn.subject },
  {
    kind: 42,
    name: 'tradeBroken',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.actor | FactColumn.subject | FactColumn.document | FactColumn.reason,
  },
  {
    kind: 43,
    name: 'tradeDone',
    told: FactAudience.actor | FactAudience.subject,
    durable: true,
    columns:
      FactColumn.actor |
      FactColumn.subject |
      FactColumn.character |
      FactColumn.counterpart |
      FactColumn.command |
      FactColumn.document,
  },
  {
    kind: 44,
    name: 'letterSent',
    told: FactAudience.subject,
    durable: true,
    columns:
      FactColumn.subject |
      FactColumn.character |
      FactColumn.counterpart |
      FactColumn.command |
      FactColumn.document |
      FactColumn.reason |
      FactColumn.amount |
      FactColumn.untilSeconds,
  },
  {
    kind: 45,
    name: 'letterChanged',
    told: FactAudience.actor | FactAudience.subject,
    durable: true,
    columns:
      FactColumn.actor |
      FactColumn.subject |
      FactColumn.character |
      FactColumn.counterpart |
      FactColumn.command |
      FactColumn.document |
      FactColumn.reason |
      FactColumn.amount |
      FactColumn.untilSeconds,
  },
  {
    kind: 46,
    name: 'letterEnded',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.character | FactColumn.command | FactColumn.document,
  },
  {
    kind: 47,
    name: 'listingOpened',
    told: 0,
    durable: true,
    columns:
      FactColumn.subject |
      FactColumn.character |
      FactColumn.command |
      FactColumn.document |
      FactColumn.amount |
      FactColumn.untilSeconds,
  },
  {
    kind: 48,
    name: 'listingEnded',
    told: 0,
    durable: true,
    columns:
      FactColumn.subject |
      FactColumn.character |
      FactColumn.counterpart |
      FactColumn.command |
      FactColumn.document,
  },
  {
    kind: 49,
    name: 'creatureFell',
    told: 0,
    durable: true,
    columns: FactColumn.subject | FactColumn.character | FactColumn.map | FactColumn.slot | FactColumn.amount,
  },
  {
    kind: 50,
    name: 'characterErased',
    told: 0,
    durable: true,
    columns: FactColumn.subject | FactColumn.character,
  },
  {
    kind: 60,
    name: 'professionChanged',
    told: FactAudience.subject,
    durable: true,
    columns:
      FactColumn.subject |
      FactColumn.character |
      FactColumn.verb |
      FactColumn.outcome |
      FactColumn.amount |
      FactColumn.after,
  },
  {
    kind: 61,
    name: 'craftingBegan',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.subject | FactColumn.recipe | FactColumn.amount | FactColumn.after,
  },
  {
    kind: 62,
    name: 'pieceMade',
    told: FactAudience.subject,
    durable: false,
    columns:
      FactColumn.subject |
      FactColumn.recipe |
      FactColumn.outcome |
      FactColumn.item |
      FactColumn.amount |
      FactColumn.after,
  },
  {
    kind: 63,
    name: 'craftingCeased',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.subject | FactColumn.recipe | FactColumn.reason | FactColumn.amount,
  },
  {
    kind: 66,
    name: 'questChanged',
    told: FactAudience.subject,
    durable: true,
    columns:
      FactColumn.subject |
      FactColumn.character |
      FactColumn.command |
      FactColumn.quest |
      FactColumn.slot |
      FactColumn.amount |
      FactColumn.after |
      FactColumn.untilSeconds,
  },
  {
    kind: 80,
    name: 'partyProposed',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.subject | FactColumn.document | FactColumn.amount,
  },
  {
    kind: 81,
    name: 'partyProposalEnded',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.subject | FactColumn.document | FactColumn.reason,
  },
  { kind: 82, name: 'partyChanged', told: FactAudience.subject, durable: false, columns: FactColumn.subject },
  { kind: 83, name: 'membersMoved', told: FactAudience.subject, durable: false, columns: FactColumn.subject },
  {
    kind: 84,
    name: 'partyLeft',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.subject | FactColumn.document | FactColumn.reason,
  },
  {
    kind: 85,
    name: 'lootRollBegan',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.subject | FactColumn.document,
  },
  {
    kind: 86,
    name: 'lootRollDecided',
    told: FactAudience.subject,
    durable: false,
    columns: FactColumn.subject | FactColumn.document,
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
  /** Key of the request that it answers, as its character numbers them; 0 for the rules alone. */
  readonly command: Uint32Array;
  /** Id of a stored character: who did it, or whose it is; 0 for nobody. */
  readonly character: Uint32Array;
  /** Id of the stored character on the other side, 0 for nobody. */
  readonly counterpart: Uint32Array;
  /** What was done. */
  readonly verb: Uint8Array;
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
  /** Recipe id from the content. */
  readonly recipe: Uint16Array;
  /** A map: its index, or in durable facts its numeric id from the content. */
  readonly map: Uint16Array;
  /** Metres, east positive. */
  readonly x: Float32Array;
  /** Metres, south positive. */
  readonly y: Float32Array;
  /** What sort of thing it is in afterwards. */
  readonly holder: Uint8Array;
  /** Whose that is: id of a character, of a letter, of a listing; 0 for nobody. */
  readonly owner: Float64Array;
  /** Number of a slot, from 0. */
  readonly slot: Uint8Array;
  /** What sort of thing it was in before. */
  readonly fromHolder: Uint8Array;
  /** Whose that was. */
  readonly fromOwner: Float64Array;
  /** Number of the slot that it was in. */
  readonly fromSlot: Uint8Array;
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
  /** How much or how many, a whole number below 2^53; less than 0 for what went away. */
  readonly amount: Float64Array;
  /** How many there are afterwards. */
  readonly after: Float64Array;
  /** Uses that a single item has behind it. */
  readonly wear: Uint16Array;
  /** 1 for what nobody else can have any more. */
  readonly bound: Uint8Array;
  /** Id of a letter or of a listing, below 2^53. */
  readonly document: Float64Array;
  /** When it is over, in seconds of Unix time. */
  readonly untilSeconds: Float64Array;

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.tick = new Uint32Array(capacity);
    this.actor = new Uint32Array(capacity);
    this.subject = new Uint32Array(capacity);
    this.command = new Uint32Array(capacity);
    this.character = new Uint32Array(capacity);
    this.counterpart = new Uint32Array(capacity);
    this.verb = new Uint8Array(capacity);
    this.instance = new Float64Array(capacity);
    this.item = new Uint16Array(capacity);
    this.skill = new Uint16Array(capacity);
    this.quest = new Uint16Array(capacity);
    this.creature = new Uint16Array(capacity);
    this.recipe = new Uint16Array(capacity);
    this.map = new Uint16Array(capacity);
    this.x = new Float32Array(capacity);
    this.y = new Float32Array(capacity);
    this.holder = new Uint8Array(capacity);
    this.owner = new Float64Array(capacity);
    this.slot = new Uint8Array(capacity);
    this.fromHolder = new Uint8Array(capacity);
    this.fromOwner = new Float64Array(capacity);
    this.fromSlot = new Uint8Array(capacity);
    this.level = new Uint8Array(capacity);
    this.request = new Uint8Array(capacity);
    this.scope = new Uint8Array(capacity);
    this.outcome = new Uint8Array(capacity);
    this.reason = new Uint8Array(capacity);
    this.amount = new Float64Array(capacity);
    this.after = new Float64Array(capacity);
    this.wear = new Uint16Array(capacity);
    this.bound = new Uint8Array(capacity);
    this.document = new Float64Array(capacity);
    this.untilSeconds = new Float64Array(capacity);
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

/** A character is of another level. */
export function noteLevelReached(facts: FactSink, subject: number, level: number): boolean {
  const row = facts.claim(FactKind.levelReached);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.level[row] = level;
  return true;
}

/**
 * What a player asked for was not done.
 * @param command 0 for a request without.
 */
export function noteRequestRefused(
  facts: FactSink,
  subject: number,
  request: number,
  command: number,
  reason: RefusalReason,
): boolean {
  const row = facts.claim(FactKind.requestRefused);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.request[row] = request;
  facts.command[row] = command;
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

/**
 * A stack was created, moved, split, merged, worn or destroyed. Both stacks of a split or merge have a fact of their own.
 * @param actor The body of whose holder it left, 0 for one who is not in the world.
 * @param subject The body of whose holder it is in now, 0 for one who is not in the world; on the ground, what lies there.
 * @param amount Units that this stack gained.
 * @param after Units in it afterwards; 0 when it is no more.
 * @param owner Whose holder it is: a character, letter or listing; 0 on the ground and nowhere.
 */
export function noteStackChanged(
  facts: FactSink,
  actor: number,
  subject: number,
  character: number,
  counterpart: number,
  command: number,
  verb: LedgerVerb,
  instance: number,
  item: number,
  amount: number,
  after: number,
  holder: HolderKind,
  owner: number,
  slot: number,
  fromHolder: HolderKind,
  fromOwner: number,
  fromSlot: number,
  wear: number,
  bound: number,
): boolean {
  const row = facts.claim(FactKind.stackChanged);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.counterpart[row] = counterpart;
  facts.command[row] = command;
  facts.verb[row] = verb;
  facts.instance[row] = instance;
  facts.item[row] = item;
  facts.amount[row] = amount;
  facts.after[row] = after;
  facts.holder[row] = holder;
  facts.owner[row] = owner;
  facts.slot[row] = slot;
  facts.fromHolder[row] = fromHolder;
  facts.fromOwner[row] = fromOwner;
  facts.fromSlot[row] = fromSlot;
  facts.wear[row] = wear;
  facts.bound[row] = bound;
  return true;
}

/**
 * Coins came into a purse, or left it.
 * @param subject The body of whose purse it is, 0 for one who is not in the world.
 * @param amount Coins that this purse gained.
 * @param after Coins in it afterwards.
 */
export function noteCoinsChanged(
  facts: FactSink,
  subject: number,
  character: number,
  counterpart: number,
  command: number,
  verb: LedgerVerb,
  amount: number,
  after: number,
  holder: PurseKind,
  owner: number,
): boolean {
  const row = facts.claim(FactKind.coinsChanged);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.counterpart[row] = counterpart;
  facts.command[row] = command;
  facts.verb[row] = verb;
  facts.amount[row] = amount;
  facts.after[row] = after;
  facts.holder[row] = holder;
  facts.owner[row] = owner;
  return true;
}

/**
 * Experience was earned, or lost with the life.
 * @param actor What it was earned with, 0 for none.
 * @param amount What was gained.
 * @param after All there is afterwards.
 */
export function noteExperienceChanged(
  facts: FactSink,
  actor: number,
  subject: number,
  character: number,
  verb: LedgerVerb,
  amount: number,
  after: number,
): boolean {
  const row = facts.claim(FactKind.experienceChanged);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.verb[row] = verb;
  facts.amount[row] = amount;
  facts.after[row] = after;
  return true;
}

/**
 * A request that moves something was done, and is not done again when it is asked once more under the same key: then this
 * is said again, with what was asked then. The first of a key says what was done.
 */
export function noteCommandDone(
  facts: FactSink,
  subject: number,
  character: number,
  command: number,
  request: number,
): boolean {
  const row = facts.claim(FactKind.commandDone);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.command[row] = command;
  facts.request[row] = request;
  return true;
}

/** A character that was never in the world began its life. */
export function noteCharacterBegan(facts: FactSink, subject: number, character: number): boolean {
  const row = facts.claim(FactKind.characterBegan);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  return true;
}

/**
 * A stack came to lie on the ground, or somebody's right to it changed.
 * @param subject What lies there.
 * @param map Numeric id of the map, from the content.
 * @param character Who alone may take it for now, 0 for anyone.
 * @param amount For how many ticks it stays.
 */
export function noteLaidOnGround(
  facts: FactSink,
  subject: number,
  instance: number,
  map: number,
  x: number,
  y: number,
  character: number,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.laidOnGround);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.instance[row] = instance;
  facts.map[row] = map;
  facts.x[row] = x;
  facts.y[row] = y;
  facts.character[row] = character;
  facts.amount[row] = amount;
  return true;
}

/** A player asked another one to trade. */
export function noteTradeProposed(facts: FactSink, actor: number, subject: number): boolean {
  const row = facts.claim(FactKind.tradeProposed);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  return true;
}

/** A player's trade began, or something on its table is not as it was. */
export function noteTradeChanged(facts: FactSink, subject: number): boolean {
  const row = facts.claim(FactKind.tradeChanged);
  if (row < 0) return false;
  facts.subject[row] = subject;
  return true;
}

/**
 * A player's trade is over and nothing changed hands, or nobody took up its invitation.
 * @param actor The other one.
 * @param document Number of the trade, 0 for an invitation.
 */
export function noteTradeBroken(
  facts: FactSink,
  actor: number,
  subject: number,
  document: number,
  reason: TradeEnd,
): boolean {
  const row = facts.claim(FactKind.tradeBroken);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  facts.document[row] = document;
  facts.reason[row] = reason;
  return true;
}

/**
 * All that two players laid on the table of their trade changed hands.
 * @param actor Who agreed last.
 * @param document Number of the trade since the start.
 */
export function noteTradeDone(
  facts: FactSink,
  actor: number,
  subject: number,
  character: number,
  counterpart: number,
  command: number,
  document: number,
): boolean {
  const row = facts.claim(FactKind.tradeDone);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.counterpart[row] = counterpart;
  facts.command[row] = command;
  facts.document[row] = document;
  return true;
}

/**
 * A letter came to be. Its words are the name of who sent it, the title and the text, a line each. What it encloses
 * are stacks and coins whose owner is its id.
 * @param subject The body of who gets it, 0 for one who is not in the world.
 * @param character Who sent it.
 * @param counterpart Who gets it.
 * @param document Id of the letter.
 * @param amount What has to be paid on delivery.
 * @param untilSeconds When it goes back or away, in seconds since 1970; 0 for never.
 */
export function noteLetterSent(
  facts: FactSink,
  subject: number,
  character: number,
  counterpart: number,
  command: number,
  document: number,
  reason: LetterKind,
  amount: number,
  untilSeconds: number,
): boolean {
  const row = facts.claim(FactKind.letterSent);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.counterpart[row] = counterpart;
  facts.command[row] = command;
  facts.document[row] = document;
  facts.reason[row] = reason;
  facts.amount[row] = amount;
  facts.untilSeconds[row] = untilSeconds;
  return true;
}

/**
 * A letter is as this says afterwards; its words and what it encloses are as they were.
 * @param actor The body of who had it, 0 for one who is not in the world.
 * @param subject The body of who has it, the same.
 * @param character Who sent it, or would get it back.
 * @param counterpart Who has it.
 * @param amount What still has to be paid on delivery.
 */
export function noteLetterChanged(
  facts: FactSink,
  actor: number,
  subject: number,
  character: number,
  counterpart: number,
  command: number,
  document: number,
  reason: LetterKind,
  amount: number,
  untilSeconds: number,
): boolean {
  const row = facts.claim(FactKind.letterChanged);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.counterpart[row] = counterpart;
  facts.command[row] = command;
  facts.document[row] = document;
  facts.reason[row] = reason;
  facts.amount[row] = amount;
  facts.untilSeconds[row] = untilSeconds;
  return true;
}

/**
 * A letter with nothing in it is no more.
 * @param subject The body of whose it was, 0 for one who is not in the world.
 */
export function noteLetterEnded(
  facts: FactSink,
  subject: number,
  character: number,
  command: number,
  document: number,
): boolean {
  const row = facts.claim(FactKind.letterEnded);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.command[row] = command;
  facts.document[row] = document;
  return true;
}

/**
 * A stack came on the market; its owner is the listing.
 * @param character Who sells.
 * @param document Id of the listing.
 * @param amount The price of all of it.
 */
export function noteListingOpened(
  facts: FactSink,
  subject: number,
  character: number,
  command: number,
  document: number,
  amount: number,
  untilSeconds: number,
): boolean {
  const row = facts.claim(FactKind.listingOpened);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.command[row] = command;
  facts.document[row] = document;
  facts.amount[row] = amount;
  facts.untilSeconds[row] = untilSeconds;
  return true;
}

/**
 * A listing is no more: it was bought, taken back, or lay too long.
 * @param subject The body of who sold, 0 for one who is not in the world.
 * @param character Who sold.
 * @param counterpart Who bought, 0 for nobody.
 */
export function noteListingEnded(
  facts: FactSink,
  subject: number,
  character: number,
  counterpart: number,
  command: number,
  document: number,
): boolean {
  const row = facts.claim(FactKind.listingEnded);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.counterpart[row] = counterpart;
  facts.command[row] = command;
  facts.document[row] = document;
  return true;
}

/**
 * A creature of a spawn group was killed, and another takes its place after a while. Its words are the group's key.
 * @param subject Who fell.
 * @param character Who had done most to it, 0 for nobody.
 * @param map Numeric id of the map, from the content.
 * @param slot Which of the group's members, from 0.
 * @param amount How many ticks until another takes its place.
 */
export function noteCreatureFell(
  facts: FactSink,
  subject: number,
  character: number,
  map: number,
  slot: number,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.creatureFell);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.map[row] = map;
  facts.slot[row] = slot;
  facts.amount[row] = amount;
  return true;
}

/**
 * A character was erased: whatever it owned went before, by entries of the verb erase, and nobody is it any more.
 * @param subject Its body, 0 for one who is not in the world.
 */
export function noteCharacterErased(facts: FactSink, subject: number, character: number): boolean {
  const row = facts.claim(FactKind.characterErased);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  return true;
}

/**
 * A character learned in a profession by making something.
 * @param outcome Which profession.
 * @param amount Skill that was gained.
 * @param after All there is afterwards.
 */
export function noteProfessionChanged(
  facts: FactSink,
  subject: number,
  character: number,
  verb: LedgerVerb,
  outcome: Profession,
  amount: number,
  after: number,
): boolean {
  const row = facts.claim(FactKind.professionChanged);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.verb[row] = verb;
  facts.outcome[row] = outcome;
  facts.amount[row] = amount;
  facts.after[row] = after;
  return true;
}

/**
 * A player began to make something.
 * @param amount Ticks that a piece takes.
 * @param after Pieces that are to be made.
 */
export function noteCraftingBegan(
  facts: FactSink,
  subject: number,
  recipe: number,
  amount: number,
  after: number,
): boolean {
  const row = facts.claim(FactKind.craftingBegan);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.recipe[row] = recipe;
  facts.amount[row] = amount;
  facts.after[row] = after;
  return true;
}

/**
 * A piece that a player made is finished, or spoilt. What it used up and what came of it are in the facts before.
 * @param item What came of it, 0 for nothing.
 * @param amount How many of it.
 * @param after Pieces that are still to be made.
 */
export function notePieceMade(
  facts: FactSink,
  subject: number,
  recipe: number,
  outcome: CraftOutcome,
  item: number,
  amount: number,
  after: number,
): boolean {
  const row = facts.claim(FactKind.pieceMade);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.recipe[row] = recipe;
  facts.outcome[row] = outcome;
  facts.item[row] = item;
  facts.amount[row] = amount;
  facts.after[row] = after;
  return true;
}

/**
 * A player makes nothing more.
 * @param amount Pieces that were made.
 */
export function noteCraftingCeased(
  facts: FactSink,
  subject: number,
  recipe: number,
  reason: CraftingEnd,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.craftingCeased);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.recipe[row] = recipe;
  facts.reason[row] = reason;
  facts.amount[row] = amount;
  return true;
}

/**
 * What a character has to do with a quest is as this says afterwards: which stage it is in, and how often it completed it. One
 * that was given up and never completed leaves nothing.
 * @param subject The body of whose it is, 0 for one who is not in the world.
 * @param slot Number of the stage, 0 for a quest that is not in the log.
 * @param amount How much of each objective of the stage is done, three decimal digits each, the first objective the last three.
 * @param after How often it was completed.
 * @param untilSeconds Not taken on again before that, 0 where nothing holds it up but `after`.
 */
export function noteQuestChanged(
  facts: FactSink,
  subject: number,
  character: number,
  command: number,
  quest: number,
  slot: number,
  amount: number,
  after: number,
  untilSeconds: number,
): boolean {
  const row = facts.claim(FactKind.questChanged);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.character[row] = character;
  facts.command[row] = command;
  facts.quest[row] = quest;
  facts.slot[row] = slot;
  facts.amount[row] = amount;
  facts.after[row] = after;
  facts.untilSeconds[row] = untilSeconds;
  return true;
}

/**
 * A player was invited into a party. The name of who invites stands beside the fact.
 * @param document Number of the invitation.
 * @param amount Ticks for which it can be taken up.
 */
export function notePartyProposed(
  facts: FactSink,
  subject: number,
  document: number,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.partyProposed);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.document[row] = document;
  facts.amount[row] = amount;
  return true;
}

/**
 * An invitation into a party is over; a fact for each of the two. The name of the other one stands beside it.
 * @param document Number of the invitation.
 */
export function notePartyProposalEnded(
  facts: FactSink,
  subject: number,
  document: number,
  reason: PartyInvitationEnd,
): boolean {
  const row = facts.claim(FactKind.partyProposalEnded);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.document[row] = document;
  facts.reason[row] = reason;
  return true;
}

/** A player's party began, or somebody came or went, or leads now; or it shares loot in another way. */
export function notePartyChanged(facts: FactSink, subject: number): boolean {
  const row = facts.claim(FactKind.partyChanged);
  if (row < 0) return false;
  facts.subject[row] = subject;
  return true;
}

/** Members of a player's party are in another place, or in another state, than they were told to be. */
export function noteMembersMoved(facts: FactSink, subject: number): boolean {
  const row = facts.claim(FactKind.membersMoved);
  if (row < 0) return false;
  facts.subject[row] = subject;
  return true;
}

/**
 * A player is in a party no more.
 * @param document Number of the party.
 */
export function notePartyLeft(facts: FactSink, subject: number, document: number, reason: PartyEnd): boolean {
  const row = facts.claim(FactKind.partyLeft);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.document[row] = document;
  facts.reason[row] = reason;
  return true;
}

/**
 * Something that a kill left is rolled for, also by this player.
 * @param document Number of the roll.
 */
export function noteLootRollBegan(facts: FactSink, subject: number, document: number): boolean {
  const row = facts.claim(FactKind.lootRollBegan);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.document[row] = document;
  return true;
}

/**
 * A roll in which this player has a part is over.
 * @param document Number of the roll.
 */
export function noteLootRollDecided(facts: FactSink, subject: number, document: number): boolean {
  const row = facts.claim(FactKind.lootRollDecided);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.document[row] = document;
  return true;
}
