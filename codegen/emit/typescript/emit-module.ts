// One schema file as one TypeScript module. The text is formatted afterwards.

import type {
  ConstantModel,
  DeclarationModel,
  FieldModel,
  FieldType,
  FileModel,
  PacketModel,
  RecordModel,
} from '../../model/schema-model.js';
import {
  emitBitsCodec,
  emitPacketCodec,
  emitRecordCodec,
  emitStructCodec,
  emitUnionCodec,
} from './emit-codecs.js';
import { emitColumns } from './emit-columns.js';
import { emitDelta } from './emit-delta.js';
import { columnsName, kindName, maskName } from './derived-names.js';
import {
  emitBitsClass,
  emitConstant,
  emitEnum,
  emitPacketClass,
  emitRecordClass,
  emitStructClass,
  emitUnionClass,
} from './emit-types.js';

const helpers: readonly (readonly [module: string, names: readonly string[]])[] = [
  ['float-scratch', ['floatBytes', 'floatView']],
  ['utf8', ['readText', 'writeText']],
  ['varint', ['putVarint', 'readVarint', 'varintSize', 'writeVarint']],
];

export interface ModuleSettings {
  /** Where the schema file lies, for the reader. */
  readonly schemaFolder: string;
  /** How the module imports the codecs' helpers: `../codec`. */
  readonly codecFolder: string;
  /** Records of any file that stand in lists of delta records. */
  readonly listed: ReadonlySet<RecordModel>;
}

export function emitModule(file: FileModel, settings: ModuleSettings): string {
  const body = file.declarations.map((each) => emitDeclaration(each, settings.listed)).join('\n');
  return [
    `// Generated from ${settings.schemaFolder}/${file.name}.tos by \`npm run codegen\`; changes here are lost.`,
    ...(file.doc === '' ? [] : file.doc.split('\n').map((line) => `// ${line}`)),
    '// encode… and decode… return the offset behind the message, or below 0 a CodecFault; the content is then unspecified.',
    "// `end` of a struct's or record's decoder lies within the data; packets check it.",
    '/* eslint-disable max-lines -- generated: one module a schema file */',
    '',
    ...importLines(file, body, settings.codecFolder),
    '',
    body,
  ].join('\n');
}

function emitDeclaration(declaration: DeclarationModel, listed: ReadonlySet<RecordModel>): string {
  switch (declaration.kind) {
    case 'const':
      return emitConstant(declaration);
    case 'enum':
    case 'flags':
      return emitEnum(declaration);
    case 'bits':
      return `${emitBitsClass(declaration)}\n${emitBitsCodec(declaration)}`;
    case 'union':
      return `${emitUnionClass(declaration)}\n${emitUnionCodec(declaration)}`;
    case 'struct':
      return `${emitStructClass(declaration)}\n${emitStructCodec(declaration)}`;
    case 'record':
      return `${emitRecordClass(declaration)}\n${emitRecordCodec(declaration)}${declaration.delta ? emitDelta(declaration) : ''}${listed.has(declaration) ? `\n${emitColumns(declaration)}` : ''}`;
    case 'packet':
      return `${emitPacketClass(declaration)}\n${emitPacketCodec(declaration)}`;
  }
}

function importLines(file: FileModel, body: string, codecFolder: string): string[] {
  const lines: string[] = [];
  for (const [module, names] of helpers) {
    const used = names.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
    if (used.length > 0) lines.push(`import { ${used.join(', ')} } from '${codecFolder}/${module}.js';`);
  }
  const foreign = new Map<string, Set<string>>();
  for (const { name, kind, file: owner } of file.declarations.flatMap((each) => referencesOf(each))) {
    if (owner === file.name) continue;
    const names = foreign.get(owner) ?? new Set<string>();
    foreign.set(owner, names);
    const companions =
      kind === 'record' ? [maskName(name), columnsName(name)] : kind === 'union' ? [kindName(name)] : [];
    const candidates = [name, ...companions];
    for (const candidate of candidates) if (new RegExp(`\\b${candidate}\\b`).test(body)) names.add(candidate);
  }
  for (const [owner, names] of foreign) {
    if (names.size > 0) lines.push(`import { ${[...names].join(', ')} } from './${owner}.js';`);
  }
  return lines;
}

type Reference = Exclude<DeclarationModel, ConstantModel | PacketModel>;

/** All that a declaration is made of, also indirectly: what is nested is written out in place. */
function referencesOf(declaration: DeclarationModel): Reference[] {
  switch (declaration.kind) {
    case 'record':
      return declaration.groups.flatMap((group) => group.fields.flatMap(referencesOfField));
    case 'struct':
    case 'packet':
      return declaration.fields.flatMap(referencesOfField);
    case 'union':
      return declaration.cases.flatMap(({ declaration: struct }) =>
        struct ? [struct, ...referencesOf(struct)] : [],
      );
    case 'bits':
      return declaration.fields.flatMap(({ value }) => (value.kind === 'enum' ? [value.declaration] : []));
    default:
      return [];
  }
}

function referencesOfField(field: FieldModel): Reference[] {
  const type: FieldType = field.type.kind === 'array' ? field.type.element : field.type;
  return 'declaration' in type ? [type.declaration, ...referencesOf(type.declaration)] : [];
}
