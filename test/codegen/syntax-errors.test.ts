// What the parser says of a file that is no schema: where, what is wrong, and what to write instead.

import { describe, expect, it } from '@jest/globals';
import { SchemaError } from '#codegen/text/diagnostic.js';
import { errorsOf, schemaOf } from './support/schema-text.js';

const packet = (field: string): string => `packet P = 1 from server on reliable {\n  ${field}\n}`;

describe('the parser', () => {
  it.each([
    [
      'a misspelt declaration',
      'pakcet P = 1 internal {\n}',
      ["1:1 'pakcet' does not start a declaration | did you mean 'packet'?"],
    ],
    [
      'a semicolon',
      packet('a: u8;'),
      ["2:8 the character ';' has no meaning here | a line end is enough, no semicolon is needed"],
    ],
    ['a comma', packet('a: u8,'), ["2:8 found ',' | entries are separated by line ends"]],
    [
      'a wrong comment',
      '# words\nconst A = 1',
      [
        "1:1 the character '#' has no meaning here | comments start with //, doc comments with ///",
        "1:3 'words' does not start a declaration | known here: const, enum, flags, bits, struct, union, record, packet, content, choice, fact, frame",
      ],
    ],
    [
      'two fields on a line',
      packet('a: u8 b: u8'),
      ["2:9 unexpected 'b' after 'a' | one entry stands on one line"],
    ],
    [
      'a missing type',
      packet('a:'),
      ["3:1 expected a type, found '}' | for example u16, varint, string<24> or the name of a struct"],
    ],
    ['a missing colon', packet('a u8'), ["2:5 expected ':' between the field 'a' and its type, found 'u8'"]],
    [
      'an array without size',
      packet('a: u8[]'),
      ['2:9 this array has no size | T[..n] holds up to n, T[n] exactly n'],
    ],
    [
      'a string without cap',
      packet('a: string'),
      ['2:6 a string needs a cap | string<24> holds up to 24 bytes of UTF-8'],
    ],
    [
      'bytes without size',
      packet('a: bytes'),
      ['2:6 bytes needs a size | bytes<8> is 8 bytes, bytes<..8> up to 8'],
    ],
    [
      'quantized without step',
      packet('a: quantized(0 .. 1)'),
      ["2:22 expected 'step' after the range | for example quantized(-1 .. 1 step 1/127)"],
    ],
    [
      'half a range',
      packet('a: u8(1)'),
      ["2:10 expected '..' between the lowest and the highest value, found ')'"],
    ],
    ['a bad number', packet('a: u8[..0x]'), ["2:11 '0x' is not a number | write 26, 0x1A, 1_200 or 0.125"]],
    ['a block that never ends', 'struct S {\n  a: u8', ["1:10 this '{' is never closed"]],
    [
      'an unknown clause',
      'packet P = 1 from server on reliable size 5 {\n}',
      [
        "1:38 'size' is no clause of a packet | known here: from, on, internal, state, rate, burst, max, padded, stored",
      ],
    ],
    ['a clause twice', 'packet P = 1 from server from client on reliable {\n}', ["1:26 'from' stands twice"]],
    [
      'a rate per minute',
      'packet P = 1 from client on reliable rate 5/m {\n}',
      ["1:45 a rate is counted per second: expected 's' | as in 'rate 10/s'"],
    ],
    [
      'an enum without width',
      'enum E {\n}',
      ["1:8 expected ':' after the name, as in 'enum E : u8', found '{'"],
    ],
    [
      'an enum member without number',
      'enum E : u8 {\n  a\n}',
      ["3:1 expected '=' after 'a': every member states its number, found '}'"],
    ],
    [
      'a field outside a group',
      'record R {\n  a: u8\n}',
      ["2:3 expected 'group' or '}', found 'a' | a record's fields stand in groups"],
    ],
    [
      'a doc comment of nothing',
      'struct S {\n  a: u8\n  /// lost\n}',
      [
        '3:3 this doc comment describes nothing | put it on the line above what it describes, or use // for a plain comment',
      ],
    ],
    [
      'a doc comment torn off',
      'const A = 1\n/// lost\n\nconst B = 2',
      [
        '2:1 this doc comment describes nothing | put it on the line above what it describes, or use // for a plain comment',
      ],
    ],
  ] as const)('refuses %s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it('reports several errors of one file, in their order', () => {
    const text = [
      'struct S {',
      '  a u8',
      '  b: u8',
      '  c: string',
      '}',
      'enmu E : u8 {',
      '  x = 1',
      '}',
      'const C = ',
      'packet P = 1 internal {',
      '  d: u8[]',
      '}',
    ].join('\n');
    expect(errorsOf(text).map((error) => error.split(' ')[0])).toEqual(['2:5', '4:6', '6:1', '10:1', '11:9']);
  });

  it('shows the line, a caret under the place, and the hint', () => {
    const text = 'const Width = 3\nstruct S {\n\tname: strnig<Width>\n}\n';
    expect(() => schemaOf({ 'folder/game.tos': text })).toThrow(SchemaError);
    const fine = 'struct S {\n\twidth: u61\n}\n';
    const shown = [
      "folder/game.tos:2:9: error: no type is named 'u61'",
      ' 2 | \twidth: u61',
      '   | \t       ^^^',
      "   = hint: did you mean 'u16'?",
    ].join('\n');
    expect(() => schemaOf({ 'folder/game.tos': fine })).toThrow(shown);
  });
});

describe('a doc comment', () => {
  it('at the start of a file belongs to the file when an empty line follows, else to what follows', () => {
    const [apart] = schemaOf('/// Of the file,\n/// two lines.\n\n/// Of A.\nconst A = 1').files;
    expect([apart!.doc, apart!.declarations[0]!.doc]).toEqual(['Of the file,\ntwo lines.', 'Of A.']);
    const [joined] = schemaOf('/// Of A.\nconst A = 1').files;
    expect([joined!.doc, joined!.declarations[0]!.doc]).toEqual(['', 'Of A.']);
  });

  it('may be of any length; plain comments are no part of it', () => {
    const [file] = schemaOf(
      '// plain\n\n/// One.\n/// Two.\nstruct S { // plain\n  /// Field.\n  a: u8 // plain\n}',
    ).files;
    const [struct] = file!.declarations;
    expect(struct).toMatchObject({
      kind: 'struct',
      doc: 'One.\nTwo.',
      fields: [{ name: 'a', doc: 'Field.' }],
    });
  });
});
