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
  cause: role(
    'Uint32Array',
    'What brought it about: the id of an operation or of another fact, 0 for the rules alone.',
  ),
  instance: role('Float64Array', 'The id of one single item, below 2^53.'),
  item: role('Uint16Array', 'Item id from the content.'),
  skill: role('Uint16Array', 'Skill id from the content.'),
  quest: role('Uint16Array', 'Quest id from the content.'),
  creature: role('Uint16Array', 'Creature id from the content.'),
  map: role('Uint16Array', 'Index of a map.'),
  x: role('Float32Array', 'Metres, east positive.'),
  y: role('Float32Array', 'Metres, south positive.'),
  slot: role('Uint8Array', 'Number of a slot, from 0.'),
  level: role('Uint8Array', 'A level, 1 is the first.'),
  request: role('Uint8Array', 'What was asked: the id of its packet.'),
  scope: role('Uint8Array', 'Whom it is meant for.', true),
  outcome: role('Uint8Array', 'What came of it.', true),
  reason: role('Uint8Array', 'Why.', true),
  amount: role('Float64Array', 'How much or how many, a whole number below 2^53.'),
} as const satisfies Readonly<Record<string, FactRole>>;

export type FactRoleName = keyof typeof factRoles;
export const factRoleNames = Object.keys(factRoles) as readonly FactRoleName[];

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
  readonly fields: readonly FactFieldModel[];
}
