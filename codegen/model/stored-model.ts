// What is stored of a packet with the clause `stored`: its numbers, each a column of the table.

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
}

/** All but the id, which comes first. */
export function storedNumbers({ fields }: PacketModel): StoredNumber[] {
  return fields.slice(1).flatMap(({ name, doc, type, unit, source }): StoredNumber[] => {
    if (type.kind !== 'integer' && type.kind !== 'float') return [];
    const { min, max } = type;
    const whole = type.kind === 'integer';
    const width = whole ? `${type.signed ? 'i' : 'u'}${type.bytes * 8}` : 'f64';
    const from = source === 'entity' ? undefined : source;
    return [{ name, doc, column: snakeCase(name), whole, min, max, unit, width, source: from }];
  });
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
