// Facts: what happened in the world, as the rules write it and all readers find it. No part of any wire; the numbers of
// durable ones stand in journals and are permanent.

import type { EnumModel } from './schema-model.js';

/** Who is told of a fact; the bits of `told` in generated code, in this order. `nobody` stands alone and has none. */
export const factAudiences = ['actor', 'subject', 'seeing', 'party', 'map', 'operators'] as const;
export type FactAudience = (typeof factAudiences)[number];

export interface FactRole {
  /** What it means in every fact that has it. */
  readonly doc: string;
  readonly column: 'Uint8Array' | 'Uint16Array' | 'Uint32Array' | 'Float32Array' | 'Float64Array';
  /** Holds a member of an enum that each fact names. */
  readonly coded: boolean;
}

const role = (column: FactRole['column'], doc: string, coded = false): FactRole => ({ column, doc, coded });

/** What a fact may carry: one column each, shared by all kinds. The bits of `columns` in generated code, in this order. */
export const factRoles = {
  actor: role('Uint32Array', 'Entity id of who did it, 0 for nobody.'),
  subject: role('Uint32Array', 'Entity id of whom or what it happened to.'),
  command: role(
    'Uint32Array',
    'Key of the request that it answers, as its character numbers them; 0 for the rules alone.',
  ),
  character: role('Uint32Array', 'Id of a stored character: who did it, or whose it is; 0 for nobody.'),
  counterpart: role('Uint32Array', 'Id of the stored character on the other side, 0 for nobody.'),
  verb: role('Uint8Array', 'What was done.', true),
  instance: role('Float64Array', 'The id of one single item, below 2^53.'),
  item: role('Uint16Array', 'Item id from the content.'),
  skill: role('Uint16Array', 'Skill id from the content.'),
  quest: role('Uint16Array', 'Quest id from the content.'),
  creature: role('Uint16Array', 'Creature id from the content.'),
  recipe: role('Uint16Array', 'Recipe id from the content.'),
  map: role('Uint16Array', 'A map: its index, or in durable facts its numeric id from the content.'),
  x: role('Float32Array', 'Metres, east positive.'),
  y: role('Float32Array', 'Metres, south positive.'),
  holder: role('Uint8Array', 'What sort of thing it is in afterwards.', true),
  owner: role('Float64Array', 'Whose that is: id of a character, of a letter, of a listing; 0 for nobody.'),
  slot: role('Uint8Array', 'Number of a slot, from 0.'),
  fromHolder: role('Uint8Array', 'What sort of thing it was in before.', true),
  fromOwner: role('Float64Array', 'Whose that was.'),
  fromSlot: role('Uint8Array', 'Number of the slot that it was in.'),
  level: role('Uint8Array', 'A level, 1 is the first.'),
  request: role('Uint8Array', 'What was asked: the id of its packet.'),
  scope: role('Uint8Array', 'Whom it is meant for.', true),
  outcome: role('Uint8Array', 'What came of it.', true),
  reason: role('Uint8Array', 'Why.', true),
  amount: role(
    'Float64Array',
    'How much or how many, a whole number below 2^53; less than 0 for what went away.',
  ),
  after: role('Float64Array', 'How many there are afterwards.'),
  wear: role('Uint16Array', 'Uses that a single item has behind it.'),
  bound: role('Uint8Array', '1 for what nobody else can have any more.'),
  document: role('Float64Array', 'Id of a letter or of a listing, below 2^53.'),
  untilSeconds: role('Float64Array', 'When it is over, in seconds of Unix time.'),
} as const satisfies Readonly<Record<string, FactRole>>;

export type FactRoleName = keyof typeof factRoles;
export const factRoleNames = Object.keys(factRoles) as readonly FactRoleName[];
// A bit each of a number that is asked with `&`, which looks at 32.
if (factRoleNames.length > 32)
  throw new Error(`${factRoleNames.length} roles of facts, of which 32 have a bit`);

export interface FactFieldModel {
  readonly role: FactRoleName;
  readonly doc: string;
  /** Of a role that holds members of an enum. */
  readonly declaration: EnumModel | undefined;
}

export interface FactModel {
  readonly kind: 'fact';
  readonly name: string;
  readonly doc: string;
  /** Name of the file it stands in. */
  readonly file: string;
  /** 1 to 255, permanent. */
  readonly number: number;
  /** Empty for nobody. */
  readonly told: readonly FactAudience[];
  /** Must reach the journal; room for it is reserved before the rule acts. */
  readonly durable: boolean;
  /** Carries a text beside its numbers; in a journal it stands behind them. */
  readonly words: boolean;
  readonly fields: readonly FactFieldModel[];
}
