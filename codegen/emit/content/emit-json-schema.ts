// JSON Schema (draft 2020-12) for each content file. What JSON Schema cannot say stands in `x-ref` and `x-unit`:
// references lead to the key of a record of that content.

import {
  isEachOnce,
  keyLengthMax,
  keyPattern,
  type ChoiceModel,
  type ContentFieldModel,
  type ContentModel,
  type ContentType,
} from '../../model/content-model.js';
import { describedField, withUse } from './content-names.js';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };
type JsonObject = Record<string, Json>;

/** The schema of one file; `content` has a source. */
export function emitJsonSchema(content: ContentModel): string {
  const definitions = new Map<string, JsonObject>();
  define(content, definitions);
  if (content.single) allowSchemaField(definitions.get(content.name)!);
  const record = { $ref: `#/$defs/${content.name}` };
  const body: JsonObject = content.single ? record : { type: 'array', items: record };
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${content.source}.schema.json`,
    title: content.name,
    ...described(withUse(content.doc, content)),
    ...body,
    $defs: Object.fromEntries(definitions),
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

/** A file that is an object may name its schema; a list has no place for it, its editor finds the schema by its name. */
function allowSchemaField(schema: JsonObject): void {
  const $schema = {
    type: 'string',
    maxLength: 1_000,
    description: 'Where editors find what this file may hold.',
  };
  schema['properties'] = { $schema, ...(schema['properties'] as JsonObject) };
}

function define(declaration: ContentModel | ChoiceModel, definitions: Map<string, JsonObject>): void {
  if (definitions.has(declaration.name)) return;
  // Before its parts, so that the file's own record comes first.
  definitions.set(declaration.name, {});
  const schema =
    declaration.kind === 'choice'
      ? choiceSchema(declaration)
      : objectSchema(declaration, withUse(declaration.doc, declaration));
  definitions.set(declaration.name, schema);
  for (const part of partsOf(declaration)) define(part, definitions);
}

/** What a schema of this refers to. The cases of a choice are written out in it, with their parts. */
function partsOf(declaration: ContentModel | ChoiceModel): (ContentModel | ChoiceModel)[] {
  const contents =
    declaration.kind === 'choice' ? declaration.cases.map((each) => each.declaration) : [declaration];
  return contents.flatMap((content) => content.fields.flatMap((field) => partOf(field.type)));
}

function partOf(type: ContentType): (ContentModel | ChoiceModel)[] {
  if (type.kind === 'list') return partOf(type.element);
  return type.kind === 'part' || type.kind === 'choice' ? [type.declaration] : [];
}

function choiceSchema({ cases, doc }: ChoiceModel): JsonObject {
  const oneOf = cases.map((each) => {
    const { properties, required, ...rest } = objectSchema(each.declaration, each.doc);
    const kind = { kind: { const: each.name } };
    const names = ['kind', ...((required as readonly string[] | undefined) ?? [])];
    return { ...rest, properties: { ...kind, ...(properties as JsonObject) }, required: names };
  });
  return { ...described(doc), oneOf };
}

function objectSchema({ fields }: ContentModel, doc: string): JsonObject {
  const required = fields.filter((field) => !field.optional).map((field) => field.name);
  return {
    ...described(doc),
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function fieldSchema(field: ContentFieldModel): JsonObject {
  const { type, optional, defaultValue, unit } = field;
  const doc = describedField(field);
  const notes = [limitsOf(type, unit), optional ? `may be missing${missingMeans(defaultValue)}` : ''];
  const note = notes.filter((each) => each !== '').join('; ');
  return {
    ...typeSchema(type),
    ...described(withUse(note === '' ? doc : `${doc} (${note})`.trim(), field)),
    ...(defaultValue === undefined ? {} : { default: defaultValue }),
    ...(unit === '' ? {} : { 'x-unit': unit }),
  };
}

/** What an editor shows beside the text: it shows no limits of its own. */
function limitsOf(type: ContentType, unit: string): string {
  switch (type.kind) {
    case 'id':
    case 'integer':
    case 'number':
    case 'seconds':
      return `${type.min} to ${type.max}${unit === '' ? '' : ` ${unit}`}`;
    case 'text':
      return `${type.lengthMin} to ${type.lengthMax} characters`;
    case 'list':
      return `${type.countMin} to ${type.countMax} entries`;
    case 'ref':
      return `the key of a record of kind ${type.target}`;
    case 'key':
      return `at most ${keyLengthMax} characters`;
    default:
      return '';
  }
}

function missingMeans(defaultValue: string | number | boolean | undefined): string {
  return defaultValue === undefined ? '' : `, which means ${JSON.stringify(defaultValue)}`;
}

function typeSchema(type: ContentType): JsonObject {
  switch (type.kind) {
    case 'id':
    case 'integer':
      return { type: 'integer', minimum: type.min, maximum: type.max };
    case 'number':
    case 'seconds':
      return { type: 'number', minimum: type.min, maximum: type.max };
    case 'bool':
      return { type: 'boolean' };
    case 'text':
      return { type: 'string', minLength: type.lengthMin, maxLength: type.lengthMax };
    case 'key':
      return { type: 'string', pattern: keyPattern, maxLength: keyLengthMax };
    case 'ref':
      return { type: 'string', pattern: keyPattern, maxLength: keyLengthMax, 'x-ref': type.target };
    case 'enum':
      return {
        enum: type.declaration.members.map((member) => member.name),
        // Beside each value in editors such as VS Code.
        enumDescriptions: type.declaration.members.map((member) => member.doc),
      };
    case 'part':
    case 'choice':
      return { $ref: `#/$defs/${type.declaration.name}` };
    case 'list':
      return {
        type: 'array',
        items: typeSchema(type.element),
        minItems: type.countMin,
        maxItems: type.countMax,
        ...(isEachOnce(type) ? { uniqueItems: true } : {}),
      };
  }
}

function described(doc: string): JsonObject {
  return doc === '' ? {} : { description: doc.replaceAll('\n', ' ') };
}
