// What a schema may not say of what is stored, and what it is told then.

import { describe, expect, it } from '@jest/globals';
import { errorsOf } from './support/schema-text.js';

describe('what is stored', () => {
  const stored = (fields: string, clauses = 'internal stored "things"') =>
    errorsOf(`packet ThingRecord = 1 ${clauses} {\n${fields}\n}`);
  const id = '  thingId: u32\n';

  it('begins with its id, and its numbers have places and ranges', () => {
    expect(
      stored(`${id}  level: u8\n  x: f64(0 .. 9)\n  gold: u32 from purse.gold\n  name: string<9>`),
    ).toEqual([]);
  });

  it.each([
    [
      'its id',
      '  level: u8',
      ["1:8 'ThingRecord' is stored and begins with its id | as in characterId: u32"],
    ],
    [
      'integers of one width',
      `${id}  gold: varint`,
      ["1:8 'gold' is stored in a column of u8 to i32 | its length would follow the value"],
    ],
    ['ranges', `${id}  x: f64`, ["1:8 'x' is stored and needs a range | as in x: f64(0 .. 1024)"]],
    ['all of it', `${id}  gold?: u8`, ["1:8 'gold' is stored and cannot be missing"]],
    [
      'numbers alone in columns',
      `${id}  name: string<9> from actor.name`,
      ["1:8 'name' has no column of one number"],
    ],
    ['what outlives the entity', `${id}  self: u32 from entity`, ["1:8 'self' outlives the entity"]],
    [
      'numbers to be unstored',
      `${id}  name: string<9> unstored`,
      ["1:8 'name' has no column anyway | unstored is for numbers"],
    ],
    [
      'one column a number',
      `${id}  aB: u8\n  a_b: u8`,
      [
        "4:3 the name of a field is in camelCase, not 'a_b' | write aB",
        "1:8 the table would have two columns 'a_b'",
      ],
    ],
  ])('needs %s', (_, fields, errors) => {
    expect(stored(fields)).toEqual(errors);
  });

  it('is a word of stored packets alone', () => {
    expect(errorsOf('struct Purse {\n  coins: u32 unstored\n}')).toContain(
      "2:14 'Purse' is not stored at all",
    );
  });

  it('stays inside and has a name that tables can have', () => {
    expect(stored(`${id}  level: u8`, 'from server on reliable stored "The things"')).toEqual([
      "1:8 'The things' is no name of a table | small letters, digits and underscores",
      '1:8 what is stored goes between threads, never over the network | write internal',
    ]);
  });
});
