// What a field may be, in words, from the schema that checks it: "a whole number from 1 to 999".

import { z } from 'zod';

/** The part of JSON Schema that zod gives for content. */
export interface Shape {
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
  readonly required?: readonly string[];
}

const shapes = new WeakMap<z.ZodType, Shape>();

/** `path` leads from the schema's own value, of which `value` was given, to the field. */
export function describeAllowed(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string {
  const found = shapesAt(shapeOf(schema), path, value);
  const constants = found.filter(({ const: value }) => value !== undefined);
  if (constants.length === found.length && found.length > 2)
    return `one of ${constants.map(describe).join(', ')}`;
  const words = [...new Set(found.map(describe))];
  return words.length === 0 ? 'another value' : words.join(' or ');
}

/** The texts that may stand at `path`, where only some may. */
export function allowedTexts(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): string[] {
  const values = shapesAt(shapeOf(schema), path, value).flatMap((shape) => shape.enum ?? [shape.const]);
  return values.filter((value) => typeof value === 'string');
}

/** The names of the fields of the object at `path`: those of its kind, where it is of one. */
export function fieldNames(schema: z.ZodType, path: readonly PropertyKey[], value?: unknown): string[] {
  const found = shapesAt(shapeOf(schema), path, value);
  return [...new Set(found.flatMap((shape) => Object.keys(shape.properties ?? {})))];
}

/** What may stand at `path`, as it leads through what was given; of several kinds where it is of none. */
export function shapesFor(schema: z.ZodType, path: readonly PropertyKey[], value: unknown): readonly Shape[] {
  return shapesAt(shapeOf(schema), path, value);
}

function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema);
  if (known !== undefined) return known;
  // What JSON Schema cannot say is described in words.
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape;
  shapes.set(schema, shape);
  return shape;
}

function shapesAt(shape: Shape, path: readonly PropertyKey[], value: unknown): Shape[] {
  if (shape.oneOf !== undefined)
    return kindsOf(shape.oneOf, value).flatMap((each) => shapesAt(each, path, value));
  if (path.length === 0) return [shape];
  const [step, ...rest] = path;
  const next = typeof step === 'number' ? shape.items : shape.properties?.[String(step)];
  return next === undefined ? [] : shapesAt(next, rest, within(value, step!));
}

/** Those whose constants the value has; all where it is of no kind. */
function kindsOf(shapes: readonly Shape[], value: unknown): readonly Shape[] {
  const its = shapes.filter(({ properties = {} }) =>
    Object.entries(properties).every(
      ([name, { const: constant }]) => constant === undefined || within(value, name) === constant,
    ),
  );
  return its.length === 0 ? shapes : its;
}

/** What lies there; undefined where nothing does. */
export function within(value: unknown, step: PropertyKey): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<PropertyKey, unknown>)[step];
}

function describe(shape: Shape): string {
  if (shape.description !== undefined) return shape.description;
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined)
    return `one of ${shape.enum.map((value) => JSON.stringify(value)).join(', ')}`;
  switch (shape.type) {
    case 'boolean':
      return 'true or false, without quotes';
    case 'integer':
      return `a whole number${range(shape.minimum, shape.maximum)}`;
    case 'number':
      return `a number${range(shape.minimum, shape.maximum)}`;
    case 'string':
      return `text${counted(shape.minLength, shape.maxLength, 'characters')}`;
    case 'array':
      return `a list${counted(shape.minItems, shape.maxItems, 'entries')}`;
    case 'object':
      return `an object with ${Object.keys(shape.properties ?? {}).join(', ')}`;
    default:
      return 'another value';
  }
}

function range(least: number | undefined, most: number | undefined): string {
  // zod states how far whole numbers are exact where no limit is given.
  const lower = least === undefined || least <= Number.MIN_SAFE_INTEGER ? undefined : least;
  const upper = most === undefined || most >= Number.MAX_SAFE_INTEGER ? undefined : most;
  if (lower !== undefined && upper !== undefined) return ` from ${lower} to ${upper}`;
  if (lower !== undefined) return `, at least ${lower}`;
  return upper === undefined ? '' : `, at most ${upper}`;
}

function counted(least: number | undefined, most: number | undefined, unit: string): string {
  if (most === undefined) return least === undefined || least === 0 ? '' : ` of at least ${least} ${unit}`;
  return least === undefined || least === 0
    ? ` of at most ${most} ${unit}`
    : ` of ${least} to ${most} ${unit}`;
}
