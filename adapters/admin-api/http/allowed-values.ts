// What may stand in a field of a request, in words, from the schema that checks it: "a whole number from 1 to 65535".
// Content files have the same words (adapters/content-files/json/describe-allowed); descriptions say there what is
// allowed, here what a field is for.

import { z } from 'zod';

/** The part of JSON Schema that zod gives for requests. */
interface Shape {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
  readonly type?: string;
  readonly format?: string;
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
  readonly prefixItems?: readonly Shape[];
  readonly additionalProperties?: Shape | boolean;
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
}

const unsaid = 'another value';

/** What is sent; and what comes of it, which alone has the limits of numbers that are sent as text. */
type Side = 'input' | 'output';

const shapes: Readonly<Record<Side, WeakMap<z.ZodType, Shape>>> = {
  input: new WeakMap(),
  output: new WeakMap(),
};

/** `path` leads from the schema's own value to the field. */
export function allowedAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  for (const side of ['input', 'output'] as const) {
    const words = new Set(shapesAt(schema, path, side).map(describe));
    if (words.size > 0 && !words.has(unsaid)) return [...words].join(' or ');
  }
  return unsaid;
}

/** The names of the fields of the object at `path`. */
export function fieldNamesAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  return [
    ...new Set(shapesAt(schema, path, 'input').flatMap(({ properties }) => Object.keys(properties ?? {}))),
  ];
}

function shapesAt(schema: z.ZodType, path: readonly PropertyKey[], side: Side): Shape[] {
  const root = shapeOf(schema, side);
  let at = alternatives(root, root);
  for (const step of path) {
    at = at.flatMap((shape) => {
      const next =
        typeof step === 'number' ? (shape.prefixItems?.[step] ?? shape.items) : fieldOf(shape, String(step));
      return next === undefined ? [] : alternatives(next, root);
    });
  }
  return at;
}

function shapeOf(schema: z.ZodType, io: Side): Shape {
  const known = shapes[io].get(schema);
  if (known !== undefined) return known;
  const shape = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as Shape;
  shapes[io].set(schema, shape);
  return shape;
}

function fieldOf({ properties, additionalProperties }: Shape, name: string): Shape | undefined {
  if (properties !== undefined && Object.hasOwn(properties, name)) return properties[name];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function alternatives(shape: Shape, root: Shape): Shape[] {
  if (shape.$ref !== undefined) {
    const named = root.$defs?.[shape.$ref.replace('#/$defs/', '')];
    return named === undefined ? [] : alternatives(named, root);
  }
  const several = shape.oneOf ?? shape.anyOf;
  return several === undefined ? [shape] : several.flatMap((each) => alternatives(each, root));
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'a UUID',
  'date-time': 'a time such as 2027-06-01T00:00:00Z',
};

function describe(shape: Shape): string {
  if (shape.const !== undefined) return JSON.stringify(shape.const);
  if (shape.enum !== undefined)
    return `one of ${shape.enum.map((value) => JSON.stringify(value)).join(', ')}`;
  switch (shape.type) {
    case 'boolean':
      return 'true or false';
    case 'integer':
      return `a whole number${range(shape.minimum, shape.maximum)}`;
    case 'number':
      return `a number${range(shape.minimum, shape.maximum)}`;
    case 'string':
      return formats[shape.format ?? ''] ?? `text${counted(shape.minLength, shape.maxLength, 'character')}`;
    case 'array':
      if (shape.prefixItems !== undefined) return `a list of ${shape.prefixItems.length} values`;
      return `a list${counted(shape.minItems, shape.maxItems, 'entry')}`;
    case 'object': {
      const names = Object.keys(shape.properties ?? {});
      return names.length === 0 ? 'an object' : `an object with ${names.join(', ')}`;
    }
    case 'null':
      return 'null';
    default:
      return unsaid;
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

function counted(least = 0, most: number | undefined, unit: 'character' | 'entry'): string {
  const units = (count: number): string =>
    count === 1 ? unit : { character: 'characters', entry: 'entries' }[unit];
  if (most === undefined) return least === 0 ? '' : ` of at least ${least} ${units(least)}`;
  if (least === most) return ` of ${most} ${units(most)}`;
  return least === 0 ? ` of at most ${most} ${units(most)}` : ` of ${least} to ${most} ${units(most)}`;
}
