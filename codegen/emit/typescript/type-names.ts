// How schema types look in TypeScript: the type of a property, its first value, and a line on its range.

import { showRational, toNumber } from '../../model/rational.js';
import type { ElementType, FieldType, QuantizedType } from '../../model/schema-model.js';

/** In a record, quantized fields hold the raw step count; elsewhere the physical number. */
export type Form = 'physical' | 'raw';

export function scalarTypeName(type: ElementType): string {
  switch (type.kind) {
    case 'bool':
      return 'boolean';
    case 'string':
      return 'string';
    case 'enum':
    case 'bits':
    case 'struct':
    case 'union':
    case 'record':
      return type.declaration.name;
    default:
      return 'number';
  }
}

export function initialValue(type: ElementType): string {
  switch (type.kind) {
    case 'bool':
      return 'false';
    case 'string':
      return "''";
    case 'enum': {
      const { name, members } = type.declaration;
      return `${name}.${members[0]!.name}`;
    }
    case 'bits':
    case 'struct':
    case 'union':
    case 'record':
      return `new ${type.declaration.name}()`;
    case 'integer':
    case 'float':
      return String(type.min > 0 ? type.min : type.max < 0 ? type.max : 0);
    default:
      return '0';
  }
}

/** A quantized field's first physical value: 0 where it lies in the range. */
export function initialPhysical(type: QuantizedType): string {
  const min = toNumber(type.min);
  return String(min > 0 || toNumber(type.max) < 0 ? min : 0);
}

/** The typed array that holds an array's elements, or undefined for those that need a JavaScript array. */
export function typedArrayName(element: ElementType): string | undefined {
  switch (element.kind) {
    case 'integer': {
      if (element.signed) return `Int${element.bytes * 8}Array`;
      return `Uint${element.bytes * 8}Array`;
    }
    case 'float':
      return `Float${element.bytes * 8}Array`;
    case 'quantized':
      return 'Float64Array';
    case 'bool':
      return 'Uint8Array';
    case 'angle':
      return `Uint${element.bytes * 8}Array`;
    case 'enum':
    case 'flags':
      return `Uint${element.declaration.bytes * 8}Array`;
    default:
      return undefined;
  }
}

/** `u8, 1 .. 6`; what a reader of the class must know of the values. */
export function describeType(type: FieldType, form: Form): string {
  switch (type.kind) {
    case 'integer':
      return type.ranged ? `${type.name}, ${type.min} .. ${type.max}` : type.name;
    case 'float':
      return `f${type.bytes * 8}${type.ranged ? `, ${type.min} .. ${type.max}` : ', finite'}`;
    case 'quantized': {
      const step = showRational(type.step);
      const range = `${showRational(type.min)} .. ${showRational(type.max)}`;
      if (form === 'physical')
        return `${range} in steps of ${step}; ${type.wrap ? 'wrapped' : 'clamped'} when encoded`;
      return `0 .. ${type.steps}: steps of ${step} from ${showRational(type.min)}`;
    }
    case 'angle':
      return `1/${2 ** (type.bytes * 8)} turn`;
    case 'flags':
      return `bits of ${type.declaration.name}`;
    case 'bytes':
      return type.capped ? `up to ${type.size} bytes` : `${type.size} bytes`;
    case 'string':
      return `up to ${type.cap} bytes of UTF-8`;
    case 'deltaList':
      return `rows for ${type.size} places: from where encoding reads, where decoding writes; any columns as long may stand here`;
    case 'array': {
      const size = type.capped ? `up to ${type.size}` : `exactly ${type.size}`;
      const element = describeType(type.element, form);
      return element === '' ? `${size}` : `${size}: ${element}`;
    }
    default:
      return '';
  }
}
