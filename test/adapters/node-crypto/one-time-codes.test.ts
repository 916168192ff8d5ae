// One-time codes against the vectors of RFC 4226 (appendix D) and RFC 6238 (appendix B).

import { describe, expect, it } from '@jest/globals';
import { fromBase32, toBase32 } from '#adapters/node-crypto/base32.js';
import { codeOf, NodeOneTimeCodes } from '#adapters/node-crypto/one-time-codes.js';

const key = Buffer.from('12345678901234567890');
const codes = new NodeOneTimeCodes();

describe('a one-time code', () => {
  it.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [5, '254676'],
    [6, '287922'],
    [7, '162583'],
    [8, '399871'],
    [9, '520489'],
  ])('of counter %d is that of RFC 4226', (counter, code) => {
    expect(codeOf(key, counter)).toBe(code);
  });

  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %d is that of RFC 6238', (second, code) => {
    const step = Math.floor(second / 30);
    expect(codeOf(key, step, 8)).toBe(code);
    expect(codes.stepOf(toBase32(key), code.slice(2), [step - 1, step, step + 1])).toBe(step);
  });

  it('is of no other step than those that are asked for', () => {
    const secret = toBase32(key);
    expect(codes.stepOf(secret, '755224', [1, 2, 3])).toBeUndefined();
    expect(codes.stepOf(secret, '755224', [])).toBeUndefined();
    for (const odd of ['', '75522', '7552240', '75522x', '\u0000'.repeat(6), '７５５２２４'])
      expect(codes.stepOf(secret, odd, [0])).toBeUndefined();
  });
});

describe('a secret', () => {
  it('has 160 bits and is another each time', () => {
    const secrets = new Set(Array.from({ length: 50 }, () => codes.secret()));
    expect(secrets.size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it.each([
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('is written as RFC 4648 writes %s', (text, written) => {
    expect(toBase32(Buffer.from(text))).toBe(written);
    expect(Buffer.from(fromBase32(written)).toString()).toBe(text);
  });

  it('that is none is a fault', () => {
    expect(() => fromBase32('MZXW0')).toThrow('not base 32');
  });
});
