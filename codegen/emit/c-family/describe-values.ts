// One line on what values a field takes, for the comment above it.

import { showRational } from '../../model/rational.js';
import type { FieldModel, FieldType, Lifetime } from '../../model/schema-model.js';

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

type Notes = Lifetime & Partial<Pick<FieldModel, 'unit' | 'interpolation' | 'visibility'>>;

/** What else a reader should know, for the comment too. */
export function notesOf({ unit, interpolation, visibility, since, deprecated }: Notes): string {
  return joined(
    unit === undefined || unit === '' ? '' : `Unit: ${unit}.`,
    interpolation === undefined || interpolation === 'none' ? '' : `Interpolation: ${interpolation}.`,
    visibility === undefined || visibility === 'everyone' ? '' : `Visible: ${visibility}.`,
    since === 0 ? '' : `Since version ${since}.`,
    deprecated === undefined ? '' : `Deprecated: ${deprecated}.`,
  );
}

/** Sentences in one line. */
export function joined(...sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
