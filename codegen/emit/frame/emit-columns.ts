// A frame's columns as an interface, how they lie in memory, and which groups are urgent.

import type { FrameModel } from '../../model/frame-model.js';
import { docComment } from '../typescript/doc-comment.js';
import { arrayOfWidth, columnsOf, head, maskOf, urgentGroups } from './frame-columns.js';

export function emitFrameColumns(frame: FrameModel, folder: string): string {
  const { name, record, packet } = frame;
  const columns = columnsOf(frame);
  const widths = [...new Set(columns.map(({ width }) => width))].sort();
  const told = packet.fields[packet.fields.length - 1]!.type;
  return [
    ...head(frame, folder, 'The columns by row; quantized ones hold step numbers, as they are sent.'),
    `${docComment(frame.doc)}export interface ${name}Columns {`,
    ...columns.map((each) => `${docComment(each.doc)}readonly ${each.name}: ${arrayOfWidth[each.width]};`),
    '}\n',
    `/** Columns that hold several elements for each row, and how many. */`,
    `export const ${lower(name)}Lanes = {`,
    ...columns.filter(({ lanes }) => lanes > 1).map((each) => `${each.name}: ${each.lanes},`),
    '} as const;\n',
    `/** Bits of ${record.name}'s change mask: groups that nobody should be kept waiting for; the others wait the longer the farther away. */`,
    `export const urgentGroups = ${maskOf(urgentGroups(frame))};\n`,
    `/** Most entities that one receiver of ${packet.name} is told of at a time. */`,
    `export const slotsMax = ${told.kind === 'array' ? told.size : 0};\n`,
    '/** Gives zeroed arrays of so many elements, one behind the other or wherever it likes. */',
    `export interface ${name}Memory {`,
    ...widths.map((width) => `${width}(length: number): ${arrayOfWidth[width]};`),
    '}\n',
    '/** Columns for so many rows, 0 among them, where nobody lives. */',
    `export function lay${name}Columns(memory: ${name}Memory, rows: number): ${name}Columns {`,
    'return {',
    ...columns.map(
      ({ name: column, width, lanes }) =>
        `${column}: memory.${width}(rows${lanes === 1 ? '' : ` * ${lanes}`}),`,
    ),
    '};',
    '}\n',
    `const ownMemory: ${name}Memory = {`,
    ...widths.map((width) => `${width}: (length) => new ${arrayOfWidth[width]}(length),`),
    '};\n',
    '/** The same in memory of their own. */',
    `export function create${name}Columns(rows: number): ${name}Columns {`,
    `return lay${name}Columns(ownMemory, rows);`,
    '}\n',
  ].join('\n');
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
