// What a game server answered is taken only in the shape that is asked for.

import { describe, expect, it } from '@jest/globals';
import {
  fittingDocument,
  maybe,
  moment,
  word,
  type Like,
} from '#application/admin/operations/fitting-document.js';

const like: Like = {
  ...{ count: 1, at: maybe(moment), words: [''], any: null },
  rows: [[moment, 'buy', 1]],
  part: maybe({ isWhole: true }),
  of: word,
};
const fit = {
  count: 7,
  at: null,
  words: [],
  any: [1],
  rows: [[1, 'sell', 2, 3]],
  part: { isWhole: false },
  of: 3,
};

describe('a document', () => {
  it('that fits is answered as it is, more of it included', () => {
    const told = { ...fit, more: 'later' };
    expect(fittingDocument(JSON.stringify(told), like)).toEqual(told);
    expect(fittingDocument(JSON.stringify({ ...fit, at: 1_800_000_000, part: null }), like)).toBeDefined();
  });

  it.each([
    ...[{ count: '7' }, { count: null }, { count: 1e300 }, { at: 'soon' }, { at: 1e13 }, { words: [1] }],
    ...[{ words: {} }, { words: undefined }, { rows: [[1, 'sell']] }, { rows: [1] }, { part: [] }],
    ...[{ part: {} }, { part: 'whole' }, { of: { toString: 1 } }, { of: null }],
  ])('that does not is none: %j', (part) => {
    expect(fittingDocument(JSON.stringify({ ...fit, ...part }), like)).toBeUndefined();
  });

  it.each(['', 'null', '[]', '7', '{', '"text"'])('that is something else is none: %s', (text) => {
    expect(fittingDocument(text, like)).toBeUndefined();
  });
});
