// Messages as clients of earlier protocol hashes write and expect them, kept as they were then. Whatever of them has
// another byte or another field today is a change that protocol-schema/CHANGELOG.md must name, and this test with it.
// What such a client changes in a whole session is played in ../session/stranger-client.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as game from '#adapters/protocol/generated/game.js';
import * as handshake from '#adapters/protocol/generated/handshake.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { PacketModel, StructModel } from '#codegen/model/schema-model.js';
import { goldenVectors } from '../../codegen/support/golden-vectors.js';
import { MessageMapping } from '../../codegen/support/message-fields.js';

const mappings = { handshake: new MessageMapping(handshake), game: new MessageMapping(game) };
const declarations = loadSchema('protocol-schema').files.flatMap((file) => file.declarations);
const declared = (name: string): PacketModel | StructModel =>
  declarations.find((declaration) => declaration.name === name) as PacketModel | StructModel;

/** Whose bytes changed since; each stands in the changelog. */
const changed = ['PickUp', 'Welcome', 'Refused', 'InventorySlot'];

describe.each(['df1f54d4a56a07d0'])('messages of protocol hash %s', (hash) => {
  const folder = `test/protocol/older/${hash}`;
  const vectors = (['handshake', 'game'] as const).flatMap((file) =>
    goldenVectors(file, folder).map((vector) => [vector.name, vector.about, vector, mappings[file]] as const),
  );

  it.each(vectors.filter(([name]) => !changed.includes(name)))(
    '%s, %s, has the same bytes and fields today',
    (name, _about, vector, mapping) => {
      const received = mapping.create(name);
      expect(mapping.decode(name, received, vector.bytes)).toBe(vector.bytes.length);
      expect(mapping.read(received, declared(name))).toEqual(vector.fields);
      const sent = mapping.create(name);
      mapping.write(sent, declared(name), vector.fields);
      const out = new Uint8Array(2048);
      expect(Buffer.from(out.subarray(0, mapping.encode(name, sent, out)))).toEqual(
        Buffer.from(vector.bytes),
      );
    },
  );

  it('stand in the changelog as those of a released protocol', () => {
    const changelog = readFileSync('protocol-schema/CHANGELOG.md', 'utf8');
    expect(changelog).toContain(`## Protocol hash \`${hash}\``);
    for (const name of changed) expect(changelog).toContain(`**${name}**`);
  });
});
