// One line on what values a field takes, for the comment above it.

import { showRational } from '../../model/rational.js';
import type { FieldType } from '../../model/schema-model.js';

/** '' where the type's name says it all. */
export function describeValues(type: FieldType): string {
  switch (type.kind) {
    case 'integer':
    case 'float':
      return type.ranged ? `${type.min} .. ${type.max}.` : '';
    case 'quantized': {
      const outside = type.wrap ? 'brought into the range' : 'clamped';
      const range = `${showRational(type.min)} .. ${showRational(type.max)}`;
      return `${range} in steps of ${showRational(type.step)}; ${outside} when written.`;
    }
    case 'angle':
      return `Parts of a turn: ${2 ** (8 * type.bytes)} are a whole one.`;
    case 'string':
      return `Up to ${type.cap} bytes of UTF-8.`;
    case 'bytes':
      return type.capped ? `Up to ${type.size} bytes.` : '';
    case 'deltaList':
      return `Of ${type.size} places those that changed.`;
    case 'array': {
      const element = describeValues(type.element);
      return element === '' ? '' : `Each: ${element}`;
    }
    default:
      return '';
  }
}

/** What else a reader should know, for the comment too. */
export function notesOf({ unit }: { readonly unit?: string }): string {
  return unit === undefined || unit === '' ? '' : `Unit: ${unit}.`;
}
