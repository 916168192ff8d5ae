// The checked schema: names resolved, numbers evaluated, every size known. What emitters work from; they need no checks.

import type { ChoiceModel, ContentModel } from './content-model.js';
import type { FactModel } from './fact-model.js';
import type { FieldSource, FrameModel, GroupPriority, SourceModel } from './frame-model.js';
import type { Rational } from './rational.js';

export interface Schema {
  readonly files: readonly FileModel[];
}

export interface FileModel {
  /** Without folder and extension: 'game'. */
  readonly name: string;
  readonly doc: string;
  /** Holds internal packets: records between threads, no part of the network protocol. */
  readonly internal: boolean;
  /** In the order of the file. */
  readonly declarations: readonly DeclarationModel[];
  /** What content files hold; no part of the wire. */
  readonly contents: readonly (ContentModel | ChoiceModel)[];
  /** What can happen in the world; no part of the wire. */
  readonly facts: readonly FactModel[];
  /** What threads publish for others; no part of the wire. */
  readonly frames: readonly FrameModel[];
  /** Packet ids that are kept free, for good. */
  readonly reservedIds: readonly number[];
}

export type DeclarationModel =
  ConstantModel | EnumModel | BitsModel | StructModel | UnionModel | RecordModel | PacketModel;

interface Declared {
  readonly name: string;
  readonly doc: string;
  /** Name of the file it stands in. */
  readonly file: string;
}

export interface ConstantModel extends Declared {
  readonly kind: 'const';
  readonly value: Rational;
}

export interface MemberModel {
  readonly name: string;
  readonly doc: string;
  /** The enum's value, or the number of the flag's bit. */
  readonly value: number;
}

export interface EnumModel extends Declared {
  readonly kind: 'enum' | 'flags';
  readonly bytes: 1 | 2 | 4;
  readonly members: readonly MemberModel[];
  /** Values, or numbers of bits, that no member may have any more. */
  readonly reserved: readonly number[];
}

/** Small values packed into one unsigned integer; bits that no field has are zero. */
export interface BitsModel extends Declared {
  readonly kind: 'bits';
  readonly bytes: 1 | 2 | 4;
  readonly fields: readonly BitFieldModel[];
}

export interface BitFieldModel {
  readonly name: string;
  readonly doc: string;
  /** Number of its lowest bit. */
  readonly offset: number;
  /** In bits. */
  readonly width: number;
  readonly value: BitValue;
}

export type BitValue =
  | { readonly kind: 'bool' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'enum'; readonly declaration: EnumModel };

export interface FieldModel {
  readonly name: string;
  readonly doc: string;
  readonly optional: boolean;
  readonly type: FieldType;
  /** `m`, `ms`, `coins` …; '' when it is not written. */
  readonly unit: string;
  /** Where a frame has it from; undefined where nothing is written. */
  readonly source: FieldSource | undefined;
  /** Bytes that are UTF-8. */
  readonly text: boolean;
  /** Of a stored packet, and in no column of its table. */
  readonly unstored: boolean;
}

export interface StructModel extends Declared {
  readonly kind: 'struct';
  readonly fields: readonly FieldModel[];
  readonly size: Size;
}

/** A tag of one byte, then the struct of that case, if it has one. */
export interface UnionModel extends Declared {
  readonly kind: 'union';
  readonly cases: readonly CaseModel[];
  readonly size: Size;
}

export interface CaseModel {
  readonly name: string;
  readonly doc: string;
  /** The byte before it, 0 to 255. */
  readonly tag: number;
  /** Undefined for a case that says all by its tag. */
  readonly declaration: StructModel | undefined;
}

export interface GroupModel {
  readonly name: string;
  readonly doc: string;
  /** Number of its bit in the mask. */
  readonly bit: number;
  readonly fields: readonly FieldModel[];
  readonly priority: GroupPriority;
  /** The column that dates its changes; undefined: its values are compared. */
  readonly stamp: SourceModel | undefined;
}

export interface RecordModel extends Declared {
  readonly kind: 'record';
  readonly groups: readonly GroupModel[];
  readonly maskBytes: 1 | 2 | 4;
  readonly size: Size;
  /** Has a second form, against an earlier state that both sides know: delta-layout.ts. All fields are plain then. */
  readonly delta: boolean;
}

export type Sender = 'client' | 'server' | 'both' | 'internal';
export type ChannelName = 'handshake' | 'unreliable' | 'sequenced' | 'reliable' | 'none';
/** How far a session must have come: shaking hands, established, its player standing in the world; `none` for internal ones. */
export type SessionState = 'connecting' | 'connected' | 'playing' | 'none';

export interface PacketModel extends Declared {
  readonly kind: 'packet';
  readonly id: number;
  readonly from: Sender;
  readonly channel: ChannelName;
  /** From when on it may be sent. */
  readonly state: SessionState;
  /** 0: no limit of its own. */
  readonly ratePerSecond: number;
  readonly burst: number;
  readonly fields: readonly FieldModel[];
  /** With the id byte and padding; `max` is already bounded by the sender's promise where there is one. */
  readonly size: Size;
  /** What the fields alone could add up to. */
  readonly worstCase: number;
  /** The sender keeps it to `size.max`, though the fields could be longer. */
  readonly bounded: boolean;
  /** Filled with zeros to `size.max`. */
  readonly padded: boolean;
  /** Name of the table that keeps what it holds; undefined for what is kept nowhere. */
  readonly stored: string | undefined;
}

/** In bytes on the wire. */
export interface Size {
  readonly min: number;
  readonly max: number;
}

export interface IntegerType {
  readonly kind: 'integer';
  readonly name: 'u8' | 'u16' | 'u32' | 'i8' | 'i16' | 'i32' | 'varint' | 'zigzag';
  readonly encoding: 'fixed' | 'varint' | 'zigzag';
  /** Of a fixed one; 4 for the others, whose values are those of 32 bits. */
  readonly bytes: 1 | 2 | 4;
  readonly signed: boolean;
  readonly min: number;
  readonly max: number;
  /** Narrower than what the bytes could hold. */
  readonly ranged: boolean;
}

/** Finite always. */
export interface FloatType {
  readonly kind: 'float';
  readonly bytes: 4 | 8;
  readonly min: number;
  readonly max: number;
  readonly ranged: boolean;
}

/** 0 … steps stand for min … max; with `wrap` max is min again and is left out: 0 … steps stand for min … max - step. */
export interface QuantizedType {
  readonly kind: 'quantized';
  readonly min: Rational;
  readonly max: Rational;
  readonly step: Rational;
  readonly steps: number;
  readonly bytes: 1 | 2 | 3 | 4;
  /** Values outside the range are brought in by whole turns instead of being clamped: of steps + 1 steps each. */
  readonly wrap: boolean;
}

export type ScalarType =
  | IntegerType
  | FloatType
  | QuantizedType
  | { readonly kind: 'bool' }
  | { readonly kind: 'angle'; readonly bytes: 1 | 2 }
  | { readonly kind: 'enum'; readonly declaration: EnumModel }
  | { readonly kind: 'flags'; readonly declaration: EnumModel };

export interface ArrayType {
  readonly kind: 'array';
  readonly element: ElementType;
  /** Exactly, or capped: at most. */
  readonly size: number;
  readonly capped: boolean;
}

export type ElementType =
  | ScalarType
  | { readonly kind: 'string'; readonly cap: number }
  | { readonly kind: 'bits'; readonly declaration: BitsModel }
  | { readonly kind: 'struct'; readonly declaration: StructModel }
  | { readonly kind: 'union'; readonly declaration: UnionModel }
  | { readonly kind: 'record'; readonly declaration: RecordModel };

/**
 * Of at most `size` records that both sides hold by place: those that changed, each behind its place, places ascending.
 * Stands in packets alone. In memory the records are columns.
 */
export interface DeltaListType {
  readonly kind: 'deltaList';
  readonly declaration: RecordModel;
  readonly size: number;
}

export type FieldType =
  | ElementType
  | ArrayType
  | DeltaListType
  | { readonly kind: 'bytes'; readonly size: number; readonly capped: boolean };
