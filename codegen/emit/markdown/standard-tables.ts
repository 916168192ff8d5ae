// The generated parts of protocol-schema/STANDARD.md. Only network packets: what stays inside the server is no standard.

import { showRational } from '../../model/rational.js';
import type {
  BitsModel,
  BitValue,
  DeclarationModel,
  EnumModel,
  PacketModel,
  RecordModel,
  Schema,
  StructModel,
  UnionModel,
} from '../../model/schema-model.js';
import { channelBytesMax, clientBytesMax } from '../../check/check-packet.js';
import { fieldHead, fieldRows, meaningOf, recordRows } from './field-rows.js';
import { table } from './table.js';

/** By the name of the place that each fills in the document. */
export function standardTables(schema: Schema, protocolHash: Uint8Array): ReadonlyMap<string, string> {
  const declarations = schema.files.filter((file) => !file.internal).flatMap((file) => file.declarations);
  const packets = only(declarations, 'packet').sort((a, b) => a.id - b.id);
  const structs = declarations.filter(
    (declaration): declaration is Compound =>
      declaration.kind === 'struct' ||
      declaration.kind === 'record' ||
      declaration.kind === 'union' ||
      declaration.kind === 'bits',
  );
  const enums = declarations.filter(
    (declaration): declaration is EnumModel => declaration.kind === 'enum' || declaration.kind === 'flags',
  );
  const constants = only(declarations, 'const').map(({ name, value, doc }) => [
    `\`${name}\``,
    showRational(value),
    doc,
  ]);
  const hash = [...protocolHash].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return new Map([
    ['protocol-hash', `\`\`\`text\n${hash}\n\`\`\``],
    ['channels', channelList()],
    ['packet-list', packetList(packets)],
    ['packets', packets.map(packetSection).join('\n\n')],
    ['structs', structs.map(structSection).join('\n\n')],
    ['enums', enums.map(enumSection).join('\n\n')],
    ['constants', table(['Constant', 'Value', 'Meaning'], constants)],
  ]);
}

function only<Kind extends DeclarationModel['kind']>(
  declarations: readonly DeclarationModel[],
  kind: Kind,
): (DeclarationModel & { kind: Kind })[] {
  return declarations.filter(
    (declaration): declaration is DeclarationModel & { kind: Kind } => declaration.kind === kind,
  );
}

function packetList(packets: readonly PacketModel[]): string {
  const rows = packets.map((packet) => [
    hexId(packet),
    `[${packet.name}](#${packet.name.toLowerCase()})`,
    packet.from,
    packet.channel,
    packet.state,
    packet.ratePerSecond > 0 ? `${packet.ratePerSecond} (${packet.burst})` : '–',
    packet.size.min === packet.size.max
      ? String(packet.size.max)
      : `${packet.size.min} .. ${packet.size.max}`,
  ]);
  return table(['Id', 'Message', 'From', 'Channel', 'State', 'Per second (burst)', 'Bytes'], rows);
}

function channelList(): string {
  const rows = Object.entries(channelBytesMax)
    .filter(([channel]) => channel !== 'none')
    .map(([channel, bytesMax]) => [channel, String(bytesMax)]);
  return table(
    ['Channel', 'Most bytes of a message'],
    [...rows, ['reliable, from a client', String(clientBytesMax)]],
  );
}

function packetSection(packet: PacketModel): string {
  const idRow = ['0', '*id*', '`u8`', '1', hexId(packet), ''];
  const notes = [packet.doc];
  if (packet.padded) notes.push(`Followed by zeros up to ${packet.size.max} bytes.`);
  if (packet.bounded) {
    const worst = `Its fields could take ${packet.worstCase} bytes; the sender leaves out what does not fit`;
    notes.push(`${worst}, and a message above ${packet.size.max} bytes is malformed.`);
  }
  return section(packet.name, notes, table(fieldHead, [idRow, ...fieldRows(packet.fields, 1)]));
}

type Compound = BitsModel | StructModel | UnionModel | RecordModel;

function structSection(declaration: Compound): string {
  if (declaration.kind === 'union') return unionSection(declaration);
  if (declaration.kind === 'bits') return bitsSection(declaration);
  const rows = declaration.kind === 'struct' ? fieldRows(declaration.fields, 0) : recordRows(declaration);
  const record = `A ${declaration.kind === 'record' && declaration.delta ? 'delta ' : ''}record with a change mask.`;
  const kind = declaration.kind === 'record' ? record : '';
  return section(declaration.name, [declaration.doc, kind], table(fieldHead, rows));
}

function unionSection(union: UnionModel): string {
  const rows = union.cases.map(({ name, tag, doc, declaration }) => [
    String(tag),
    `\`${name}\``,
    declaration ? `\`${declaration.name}\`` : '–',
    doc,
  ]);
  return section(union.name, [union.doc, 'A union.'], table(['Tag', 'Case', 'Struct', 'Meaning'], rows));
}

function bitsSection(bits: BitsModel): string {
  const rows = bits.fields.map(({ name, offset, width, value, doc }) => [
    width === 1 ? String(offset) : `${offset} .. ${offset + width - 1}`,
    `\`${name}\``,
    bitValues(value),
    doc,
  ]);
  const kind = `Bit fields in a \`u${bits.bytes * 8}\`.`;
  return section(bits.name, [bits.doc, kind], table(['Bits', 'Field', 'Values', 'Meaning'], rows));
}

function bitValues(value: BitValue): string {
  if (value.kind === 'bool') return '0, 1';
  return value.kind === 'enum' ? `a value of ${value.declaration.name}` : `${value.min} .. ${value.max}`;
}

function enumSection(declaration: EnumModel): string {
  const isFlags = declaration.kind === 'flags';
  const kind = `${isFlags ? 'Flags in a' : 'Values of a'} \`u${declaration.bytes * 8}\`.`;
  const rows = declaration.members.map((member) => [
    String(member.value),
    `\`${member.name}\``,
    meaningOf(member),
  ]);
  return section(
    declaration.name,
    [declaration.doc, kind],
    table([isFlags ? 'Bit' : 'Value', 'Name', 'Meaning'], rows),
  );
}

function section(name: string, notes: readonly string[], body: string): string {
  const text = notes
    .filter((note) => note !== '')
    .join(' ')
    .replaceAll('\n', ' ');
  return [`### ${name}`, text, body].filter((part) => part !== '').join('\n\n');
}

function hexId(packet: PacketModel): string {
  return `0x${packet.id.toString(16).padStart(2, '0')}`;
}
