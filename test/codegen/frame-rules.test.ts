// What a schema may not say of frames, and what it is told then.

import { describe, expect, it } from '@jest/globals';
import type { ColumnTypes } from '#codegen/check/check-columns.js';
import { columnTypesOf, readColumnTypes } from '#codegen/column-types.js';
import { errorsOf } from './support/schema-text.js';

interface Parts {
  readonly record?: string;
  readonly packet?: string;
  readonly frame?: string;
}

const rightRecord = `  group who stamp actor.changed {
    id: u32 from entity
    name: bytes<..8> text from actor.name
  }
  group place priority low {
    x: quantized(0 .. 8 step 1/4) from body.x
  }`;
const rightPacket = `  tick: u32
  gold: u16 from purse.gold down
  gone: u8[..9]
  told: Update[..9]`;

function errorsIn(
  { record = rightRecord, packet = rightPacket, frame = '  map: u8 from body.map dates place' }: Parts,
  columns?: ColumnTypes,
) {
  const network = `record State {\n${record}\n}\nstruct Update {\n  slot: varint(0 .. 8)\n  state: State\n}\npacket Shown = 1 from server on sequenced {\n${packet}\n}`;
  const inside = `frame View of State in Shown every actor, body own purse {\n${frame}\n}`;
  return errorsOf({ 'a.tos': network, 'b.tos': inside }, columns);
}

describe('a frame', () => {
  it('holds a record and what its packet tells of the receiver', () => {
    expect(errorsIn({})).toEqual([]);
  });

  it.each([
    [
      'of a record that is there',
      'frame F of Stat in P every a own b {\n}\nrecord State {\n  group g stamp a.b {\n    id: u32 from entity\n  }\n}',
      [
        "1:12 no record is named 'Stat' | did you mean 'State'?",
        "1:20 no packet is named 'P'",
        "4:17 'stamp' tells where a value comes from, but 'State' is neither in a frame nor stored",
        "5:18 'from' tells where a value comes from, but 'State' is neither in a frame nor stored",
      ],
    ],
    [
      'that says what it is of',
      'frame F in P every a own b {\n}',
      [
        "1:9 expected 'of' in the head of the frame, found 'in' | as in frame World of EntityState in Snapshot every transform own player { … }",
      ],
    ],
  ])('is one %s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });

  it('stands apart from what travels in the network', () => {
    expect(
      errorsOf(
        `record State {\n${rightRecord}\n}\nstruct Update {\n  slot: varint(0 .. 8)\n  state: State\n}\npacket Shown = 1 from server on sequenced {\n${rightPacket}\n}\nframe View of State in Shown every actor, body own purse {\n}`,
      ),
    ).toEqual([
      '14:8 internal and network packets stand in one file | move it to a file without internal packets',
    ]);
  });

  const plain =
    'a frame holds u8 to i32, bool, angles, enums, flags and quantized ranges, and bytes<..n> up to 255';
  const inFrame = (message: string, hint?: string) =>
    `b.tos:1:7 ${message}${hint === undefined ? '' : ` | ${hint}`}`;
  it.each<[string, Parts, string[]]>([
    [
      'text in columns',
      { record: `${rightRecord}\n  group more {\n    text: string<4>\n  }` },
      [inFrame("'State.text' has no place in a column", plain)],
    ],
    [
      'bytes that are compared',
      { record: `${rightRecord}\n  group more {\n    sign: bytes<..4> from actor.sign\n  }` },
      [
        inFrame(
          "'State.sign' would be compared byte by byte in every tick",
          'date its group: stamp component.column',
        ),
      ],
    ],
    [
      'a record without an id',
      { record: '  group place priority low {\n    x: u8 from body.x\n  }' },
      [inFrame("'State' needs one field of u32 'from entity', in a group with a stamp")],
    ],
    [
      'rules in a group with a stamp',
      {
        record:
          '  group who stamp actor.changed {\n    id: u32 from entity\n    kind: u8\n  }\n  group place {\n    x: u8 from body.x\n  }',
      },
      [
        inFrame(
          "'State.kind' is in a group with a stamp and needs a column of its own type",
          'as in from identity.level',
        ),
      ],
    ],
    [
      'a packet without its lists',
      { packet: '  tick: u32\n  gold: u16 from purse.gold down' },
      [
        inFrame(
          "'Shown' does not show a frame",
          'it holds, in this order: tick: u32, numbers of its receiver, a list u8[..n] of slots that left, a list of a struct with slot: varint and the record',
        ),
      ],
    ],
    [
      'two columns of one name',
      { frame: '  x: u8 from body.x' },
      [inFrame("the frame would have two columns 'x', one of the frame's 'x'")],
    ],
    [
      'columns that date a group that is not there',
      { frame: '  map: u8 from body.map dates plac' },
      ["b.tos:2:31 'State' has no group 'plac' | did you mean 'place'?"],
    ],
    [
      'columns that date what a stamp dates',
      { frame: '  map: u8 from body.map dates who' },
      ["b.tos:2:31 the group 'who' is dated by its stamp alone"],
    ],
    [
      'sources without a column',
      { frame: '  map: u8 from body' },
      [
        "b.tos:2:16 'body' does not say which column | write body.column, or entity for the id of who is there",
      ],
    ],
  ])('has no %s', (_, parts, errors) => {
    expect(errorsIn(parts)).toEqual(errors);
  });
});

describe('notes', () => {
  it.each([
    [
      'of a priority are known',
      'record R {\n  group g priority lowest {\n    a: u8\n  }\n}',
      ["2:20 no priority of a group is named 'lowest' | known here: low, normal"],
    ],
    [
      'of text stand behind bytes',
      'struct S {\n  a: string<4> text\n}',
      ["2:16 'text' is for bytes<..n> | a string is text already"],
    ],
  ])('%s', (_, text, errors) => {
    expect(errorsOf(text)).toEqual(errors);
  });
});

describe('columns that a frame is copied from', () => {
  const columns = columnTypesOf(`
export const bodyColumns = {
  /** Whose: { actor: { name: 'f64' } }. */
  actor: { name: lanes('u8', 8), nameLength: 'u8', changed: 'u32' },
  body: {
    x: 'f64',
    // map: 'f64',
    map: 'u8',
  },
  purse: { gold: 'f64', ...storedColumns.purse },
} as const;`);

  it('are of the type of their field, or are rounded or shown in steps', () => {
    expect(errorsIn({}, columns)).toEqual([]);
  });

  it.each<[string, Parts, string[]]>([
    [
      'a fraction as a whole number',
      { frame: '  map: u8 from body.x dates place' },
      [
        "b.tos:2:21 'View.map' is kept as u8, but body.x as f64 | let it be rounded: from body.x down, or up; or make the column u8",
      ],
    ],
    [
      'another width, in the record',
      { record: `${rightRecord}\n  group more {\n    floor: u16 from body.map\n  }` },
      [
        "a.tos:10:26 'State.floor' is kept as u16, but body.map as u8 | make the column u16, or leave 'from' out and let a rule give it",
      ],
    ],
    [
      'another sign, in the packet',
      { packet: rightPacket.replace('gold: u16 from purse.gold down', 'gold: i8 from body.map') },
      [
        "a.tos:16:22 'Shown.gold' is kept as i8, but body.map as u8 | make the column i8, or leave 'from' out and let a rule give it",
      ],
    ],
    [
      'a component that is not there',
      { frame: '  map: u8 from bodi.map dates place' },
      ["b.tos:2:16 no component is named 'bodi' | did you mean 'body'?"],
    ],
    [
      'a column that is not there',
      { frame: '  map: u8 from body.mapp dates place' },
      ["b.tos:2:21 the component 'body' has no column 'mapp' | did you mean 'map'?"],
    ],
  ])('are refused as %s', (_, parts, errors) => {
    expect(errorsIn(parts, columns)).toEqual(errors);
  });

  it('may stand where the layout takes them from', () => {
    const packet = rightPacket.replace('purse.gold down', 'purse.silver');
    expect(errorsIn({ packet }, columns)).toEqual([]);
  });

  it("are found in the domain's layouts", () => {
    const found = readColumnTypes('.')!;
    expect(found.get('vitals')).toEqual(expect.objectContaining({ isWhole: true }));
    expect(found.get('vitals')!.types.get('health')).toBe('f64');
    expect(found.get('identity')!.types.get('name')).toBe('u8');
    expect(found.get('progress')!.isWhole).toBe(false);
    expect(found.get('safe')!.types.size).toBe(0);
  });
});
