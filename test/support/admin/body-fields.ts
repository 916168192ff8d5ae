// The fields of a body, from the API's own document and from a sample: `answers[].id`, whichever variant has it.

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Undefined for a route that takes no body. */
export function fieldsTaken(
  document: ApiDocument,
  path: string,
  method: string,
): readonly string[] | undefined {
  const { requestBody } = document.paths[path]![method] as {
    requestBody?: { content: Readonly<Record<string, { schema: Schema }>> };
  };
  if (requestBody === undefined) return undefined;
  const { schema } = Object.values(requestBody.content)[0]!;
  return [...new Set(fieldsIn(schema, document.components.schemas))];
}

function* fieldsIn(schema: Schema, named: Readonly<Record<string, Schema>>, at = ''): Generator<string> {
  const { $ref, properties = {}, items, oneOf = [], anyOf = [], allOf = [] } = schema;
  if ($ref !== undefined) yield* fieldsIn(named[$ref.slice($ref.lastIndexOf('/') + 1)]!, named, at);
  for (const part of [...oneOf, ...anyOf, ...allOf]) yield* fieldsIn(part, named, at);
  if (items !== undefined) yield* fieldsIn(items, named, `${at}[]`);
  for (const [name, field] of Object.entries(properties)) {
    const path = at === '' ? name : `${at}.${name}`;
    yield path;
    yield* fieldsIn(field, named, path);
  }
}

export function fieldsOf(sample: unknown): ReadonlySet<string> {
  return new Set(fieldsAmong(sample));
}

function* fieldsAmong(sample: unknown, at = ''): Generator<string> {
  if (Array.isArray(sample)) for (const part of sample) yield* fieldsAmong(part, `${at}[]`);
  else if (typeof sample === 'object' && sample !== null)
    for (const [name, part] of Object.entries(sample)) {
      const path = at === '' ? name : `${at}.${name}`;
      yield path;
      yield* fieldsAmong(part, path);
    }
}
