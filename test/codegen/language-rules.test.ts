// What a schema may not say of delta records, unions, bit fields, reserved numbers and notes, and what it is told then.

import { describe, expect, it } from '@jest/globals';
import { errorsOf, schemaOf } from './support/schema-text.js';

describe('delta records', () => {
  const record = (fields: string): string =>
    `struct S {\n  a: u8\n}\nrecord R delta {\n  group g {\n${fields}\n  }\n}`;

  it.each([
    ['hold numbers, text and bytes', '    a: u16\n    b: string<4>\n    c: bytes<..3>\n    d: bool', []],
    [
      'hold no arrays and structs',
      '    a: u16\n    b: u8[3]\n    c: S',
      [
        "7:8 'b' cannot be compared with a baseline at little cost | a delta record holds numbers, enums, flags, strings and bytes; others travel beside it",
        "8:8 'c' cannot be compared with a baseline at little cost | a delta record holds numbers, enums, flags, strings and bytes; others travel beside it",
      ],
    ],
    [
      'hold something that differences make shorter',
      '    a: u8\n    b: angle8',
      [
        "4:10 nothing in 'R' is shorter as a difference | leave 'delta' out; it is for numbers of two bytes and more",
      ],
    ],
  ])('%s', (_, fields, errors) => {
    expect(errorsOf(record(fields))).toEqual(errors);
  });

  it('have a header of at most 32 bits', () => {
    const groups = Array.from({ length: 17 }, (_, index) => `  group g${index} {\n    a${index}: u16\n  }`);
    expect(errorsOf(`record R delta {\n${groups.join('\n')}\n}`)).toEqual([
      "1:10 the groups of 'R' and their forms need 34 bits, but a header has 32 | join groups that change together",
    ]);
  });
});

describe('unions', () => {
  const union = (cases: string): string =>
    `struct S {\n  a: u8\n}\nenum E : u8 {\n  a = 1\n}\nunion U {\n${cases}\n}`;

  it.each([
    ['hold structs or nothing', '  a = 0: S\n  b = 255', []],
    ['have at least one case', '', ["7:7 the union 'U' has no cases"]],
    ['have tags of one byte', '  a = 256: S', ['8:7 a tag must lie in 0 .. 255, not 256']],
    ['have tags of their own', '  a = 1: S\n  b = 1', ["9:7 the tag 1 belongs to 'a' already"]],
    ['have names of their own', '  a = 1\n  a = 2', ["9:3 the case 'a' is already there, in line 8"]],
    ['hold no enums', '  a = 1: E', ["8:10 no struct is named 'E' | did you mean 'S'?"]],
    [
      'leave the name of the tag alone',
      '  kind = 1',
      ["8:3 'kind' names the tag in generated code; choose another name"],
    ],
    [
      'state every tag',
      '  a: S',
      ["8:4 expected '=' after 'a': every case states its tag, as in 'a = 1: Struct', found ':'"],
    ],
  ])('%s', (_, cases, errors) => {
    expect(errorsOf(union(cases))).toEqual(errors);
  });

  it('do not contain themselves', () => {
    expect(errorsOf('union U {\n  a = 1: S\n}\nstruct S {\n  u: U\n}')).toEqual([
      "5:6 'U' would contain itself: U → S → U",
    ]);
  });

  it('leave the name of their tags to generated code', () => {
    expect(errorsOf('union U {\n  a = 1\n}\nconst UKind = 1')).toEqual([
      "1:7 generated code names the tags of 'U' 'UKind', which is declared already | rename one of the two",
    ]);
  });
});

describe('bit fields', () => {
  const bits = (fields: string): string => `enum E : u8 {\n  a = 1\n  b = 9\n}\nbits B : u8 {\n${fields}\n}`;
  const hint = 'as in armed: bool, ammo: 5 bits, level: 4 bits(1 .. 12), pose: 3 bits Pose';

  it.each([
    ['are bools, numbers and enums', '  a: bool\n  b: 3 bits(1 .. 6)\n  c: 4 bits E', []],
    ['exist', '', ["5:6 the bits 'B' have no fields"]],
    [
      'fit their integer',
      '  a: 5 bits\n  b: 4 bits',
      ["7:3 'b' ends at bit 9, but u8 has 8 | take a wider integer, or fewer bits"],
    ],
    ['have at most 31 bits', '  a: 32 bits', ['6:6 the number of bits must lie in 1 .. 31, not 32']],
    ['hold their range', '  a: 3 bits(0 .. 8)', ['6:18 the highest value must lie in 0 .. 7, not 8']],
    ['hold their enum', '  a: 3 bits E', ['6:13 E goes up to 9, but 3 bits hold 7']],
    ['know their enum', '  a: 3 bits F', ["6:13 no enum is named 'F' | did you mean 'E'?"]],
    ['say how many bits', '  a: u8', [`6:6 expected 'bool' or a number of bits, found 'u8' | ${hint}`]],
    ['say that it is bits', '  a: 3', [`7:1 expected 'bits' after the number, found '}' | ${hint}`]],
  ])('%s', (_, fields, errors) => {
    expect(errorsOf(bits(fields))).toEqual(errors);
  });
});

describe('reserved numbers', () => {
  it.each([
    [
      'are no ids of packets',
      'reserved 0x10 .. 0x12\npacket P = 0x11 internal {\n}',
      ['2:12 the id 0x11 is reserved | 0x13 is free'],
    ],
    [
      'are no values of members',
      'enum E : u8 {\n  reserved 1, 4 .. 6\n  a = 5\n}',
      ['3:7 the value 5 is reserved'],
    ],
    ['are no bits of flags', 'flags F : u8 {\n  a = 2\n  reserved 2\n}', ['2:7 the bit 2 is reserved']],
    ['are numbers that could be used', 'reserved 256', ['1:10 a reserved id must lie in 1 .. 255, not 256']],
    ['come in ranges that are not empty', 'reserved 9 .. 7', ['1:15 the range 9 .. 7 is empty']],
  ])('%s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });
});

describe('notes', () => {
  const field = (notes: string, type = 'u8'): string => `struct S {\n  a: ${type} ${notes}\n}`;

  it.each([
    ['say a unit', field('unit "m"'), []],
    [
      'are told from misspelt ones',
      field('unti "m"'),
      ["2:9 'unti' means nothing here | did you mean 'unit'?"],
    ],
    ['stand once', field('unit "m" unit "m"'), ["2:23 'unit' stands twice"]],
    ['quote texts', field('unit m'), ['2:14 expected the unit, found \'m\' | as in unit "m"']],
    [
      'end their texts',
      field('unit "m'),
      ['2:14 the character \'"\' has no meaning here | a text ends with another " in the same line'],
    ],
    // What once could be said and decided nothing.
    [
      'say nothing of how to show',
      field('interpolate linear'),
      ["2:9 unexpected 'interpolate' after 'a' | one entry stands on one line"],
    ],
    [
      'say nothing of who sees',
      field('visible owner'),
      ["2:9 unexpected 'visible' after 'a' | one entry stands on one line"],
    ],
    [
      'say nothing of versions',
      field('since 2'),
      ["2:9 unexpected 'since' after 'a' | one entry stands on one line"],
    ],
  ])('%s', (_, text, errors) => {
    expect(errorsOf(text).slice(0, 1)).toEqual(errors);
  });
});

it('a range that wraps has at least two steps', () => {
  expect(errorsOf('struct S {\n  a: quantized(0 .. 8 step 8 wrap)\n}')).toEqual([
    '2:6 a range that wraps needs at least two steps',
  ]);
});

it('what wraps takes no bit for its upper end', () => {
  const [file] = schemaOf('struct S {\n  a: quantized(0 .. 256 step 1 wrap)\n}').files;
  expect(file!.declarations[0]).toMatchObject({ size: { min: 1, max: 1 } });
});

it('arrays of arrays go through a struct, capped at every level', () => {
  const nested = 'struct Row {\n  cells: u8[..9]\n}\nstruct Grid {\n  rows: Row[..9]\n}';
  expect(schemaOf(nested).files[0]!.declarations[1]).toMatchObject({ size: { min: 1, max: 91 } });
  expect(errorsOf('struct Grid {\n  rows: u8[..9][..9]\n}')).toEqual([
    '2:9 an array cannot hold arrays or bytes directly | put the inner one into a struct of its own',
  ]);
});

describe('lists of delta records', () => {
  const list = (field: string, fields = 'a: u16'): string =>
    `record R delta {\n  group g {\n    ${fields}\n  }\n}\nrecord Whole {\n  group g {\n    a: u16\n  }\n}\npacket P = 1 from server on reliable {\n  ${field}\n}`;

  it.each([
    ['stand in packets', list('list: delta R[..64]'), []],
    [
      'stand nowhere else',
      `${list('a: u8')}\nstruct S {\n  list: delta R[..64]\n}`,
      ['15:9 only packets hold lists of delta records | move it into the packet'],
    ],
    [
      'are never optional',
      list('list?: delta R[..64]'),
      ['12:10 a list of delta records is never optional | it may be empty'],
    ],
    [
      'hold records with a second form',
      list('list: delta Whole[..64]'),
      ["12:15 'Whole' has no second form | write 'record Whole delta'"],
    ],
    ['hold records', list('list: delta Q[..64]'), ["12:15 no record is named 'Q' | did you mean 'R'?"]],
    [
      'hold what fits into columns',
      list('list: delta R[..64]', 'a: u16\n    b: string<4>'),
      [
        "13:15 'b' of 'R' has no place in a column | a list of delta records holds numbers, enums and flags; others travel beside it",
      ],
    ],
    [
      'say how many places there are',
      list('list: delta R[64]'),
      [
        "12:17 expected '..' before the number of records | 'delta R[..n]' tells which of n records changed, and how",
      ],
    ],
    [
      'have at most 65,535 places',
      list('list: delta R[..65536]'),
      ['12:19 the number of records must lie in 1 .. 65535, not 65536'],
    ],
    [
      'leave the names of their companions alone',
      list('list: delta R[..64]\n  listMasks: u8'),
      [
        "12:3 'list' gets a companion named 'listMasks' in generated code, which is a field already | rename one of the two",
      ],
    ],
    [
      'leave the name of the columns alone',
      `${list('list: delta R[..64]')}\nconst RColumns = 1`,
      [
        "12:15 generated code names the columns of 'R' 'RColumns', which is declared already | rename one of the two",
      ],
    ],
    [
      'fit the channel with all their places',
      list('list: delta R[..500]').replace('reliable', 'sequenced'),
      [
        "11:8 'P' can take 2503 bytes, but the channel sequenced carries 1150 | lower the caps, or add 'max 1150' and let the sender keep to it",
      ],
    ],
  ])('%s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it('take a byte for a place up to 256 of them, and for a count up to 255', () => {
    const [file] = schemaOf(list('one: delta R[..256]\n  two: delta R[..257]')).files;
    // One byte or two for a count, one or two for a place, one for the header, two for the value.
    expect(file!.declarations[2]).toMatchObject({
      size: { min: 1 + 2 + 2, max: 1 + 2 + 256 * 4 + 2 + 257 * 5 },
    });
  });
});
