// The content schema: what it says of the content files holds for them, agrees with what the server accepts, and its
// mistakes are named.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import * as records from '#adapters/content-files/generated/record-schemas.js';
import { schemaName } from '#codegen/emit/content/content-names.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { ContentFieldModel, ContentModel, ContentType } from '#codegen/model/content-model.js';
import { errorsOf } from './support/schema-text.js';

const contents = loadSchema('protocol-schema/content').files.flatMap((file) => file.contents);
const files = contents.filter((each): each is ContentModel => each.kind === 'content' && each.source !== '');
const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const schemaOfFile = (file: string): Json => json(`protocol-schema/content/${file}.schema.json`) as Json;

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What the server holds a record of a file against. */
function accepted(content: ContentModel): z.ZodType {
  const record = (records as unknown as Readonly<Record<string, z.ZodType>>)[schemaName(content)]!;
  return content.single ? record : z.array(record);
}

it('every content file has a schema', () => {
  const names = readdirSync('content').filter((name) => name.endsWith('.json'));
  expect(files.map((content) => `${content.source}.json`).sort()).toEqual(names.sort());
});

describe.each(files.map((content) => [content.source, content] as const))('%s', (file, content) => {
  it('is what its schema allows', () => {
    const schema = z.fromJSONSchema(schemaOfFile(file) as Parameters<typeof z.fromJSONSchema>[0]);
    expect(schema.safeParse(json(`content/${file}.json`)).error?.issues ?? []).toEqual([]);
  });

  it('has a description of every field, with its limits, in its schema', () => {
    const described = fieldsOf(schemaOfFile(file)).filter(([, field]) => !('const' in field));
    expect(described.length).toBeGreaterThan(1);
    for (const [name, { description, maximum, $ref }] of described) {
      expect([name, String(description ?? ($ref && 'a part')).length > 5]).toEqual([name, true]);
      if (maximum !== undefined)
        expect([name, description]).toEqual([name, expect.stringContaining(` to ${String(maximum)}`)]);
    }
  });

  it('refers only to records that exist', () => {
    const list = content.single
      ? [json(`content/${file}.json`)]
      : (json(`content/${file}.json`) as unknown[]);
    const references = list.flatMap((record) =>
      referencesIn(content.fields, record as Record<string, unknown>),
    );
    // What lies on maps is held against them in test/adapters/content-files.
    const inFiles = references.filter(({ target }) => files.some(({ name }) => name === target));
    const missing = inFiles.filter(({ target, key }) => !keysOf(target).includes(key));
    expect(missing).toEqual([]);
  });

  it('has the ranges that the server accepts', () => {
    const server = z.toJSONSchema(accepted(content), { io: 'input' }) as Json;
    expect(essence(schemaOfFile(file), schemaOfFile(file))).toEqual(essence(server, server));
  });
});

/** Every property of every object in a JSON Schema. */
function fieldsOf(schema: Json): [string, Readonly<Record<string, Json>>][] {
  if (schema === null || typeof schema !== 'object') return [];
  const own = 'properties' in schema ? (schema['properties'] as Record<string, Record<string, Json>>) : {};
  return [...Object.entries(own), ...Object.values(schema).flatMap((each: Json) => fieldsOf(each))];
}

function keysOf(target: string): string[] {
  const { source } = files.find((content) => content.name === target)!;
  return (json(`content/${source}.json`) as { key: string }[]).map((record) => record.key);
}

interface Reference {
  readonly target: string;
  readonly key: string;
}

function referencesIn(fields: readonly ContentFieldModel[], record: Record<string, unknown>): Reference[] {
  return fields.flatMap(({ name, type }) => (name in record ? referencesOf(type, record[name]) : []));
}

function referencesOf(type: ContentType, value: unknown): Reference[] {
  switch (type.kind) {
    case 'ref':
      return [{ target: type.target, key: value as string }];
    case 'part':
      return referencesIn(type.declaration.fields, value as Record<string, unknown>);
    case 'choice': {
      const { kind } = value as { kind: string };
      const chosen = type.declaration.cases.find((each) => each.name === kind)!;
      return referencesIn(chosen.declaration.fields, value as Record<string, unknown>);
    }
    case 'list':
      return (value as unknown[]).flatMap((element) => referencesOf(type.element, element));
    default:
      return [];
  }
}

/** What two JSON Schemas must agree on: no descriptions, no names of parts, nothing that says nothing. */
function essence(schema: Json, root: Json): Json {
  if (Array.isArray(schema)) return schema.map((each: Json) => essence(each, root));
  if (schema === null || typeof schema !== 'object') return schema;
  const object = schema as Readonly<Record<string, Json>>;
  const reference = object['$ref'];
  if (typeof reference === 'string') {
    const { $ref: _, ...rest } = object;
    const name = reference.replace('#/$defs/', '');
    const target = ((root as Record<string, Json>)['$defs'] as Record<string, Json>)[name];
    return essence({ ...rest, ...(target as object) }, root);
  }
  const left = Object.entries(object).filter(([name, value]) => {
    if (
      name.startsWith('$') ||
      name.startsWith('x-') ||
      ['title', 'description', 'enumDescriptions'].includes(name)
    )
      return false;
    // An own key, and the name of a place outside the content files, look alike to the server.
    if (['pattern', 'minLength'].includes(name) || (name === 'minItems' && value === 0)) return false;
    return !(name === 'type' && ('const' in object || 'enum' in object));
  });
  const sorted = left.map(([name, value]): [string, Json] => [
    name,
    name === 'required' ? [...(value as string[])].sort() : essence(value, root),
  ]);
  return Object.fromEntries(sorted);
}

describe('content says', () => {
  const content = (fields: string): string =>
    `enum Kind : u8 {\n  a = 1\n}\ncontent Thing in "things" {\n  key: key\n}\ncontent Part {\n  x: bool\n}\ncontent Record {\n${fields}\n}`;

  it.each([
    [
      'fields of every type',
      '  a: id\n  b: key\n  c: integer(0 .. 9) = 3 unit "m" editor slider\n  d: number(0 .. 1/2)\n  e: bool = false\n  f: text<9> = "x"\n  g: Kind = a\n  h: ref Thing\n  i: Part[1 .. 3]\n  j?: Part',
      [],
    ],
    [
      'once, of what the entries have',
      '  a: integer(0 .. 9)[..3] once b',
      ["11:32 the entries of 'a' have no field 'b' | lists of references and words have each once"],
    ],
    ['a range for every number', '  a: integer', ['11:6 integer needs a range | as in integer(0 .. 100)']],
    ['a range that is not empty', '  a: number(2 .. 1)', ['11:13 the range 2 .. 1 is empty']],
    ['a default within the range', '  a: integer(1 .. 5) = 6', ['11:24 the default 6 lies outside 1 .. 5']],
    ['a whole default', '  a: integer(1 .. 5) = 3/2', ['11:24 1.5 is no whole number']],
    [
      'a default that is a member',
      '  a: Kind = b',
      ["11:13 the default is no member of Kind | did you mean 'a'?"],
    ],
    ['a default in quotes', '  a: text<5> = b', ['11:16 the default is no text | write it in quotes']],
    [
      'references to what exists',
      '  a: ref Thong',
      ["11:10 no content is named 'Thong' | did you mean 'Thing'?"],
    ],
    [
      'references to what has a key',
      '  a: ref Part',
      ["11:10 'Part' cannot be referred to | it needs a file with a list of records and a field of type key"],
    ],
    [
      'records of other files by reference',
      '  a: Thing',
      ["11:6 'Thing' lies in a file of its own | write ref Thing"],
    ],
    [
      'lists with a cap',
      '  a: Part[]',
      ["11:11 expected the fewest elements, found ']' | a number or the name of a const"],
    ],
    [
      'types that it knows',
      '  a: u8',
      [
        "11:6 content knows no type 'u8' | known here: id, key, integer, number, seconds, bool, text, ref, Kind, Thing, Part, Record",
      ],
    ],
    [
      'editors that fit',
      '  a: bool editor slider',
      ["11:18 'slider' cannot show a field of type bool | known here: checkbox, select"],
    ],
    [
      'optional or default',
      '  a?: bool = true',
      ["11:3 'a' has a default, so it always has a value | leave out the '?'"],
    ],
    [
      'limits by another field',
      '  a: integer(0 .. 9)\n  b: integer(0 .. 9) at least a\n  c: number(0 .. 1) at most a at least b',
      [],
    ],
    [
      'limits by numbers that are always there',
      '  low?: integer(0 .. 9)\n  high: integer(0 .. 9) at least low\n  name: text<9> at most high',
      [
        "12:34 no other field 'low' is a number that is always there",
        "13:25 'name' is no number that is always there",
      ],
    ],
    [
      'least or most',
      '  a: integer(0 .. 9) at lest b',
      ["11:25 expected least or most, found 'lest' | as in at least levelMin"],
    ],
    ['what no rule reads yet', '  a: integer(0 .. 9) unread\n  b: bool = true editor select unread', []],
    [
      'seconds under a name that says so',
      '  aSeconds: seconds(0 .. 9)\n  b: seconds(0 .. 9)',
      ['12:3 the name of a field of seconds ends in Seconds | as in bSeconds, which rules get as bTicks'],
    ],
    [
      'no circles',
      '  a: Record',
      ["11:6 'Record' would contain itself: Record → Record | refer to it by key"],
    ],
  ])('%s', (_, fields, errors) => {
    expect(errorsOf(content(fields))).toEqual(errors);
  });

  const onMaps = (fields: string, more = ''): string =>
    `content World of map {\n  id: id\n}\ncontent Start on map "start" as point {\n}\n${more}content Door ${fields}`;

  it.each([
    ['a map by its name', '{\n  to: ref World\n  at: ref Start of to\n}', []],
    ['what stands on the same map', 'on map "door" as rectangle {\n  at: ref Start\n}', []],
    [
      'on which map something stands',
      '{\n  at: ref Start\n}',
      ['7:7 on which map? | as in ref Start of targetMap'],
    ],
    [
      'a field that names a map',
      '{\n  to: ref World\n  at: ref Start of too\n}',
      ["8:20 'too' is no field that names a map | did you mean 'to'?"],
    ],
    [
      'nothing of maps where it needs none',
      '{\n  to: ref World\n  at: ref World of to\n}',
      ["8:20 'World' stands on no map | leave out 'of'"],
    ],
    [
      'shapes that Tiled draws',
      'on map "door" as square {\n}',
      ["6:31 'square' is no shape of objects | known here: point, rectangle, circle"],
    ],
    [
      'classes in lower case',
      'on map "The door" as circle {\n}',
      ['6:21 "The door" is no class of objects | lower case words joined by -'],
    ],
    [
      'colours as Tiled shows them',
      'on map "door" as circle colour "red" {\n}',
      ['6:21 "red" is no colour | as in colour "#2e7d32"'],
    ],
    [
      'maps and tiles',
      'of maps {\n}',
      ["6:17 expected map or tile, found 'maps' | as in content GameMap of map"],
    ],
    [
      'where objects stand',
      'on tile {\n}',
      ['6:17 expected map, found \'tile\' | as in content Portal on map "portal" as rectangle'],
    ],
    ['maps by reference', '{\n  to: World\n}', ["7:7 'World' belongs to maps | write ref World"]],
    [
      'one class once',
      'on map "start" as circle {\n}',
      ['6:9 objects of class "start" are \'Start\' already'],
    ],
  ])('of maps: %s', (_, fields, errors) => {
    expect(errorsOf(onMaps(fields))).toEqual(errors);
  });

  it('nothing about the wire: packets stand in other files', () => {
    expect(errorsOf('content A {\n  x: bool\n}\npacket P = 1 from server on reliable {\n}')).toContain(
      '4:8 packets and content stand in one file | move the content to another',
    );
  });

  it('one kind of record a file', () => {
    const two = 'content A in "a" {\n  x: bool\n}\ncontent B in "a" {\n  x: bool\n}';
    expect(errorsOf(two)).toEqual(['4:9 "a" holds \'A\' already']);
  });

  it('choices between parts, told apart by kind', () => {
    const part = (field: string): string => `content A {\n  ${field}: bool\n}\nchoice C {\n  one: A\n}`;
    expect(errorsOf(part('x'))).toEqual([]);
    expect(errorsOf(part('kind'))).toEqual([
      "5:8 'A' has a field 'kind', which names the case | rename the field",
    ]);
  });
});

/** Where a description is empty, by names. */
function bareIn(value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value))
    return value.flatMap((each: unknown, i) => bareIn(each, `${path}[${nameOf(each) ?? i}]`));
  const bare = (value as { description?: unknown }).description === '' ? [path] : [];
  return [...bare, ...Object.entries(value).flatMap(([name, inner]) => bareIn(inner, `${path}.${name}`))];
}

function nameOf(value: unknown): string | undefined {
  const { file, name } = (value ?? {}) as { file?: string; name?: string };
  return file ?? name;
}

describe('the editors', () => {
  const editors = json('protocol-schema/content/editors.json') as {
    files: { file: string; fields: Record<string, unknown>[] }[];
    parts: { name: string }[];
  };

  it('offer every field of every file', () => {
    for (const content of files) {
      const described = editors.files.find(({ file }) => file === `${content.source}.json`)!;
      expect(described.fields.map((field) => field['name'])).toEqual(
        content.fields.map((field) => field.name),
      );
    }
  });

  it('describe every field, part and value', () => {
    expect(bareIn(editors, 'editors')).toEqual([]);
  });

  it('name what they do not describe', () => {
    const fields = [{ name: 'price', description: '' }];
    expect(bareIn({ files: [{ file: 'titles.json', description: 'What.', fields }] }, 'editors')).toEqual([
      'editors.files[titles.json].fields[price]',
    ]);
  });

  it('show units beside the field, not in its label', () => {
    const items = editors.files.find(({ file }) => file === 'items.json')!;
    expect(items.fields.find((field) => field['name'] === 'priceCoins')).toEqual({
      name: 'priceCoins',
      label: 'Price',
      description: 'What it is worth.',
      required: true,
      editor: 'number',
      unit: 'coins',
      min: 0,
      max: 1_000_000,
      step: 1,
    });
  });
});
