// The numbers that are stored of somebody: as an interface with ranges, and copied in straight lines.

import type { PacketModel } from '../../model/schema-model.js';
import { storedNumbers, type StoredNumber } from '../../model/stored-model.js';
import { docComment } from '../typescript/doc-comment.js';
import { lowerFirst } from '../typescript/derived-names.js';

/** `CharacterRecord` → `Character` */
export function storedName({ name }: PacketModel): string {
  return name.replace(/Record$/, '');
}

export function storedHead(packet: PacketModel, folder: string, what: string): string[] {
  return [
    `// Generated from ${packet.name} in ${folder}/${packet.file}.tos by \`npm run codegen\`; changes here are lost.`,
    `// ${what}`,
    '',
  ];
}

export function emitNumbers(packet: PacketModel, folder: string): string {
  const name = storedName(packet);
  const small = lowerFirst(name);
  const numbers = storedNumbers(packet);
  const caps = packet.fields.flatMap(({ name: field, type }) => {
    if (type.kind === 'string') return [`${field}: ${type.cap},`];
    return type.kind === 'array' ? [`${field}: ${type.size},`] : [];
  });
  return [
    ...storedHead(packet, folder, `The numbers that are stored of a ${small}, and what each may be.`),
    `export interface ${name}Numbers {`,
    ...numbers.map((each) => `${docComment(describe(each))}readonly ${each.name}: number;`),
    '}\n',
    `export interface ${name}Range {`,
    `readonly field: keyof ${name}Numbers;`,
    'readonly least: number;',
    'readonly most: number;',
    '/** Without a fraction. */',
    'readonly whole: boolean;',
    "/** '' where it has none. */",
    'readonly unit: string;',
    '/** By the store; others travel with it, and somebody else keeps them. */',
    'readonly kept: boolean;',
    '}\n',
    `export const ${small}Ranges: readonly ${name}Range[] = [`,
    ...numbers.map(
      (each) =>
        `{ field: '${each.name}', least: ${each.min}, most: ${each.max}, whole: ${each.whole}, unit: '${each.unit}', kept: ${each.kept} },`,
    ),
    '];\n',
    '/** Bytes of its texts and entries of its lists, at most. */',
    `export const ${small}Caps = {`,
    ...caps,
    '} as const;\n',
    '/** Each as low as it can be. */',
    `export const least${name}Numbers: ${name}Numbers = {`,
    ...numbers.map((each) => `${each.name}: ${each.min},`),
    '};\n',
  ].join('\n');
}

function describe({ doc, unit }: StoredNumber): string {
  return [doc, unit === '' ? '' : `In ${unit}.`].filter((part) => part !== '').join(' ');
}
