// Generated from test/codegen/facts/happenings.tos by `npm run codegen`; changes here are lost.
// What can happen in the world: kinds of facts, to whom each is told, and how a rule writes one.

import type { Tone } from './words.js';

/** Numbers are permanent: journals hold them. */
export const FactKind = {
  /** Somebody wrote a letter. */
  wrote: 1,
  /** Not durable, so that no journal holds it. */
  blinked: 3,
  /** Every width. */
  measured: 200,
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
    name: 'wrote',
    told: FactAudience.subject,
    durable: true,
    columns: FactColumn.subject | FactColumn.scope | FactColumn.document,
  },
  { kind: 3, name: 'blinked', told: 0, durable: false, columns: FactColumn.subject },
  {
    kind: 200,
    name: 'measured',
    told: 0,
    durable: true,
    columns:
      FactColumn.actor | FactColumn.level | FactColumn.item | FactColumn.x | FactColumn.y | FactColumn.amount,
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

/** Somebody wrote a letter. */
export function noteWrote(facts: FactSink, subject: number, scope: Tone, document: number): boolean {
  const row = facts.claim(FactKind.wrote);
  if (row < 0) return false;
  facts.subject[row] = subject;
  facts.scope[row] = scope;
  facts.document[row] = document;
  return true;
}

/** Not durable, so that no journal holds it. */
export function noteBlinked(facts: FactSink, subject: number): boolean {
  const row = facts.claim(FactKind.blinked);
  if (row < 0) return false;
  facts.subject[row] = subject;
  return true;
}

/** Every width. */
export function noteMeasured(
  facts: FactSink,
  actor: number,
  level: number,
  item: number,
  x: number,
  y: number,
  amount: number,
): boolean {
  const row = facts.claim(FactKind.measured);
  if (row < 0) return false;
  facts.actor[row] = actor;
  facts.level[row] = level;
  facts.item[row] = item;
  facts.x[row] = x;
  facts.y[row] = y;
  facts.amount[row] = amount;
  return true;
}
