// A frame's packet written from its columns straight into a datagram. What the codec checks holds by the columns' types.

import type { FrameModel } from '../../model/frame-model.js';
import type { FieldModel, GroupModel } from '../../model/schema-model.js';
import { hex, lengthName, lowerFirst, upperFirst } from '../typescript/derived-names.js';
import { scalarBytes, writeInteger } from '../typescript/scalar-code.js';
import { head, isBytes, ownFields, ownName, scalarOf } from './frame-columns.js';

const byte = (k: number): string => (k === 0 ? 'at' : `at + ${k}`);

export function emitSnapshotWriter(frame: FrameModel, folder: string, columnsModule: string): string {
  const { name } = frame;
  return [
    ...head(
      frame,
      folder,
      `The bytes of ${frame.packet.name} from the columns, those that its generated codec writes. Callers see to the room.`,
    ),
    `import type { ${name}Columns } from '${columnsModule}';\n`,
    ...emitHead(frame),
    ...emitCounts(),
    ...emitSize(frame),
    ...emitUpdate(frame),
    ...frame.record.groups.filter(hasBytes).flatMap((group) => emitGroup(frame, group)),
  ].join('\n');
}

function emitHead(frame: FrameModel): string[] {
  const { packet, name } = frame;
  const own = ownFields(frame).map((field) => ({ field, bytes: scalarBytes(scalarOf(field)) }));
  const fixed = own.reduce((sum, { bytes }) => sum + bytes, 5);
  const lines = [`out[at] = ${hex(packet.id)};`, ...writeInteger('tick', 4, (k) => byte(1 + k))];
  let offset = 5;
  for (const { field, bytes } of own) {
    const from = offset;
    lines.push(...writeInteger(ownName(field), bytes, (k) => byte(from + k)));
    offset += bytes;
  }
  return [
    `/** Bytes of ${packet.name} before its lists, both counts included. */`,
    `export const headBytes = ${fixed + 2};`,
    '/** Where in the head the count of removed slots stands; they follow it. */',
    `const removedCountAt = ${fixed};\n`,
    '/** All of the head but the counts, of whom lives in the row `self`. Returns where the removed slots go. */',
    `export function writeHead(columns: ${name}Columns, self: number, tick: number, out: Uint8Array, at: number): number {`,
    ...own.map(({ field }) => `const ${ownName(field)} = columns.${ownName(field)}[self]!;`),
    ...lines,
    'return at + removedCountAt + 1;',
    '}\n',
  ];
}

function emitCounts(): string[] {
  return [
    '/** The counts of a message that begins at `at`. */',
    'export function writeCounts(removed: number, entities: number, out: Uint8Array, at: number): void {',
    'out[at + removedCountAt] = removed;',
    'out[at + removedCountAt + 1 + removed] = entities;',
    '}\n',
  ];
}

function emitSize({ record, name }: FrameModel): string[] {
  const sizes = record.groups.map((group) => {
    const lengths = group.fields
      .filter(({ type }) => isBytes(type))
      .map((field) => ` + columns.${lengthName(field.name)}[row]!`);
    return `if ((mask & ${bitOf(group)}) !== 0) bytes += ${fixedBytes(group)}${lengths.join('')};`;
  });
  return [
    '/** Exactly what `writeUpdate` writes. */',
    `export function updateBytes(columns: ${name}Columns, row: number, slot: number, mask: number): number {`,
    `let bytes = slot < 128 ? ${1 + record.maskBytes} : ${2 + record.maskBytes};`,
    ...sizes,
    'return bytes;',
    '}\n',
  ];
}

function emitUpdate(frame: FrameModel): string[] {
  const { record, name } = frame;
  const mask =
    record.maskBytes === 1
      ? ['out[at++] = mask;']
      : [...writeInteger('mask', record.maskBytes, byte), `at += ${record.maskBytes};`];
  return [
    "/** The groups in `mask` of the entity in `row`, as the receiver's `slot`. Returns the end. */",
    `export function writeUpdate(columns: ${name}Columns, row: number, slot: number, mask: number, out: Uint8Array, at: number): number {`,
    'if (slot < 128) out[at++] = slot;',
    'else {',
    'out[at++] = slot | 0x80;',
    'out[at++] = slot >>> 7;',
    '}',
    ...mask,
    ...record.groups.flatMap((group) => {
      const bit = bitOf(group);
      if (hasBytes(group)) {
        return [`if ((mask & ${bit}) !== 0) at = ${writerName(group)}(columns, row, out, at);`];
      }
      const only = group.fields.length === 1 && fixedBytes(group) === 1 ? group.fields[0] : undefined;
      if (only !== undefined) return [`if ((mask & ${bit}) !== 0) out[at++] = columns.${only.name}[row]!;`];
      return [`if ((mask & ${bit}) !== 0) {`, ...writeFields(group.fields), '}'];
    }),
    'return at;',
    '}\n',
  ];
}

function emitGroup({ name }: FrameModel, group: GroupModel): string[] {
  return [
    `function ${writerName(group)}(columns: ${name}Columns, row: number, out: Uint8Array, at: number): number {`,
    ...writeFields(group.fields),
    'return at;',
    '}\n',
  ];
}

/** Straight on as long as the offsets are known; `at` is moved behind. */
function writeFields(fields: readonly FieldModel[]): string[] {
  const locals: string[] = [];
  const lines: string[] = [];
  let offset = 0;
  const settle = (): void => {
    if (offset > 0) lines.push(`at += ${offset};`);
    offset = 0;
  };
  for (const field of fields) {
    const local = localName(field);
    const from = offset;
    if (isBytes(field.type)) {
      const { size } = field.type;
      const length = `${local}Length`;
      const first = `${local}First`;
      locals.push(
        `const ${length} = columns.${lengthName(field.name)}[row]!;`,
        `const ${first} = row * ${size};`,
      );
      lines.push(`out[${byte(from)}] = ${length};`);
      offset++;
      settle();
      lines.push(
        `for (let i = 0; i < ${length}; i++) out[at + i] = columns.${field.name}[${first} + i]!;`,
        `at += ${length};`,
      );
    } else {
      const bytes = scalarBytes(scalarOf(field));
      locals.push(`const ${local} = columns.${field.name}[row]!;`);
      lines.push(...writeInteger(local, bytes, (k) => byte(from + k)));
      offset += bytes;
    }
  }
  settle();
  return [...locals, ...lines];
}

/** Apart from the parameters' names. */
function localName({ name }: FieldModel): string {
  return ['columns', 'row', 'slot', 'mask', 'out', 'at', 'i'].includes(name)
    ? `${name}Value`
    : lowerFirst(name);
}

function writerName(group: GroupModel): string {
  return `write${upperFirst(group.name)}`;
}

function hasBytes(group: GroupModel): boolean {
  return group.fields.some(({ type }) => isBytes(type));
}

/** Without the bytes that a length counts. */
function fixedBytes(group: GroupModel): number {
  return group.fields.reduce(
    (sum, field) => sum + (isBytes(field.type) ? 1 : scalarBytes(scalarOf(field))),
    0,
  );
}

function bitOf(group: GroupModel): string {
  return `${hex(2 ** group.bit)} /* ${group.name} */`;
}
