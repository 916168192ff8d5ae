// What a content file may hold, as zod schemas: the loader turns what does not fit into problems in its own words.

import {
  isEachOnce,
  type ChoiceModel,
  type ContentFieldModel,
  type ContentModel,
  type ContentType,
  type EditorHint,
} from '../../model/content-model.js';
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
  const schemas = records.map((each) => `${emitSchema(each)}\n`).join('\n');
  return `import { z } from 'zod';\n${schemaImports(schemas)}\n${[schemas, ...types].join('\n')}`;
}

/** Of what `schemas` call. */
export function schemaImports(schemas: string): string {
  const used = {
    distinct: ['distinct'],
    key: ['key'],
    'visible-text': ['shownText', 'visibleText'],
  } as const;
  return Object.entries(used)
    .map(
      ([file, names]) =>
        [file, names.filter((name) => new RegExp(`\\b${name}\\b[^:]`).test(schemas))] as const,
    )
    .filter(([, names]) => names.length > 0)
    .map(([file, names]) => `import { ${names.join(', ')} } from '../records/${file}.js';\n`)
    .join('');
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

function emitField({ name, type, optional, defaultValue, once, editor }: ContentFieldModel): string {
  const without = optional && defaultValue === undefined ? '.optional()' : '';
  const given = typeof defaultValue === 'number' ? numeral(defaultValue) : JSON.stringify(defaultValue);
  const filled = defaultValue === undefined ? '' : `.default(${given})`;
  const plain = typeSchema(type, editor);
  const names = once.map((field) => `'${field}'`).join(', ');
  const schema = once.length === 0 ? plain : `distinct(${plain}, [${names}])`;
  return `${name}: ${schema}${without}${filled},`;
}

function typeSchema(type: ContentType, editor: EditorHint): string {
  switch (type.kind) {
    case 'id':
    case 'integer':
      return `z.int().min(${numeral(type.min)}).max(${numeral(type.max)})`;
    case 'number':
    case 'seconds':
      return `z.number().min(${numeral(type.min)}).max(${numeral(type.max)})`;
    case 'bool':
      return 'z.boolean()';
    case 'text':
      return textSchema(type.lengthMin, type.lengthMax, editor === 'multiline');
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
      const list = `z.array(${typeSchema(type.element, editor)})${least}.max(${numeral(type.countMax)})`;
      return isEachOnce(type) ? `distinct(${list})` : list;
    }
  }
}

function textSchema(lengthMin: number, lengthMax: number, hasLines: boolean): string {
  const lines = hasLines ? ", 'lines'" : '';
  return lengthMin === 0
    ? `shownText(${numeral(lengthMax)}${lines})`
    : `visibleText(${numeral(lengthMin)}, ${numeral(lengthMax)}${lines})`;
}
