// How many bytes things take on the wire, at least and at most.

import { deltaLayout, placeBytes } from './delta-layout.js';
import type { CaseModel, FieldModel, FieldType, GroupModel, RecordModel, Size } from './schema-model.js';

/** Bytes of the count or length that precedes up to `cap` elements. */
export function prefixBytes(cap: number): 1 | 2 {
  return cap <= 0xff ? 1 : 2;
}

/** Bytes of the bits that say which of `optionals` fields are there; 0 when there are none. */
export function presenceBytes(optionals: number): number {
  return Math.ceil(optionals / 8);
}

/** Of an unsigned LEB128 integer below 2^32. */
export function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) bytes++;
  return bytes;
}

export function zigzagOf(value: number): number {
  return value >= 0 ? value * 2 : -value * 2 - 1;
}

export function typeSize(type: FieldType): Size {
  switch (type.kind) {
    case 'integer':
      return integerSize(type);
    case 'float':
    case 'angle':
    case 'quantized':
      return fixed(type.bytes);
    case 'bool':
      return fixed(1);
    case 'enum':
    case 'flags':
    case 'bits':
      return fixed(type.declaration.bytes);
    case 'struct':
    case 'union':
    case 'record':
      return type.declaration.size;
    case 'bytes':
      return type.capped
        ? { min: prefixBytes(type.size), max: prefixBytes(type.size) + type.size }
        : fixed(type.size);
    case 'string':
      return { min: prefixBytes(type.cap), max: prefixBytes(type.cap) + type.cap };
    case 'array': {
      const element = typeSize(type.element);
      if (!type.capped) return { min: element.min * type.size, max: element.max * type.size };
      return { min: prefixBytes(type.size), max: prefixBytes(type.size) + element.max * type.size };
    }
    case 'deltaList': {
      const prefix = prefixBytes(type.size);
      const entry = placeBytes(type.size) + deltaSize(type.declaration).max;
      return { min: prefix, max: prefix + entry * type.size };
    }
  }
}

export function fieldsSize(fields: readonly FieldModel[]): Size {
  const presence = presenceBytes(fields.filter((field) => field.optional).length);
  let min = presence;
  let max = presence;
  for (const field of fields) {
    const size = typeSize(field.type);
    if (!field.optional) min += size.min;
    max += size.max;
  }
  return { min, max };
}

export function recordSize(maskBytes: number, groups: readonly GroupModel[]): Size {
  let max = maskBytes;
  for (const group of groups) max += fieldsSize(group.fields).max;
  return { min: maskBytes, max };
}

/** Of a delta record against a baseline. Differences are never longer than values. */
export function deltaSize(record: RecordModel): Size {
  return recordSize(deltaLayout(record).headerBytes, record.groups);
}

export function unionSize(cases: readonly CaseModel[]): Size {
  const sizes = cases.map(({ declaration }) => declaration?.size ?? fixed(0));
  return {
    min: 1 + Math.min(...sizes.map((size) => size.min)),
    max: 1 + Math.max(...sizes.map((size) => size.max)),
  };
}

function integerSize(type: FieldType & { kind: 'integer' }): Size {
  if (type.encoding === 'fixed') return fixed(type.bytes);
  if (type.encoding === 'varint') return { min: varintBytes(type.min), max: varintBytes(type.max) };
  const least = type.min <= 0 && type.max >= 0 ? 0 : Math.min(zigzagOf(type.min), zigzagOf(type.max));
  return { min: varintBytes(least), max: varintBytes(Math.max(zigzagOf(type.min), zigzagOf(type.max))) };
}

function fixed(bytes: number): Size {
  return { min: bytes, max: bytes };
}
