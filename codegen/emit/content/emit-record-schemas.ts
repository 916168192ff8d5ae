// What a content file may hold, as zod schemas: the loader turns what does not fit into problems in its own words.

import type { ChoiceModel, ContentFieldModel, ContentModel, ContentType } from '../../model/content-model.js';
import {
  definesItself,
  inOrderOfUse,
  isRecord,
  numeral,
  recordName,
  schemaName,
  type Declaration,
} from './content-names.js';

/** The records of the JSON files and their parts. */
export function emitRecordSchemas(contents: readonly Declaration[]): string {
  const records = inOrderOfUse(contents.filter(isRecord));
  const types = records
    .filter(definesItself)
    .map((each) => `export type ${recordName(each)} = z.infer<typeof ${schemaName(each)}>;`);
  return [
    "import { z } from 'zod';\nimport { key } from '../records/key.js';\n",
    ...records.map((each) => `${emitSchema(each)}\n`),
    ...types,
  ].join('\n');
}

export function emitSchema(declaration: Declaration): string {
  const schema = declaration.kind === 'choice' ? emitChoice(declaration) : emitObject(declaration);
  return `export const ${schemaName(declaration)} = ${schema};`;
}

function emitChoice({ cases }: ChoiceModel): string {
  const each = cases.map(
    (one) => `z.strictObject({ kind: z.literal('${one.name}'), ...${schemaName(one.declaration)}.shape }),`,
  );
  return `z.discriminatedUnion('kind', [\n${each.join('\n')}\n])`;
}

function emitObject({ fields, single }: ContentModel): string {
  // That a file names its schema, for editors, is no part of the game.
  const schemaField = single ? ['$schema: z.string().max(1_000).optional(),'] : [];
  return `z.strictObject({\n${[...schemaField, ...fields.map(emitField)].join('\n')}\n})`;
}

function emitField({ name, type, optional, defaultValue }: ContentFieldModel): string {
  const without = optional && defaultValue === undefined ? '.optional()' : '';
  const given = typeof defaultValue === 'number' ? numeral(defaultValue) : JSON.stringify(defaultValue);
  const filled = defaultValue === undefined ? '' : `.default(${given})`;
  return `${name}: ${typeSchema(type)}${without}${filled},`;
}

function typeSchema(type: ContentType): string {
  switch (type.kind) {
    case 'id':
    case 'integer':
      return `z.int().min(${numeral(type.min)}).max(${numeral(type.max)})`;
    case 'number':
    case 'seconds':
      return `z.number().min(${numeral(type.min)}).max(${numeral(type.max)})`;
    case 'bool':
      return 'z.boolean()';
    case 'text': {
      // Blanks around it are no text.
      const least = type.lengthMin === 0 ? '' : `.trim().min(${numeral(type.lengthMin)})`;
      return `z.string()${least}.max(${numeral(type.lengthMax)})`;
    }
    case 'key':
    case 'ref':
      return 'key';
    case 'enum':
      return `z.enum([${type.declaration.members.map(({ name }) => `'${name}'`).join(', ')}])`;
    case 'part':
    case 'choice':
      return schemaName(type.declaration);
    case 'list': {
      const least = type.countMin === 0 ? '' : `.min(${numeral(type.countMin)})`;
      return `z.array(${typeSchema(type.element)})${least}.max(${numeral(type.countMax)})`;
    }
  }
}
