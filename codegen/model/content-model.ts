// Records of content: what designers write in JSON files, what is allowed there, and how an editor should offer it.

import type { EnumModel } from './schema-model.js';

interface Described {
  readonly name: string;
  readonly doc: string;
  /** Name of the schema file it stands in. */
  readonly file: string;
}

export interface ContentModel extends Described {
  readonly kind: 'content';
  /** The file under content/ that holds it, without folder and extension: 'items'. '' for parts of other records. */
  readonly source: string;
  /** The file holds one object instead of a list of them. */
  readonly single: boolean;
  /** Where Tiled keeps it; undefined for records and parts in JSON files. */
  readonly tiled: TiledUse | undefined;
  /** No rule reads it yet: it is checked, and that is all. */
  readonly unread: boolean;
  readonly fields: readonly ContentFieldModel[];
}

/** A map's or a tile's own properties, or an object of a class, which has a name and a shape besides its properties. */
export type TiledUse =
  | { readonly use: 'map' | 'tile' }
  | {
      readonly use: 'object';
      readonly className: string;
      readonly shape: ObjectShape;
      /** As in '#2e7d32'. */
      readonly colour: string;
    };

export const objectShapes = ['point', 'rectangle', 'circle'] as const;
export type ObjectShape = (typeof objectShapes)[number];

/** One of several parts. In JSON the part's fields with the case's name in `kind` beside them. */
export interface ChoiceModel extends Described {
  readonly kind: 'choice';
  readonly cases: readonly {
    readonly name: string;
    readonly doc: string;
    readonly declaration: ContentModel;
  }[];
}

export interface ContentFieldModel {
  readonly name: string;
  readonly doc: string;
  /** May be missing. With a default it has that value then, without one it has none. */
  readonly optional: boolean;
  readonly type: ContentType;
  /** As JSON; undefined when there is none. */
  readonly defaultValue: string | number | boolean | undefined;
  /** '' when it is not written. */
  readonly unit: string;
  /** How an editor offers it. */
  readonly editor: EditorHint;
  /** What must hold beside another field of the same record. */
  readonly limits: readonly FieldLimit[];
  /** Fields of a list's entries, in which no two of them are alike; of a choice's, `kind` is one. */
  readonly once: readonly string[];
  readonly unread: boolean;
}

export interface FieldLimit {
  readonly relation: 'least' | 'most';
  readonly field: string;
}

export const editorHints = [
  'text',
  'multiline',
  'number',
  'slider',
  'checkbox',
  'select',
  'search',
  'list',
  'form',
  'readonly',
] as const;
export type EditorHint = (typeof editorHints)[number];

export type ContentType =
  /** Permanent number of a record, unique in its file. */
  | { readonly kind: 'id'; readonly min: number; readonly max: number }
  /** Permanent name of a record, unique in its file. */
  | { readonly kind: 'key' }
  | { readonly kind: 'integer' | 'number'; readonly min: number; readonly max: number }
  /** In JSON a number of seconds, in rules ticks: `cooldownSeconds` becomes `cooldownTicks`. */
  | { readonly kind: 'seconds'; readonly min: number; readonly max: number }
  | { readonly kind: 'bool' }
  /** Length in characters. */
  | { readonly kind: 'text'; readonly lengthMin: number; readonly lengthMax: number }
  /** By the names of its members. */
  | { readonly kind: 'enum'; readonly declaration: EnumModel }
  /** The key of a record of that content, the name of a map, or of an object on one. */
  | { readonly kind: 'ref'; readonly target: string; readonly to: ReferenceTarget }
  | { readonly kind: 'part'; readonly declaration: ContentModel }
  | { readonly kind: 'choice'; readonly declaration: ChoiceModel }
  | {
      readonly kind: 'list';
      readonly element: ContentType;
      readonly countMin: number;
      readonly countMax: number;
    };

export type ReferenceTarget =
  /** The file's name without folder and extension. */
  | { readonly kind: 'record'; readonly source: string }
  | { readonly kind: 'map' }
  /** `mapField` names the map; undefined: the map on which the reference itself stands. */
  | { readonly kind: 'object'; readonly className: string; readonly mapField: string | undefined };

/** A list of words or references, in which a repeat says nothing. */
export function isEachOnce(type: ContentType): boolean {
  return type.kind === 'list' && ['ref', 'enum', 'key'].includes(type.element.kind);
}

export const keyPattern = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
export const keyLengthMax = 32;
