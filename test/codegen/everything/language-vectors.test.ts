// The golden vectors of what the schema language has and the game's own messages do not use hold for the generated codecs
// and for STANDARD.md alike.

import { describe, expect, it } from '@jest/globals';
import { format } from 'prettier';
import { standardTables } from '#codegen/emit/markdown/standard-tables.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { PacketModel, RecordModel } from '#codegen/model/schema-model.js';
import { goldenVectors } from '../support/golden-vectors.js';
import { MessageMapping, type Fields } from '../support/message-fields.js';
import { plainDelta } from '../support/plain-delta.js';
import { StandardDecoder } from '../support/standard-decoder.js';
import { readStandard } from '../support/standard-document.js';
import * as everything from './everything.js';

const schema = loadSchema('test/codegen/everything');
const declarations = schema.files.flatMap((file) => file.declarations);
const mapping = new MessageMapping(everything);
const tables = [...standardTables(schema, new Uint8Array(8)).values()].join('\n\n');
const document = readStandard(await format(`## Packets\n\n${tables}`, { parser: 'markdown' }));
const standard = new StandardDecoder(document);
const hex = (bytes: ArrayLike<number>): string => Buffer.from(Array.from(bytes)).toString('hex');

const vectors = goldenVectors('language').map((vector) => [vector.name, vector.about, vector] as const);
const messages = vectors.filter(([, , vector]) => vector.baseline === undefined);
const deltas = vectors.filter(([, , vector]) => vector.baseline !== undefined);

describe.each(messages)('%s: %s', (name, _about, vector) => {
  const packet = declarations.find((declaration) => declaration.name === name) as PacketModel;

  it('is encoded to exactly these bytes', () => {
    const message = mapping.create(name);
    mapping.write(message, packet, vector.fields);
    const out = new Uint8Array(2048);
    expect(hex(out.subarray(0, Math.max(0, mapping.encode(name, message, out))))).toBe(hex(vector.bytes));
  });

  it('is decoded to exactly these fields, by the codec and by the document alone', () => {
    const message = mapping.create(name);
    expect(mapping.decode(name, message, vector.bytes)).toBe(vector.bytes.length);
    expect(mapping.read(message, packet)).toEqual(vector.fields);
    expect(standard.packet(name, vector.bytes)).toEqual(vector.fields);
  });
});

describe.each(deltas)('%s against a baseline: %s', (name, _about, vector) => {
  const record = declarations.find((declaration) => declaration.name === name) as RecordModel;
  const moving = (fields: Fields): everything.Moving => {
    const message = new everything.Moving();
    mapping.write(message as unknown as Record<string, unknown>, record, fields);
    return message;
  };

  it('is encoded to exactly these bytes, as the plain twin does', () => {
    const out = new Uint8Array(256);
    const end = everything.encodeMovingDelta(moving(vector.fields), moving(vector.baseline!), out, 0);
    expect(hex(out.subarray(0, Math.max(0, end)))).toBe(hex(vector.bytes));
    expect(hex(plainDelta(record, vector.fields, vector.baseline!))).toBe(hex(vector.bytes));
  });

  it('is decoded to exactly these fields', () => {
    const message = new everything.Moving();
    const { bytes } = vector;
    expect(everything.decodeMovingDelta(message, moving(vector.baseline!), bytes, 0, bytes.length)).toBe(
      bytes.length,
    );
    expect(mapping.read(message as unknown as Record<string, unknown>, record)).toEqual(vector.fields);
  });
});

it('unions, bit fields, optional fields, circles, records and deltas are all shown', () => {
  const names = new Set(vectors.map(([name]) => name));
  expect([...names].sort()).toEqual(['Moving', 'Optionals', 'Packed', 'Records', 'Unions', 'Wrapped']);
});
