// The golden vectors hold for the generated codecs and for the document alike, and leave no packet out.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as game from '#adapters/protocol/generated/game.js';
import * as handshake from '#adapters/protocol/generated/handshake.js';
import { codecFaultName } from '#adapters/protocol/codec/codec-fault.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { PacketModel, StructModel } from '#codegen/model/schema-model.js';
import { goldenVectors, refusedVectors } from '../../codegen/support/golden-vectors.js';
import { MessageMapping } from '../../codegen/support/message-fields.js';
import { Malformed, StandardDecoder } from '../../codegen/support/standard-decoder.js';
import { readStandard } from '../../codegen/support/standard-document.js';

const standard = new StandardDecoder(readStandard(readFileSync('protocol-schema/STANDARD.md', 'utf8')));
const mappings = { handshake: new MessageMapping(handshake), game: new MessageMapping(game) };
const declarations = loadSchema('protocol-schema').files.flatMap((file) => file.declarations);
const declared = (name: string): PacketModel | StructModel =>
  declarations.find((declaration) => declaration.name === name) as PacketModel | StructModel;

const vectors = (['handshake', 'game'] as const).flatMap((file) =>
  goldenVectors(file).map((vector) => [vector.name, vector.about, vector, mappings[file]] as const),
);

describe.each(vectors)('%s: %s', (name, _about, vector, mapping) => {
  it('is encoded to exactly these bytes', () => {
    const message = mapping.create(name);
    mapping.write(message, declared(name), vector.fields);
    const out = new Uint8Array(2048);
    const end = mapping.encode(name, message, out);
    expect(Buffer.from(out.subarray(0, Math.max(0, end))).toString('hex')).toBe(
      Buffer.from(vector.bytes).toString('hex'),
    );
  });

  it('is decoded to exactly these fields', () => {
    const message = mapping.create(name);
    expect(mapping.decode(name, message, vector.bytes)).toBe(vector.bytes.length);
    expect(mapping.read(message, declared(name))).toEqual(vector.fields);
  });

  it('is decoded to the same fields by the document alone', () => {
    const fields = vector.isStruct ? standard.value(name, vector.bytes) : standard.packet(name, vector.bytes);
    expect(fields).toEqual(vector.fields);
  });
});

describe.each(refusedVectors().map((vector) => [vector.name, vector.about, vector] as const))(
  'a malformed %s: %s',
  (name, _about, vector) => {
    it('is refused with its reason', () => {
      const mapping = `decode${name}` in game ? mappings.game : mappings.handshake;
      const result = mapping.decode(name, mapping.create(name), vector.bytes);
      expect(codecFaultName(result)).toBe(vector.reason);
    });

    it('is refused by the document', () => {
      expect(() => standard.packet(name, vector.bytes)).toThrow(Malformed);
    });
  },
);

it('every packet of the network has a golden vector', () => {
  const covered = new Set(vectors.map(([name]) => name));
  const missing = declarations.filter(
    (declaration) =>
      declaration.kind === 'packet' && declaration.from !== 'internal' && !covered.has(declaration.name),
  );
  expect(missing.map((declaration) => declaration.name)).toEqual([]);
});
