// What the checker refuses in files that parse, and what it says. The first words of each name are the rule.

import { describe, expect, it } from '@jest/globals';
import { errorsOf } from './support/schema-text.js';

const packet = (field: string): string => `packet P = 1 from server on reliable {\n  ${field}\n}`;

describe('names', () => {
  it.each([
    [
      'are declared once',
      'const A = 1\nstruct A {\n  a: u8\n}',
      ["2:8 'A' is already declared at a.tos:1 | all files of a schema share one set of names"],
    ],
    ['of fields are unique', packet('a: u8\n  a: u16'), ["3:3 the field 'a' is already there, in line 2"]],
    [
      'of members are unique',
      'enum E : u8 {\n  a = 1\n  a = 2\n}',
      ["3:3 the member 'a' is already there, in line 2"],
    ],
    [
      'of fields are unique in all groups of a record',
      'record R {\n  group g {\n    a: u8\n  }\n  group h {\n    a: u8\n  }\n}',
      ["6:5 the field 'a' is already there, in line 3"],
    ],
    [
      'of types are in PascalCase',
      'struct move_step {\n  a: u8\n}',
      ["1:8 the name of a struct is in PascalCase, not 'move_step' | write MoveStep"],
    ],
    [
      'of fields are in camelCase',
      packet('View_tick: u8'),
      ["2:3 the name of a field is in camelCase, not 'View_tick' | write viewTick"],
    ],
    [
      'leave those of generated code alone',
      'struct Uint8Array {\n  mask: u8\n}',
      [
        "1:8 'Uint8Array' is taken by generated code; choose another name",
        "2:3 'mask' is taken by generated code; choose another name",
      ],
    ],
    [
      'leave companions alone',
      packet('steps: u8[..3]\n  stepsCount: u8'),
      [
        "2:3 'steps' gets a companion named 'stepsCount' in generated code, which is a field already | rename one of the two",
      ],
    ],
    [
      'leave presence flags alone',
      packet('a?: u8\n  hasA: bool'),
      [
        "2:3 'a' gets a companion named 'hasA' in generated code, which is a field already | rename one of the two",
      ],
    ],
    [
      'do not meet in generated code',
      `const PId = 1\n${packet('a: u8')}`,
      ["2:8 generated code would hold two things named 'pId', the other from 'PId'"],
    ],
    [
      'of types must exist, near ones are suggested',
      packet('a: varnit'),
      ["2:6 no type is named 'varnit' | did you mean 'varint'?"],
    ],
    [
      'of types must exist, those of other files count',
      packet('a: MoveSetp') + '\nstruct MoveStep {\n  a: u8\n}',
      ["2:6 no type is named 'MoveSetp' | did you mean 'MoveStep'?"],
    ],
    [
      'of constants must exist',
      packet('a: u8[..Cap]') + '\nconst Caps = 5',
      ["2:11 no const is named 'Cap' | did you mean 'Caps'?"],
    ],
    [
      'of packets are no types',
      packet('a: P'),
      ["2:6 'P' is a packet, not a type | put the fields to share into a struct"],
    ],
  ] as const)('%s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });
});

describe('numbers', () => {
  it.each([
    [
      'of constants do not depend on themselves',
      'const A = B + 1\nconst B = A',
      ["1:11 the value of 'B' depends on itself"],
    ],
    ['are not divided by zero', 'const A = 1 / (2 - 2)', ['1:16 division by zero']],
    ['of caps are whole', packet('a: u8[..5/2]'), ["2:11 an array's size must be a whole number, not 2.5"]],
    ['of caps are at least 1', packet('a: string<0>'), ["2:13 a string's cap must lie in 1 .. 65535, not 0"]],
    [
      'of caps fit two bytes',
      packet('a: bytes<..65536>'),
      ['2:14 the number of bytes must lie in 1 .. 65535, not 65536'],
    ],
    [
      'of ranges fit their type',
      packet('a: u8(0 .. 256)'),
      ['2:14 256 does not fit u8, which holds 0 .. 255'],
    ],
    [
      'of ranges are in order',
      packet('a: u8(6 .. 1)'),
      ['2:9 the range 6 .. 1 is empty | the lower bound comes first and both are included'],
    ],
    ['of integer ranges are whole', packet('a: u8(1 .. 2.5)'), ['2:14 2.5 is no whole number']],
    ['have ranges, but not all types', packet('a: bool(0 .. 1)'), ["2:11 'bool' takes no range"]],
    [
      'of enum values fit',
      'enum E : u8 {\n  a = 256\n}',
      ["2:7 a member's value must lie in 0 .. 255, not 256"],
    ],
    [
      'of enum values are unique',
      'enum E : u8 {\n  a = 1\n  b = 0x01\n}',
      ["3:7 the value 1 belongs to 'a' already"],
    ],
    [
      'of flags are bits',
      'flags F : u8 {\n  a = 8\n}',
      ['2:7 the number of a bit must lie in 0 .. 7, not 8'],
    ],
    ['of enums are unsigned', 'enum E : i8 {\n  a = 1\n}', ["1:10 'i8' cannot hold enum | u8, u16 or u32"]],
  ] as const)('%s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });
});

describe('quantized fields', () => {
  it.each([
    [
      'hold a whole number of steps',
      'quantized(0 .. 1 step 2/7)',
      ['2:6 the range is no whole number of steps | end the range at 6/7'],
    ],
    ['have a step above 0', 'quantized(0 .. 1 step -1)', ['2:28 the step must be above 0']],
    [
      'fit 32 bits',
      'quantized(0 .. 5000000000 step 1)',
      ['2:6 5000000000 steps need more than 32 bits | take a coarser step, a smaller range, or f64'],
    ],
    [
      'fit doubles',
      'quantized(0 .. 1 step 1/9007199254740993)',
      ['2:6 1/9007199254740993 has more digits than a double holds'],
    ],
  ] as const)('%s', (_, type, errors) => {
    expect(errorsOf(packet(`a: ${type}`))).toEqual(errors);
  });
});

describe('types', () => {
  it.each([
    [
      'do not contain themselves',
      'struct A {\n  b: B[..2]\n}\nstruct B {\n  a?: A\n}',
      ["5:7 'A' would contain itself: A → B → A"],
    ],
    [
      'in arrays are no arrays',
      packet('a: u8[2][3]'),
      ['2:6 an array cannot hold arrays or bytes directly | put the inner one into a struct of its own'],
    ],
    ['of structs are not empty', 'struct S {\n}', ["1:8 the struct 'S' has no fields"]],
    ['of records have groups', 'record R {\n}', ['1:8 a record needs at least one group']],
    ['of groups are not empty', 'record R {\n  group g {\n  }\n}', ["2:9 the group 'g' has no fields"]],
    ['of enums are not empty', 'enum E : u8 {\n}', ["1:6 the enum 'E' has no members"]],
    [
      'in records are not optional',
      'record R {\n  group g {\n    a?: u8\n  }\n}',
      ['3:5 a field of a record cannot be optional | put it into a group of its own'],
    ],
  ] as const)('%s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });
});

describe('files', () => {
  it('may use what others declare', () => {
    const files = {
      'a.tos': 'packet P = 1 from server on reliable {\n  s: S\n}',
      'b.tos': 'struct S {\n  a: u8\n}',
    };
    expect(errorsOf(files)).toEqual([]);
  });

  it('do not use each other in a circle', () => {
    const files = {
      'a.tos': 'struct A {\n  d: D\n}\nenum C : u8 {\n  x = 1\n}',
      'b.tos': 'struct B {\n  c: C\n}\nenum D : u8 {\n  x = 1\n}',
    };
    const error =
      "b.tos:2:6 'C' stands in a.tos, which uses b.tos in turn | move what both need into one file";
    expect(errorsOf(files)).toEqual([error]);
  });

  it('of the network do not depend on internal ones', () => {
    const files = {
      'a.tos': 'packet P = 1 from server on reliable {\n  s: S\n}',
      'b.tos': 'struct S {\n  a: u8\n}\npacket Q = 2 internal {\n}',
    };
    expect(errorsOf(files)).toEqual(["a.tos:2:6 'S' is internal and cannot be sent over the network"]);
  });

  it('share one set of names', () => {
    const files = { 'a.tos': 'const A = 1', 'b.tos': '\nconst A = 2' };
    const error =
      "b.tos:2:7 'A' is already declared at a.tos:1 | all files of a schema share one set of names";
    expect(errorsOf(files)).toEqual([error]);
  });
});
