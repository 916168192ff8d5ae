// Decodes messages with nothing but what STANDARD.md states: its tables and the rules of "Encodings". Slow and plain on
// purpose; it is the independent twin of the generated codecs.

import type { Fields, Json } from './message-fields.js';
import { code, type Row, type StandardDocument } from './standard-document.js';

export class Malformed extends Error {}

class Reader {
  at = 0;

  constructor(readonly data: Uint8Array) {}

  take(count: number): Uint8Array {
    if (this.at + count > this.data.length) throw new Malformed('bytes are missing');
    this.at += count;
    return this.data.slice(this.at - count, this.at);
  }

  unsigned(bytes: number): number {
    return this.take(bytes).reduceRight((value, byte) => value * 256 + byte, 0);
  }

  varint(): number {
    let value = 0;
    for (let index = 0; index < 5; index++) {
      const byte = this.unsigned(1);
      value += (byte & 0x7f) * 2 ** (7 * index);
      if (byte >= 0x80) continue;
      require(index === 0 || byte !== 0, 'a varint longer than needed');
      require(value < 2 ** 32, 'a varint of more than 32 bits');
      return value;
    }
    throw new Malformed('a varint without end');
  }
}

export class StandardDecoder {
  constructor(readonly document: StandardDocument) {}

  /** A whole message of the packet. Throws Malformed. */
  packet(name: string, data: Uint8Array): Fields {
    const { rows, notes } = this.#section(name);
    const size = this.#sizeOf(name);
    const padded = /Followed by zeros up to (\d+) bytes/.exec(notes);
    require(data.length <= size.max && data.length >= size.min, 'another size than the packet list gives');
    const reader = new Reader(data);
    require(reader.unsigned(1) === Number(rows[0]!['Values']), 'another id');
    const fields = this.#rows(rows.slice(1), reader);
    if (padded) require(reader.take(Number(padded[1]) - reader.at).every((byte) => byte === 0), 'padding');
    require(reader.at === data.length, 'bytes are left over');
    return fields;
  }

  /** One value of a type as the tables write it, with nothing behind it. Throws Malformed. */
  value(type: string, data: Uint8Array): Json {
    const reader = new Reader(data);
    const value = this.#type(type, reader);
    require(reader.at === data.length, 'bytes are left over');
    return value;
  }

  #section(name: string): { rows: readonly Row[]; notes: string } {
    const section = this.document.sections.get(name);
    if (section === undefined) throw new Error(`STANDARD.md has no section '${name}'`);
    return section;
  }

  #sizeOf(name: string): { min: number; max: number } {
    const list = this.document.tables.get('Id Message From Channel State Per second (burst) Bytes')!;
    const row = list.find((candidate) => candidate['Message']!.startsWith(`[${name}]`))!;
    const [min, max] = row['Bytes']!.split(' .. ').map(Number);
    return { min: min!, max: max ?? min! };
  }

  /** `mask`: of a record whose mask was read already. */
  #rows(rows: readonly Row[], reader: Reader, mask?: number): Fields {
    const fields: Fields = {};
    let present = new Set<string>();
    let group: Fields | undefined = fields;
    for (const row of rows) {
      const field = row['Field']!;
      if (field === '_presence_' || field === '_mask_') {
        present = bitNames(row['Values']!, mask ?? reader.unsigned(Number(row['Bytes'])));
      } else if (field.startsWith('_group ')) {
        const name = field.slice('_group '.length, -1);
        group = present.has(name) ? (fields[name] = {}) : undefined;
      } else if (group !== undefined) {
        const name = code(field);
        if (!name.endsWith('?')) group[name] = this.#type(code(row['Type']!), reader);
        else if (present.has(name.slice(0, -1)))
          group[name.slice(0, -1)] = this.#type(code(row['Type']!), reader);
      }
    }
    return fields;
  }

  #type(type: string, reader: Reader): Json {
    const list = /^delta (\w+)\[\.\.(\d+)\]$/.exec(type);
    if (list) return this.#deltaList(list[1]!, Number(list[2]), reader);
    const array = /^(.+)\[(\.\.)?(\d+)\]$/.exec(type);
    if (array) {
      const size = Number(array[3]);
      const count = array[2] ? reader.unsigned(size > 255 ? 2 : 1) : size;
      require(count <= size, 'too many elements');
      return Array.from({ length: count }, () => this.#type(array[1]!, reader));
    }
    const quantized = /^quantized\((\S+) \.\. (\S+) step (\d+)\/(\d+)( wrap)?\)$/.exec(type);
    if (quantized) {
      const numbers = quantized.slice(1, 5).map(Number) as [number, number, number, number];
      return quantizedValue(numbers, quantized[5] !== undefined, reader);
    }
    const text = /^(string|bytes)<(\.\.)?(\d+)>$/.exec(type);
    if (text) {
      const size = Number(text[3]);
      const length = text[1] === 'string' || text[2] ? reader.unsigned(size > 255 ? 2 : 1) : size;
      require(length <= size, 'too long');
      const bytes = reader.take(length);
      return text[1] === 'string' ? utf8(bytes) : Buffer.from(bytes).toString('hex');
    }
    const ranged = /^(\w+)\((\S+) \.\. (\S+)\)$/.exec(type);
    const value = this.#plain(ranged?.[1] ?? type, reader);
    if (ranged)
      require(Number(value) >= Number(ranged[2]) && Number(value) <= Number(ranged[3]), 'outside the range');
    return value;
  }

  /** For a reader that holds no baseline. */
  #deltaList(name: string, size: number, reader: Reader): Json {
    const count = reader.unsigned(size > 255 ? 2 : 1);
    require(count <= size, 'too many rows');
    const { rows } = this.#section(name);
    const groups = rows.filter((row) => row['Field']!.startsWith('_group ')).length;
    const headerBits = groups + numberGroups(rows);
    const entries: { place: number; row: Fields }[] = [];
    for (let last = -1; entries.length < count;) {
      const place = reader.unsigned(size > 256 ? 2 : 1);
      require(place > last && place < size, 'places ascend');
      last = place;
      const header = reader.unsigned(headerBits <= 8 ? 1 : headerBits <= 16 ? 2 : 4);
      require(header < 2 ** groups, 'differences without a baseline');
      entries.push({ place, row: this.#rows(rows, reader, header) });
    }
    return entries;
  }

  #plain(type: string, reader: Reader): Json {
    const integer = /^([ui])(8|16|32)$/.exec(type);
    if (integer) {
      const bits = Number(integer[2]);
      const value = reader.unsigned(bits / 8);
      return integer[1] === 'i' && value >= 2 ** (bits - 1) ? value - 2 ** bits : value;
    }
    switch (type) {
      case 'f32':
      case 'f64': {
        const bytes = Buffer.from(reader.take(type === 'f32' ? 4 : 8));
        const value = type === 'f32' ? bytes.readFloatLE(0) : bytes.readDoubleLE(0);
        require(Number.isFinite(value), 'not finite');
        return value;
      }
      case 'bool': {
        const value = reader.unsigned(1);
        require(value <= 1, 'a bool above 1');
        return value === 1;
      }
      case 'varint':
        return reader.varint();
      case 'zigzag': {
        const value = reader.varint();
        return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      }
      case 'angle8':
        return reader.unsigned(1);
      case 'angle16':
        return reader.unsigned(2);
      default:
        return this.#declared(type, reader);
    }
  }

  #declared(name: string, reader: Reader): Json {
    const { rows, notes } = this.#section(name);
    if (/A union\.$/.test(notes)) return this.#union(rows, reader);
    const integer = /(Values of|Flags in|Bit fields in) a `u(\d+)`/.exec(notes);
    if (!integer) return this.#rows(rows, reader);
    if (integer[1] === 'Bit fields in') return this.#bits(rows, reader.unsigned(Number(integer[2]) / 8));
    const value = reader.unsigned(Number(integer[2]) / 8);
    if (integer[1] === 'Values of') {
      const member = rows.find((row) => Number(row['Value']) === value);
      require(member !== undefined, 'an unknown value');
      return code(member!['Name']!);
    }
    const members = rows.filter((row) => Math.floor(value / 2 ** Number(row['Bit'])) % 2 === 1);
    require(members.reduce((bits, row) => bits + 2 ** Number(row['Bit']), 0) === value, 'an unknown flag');
    return members.map((row) => code(row['Name']!));
  }

  #union(rows: readonly Row[], reader: Reader): Fields {
    const tag = reader.unsigned(1);
    const row = rows.find((candidate) => Number(candidate['Tag']) === tag);
    require(row !== undefined, 'an unknown tag');
    const struct = row!['Struct']!;
    return { [code(row!['Case']!)]: struct === '–' ? {} : this.#declared(code(struct), reader) };
  }

  #bits(rows: readonly Row[], value: number): Fields {
    const fields: Fields = {};
    let used = 0;
    for (const row of rows) {
      const [from, to = from] = row['Bits']!.split(' .. ').map(Number) as [number, number?];
      const count = 2 ** (to! - from + 1);
      const part = Math.floor(value / 2 ** from) % count;
      used += part * 2 ** from;
      fields[code(row['Field']!)] = this.#bitValue(row['Values']!, part);
    }
    require(used === value, 'spare bits are set');
    return fields;
  }

  #bitValue(values: string, part: number): Json {
    if (values === '0, 1') return part === 1;
    const [min, max] = values.split(' .. ').map(Number);
    if (max !== undefined) {
      require(part >= min! && part <= max, 'outside the range');
      return part;
    }
    const { rows } = this.#section(values.replace('a value of ', ''));
    const member = rows.find((row) => Number(row['Value']) === part);
    require(member !== undefined, 'an unknown value');
    return code(member!['Name']!);
  }
}

/** Groups of a record that have number fields: integers of fixed width, quantized numbers, angles of two bytes and more. */
function numberGroups(rows: readonly Row[]): number {
  let found = 0;
  let counted = true;
  for (const row of rows) {
    if (row['Field']!.startsWith('_group ')) counted = false;
    const number =
      /^([ui](16|32)|angle16|quantized)\b/.test(code(row['Type'] ?? '')) && Number(row['Bytes']) > 1;
    if (!number || counted) continue;
    counted = true;
    found++;
  }
  return found;
}

function quantizedValue(
  [min, max, p, r]: [number, number, number, number],
  wraps: boolean,
  reader: Reader,
): number {
  const steps = Math.round(((max - min) * r) / p) - (wraps ? 1 : 0);
  const bytes = steps < 2 ** 8 ? 1 : steps < 2 ** 16 ? 2 : steps < 2 ** 24 ? 3 : 4;
  const q = reader.unsigned(bytes);
  require(q <= steps, 'more steps than there are');
  return (q * p) / r + min;
}

/** `bit 0: a, bit 1: b` and the bits that are set. */
function bitNames(values: string, bits: number): Set<string> {
  const names = values.split(', ').map((entry) => entry.replace(/^bit \d+: /, ''));
  require(bits < 2 ** names.length, 'spare bits are set');
  return new Set(names.filter((_, bit) => Math.floor(bits / 2 ** bit) % 2 === 1));
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Malformed('no well-formed UTF-8');
  }
}

function require(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Malformed(rule);
}
