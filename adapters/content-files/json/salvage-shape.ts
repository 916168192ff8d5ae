// A value with faults of shape, made whole with stand-ins: so that what else it says can still be looked at. Nothing is to be
// said of the stand-ins.

import type { z } from 'zod';
import type { JsonPath } from './content-problem.js';
import { shapesFor, within, type Shape } from './describe-allowed.js';

export interface Salvaged<T> {
  readonly value: T;
  /** Where stand-ins are. */
  readonly faulty: readonly JsonPath[];
}

/** A stand-in of another kind may lack what its kind has, and so on: deeper than content is nested. */
const roundsMax = 6;

/** Undefined for what cannot be made whole. */
export function salvageShape<S extends z.ZodType>(
  value: unknown,
  schema: S,
): Salvaged<z.infer<S>> | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return undefined;
  const mended: unknown = structuredClone(value);
  const faulty: JsonPath[] = [];
  for (let round = 0; round < roundsMax; round++) {
    const result = schema.safeParse(mended);
    if (result.success) return { value: result.data, faulty };
    for (const issue of result.error.issues) {
      const { path } = issue;
      if (issue.code === 'unrecognized_keys') {
        const at = path.reduce(within, mended) as Record<string, unknown>;
        for (const name of issue.keys) delete at[name];
        continue;
      }
      const last = path.at(-1);
      // A whole entry may become one of any kind, a part of it only what its kind has.
      const given = typeof last === 'number' ? undefined : mended;
      const shape = unusedOf(shapesFor(schema, path, given), path, mended);
      const parent = path.slice(0, -1).reduce(within, mended);
      if (last === undefined || shape === undefined || parent === null || typeof parent !== 'object')
        return undefined;
      faulty.push(path);
      (parent as Record<PropertyKey, unknown>)[last] = standIn(shape);
    }
  }
  return undefined;
}

/** Of several kinds one that no other entry of the list is of, for there may be but one of each. */
function unusedOf(shapes: readonly Shape[], path: JsonPath, value: unknown): Shape | undefined {
  const at = path.findLastIndex((step) => typeof step === 'number');
  const list = at < 0 ? undefined : path.slice(0, at).reduce(within, value);
  if (shapes.length < 2 || !Array.isArray(list)) return shapes[0];
  const inner = path.slice(at + 1);
  const others = list.filter((_, index) => index !== path[at]).map((entry) => inner.reduce(within, entry));
  return shapes.find((shape) => !others.some((other) => isOf(shape, other))) ?? shapes[0];
}

/** By its constants. */
function isOf({ const: constant, properties = {} }: Shape, value: unknown): boolean {
  if (constant !== undefined) return value === constant;
  const constants = Object.entries(properties).filter(([, each]) => each.const !== undefined);
  return constants.length > 0 && constants.every(([name, each]) => within(value, name) === each.const);
}

/** The least that the shape allows. */
function standIn(shape: Shape): unknown {
  if (shape.oneOf !== undefined) return standIn(shape.oneOf[0]!);
  if (shape.const !== undefined) return shape.const;
  if (shape.enum !== undefined) return shape.enum[0];
  switch (shape.type) {
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return Math.max(shape.minimum ?? 0, 0);
    case 'array':
      return Array.from({ length: shape.minItems ?? 0 }, () => standIn(shape.items!));
    case 'object':
      return Object.fromEntries(
        (shape.required ?? []).map((name) => [name, standIn(shape.properties![name]!)]),
      );
    default:
      return 'x'.repeat(shape.minLength ?? 1);
  }
}
