// An example of what a schema of the document describes, made of the schema itself, so that it cannot grow old: what it names
// as its example, else the first of its choices, else something of its kind. A test sends those of bodies.

type Schema = Readonly<Record<string, unknown>>;
export type Schemas = Readonly<Record<string, Schema>>;

const ofFormats: Readonly<Record<string, string>> = {
  uuid: '3f0c8a52-6d1e-4b7a-9c35-2e8f7d4b1a60',
  'date-time': '2027-02-01T04:00:00.000Z',
};

/** Of schemas that need each other in a circle the inner one is left out. */
export function exampleOf(
  schema: Schema,
  schemas: Schemas,
  within: ReadonlySet<string> = new Set(),
): unknown {
  const { $ref } = schema;
  if (typeof $ref === 'string') {
    const name = $ref.split('/').at(-1)!;
    return within.has(name) ? undefined : exampleOf(schemas[name] ?? {}, schemas, new Set(within).add(name));
  }
  if ('example' in schema) return schema['example'];
  if ('default' in schema) return schema['default'];
  const choice = firstOf(schema, 'enum');
  if (choice !== undefined) return choice;
  const part = firstOf(schema, 'oneOf') ?? firstOf(schema, 'anyOf');
  if (part !== undefined) return exampleOf(part as Schema, schemas, within);
  const whole = firstOf(schema, 'allOf');
  if (whole !== undefined) return exampleOf(whole as Schema, schemas, within);
  return ofType(schema, schemas, within);
}

function ofType(schema: Schema, schemas: Schemas, within: ReadonlySet<string>): unknown {
  switch (schema['type']) {
    case 'object': {
      const properties = Object.entries((schema['properties'] ?? {}) as Schemas);
      const made = properties.map(([name, one]) => [name, exampleOf(one, schemas, within)] as const);
      return Object.fromEntries(made.filter(([, value]) => value !== undefined));
    }
    case 'array': {
      const one = exampleOf((schema['items'] ?? {}) as Schema, schemas, within);
      return one === undefined ? [] : [one];
    }
    case 'string':
      return ofFormats[String(schema['format'])] ?? 'text';
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return true;
    default:
      return undefined;
  }
}

function firstOf(schema: Schema, key: string): unknown {
  const choices = schema[key];
  return Array.isArray(choices) ? choices[0] : undefined;
}
