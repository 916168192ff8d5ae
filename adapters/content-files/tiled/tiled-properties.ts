// The custom properties of anything in a map: checked against what the game knows there, in type and in name. A property
// that is not known is refused, so that a misspelt one is not passed over; names that begin with `x-` are the author's own.

import { z } from 'zod';
import { checkShape, unknownField } from '../json/check-shape.js';
import type { JsonPath, Problems } from '../json/content-problem.js';
import { fieldNames } from '../json/describe-allowed.js';
import { propertySchema } from './tiled-schema.js';

/** Properties for others, such as a client's: nothing here reads them. */
const ownPrefix = 'x-';

/** For what the game reads no property of. */
export const noProperties = z.strictObject({});

/** `path` leads to what has the properties, of which `list` is the JSON. */
export function checkProperties<S extends z.ZodType>(
  list: readonly unknown[],
  schema: S,
  path: JsonPath,
  problems: Problems,
): z.infer<S> | undefined {
  const values = new Map<string, { readonly value: unknown; readonly index: number }>();
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
    else if (known.includes(property.name)) values.set(property.name, { value: property.value, index });
    else {
      const [reason, names] = unknownField(property.name, known);
      add([index, 'value'], reason.replace('field', 'property'), allowedProperties(names));
    }
  });
  const plain = Object.fromEntries([...values].map(([name, { value }]) => [name, value]));
  const checked = checkShape(plain, schema, {
    add: ([name, ...rest], reason, allowed) => {
      const index = values.get(String(name))?.index;
      if (index === undefined) problems.add([...path, String(name)], reason, `a custom property: ${allowed}`);
      else add([index, 'value', ...rest], reason, allowed);
    },
  });
  return sound ? checked : undefined;
}

function allowedProperties(names: string): string {
  const own = `names with ${ownPrefix} in front, for others to read`;
  return names === 'none' ? `no property here, but ${own}` : `${names}, and ${own}`;
}
