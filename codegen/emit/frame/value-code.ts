// How a column's value is worked out from where it comes from: rounded as every language does alike, and clamped.

import { toNumber } from '../../model/rational.js';
import type { FieldSource, FrameModel, SourceModel } from '../../model/frame-model.js';
import { upperFirst } from '../typescript/derived-names.js';
import { arrayOfWidth, groupFields, ownFields, valueOf, widthOf, type ValueModel } from './frame-columns.js';

/** Of a frame, apart from the id: what has a column of a component to come from. */
export type Sourced = ValueModel & { readonly source: SourceModel };

export function isSourced(value: ValueModel): value is Sourced {
  return isColumn(value.source);
}

export function isColumn(source: FieldSource | undefined): source is SourceModel {
  return source !== undefined && source !== 'entity';
}

export const sourceLocal = ({ component, column }: SourceModel): string =>
  `${component}${upperFirst(column)}`;
export const membersLocal = (component: string): string => `with${upperFirst(component)}`;

/** Of the entity in the row `e`. `guarded`: it may lack the component, and then has 0. */
export function valueCode(value: Sourced, guarded: boolean): string {
  const code = unguarded(value);
  const members = membersLocal(value.source.component);
  const none = value.type.kind === 'integer' ? Math.max(0, value.type.min) : 0;
  return guarded ? `((${members}[e >>> 5]! >>> (e & 31)) & 1) === 0 ? ${none} : ${code}` : code;
}

function unguarded({ type, source }: Sourced): string {
  const raw = `${sourceLocal(source)}[e]!`;
  if (type.kind === 'quantized') {
    const min = toNumber(type.min);
    const offset = min === 0 ? raw : `(${raw} ${min < 0 ? '+' : '-'} ${Math.abs(min)})`;
    const { numerator, denominator } = type.step;
    const steps = `${offset}${denominator === 1n ? '' : ` * ${denominator}`}${numerator === 1n ? '' : ` / ${numerator}`} + 0.5`;
    // Clamped first, so that it is one instruction for every value.
    const within = `clamp(${steps}, 0, ${type.steps})`;
    return type.steps < 2 ** 31 ? `${within} | 0` : `Math.floor(${within})`;
  }
  const rounded = { none: raw, up: `Math.ceil(${raw})`, down: `Math.floor(${raw})` }[source.rounding];
  if (type.kind !== 'integer' || (source.rounding === 'none' && !type.ranged)) return rounded;
  return `clamp(${rounded}, ${type.min}, ${type.max})`;
}

/** The array that a source must be: taken over as it is, it must be of the column's own type. */
function arrayCode({ type, source }: Sourced): string {
  return type.kind === 'quantized' || source.rounding !== 'none'
    ? 'ArrayLike<number>'
    : arrayOfWidth[widthOf(type)];
}

/** Of everything the frame reads: the components' columns with their arrays, and whose members must be looked at. */
export function sourcesOf(
  frame: FrameModel,
): Map<string, { columns: Map<string, string>; members: boolean }> {
  const found = new Map<string, { columns: Map<string, string>; members: boolean }>();
  const note = (component: string, column: string, array: string, members: boolean): void => {
    const known = found.get(component) ?? { columns: new Map<string, string>(), members: false };
    found.set(component, known);
    const before = known.columns.get(column);
    if (before === undefined || before === 'ArrayLike<number>') known.columns.set(column, array);
    known.members ||= members;
  };
  for (const { stamp, fields } of frame.record.groups) {
    if (stamp !== undefined) note(stamp.component, stamp.column, 'Uint32Array', false);
    for (const { type, source, name } of fields) {
      if (type.kind !== 'bytes' || !isColumn(source)) continue;
      note(source.component, source.column, 'Uint8Array', false);
      note(source.component, `${source.column}Length`, 'Uint8Array', false);
      if (!frame.every.includes(source.component))
        throw new Error(`${name}: bytes of a component that not everybody has`);
    }
  }
  const shared = groupFields(frame).filter(({ type }) => type.kind !== 'bytes');
  for (const value of [...shared.map((field) => valueOf(field)), ...frame.fields.map(besideValue)]) {
    if (isSourced(value))
      note(value.source.component, value.source.column, arrayCode(value), isGuarded(frame, value));
  }
  for (const field of ownFields(frame)) {
    const value = valueOf(field);
    if (isSourced(value))
      note(value.source.component, value.source.column, arrayCode(value), isOwnGuarded(frame, value));
  }
  return found;
}

export function besideValue(field: FrameModel['fields'][number]): ValueModel {
  return { column: field.name, doc: field.doc, type: field.type, source: field.source };
}

export function isGuarded({ every }: FrameModel, { source }: Sourced): boolean {
  return !every.includes(source.component);
}

export function isOwnGuarded({ every, own }: FrameModel, { source }: Sourced): boolean {
  return !every.includes(source.component) && !own.includes(source.component);
}
