// What the checker makes of a right schema: exact numbers, sizes, and a hash that follows meaning and nothing else.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalForm } from '#codegen/hash/canonical-form.js';
import { protocolHash } from '#codegen/hash/protocol-hash.js';
import * as rational from '#codegen/model/rational.js';
import type { PacketModel } from '#codegen/model/schema-model.js';
import { nearestName } from '#codegen/text/nearest-name.js';
import { schemaOf } from './support/schema-text.js';

describe('a constant', () => {
  it.each([
    ['2 + 3 * 4', '14'],
    ['(2 + 3) * 4', '20'],
    ['-(1 - 4)', '3'],
    ['1/3 + 1/6', '0.5'],
    ['0x1F', '31'],
    ['1_000_000', '1000000'],
    ['0.1 + 0.2', '0.3'],
    ['2/6', '1/3'],
    ['-0.015625', '-0.015625'],
  ])('%s is exactly %s', (expression, shown) => {
    const [declaration] = schemaOf(`const A = ${expression}`).files[0]!.declarations;
    expect(declaration?.kind === 'const' && rational.showRational(declaration.value)).toBe(shown);
  });

  it('may be used before it is declared, in any file', () => {
    const schema = schemaOf({ 'a.tos': 'const A = B * 2', 'b.tos': 'const B = 21' });
    expect(canonicalForm(schema)).toBe('const A = 42\nconst B = 21\n');
  });
});

describe('a fraction', () => {
  const fractions = fc
    .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 1000 }))
    .map(([a, b]) => rational.rational(BigInt(a), BigInt(b)));

  it('survives adding and taking away, multiplying and dividing', () => {
    fc.assert(
      fc.property(fractions, fractions, (a, b) => {
        expect(rational.subtract(rational.add(a, b), b)).toEqual(a);
        if (!rational.isZero(b)) expect(rational.divide(rational.multiply(a, b), b)).toEqual(a);
        expect(Math.sign(rational.compare(a, b))).toBe(
          Math.sign(rational.toNumber(a) - rational.toNumber(b)),
        );
      }),
    );
  });
});

describe("a packet's size", () => {
  const sizeOf = (fields: string): readonly [number, number] => {
    const text = `packet P = 1 from server on reliable {\n${fields}\n}\nstruct S {\n a: u16\n b?: varint\n}`;
    const packet = schemaOf(text).files[0]!.declarations[0] as PacketModel;
    return [packet.size.min, packet.size.max];
  };

  it.each([
    ['', 1, 1],
    ['a: u8\nb: i16\nc: u32\nd: f32\ne: f64', 20, 20],
    ['a: varint', 2, 6],
    ['a: varint(0 .. 127)', 2, 2],
    ['a: varint(128 .. 16384)', 3, 4],
    ['a: zigzag(-64 .. 63)', 2, 2],
    ['a: zigzag(-65 .. -64)', 2, 3],
    ['a: quantized(0 .. 255 step 1)', 2, 2],
    ['a: quantized(0 .. 256 step 1)', 3, 3],
    ['a: quantized(0 .. 65536 step 1)', 4, 4],
    ['a: quantized(0 .. 16777216 step 1)', 5, 5],
    ['a: string<255>', 2, 257],
    ['a: string<256>', 3, 259],
    ['a: bytes<4>', 5, 5],
    ['a: bytes<..4>', 2, 6],
    ['a: u16[3]', 7, 7],
    ['a: u16[..3]', 2, 8],
    ['a?: u8\nb?: u32', 2, 7],
    ['a: S', 4, 9],
    ['a: S[..300]', 3, 3 + 300 * 8],
  ])('of the fields %j lies in %i .. %i', (fields, min, max) => {
    expect(sizeOf(fields)).toEqual([min, max]);
  });
});

describe('the protocol hash', () => {
  const text =
    'const Cap = 8\npacket P = 1 from client on reliable rate 5/s burst 9 {\n  a: u8\n  b: string<Cap>\n}\n';
  const hashOf = (source: string | Record<string, string>): string =>
    Buffer.from(protocolHash(schemaOf(source))).toString('hex');
  const hash = hashOf(text);

  it('does not depend on comments, layout, the way numbers are written, files or order', () => {
    expect(
      hashOf(`/// Doc.\n${text.replace('a: u8', '\n   a :u8 // plain').replace('= 8', '= 0x10 / 2')}`),
    ).toBe(hash);
    const [constant, ...rest] = text.split('\n');
    expect(hashOf({ 'b.tos': rest.join('\n'), 'a.tos': constant! })).toBe(hash);
    expect(hashOf([...rest, constant].join('\n'))).toBe(hash);
  });

  it('does not depend on internal packets', () => {
    expect(hashOf({ 'a.tos': text, 'b.tos': 'packet Q = 2 internal {\n  a: u8\n}' })).toBe(hash);
  });

  it.each([
    ['a: u8', 'a: i8'],
    ['a: u8', 'c: u8'],
    ['a: u8', 'a?: u8'],
    ['a: u8', 'a: u8(0 .. 254)'],
    ['a: u8', 'a: u8[1]'],
    ['= 8', '= 9'],
    ['= 1 ', '= 2 '],
    ['on reliable', 'on unreliable'],
    ['rate 5', 'rate 6'],
    ['burst 9', 'burst 10'],
    ['P', 'Q'],
  ])('changes when %j becomes %j', (from, to) => {
    expect(hashOf(text.replace(from, to))).not.toBe(hash);
  });
});

describe('a suggestion', () => {
  it.each([
    ['strign', 'string'],
    ['entitykind', 'EntityKind'],
    ['u61', 'u16'],
    ['Playre', 'Player'],
  ])('for %s is %s', (misspelt, meant) => {
    expect(nearestName(misspelt, ['string', 'EntityKind', 'u16', 'u32', 'Player', 'varint'])).toBe(meant);
  });

  it('is not made when nothing is near', () => {
    expect(nearestName('banana', ['string', 'u8'])).toBeUndefined();
  });
});
