// The custom properties of anything in a map: checked against what the game knows there, in type and in name. A property
// that is not known is refused, so that a misspelt one is not passed over; names that begin with `x-` are the author's own.

import { z } from 'zod';
import { checkShape, unknownField } from '../json/check-shape.js';
import type { JsonPath, Problems } from '../json/content-problem.js';
import { fieldNames } from '../json/describe-allowed.js';
import { propertySchema } from './tiled-schema.js';

/** Properties for others, such as a client's: nothing here reads them. */
const ownPrefix = 'x-';

/** What a value of each of Tiled's types is in JSON; without a type it says nothing of it. */
const typesInJson: Readonly<Record<string, string>> = {
  ...{ string: 'string', color: 'string', file: 'string', int: 'number', float: 'number', object: 'number' },
  ...{ bool: 'boolean', class: 'object', list: 'object' },
};

/** For what the game reads no property of. */
export const noProperties = z.strictObject({});

/** `path` leads to what has the properties, of which `list` is the JSON. */
export function checkProperties<S extends z.ZodType>(
  list: readonly unknown[],
  schema: S,
  path: JsonPath,
  problems: Problems,
): z.infer<S> | undefined {
  const values = new Map<string, unknown>();
  const mistyped: (readonly [index: number, type: string, value: unknown])[] = [];
  let sound = true;
  const add = (at: JsonPath, reason: string, allowed: string): void => {
    sound = false;
    problems.add([...path, 'properties', ...at], reason, allowed);
  };
  const known = fieldNames(schema, []);
  list.forEach((each, index) => {
    const property = checkShape(each, propertySchema, {
      add: (at, reason, allowed) => add([index, ...at], reason, allowed),
    });
    if (property === undefined || property.name.startsWith(ownPrefix)) return;
    if (values.has(property.name))
      add([index], `is the second property '${property.name}'`, 'each property once');
    else if (known.includes(property.name)) {
      values.set(property.name, property.value);
      const { type, value } = property;
      if (type !== undefined && typesInJson[type] !== typeof value) mistyped.push([index, type, value]);
    } else {
      const [reason, names] = unknownField(property.name, known);
      add([index, 'value'], reason.replace('field', 'property'), allowedProperties(names));
    }
  });
  const within = propertyProblems(list, path, problems);
  const plain = Object.fromEntries(values);
  const checked = checkShape(plain, schema, {
    add: ([name, ...rest], reason, allowed) => {
      const written = values.has(String(name));
      sound &&= !written;
      within.add([name!, ...rest], reason, written ? allowed : `a custom property: ${allowed}`);
    },
  });
  // What the game cannot take is told as that, above.
  if (sound)
    for (const [index, type, value] of mistyped)
      add([index, 'value'], `is ${JSON.stringify(value)}, and its type is ${type}`, 'a value of its type');
  return sound ? checked : undefined;
}

/** For paths that begin with the name of a property: they lead to its value, or to where it is missing. */
export function propertyProblems(list: readonly unknown[], path: JsonPath, problems: Problems): Problems {
  return {
    add: ([name, ...rest], reason, allowed) => {
      const index = list.findIndex((each) => (each as { name?: unknown } | null)?.name === name);
      const pathWithin = index < 0 ? [String(name)] : ['properties', index, 'value', ...rest];
      problems.add([...path, ...pathWithin], reason, allowed);
    },
  };
}

function allowedProperties(names: string): string {
  const own = `names with ${ownPrefix} in front, for others to read`;
  return names === 'none' ? `no property here, but ${own}` : `${names}, and ${own}`;
}
