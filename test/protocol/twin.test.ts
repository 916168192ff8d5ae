// The generated codecs and their typed-binary twin, which share no line of code, agree on every byte and every refusal.

import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import { BufferReader } from 'typed-binary';
import fc from 'fast-check';
import { goldenVectors, refusedVectors } from '../codegen/support/golden-vectors.js';
import type { Fields } from '../codegen/support/message-fields.js';
import { mutate } from '../codegen/support/mutate.js';
import { decoded, encoded, packetCases, type PacketCase } from './packet-values.js';
import { anyValues, edgeValues, offGridValues } from './arbitraries/value-kit.js';
import { SessionParameters } from './twin/generated/handshake.js';
import { message, struct, text, u8 } from './twin/wire-types.js';
import { Misfit } from './twin/wire-type.js';

const caseOf = (name: string): PacketCase => packetCases.find((each) => each.name === name)!;
/** Long messages repeat themselves. */
const sweptBytes = 64;
/** The neighbours of a value are where ranges end, its bits where flags do. */
const changes = [
  (byte: number) => byte + 1,
  (byte: number) => byte - 1,
  ...[0, 1, 2, 3, 4, 5, 6, 7].map((bit) => (byte: number) => byte ^ (1 << bit)),
];

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

describe('the twin by itself', () => {
  const packets = ['handshake', 'game']
    .flatMap((file) => goldenVectors(file))
    .filter(({ isStruct }) => !isStruct)
    .map((vector) => [vector.name, vector.about, vector] as const);

  it.each(packets)('has the golden bytes of %s: %s', (name, _about, { fields, bytes }) => {
    const { twin } = caseOf(name);
    expect(hex(twin.encode(fields))).toBe(hex(bytes));
    expect(twin.decode(bytes)).toEqual(fields);
  });

  it('has the golden bytes of the structs', () => {
    const structs = goldenVectors('handshake').filter(({ isStruct }) => isStruct);
    expect(structs.length).toBeGreaterThan(0);
    for (const { name, fields, bytes } of structs) {
      expect(name).toBe('SessionParameters');
      const reader = new BufferReader(bytes.slice().buffer, { endianness: 'little' });
      expect(SessionParameters.read(reader)).toEqual(fields);
    }
  });

  it.each(refusedVectors().map((vector) => [vector.name, vector.about, vector.bytes] as const))(
    'refuses a malformed %s: %s',
    (name, _about, bytes) => {
      expect(() => caseOf(name).twin.decode(bytes)).toThrow(Misfit);
    },
  );

  it('ends where its message ends, in a larger buffer too, and keeps what stands behind a NUL', () => {
    const twin = message({ id: 1, bytesMax: 64, padded: false }, struct({ name: text(20), last: u8 }));
    const pool = Buffer.alloc(4096, 0x41);
    const written = twin.encode({ name: 'a\0b', last: 7 });
    pool.set(written, 100);
    expect(twin.decode(pool.subarray(100, 100 + written.length))).toEqual({ name: 'a\0b', last: 7 });
    expect(() => twin.decode(pool.subarray(100, 100 + written.length - 1))).toThrow(Misfit);
  });
});

describe.each(packetCases.map((each) => [each.name, each] as const))('codec and twin of %s', (_, each) => {
  const values = fc.oneof(each.values(anyValues), each.values(edgeValues), each.values(offGridValues));

  it('write the same bytes and read them alike', () => {
    fc.assert(
      fc.property(values, (fields) => {
        const bytes = encoded(each, fields);
        assert.equal(bytes && hex(bytes), twinEncoded(each, fields));
        if (bytes !== undefined) assert.deepEqual(each.twin.decode(bytes), decoded(each, bytes));
      }),
      { numRuns: 60 },
    );
  });

  it('take and refuse the same broken messages', () => {
    fc.assert(
      fc.property(values, fc.nat(), (fields, seed) => {
        const bytes = encoded(each, fields);
        if (bytes === undefined) return;
        for (let mutation = 0; mutation < 12; mutation++) {
          const mutant = mutate(bytes, seed + mutation);
          assert.deepEqual(twinDecoded(each, mutant), decoded(each, mutant));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('take and refuse the same neighbours of messages at the edges, byte by byte', () => {
    fc.assert(
      fc.property(each.values(edgeValues), (fields) => {
        const bytes = encoded(each, fields);
        if (bytes === undefined) return;
        for (let at = 0; at < Math.min(bytes.length, sweptBytes); at++) {
          for (const change of changes) {
            const mutant: Uint8Array = Uint8Array.from(bytes);
            mutant[at] = change(mutant[at]!);
            assert.deepEqual(twinDecoded(each, mutant), decoded(each, mutant));
          }
        }
      }),
      { numRuns: 6 },
    );
  });
});

function twinEncoded({ twin }: PacketCase, fields: Fields): string | undefined {
  return unlessMisfit(() => hex(twin.encode(fields)));
}

function twinDecoded({ twin }: PacketCase, bytes: Uint8Array): Fields | undefined {
  return unlessMisfit(() => twin.decode(bytes));
}

function unlessMisfit<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}
