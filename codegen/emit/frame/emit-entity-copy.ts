// What a client holds of an entity in sight: the record's fields as it wants them, and how updates change them.

import type { FrameModel } from '../../model/frame-model.js';
import type { FieldModel, GroupModel } from '../../model/schema-model.js';
import { docComment } from '../typescript/doc-comment.js';
import { dequantizeName, hex, lengthName } from '../typescript/derived-names.js';
import { describeType, initialValue, scalarTypeName } from '../typescript/type-names.js';
import { head, idOf, isBytes, scalarOf } from './frame-columns.js';

export interface ClientModules {
  readonly messages: string;
  readonly utf8: string;
}

export function emitEntityCopy(frame: FrameModel, folder: string, modules: ClientModules): string {
  const { record } = frame;
  const { name } = record;
  const fields = record.groups.flatMap((group) => group.fields);
  const reset = fields.filter((field) => field !== idOf(frame).field);
  const body = [
    `${docComment(`What is known of somebody in sight, of ${name}.`)}export interface ${name}Values {`,
    ...fields.map(
      (field) =>
        `${docComment([field.doc, describe(field)].filter((part) => part !== '').join(' '))}readonly ${field.name}: ${typeOf(field)};`,
    ),
    '}\n',
    `export class ${name}Copy implements ${name}Values {`,
    ...fields.map(
      (field) =>
        `${field.name}${typeOf(field) === 'number' || typeOf(field) === 'string' ? '' : `: ${typeOf(field)}`} = ${initial(field)};`,
    ),
    '}\n',
    '/** Somebody new stands here: all but the id is unknown until it is told. */',
    `export function clear${name}(copy: ${name}Copy): void {`,
    ...reset.map((field) => `copy.${field.name} = ${initial(field)};`),
    '}\n',
    '/** Takes over the groups that came. */',
    `export function take${name}(copy: ${name}Copy, state: ${name}): void {`,
    'const { mask } = state;',
    ...record.groups.flatMap((group) => emitGroup(name, group)),
    '}\n',
  ].join('\n');
  const names = fields.flatMap(({ name: field, type }) => [
    ...(type.kind === 'enum' ? [type.declaration.name] : []),
    ...(type.kind === 'quantized' ? [dequantizeName(name, field)] : []),
  ]);
  return [
    ...head(frame, folder),
    `import { ${[...new Set(names), `type ${name}`].join(', ')} } from '${modules.messages}';`,
    ...(/\breadText\(/.test(body) ? [`import { readText } from '${modules.utf8}';`] : []),
    '',
    body,
  ].join('\n');
}

function emitGroup(record: string, group: GroupModel): string[] {
  return [
    `if ((mask & ${hex(2 ** group.bit)} /* ${group.name} */) !== 0) {`,
    ...group.fields.map((field) => `copy.${field.name} = ${taken(record, field)};`),
    '}',
  ];
}

function taken(record: string, { name, type, text }: FieldModel): string {
  if (type.kind === 'quantized') return `${dequantizeName(record, name)}(state.${name})`;
  if (!isBytes(type)) return `state.${name}`;
  return text
    ? `readText(state.${name}, 0, state.${lengthName(name)}) ?? ''`
    : `state.${name}.slice(0, state.${lengthName(name)})`;
}

function typeOf({ type, text }: FieldModel): string {
  if (isBytes(type)) return text ? 'string' : 'Uint8Array';
  return scalarTypeName(type as ReturnType<typeof scalarOf>);
}

function initial(field: FieldModel): string {
  const { type, text } = field;
  if (isBytes(type)) return text ? "''" : 'new Uint8Array(0)';
  return initialValue(scalarOf(field));
}

function describe({ type }: FieldModel): string {
  const said = isBytes(type) ? '' : describeType(type, 'physical').replace(/; .*$/, '');
  return said === '' ? '' : `${said}.`;
}
