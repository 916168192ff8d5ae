// What is stored of a packet with the clause `stored`: its numbers, each a column of the table but for those that are `unstored`,
// which others keep.

import type { SourceModel } from './frame-model.js';
import type { PacketModel, Schema } from './schema-model.js';

export interface StoredNumber {
  readonly name: string;
  readonly doc: string;
  /** In the table. */
  readonly column: string;
  readonly whole: boolean;
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  /** The width that holds it, for columns of components: 'u32', 'f64'. */
  readonly width: string;
  /** The component's column it lives in while its owner is in the world; undefined: rules know. */
  readonly source: SourceModel | undefined;
  /** Whether it has the column. */
  readonly kept: boolean;
}

/** All but the id, which comes first. */
export function storedNumbers({ fields }: PacketModel): StoredNumber[] {
  return fields.slice(1).flatMap(({ name, doc, type, unit, source, unstored }): StoredNumber[] => {
    if (type.kind !== 'integer' && type.kind !== 'float') return [];
    const { min, max } = type;
    const whole = type.kind === 'integer';
    const width = whole ? `${type.signed ? 'i' : 'u'}${type.bytes * 8}` : 'f64';
    const from = source === 'entity' ? undefined : source;
    const [column, kept] = [snakeCase(name), !unstored];
    return [{ name, doc, column, whole, min, max, unit, width, source: from, kept }];
  });
}

/** Those with a column of the table. */
export function tableNumbers(packet: PacketModel): StoredNumber[] {
  return storedNumbers(packet).filter(({ kept }) => kept);
}

/** Those that live in columns of components. */
export function keptNumbers(packet: PacketModel): (StoredNumber & { readonly source: SourceModel })[] {
  return storedNumbers(packet).flatMap((number) =>
    number.source === undefined ? [] : [{ ...number, source: number.source }],
  );
}

export function storedPackets({ files }: Schema): PacketModel[] {
  return files
    .flatMap(({ declarations }) => declarations)
    .flatMap((each) => (each.kind === 'packet' && each.stored !== undefined ? [each] : []));
}

/** `playedSeconds` → `played_seconds` */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
