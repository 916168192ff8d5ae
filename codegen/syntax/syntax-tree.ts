// A schema file as written: names unresolved, numbers unevaluated. Every node knows its place for errors.

import type { SourceText, Span } from '../text/source-text.js';

/** The words that start declarations. They are no names. */
export const declarationKinds = [
  'const',
  'enum',
  'flags',
  'bits',
  'struct',
  'union',
  'record',
  'packet',
  'content',
  'choice',
  'fact',
  'frame',
] as const;

export function isDeclarationKind(word: string): boolean {
  return (declarationKinds as readonly string[]).includes(word);
}

export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** Exact arithmetic on literals and constants. */
export type Expression =
  | { readonly kind: 'literal'; readonly text: string; readonly span: Span }
  | { readonly kind: 'constant'; readonly name: Name; readonly span: Span }
  | { readonly kind: 'negate'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: '+' | '-' | '*' | '/';
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    };

export interface RangeSyntax {
  readonly min: Expression;
  readonly max: Expression;
  readonly span: Span;
}

export type TypeSyntax =
  /** A built-in type or a declaration's name, with `(min .. max)` where written. */
  | {
      readonly kind: 'named';
      readonly name: Name;
      readonly range?: RangeSyntax | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'quantized';
      readonly range: RangeSyntax;
      readonly step: Expression;
      readonly wrap: boolean;
      readonly span: Span;
    }
  /** `bytes<n>` or, capped, `bytes<..n>`. */
  | { readonly kind: 'bytes'; readonly size: Expression; readonly capped: boolean; readonly span: Span }
  | { readonly kind: 'string'; readonly cap: Expression; readonly span: Span }
  /** `T[n]` or, capped, `T[..n]`. */
  | {
      readonly kind: 'array';
      readonly element: TypeSyntax;
      readonly size: Expression;
      readonly capped: boolean;
      readonly span: Span;
    }
  /** `delta Record[..n]` */
  | { readonly kind: 'deltaList'; readonly record: Name; readonly size: Expression; readonly span: Span };

/** What is said behind a field. Undefined where it is not written. */
export interface NotesSyntax {
  readonly unit: string | undefined;
  readonly from: SourceSyntax | undefined;
  /** The word, where it is written. */
  readonly text: Span | undefined;
  /** The word, where it is written. */
  readonly unstored: Span | undefined;
}

/** `transform.x`, `vitals.mana down`, or `entity` without a column. */
export interface SourceSyntax {
  readonly component: Name;
  readonly column: Name | undefined;
  readonly rounding: Name | undefined;
}

export interface FieldSyntax {
  readonly name: Name;
  readonly optional: boolean;
  readonly type: TypeSyntax;
  readonly notes: NotesSyntax;
  readonly doc: string;
}

export interface MemberSyntax {
  readonly kind: 'member';
  readonly name: Name;
  readonly value: Expression;
  readonly doc: string;
}

/** `reserved 3, 7 .. 9` */
export interface ReservedSyntax {
  readonly kind: 'reserved';
  readonly parts: readonly { readonly from: Expression; readonly to: Expression }[];
}

/** `armed: bool`, `ammo: 5 bits(0 .. 20)`, `pose: 3 bits Pose` */
export interface BitFieldSyntax {
  readonly name: Name;
  /** Undefined for a bool. */
  readonly width: Expression | undefined;
  readonly range: RangeSyntax | undefined;
  readonly type: Name | undefined;
  readonly doc: string;
}

/** `moved = 1: Move`, `stopped = 2` */
export interface CaseSyntax {
  readonly name: Name;
  readonly tag: Expression;
  readonly type: Name | undefined;
  readonly doc: string;
}

export interface GroupSyntax {
  readonly name: Name;
  readonly priority: Name | undefined;
  readonly stamp: SourceSyntax | undefined;
  readonly fields: readonly FieldSyntax[];
  readonly doc: string;
}

interface DeclarationBase {
  readonly name: Name;
  readonly doc: string;
  readonly source: SourceText;
}

export interface ConstantSyntax extends DeclarationBase {
  readonly kind: 'const';
  readonly value: Expression;
}

/** An enum's members are values, those of flags are bit numbers. */
export interface EnumSyntax extends DeclarationBase {
  readonly kind: 'enum' | 'flags';
  readonly base: Name;
  readonly members: readonly MemberSyntax[];
  readonly reserved: readonly ReservedSyntax[];
}

export interface BitsSyntax extends DeclarationBase {
  readonly kind: 'bits';
  readonly base: Name;
  readonly fields: readonly BitFieldSyntax[];
}

export interface UnionSyntax extends DeclarationBase {
  readonly kind: 'union';
  readonly cases: readonly CaseSyntax[];
}

export interface StructSyntax extends DeclarationBase {
  readonly kind: 'struct';
  readonly fields: readonly FieldSyntax[];
}

export interface RecordSyntax extends DeclarationBase {
  readonly kind: 'record';
  /** The word `delta`, where it is written. */
  readonly delta: Span | undefined;
  readonly groups: readonly GroupSyntax[];
}

export interface PacketSyntax extends DeclarationBase {
  readonly kind: 'packet';
  readonly id: Expression;
  /** `from client on reliable`; both undefined for `internal`. */
  readonly from: Name | undefined;
  readonly channel: Name | undefined;
  readonly internal: boolean;
  readonly state: Name | undefined;
  readonly rate: Expression | undefined;
  readonly burst: Expression | undefined;
  readonly max: Expression | undefined;
  readonly padded: Expression | undefined;
  /** Name of the table that keeps it. */
  readonly stored: string | undefined;
  readonly fields: readonly FieldSyntax[];
}

/** Behind `=`: a number, "text", true, false or the name of an enum's member. */
export type DefaultSyntax =
  | { readonly kind: 'number'; readonly value: Expression; readonly span: Span }
  | { readonly kind: 'text' | 'word'; readonly text: string; readonly span: Span };

export type ContentTypeSyntax =
  | {
      readonly kind: 'named';
      readonly name: Name;
      readonly range: RangeSyntax | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'text';
      readonly min: Expression | undefined;
      readonly max: Expression;
      readonly span: Span;
    }
  | {
      readonly kind: 'ref';
      readonly target: Name;
      /** The field that names the map on which the target stands. */
      readonly of: Name | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'list';
      readonly element: ContentTypeSyntax;
      readonly min: Expression | undefined;
      readonly max: Expression;
      readonly span: Span;
    };

export interface ContentFieldSyntax {
  readonly name: Name;
  readonly optional: boolean;
  readonly type: ContentTypeSyntax;
  readonly defaultValue: DefaultSyntax | undefined;
  readonly unit: string | undefined;
  readonly editor: Name | undefined;
  readonly limits: readonly FieldLimitSyntax[];
  /** `once item`: no two entries of the list have the same. */
  readonly once: readonly Name[];
  readonly unread: boolean;
  readonly doc: string;
}

/** `at least levelMin`: held against another field of the same record. */
export interface FieldLimitSyntax {
  readonly relation: 'least' | 'most';
  readonly field: Name;
}

/** What of Tiled's maps says it: a map itself, a tile of a tileset, an object placed on a map. */
export type TiledSyntax =
  | { readonly use: 'map' | 'tile' }
  | {
      readonly use: 'object';
      readonly className: string;
      readonly shape: Name;
      readonly colour: string | undefined;
      readonly span: Span;
    };

export interface ContentSyntax extends DeclarationBase {
  readonly kind: 'content';
  /** The content file's name; undefined for a part of other content. */
  readonly file: string | undefined;
  readonly single: boolean;
  readonly tiled: TiledSyntax | undefined;
  /** No rule reads it yet: it is checked, and that is all. */
  readonly unread: boolean;
  readonly fields: readonly ContentFieldSyntax[];
}

export interface ChoiceCaseSyntax {
  readonly name: Name;
  readonly type: Name;
  readonly doc: string;
}

export interface ChoiceSyntax extends DeclarationBase {
  readonly kind: 'choice';
  readonly cases: readonly ChoiceCaseSyntax[];
}

/** `amount`, or `outcome: CombatOutcome` */
export interface FactFieldSyntax {
  readonly role: Name;
  readonly type: Name | undefined;
  readonly doc: string;
}

export interface FactSyntax extends DeclarationBase {
  readonly kind: 'fact';
  readonly number: Expression;
  /** Undefined where it is not written. */
  readonly told: readonly Name[] | undefined;
  readonly durable: boolean;
  readonly words: boolean;
  readonly fields: readonly FactFieldSyntax[];
}

/** A column of a frame beside those that its record and its packet give. */
export interface FrameFieldSyntax {
  readonly name: Name;
  readonly type: TypeSyntax;
  readonly from: SourceSyntax | undefined;
  /** The group that changes with it. */
  readonly dates: Name | undefined;
  readonly doc: string;
}

/** `frame Frame of EntityState in Snapshot every transform, identity own player, vitals { … }` */
export interface FrameSyntax extends DeclarationBase {
  readonly kind: 'frame';
  readonly record: Name;
  readonly packet: Name;
  readonly every: readonly Name[];
  readonly own: readonly Name[];
  readonly fields: readonly FrameFieldSyntax[];
}

export type DeclarationSyntax =
  | ConstantSyntax
  | EnumSyntax
  | BitsSyntax
  | StructSyntax
  | UnionSyntax
  | RecordSyntax
  | PacketSyntax
  | ContentSyntax
  | ChoiceSyntax
  | FactSyntax
  | FrameSyntax;

export interface FileSyntax {
  readonly source: SourceText;
  /** The file's name without folder and extension. */
  readonly name: string;
  readonly doc: string;
  readonly declarations: readonly DeclarationSyntax[];
  /** Packet ids that no packet may have. */
  readonly reserved: readonly ReservedSyntax[];
}
