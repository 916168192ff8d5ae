// A packet that is kept in a table: its id first, then what becomes columns of it.

import type { PacketModel } from '../model/schema-model.js';
import { storedNumbers } from '../model/stored-model.js';
import type { PacketSyntax } from '../syntax/syntax-tree.js';
import type { Scope } from './scope/scope.js';

const tableName = /^[a-z][a-z0-9_]*$/;

export function checkStored(scope: Scope, syntax: PacketSyntax, packet: PacketModel): void {
  if (packet.stored === undefined) return;
  const { source, name } = syntax;
  const refuse = (message: string, hint?: string): void => scope.report(source, name.span, message, hint);
  if (!tableName.test(packet.stored)) {
    refuse(`'${packet.stored}' is no name of a table`, 'small letters, digits and underscores');
  }
  if (!syntax.internal)
    refuse('what is stored goes between threads, never over the network', 'write internal');
  const id = packet.fields[0]?.type;
  if (id?.kind !== 'integer' || id.name !== 'u32') {
    refuse(`'${packet.name}' is stored and begins with its id`, 'as in characterId: u32');
  }
  for (const { name: field, type, source: from, optional, unstored } of packet.fields) {
    const isNumber = type.kind === 'integer' || type.kind === 'float';
    if (optional) refuse(`'${field}' is stored and cannot be missing`);
    if (type.kind === 'integer' && type.encoding !== 'fixed') {
      refuse(`'${field}' is stored in a column of u8 to i32`, 'its length would follow the value');
    }
    if (type.kind === 'float' && !type.ranged) {
      refuse(`'${field}' is stored and needs a range`, `as in ${field}: f64(0 .. 1024)`);
    }
    if (from === 'entity') refuse(`'${field}' outlives the entity`);
    if (unstored && !isNumber) refuse(`'${field}' has no column anyway`, 'unstored is for numbers');
    if (from !== undefined && !isNumber) refuse(`'${field}' has no column of one number`);
  }
  const columns = storedNumbers(packet).map(({ column }) => column);
  const twice = columns.find((column, i) => columns.indexOf(column) !== i);
  if (twice !== undefined) refuse(`the table would have two columns '${twice}'`);
}
