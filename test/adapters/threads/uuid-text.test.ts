import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { uuidBytes, uuidText } from '#adapters/threads/records/character-records.js';

const sixteen = fc.uint8Array({ minLength: 16, maxLength: 16 });

describe('a UUID between its text and its bytes', () => {
  it('is the same after there and back, in capitals too', () => {
    fc.assert(
      fc.property(sixteen, fc.boolean(), (bytes, capitals) => {
        const text = uuidText(bytes);
        const back = new Uint8Array(16);
        uuidBytes(capitals ? text.toUpperCase() : text, back);
        expect(back).toEqual(bytes);
      }),
    );
  });

  it('is refused when it is not complete', () => {
    for (const text of ['', 'g'.repeat(32), '00000000-0000-0000-0000-00000000000', '@G`g:/'])
      expect(() => uuidBytes(text, new Uint8Array(16))).toThrow(RangeError);
  });
});
