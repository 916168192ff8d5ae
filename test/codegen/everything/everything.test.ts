// The emitter, proved on a schema that uses the whole language: against random and broken messages and the document.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { format } from 'prettier';
import { CodecFault } from '#adapters/protocol/codec/codec-fault.js';
import { standardTables } from '#codegen/emit/markdown/standard-tables.js';
import { loadSchema } from '#codegen/load-schema.js';
import { testCodecs } from '../support/codec-suite.js';
import { readStandard } from '../support/standard-document.js';
import * as everything from './everything.js';

const schema = loadSchema('test/codegen/everything');
const [file] = schema.files;
const parts = [...standardTables(schema, new Uint8Array(8)).values()];
const markdown = `## Packets\n\n${parts.join('\n\n')}`;

testCodecs({
  file: file!,
  module: everything,
  document: readStandard(await format(markdown, { parser: 'markdown' })),
  messagesPerPacket: 60,
  mutationsPerMessage: 40,
});

describe('an encoder', () => {
  const out = new Uint8Array(4096);

  it('refuses a number outside its range, a fraction and NaN', () => {
    const misfits: readonly (readonly [keyof everything.Integers, number])[] = [
      ['a', 256],
      ['a', -1],
      ['a', 1.5],
      ['a', NaN],
      ['c', 2 ** 32],
      ['d', 128],
      ['e', -32769],
      ['f', 2 ** 31],
      ['g', -1],
      ['g', 2 ** 32],
      ['h', 2 ** 31],
      ['i', 4],
      ['i', 1001],
      ['j', -8],
      ['j', -2],
      ['k', 299],
      ['l', 11],
      ['at', 0],
    ];
    for (const [field, value] of misfits) {
      const message = new everything.Integers();
      expect(everything.encodeIntegers(message, out, 0)).toBeGreaterThan(0);
      message[field] = value;
      expect([field, value, everything.encodeIntegers(message, out, 0)]).toEqual([
        field,
        value,
        CodecFault.outOfRange,
      ]);
    }
  });

  it('refuses NaN and infinities, unknown enum values and undefined flags', () => {
    const misfits: readonly (readonly [string, number])[] = [
      ['single', NaN],
      ['single', Infinity],
      ['single', 3.5e38],
      ['double', -Infinity],
      ['share', 1.01],
      ['one', NaN],
      ['narrow', 256],
      ['wide', 1.5],
      ['colour', 1],
      ['colour', 0.5],
      ['size', 2],
      ['marks', 2],
      ['allMarks', 2],
    ];
    for (const [field, value] of misfits) {
      const message = new everything.Numbers();
      expect(everything.encodeNumbers(message, out, 0)).toBeGreaterThan(0);
      (message as unknown as Record<string, number>)[field] = value;
      expect([field, value, everything.encodeNumbers(message, out, 0)]).toEqual([
        field,
        value,
        CodecFault.outOfRange,
      ]);
    }
  });

  it('clamps quantized numbers and rounds them to the nearest step', () => {
    const message = new everything.Numbers();
    const decoded = new everything.Numbers();
    const through = (value: number): readonly number[] => {
      message.one = value;
      message.two = value;
      message.tens = value;
      expect(
        everything.decodeNumbers(decoded, out, 0, everything.encodeNumbers(message, out, 0)),
      ).toBeGreaterThan(0);
      return [decoded.one, decoded.two, decoded.tens];
    };
    expect(through(-Infinity)).toEqual([-1, -2.5, 0]);
    expect(through(Infinity)).toEqual([1, 1000, 2000]);
    expect(through(0)).toEqual([0, 0, 0]);
    expect(through(14.9)).toEqual([1, 15, 10]);
    expect(through(15)).toEqual([1, 15, 20]);
    expect(through(0.125)).toEqual([16 / 127, 0.25, 0]);
  });

  it('quantizes every number by the formula of the standard', () => {
    const cases = [
      ['one', -1, 1, 1, 127, 254, 21, 1],
      ['two', -2.5, 1000, 1, 4, 4010, 22, 2],
      ['three', 1, 60001, 3, 50, 1_000_000, 24, 3],
      ['four', -100_000, 100_000, 1, 10_000, 2_000_000_000, 27, 4],
      ['tens', 0, 2000, 10, 1, 200, 31, 1],
    ] as const;
    const values = fc.oneof(
      fc.double({ noNaN: true }),
      fc.double({ min: -2, max: 2, noNaN: true }),
      fc.double({ min: -150_000, max: 150_000, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...cases), values, ([field, min, max, p, r, steps, at, bytes], value) => {
        const message = new everything.Numbers();
        message[field] = value;
        expect(everything.encodeNumbers(message, out, 0)).toBeGreaterThan(0);
        const q = value <= min ? 0 : value >= max ? steps : Math.floor(((value - min) * r) / p + 0.5);
        expect(Buffer.from(out.buffer).readUIntLE(at, bytes)).toBe(q);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses texts, byte fields and arrays above their cap, and lone surrogates', () => {
    const texts = new everything.Texts();
    texts.short = '12345678901';
    expect(everything.encodeTexts(texts, out, 0)).toBe(CodecFault.tooLong);
    texts.short = 'ééééé';
    expect(everything.encodeTexts(texts, out, 0)).toBeGreaterThan(0);
    texts.short = 'éééééé';
    expect(everything.encodeTexts(texts, out, 0)).toBe(CodecFault.tooLong);
    texts.short = '\ud83d';
    expect(everything.encodeTexts(texts, out, 0)).toBe(CodecFault.badText);
    texts.short = '\ude00x';
    expect(everything.encodeTexts(texts, out, 0)).toBe(CodecFault.badText);
    texts.short = '';
    for (const length of [256, -1, 2.5, NaN]) {
      texts.fewLength = length;
      expect(everything.encodeTexts(texts, out, 0)).toBe(CodecFault.tooLong);
    }
    texts.fewLength = 0;
    texts.manyLength = 301;
    expect(everything.encodeTexts(texts, out, 0)).toBe(CodecFault.tooLong);
    const arrays = new everything.Arrays();
    arrays.rangedCount = 5;
    expect(everything.encodeArrays(arrays, out, 0)).toBe(CodecFault.tooLong);
  });

  it('refuses a message above the size that the sender promised', () => {
    const bounded = new everything.Bounded();
    bounded.pointsCount = 4;
    expect(everything.encodeBounded(bounded, out, 0)).toBe(18);
    bounded.pointsCount = 5;
    expect(everything.encodeBounded(bounded, out, 0)).toBe(CodecFault.tooLong);
  });

  it('refuses mask bits that stand for no group', () => {
    const state = new everything.State();
    state.mask = 8;
    expect(everything.encodeState(state, out, 0)).toBe(CodecFault.outOfRange);
  });
});

describe('a decoder of a record', () => {
  it('leaves what is missing as it was', () => {
    const state = new everything.State();
    state.x = 77;
    const bytes = Uint8Array.of(everything.StateMask.look, everything.Colour.blue, 1, 0x61);
    expect(everything.decodeState(state, bytes, 0, bytes.length)).toBe(4);
    expect([state.x, state.colour, state.name]).toEqual([77, everything.Colour.blue, 'a']);
  });
});

describe('a padded packet', () => {
  it('is refused when its padding holds anything', () => {
    const padded = new everything.Padded();
    const out = new Uint8Array(64).fill(0xff);
    expect(everything.encodePadded(padded, out, 0)).toBe(64);
    expect(everything.decodePadded(padded, out, 0, 64)).toBe(64);
    out[63] = 1;
    expect(everything.decodePadded(padded, out, 0, 64)).toBe(CodecFault.notCanonical);
  });
});

describe('a decoder', () => {
  /** Puts little-endian bytes into a valid message and gives the outcome. */
  function patched(name: 'Numbers' | 'Integers', at: number, value: number, width: number): number {
    const bytes = new Uint8Array(256);
    const numbers = name === 'Numbers';
    const end = numbers
      ? everything.encodeNumbers(new everything.Numbers(), bytes, 0)
      : everything.encodeIntegers(new everything.Integers(), bytes, 0);
    for (let k = 0; k < width; k++) bytes[at + k] = Math.floor(value / 256 ** k) % 256;
    return numbers
      ? everything.decodeNumbers(new everything.Numbers(), bytes, 0, end)
      : everything.decodeIntegers(new everything.Integers(), bytes, 0, end);
  }

  it.each([
    ['bool', 17, 1, 1],
    ['1 byte of steps', 21, 254, 1],
    ['2 bytes of steps', 22, 4010, 2],
    ['3 bytes of steps', 24, 1_000_000, 3],
    ['4 bytes of steps', 27, 2_000_000_000, 4],
    ['steps of more than 1', 31, 200, 1],
    ['the highest enum value', 32, 200, 1],
    ['an enum of 2 bytes', 33, 0x1234, 2],
  ])('takes the last value of a %s and refuses the next', (_, at, last, width) => {
    expect(patched('Numbers', at, last, width)).toBeGreaterThan(0);
    expect(patched('Numbers', at, last + 1, width)).toBe(CodecFault.outOfRange);
  });

  it('takes every defined flag and refuses every other', () => {
    expect(patched('Numbers', 35, 0x8005, 2)).toBeGreaterThan(0);
    expect(patched('Numbers', 37, 0x8000_0001, 4)).toBeGreaterThan(0);
    for (let bit = 0; bit < 16; bit++) {
      if (![0, 2, 15].includes(bit)) expect(patched('Numbers', 35, 2 ** bit, 2)).toBe(CodecFault.outOfRange);
    }
    for (let bit = 1; bit < 31; bit++)
      expect(patched('Numbers', 37, 2 ** bit, 4)).toBe(CodecFault.outOfRange);
  });

  it('refuses NaN and infinities', () => {
    for (const bits of [0x7fc0_0000, 0x7f80_0000, 0xff80_0000]) {
      expect(patched('Numbers', 1, bits, 4)).toBe(CodecFault.outOfRange);
    }
    for (const high of [0x7ff8_0000, 0x7ff0_0000, 0xfff0_0000]) {
      expect(patched('Numbers', 9, high, 4)).toBe(CodecFault.outOfRange);
    }
  });

  it('refuses integers beyond either end of their range', () => {
    // id, a u8, b u16, c u32, d i8, e i16, f i32, g varint, h zigzag: i stands at 17, j at 19.
    for (const [at, value, width, ok] of [
      [17, 5, 2, true],
      [17, 4, 2, false],
      [17, 1000, 2, true],
      [17, 1001, 2, false],
      [19, 2 ** 32 - 7, 4, true],
      [19, 2 ** 32 - 8, 4, false],
      [19, 2 ** 32 - 3, 4, true],
      [19, 2 ** 32 - 2, 4, false],
    ] as const) {
      expect([at, value, patched('Integers', at, value, width) > 0]).toEqual([at, value, ok]);
    }
  });

  it('refuses every mask bit that stands for no group', () => {
    for (let bit = 3; bit < 8; bit++) {
      expect(everything.decodeState(new everything.State(), Uint8Array.of(1 << bit), 0, 1)).toBe(
        CodecFault.outOfRange,
      );
    }
    for (let bit = 9; bit < 16; bit++) {
      const mask = Uint8Array.of(0, 1 << (bit - 8));
      expect(everything.decodeBroad(new everything.Broad(), mask, 0, 2)).toBe(CodecFault.outOfRange);
    }
  });
});

describe('a value outside a range that wraps', () => {
  it.each([
    [0, 0],
    [360, 0],
    [359.9, 0],
    [359.8, 359.75],
    [-90, 270],
    [-0.2, 359.75],
    [725.3, 5.25],
    [-3600, 0],
  ])('%d is sent as %d', (sent, received) => {
    const message = new everything.Wrapped();
    message.turn = sent;
    const bytes = new Uint8Array(everything.wrappedSizeMax);
    const end = everything.encodeWrapped(message, bytes, 0);
    expect(everything.decodeWrapped(message, bytes, 0, end)).toBe(end);
    expect(message.turn).toBe(received);
  });

  it.each([NaN, Infinity, -Infinity])('%d is refused', (sent) => {
    const message = new everything.Wrapped();
    message.turn = sent;
    expect(everything.encodeWrapped(message, new Uint8Array(64), 0)).toBe(CodecFault.outOfRange);
  });

  it('is wrapped by the quantizer of a record too', () => {
    expect(everything.quantizeHoldingAngle(65)).toBe(2);
    expect(everything.quantizeHoldingAngle(-0.5)).toBe(127);
    expect(everything.quantizeHoldingAngle(NaN)).toBeNaN();
  });
});

describe('a union', () => {
  it('of a kind that no case has is refused', () => {
    const message = new everything.Happening();
    message.kind = 2 as 1;
    expect(everything.encodeHappening(message, new Uint8Array(64), 0)).toBe(CodecFault.outOfRange);
    expect(everything.decodeHappening(message, Uint8Array.of(2, 0, 0, 0, 0), 0, 5)).toBe(
      CodecFault.outOfRange,
    );
  });

  it('sends nothing of the cases that it is not', () => {
    const message = new everything.Happening();
    message.kind = everything.HappeningKind.vanished;
    message.moved.x = NaN;
    expect(everything.encodeHappening(message, new Uint8Array(1), 0)).toBe(1);
  });
});
