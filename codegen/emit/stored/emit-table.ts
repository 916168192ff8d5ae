// The columns of a table as its statements name them.

import type { PacketModel } from '../../model/schema-model.js';
import { tableNumbers } from '../../model/stored-model.js';
import { storedHead } from './emit-numbers.js';

export function emitTable(packet: PacketModel, folder: string): string {
  const numbers = tableNumbers(packet);
  const list = (what: (column: string, name: string) => string): string =>
    `'${numbers.map(({ column, name }) => what(column, name)).join(', ')}';\n`;
  return [
    ...storedHead(packet, folder, `The numbers' columns in the table ${packet.stored}, for its statements.`),
    '/** Behind SELECT, under the names of the fields. */',
    'export const selected =',
    list((column, name) => (column === name ? column : `${column} AS ${name}`)),
    '/** Of INSERT. */',
    'export const inserted =',
    list((column) => column),
    'export const values =',
    list((_, name) => `@${name}`),
    '/** Behind SET. */',
    'export const assigned =',
    list((column, name) => `${column} = @${name}`),
  ].join('\n');
}
