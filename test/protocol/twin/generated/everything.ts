// Generated from everything.tos by `npm run codegen`; changes here are lost.
// Slow and independent: tests compare the codecs with it. Never for bytes from the network.
/* eslint-disable max-lines -- generated: one module a schema file */

import * as wire from '../wire-types.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export const Colour = wire.enumeration(wire.u8, {
  red: 0,
  green: 4,
  blue: 200,
});

export const Wide = wire.enumeration(wire.u16, {
  low: 1,
  high: 4660,
});

export const Marks = wire.flagSet(wire.u16, {
  first: 0,
  third: 2,
  last: 15,
});

export const AllMarks = wire.flagSet(wire.u32, {
  lowest: 0,
  highest: 31,
});

export const Point = wire.struct({
  x: wire.integer(wire.i16, -32768, 32767),
  y: wire.integer(wire.i16, -100, 100),
});

export const Integers = wire.message(
  { id: 0x01, bytesMax: 40, padded: false },
  wire.struct({
    a: wire.integer(wire.u8, 0, 255),
    b: wire.integer(wire.u16, 0, 65535),
    c: wire.integer(wire.u32, 0, 4294967295),
    d: wire.integer(wire.i8, -128, 127),
    e: wire.integer(wire.i16, -32768, 32767),
    f: wire.integer(wire.i32, -2147483648, 2147483647),
    g: wire.integer(wire.varint, 0, 4294967295),
    h: wire.integer(wire.zigzag, -2147483648, 2147483647),
    i: wire.integer(wire.u16, 5, 1000),
    j: wire.integer(wire.i32, -7, -3),
    k: wire.integer(wire.varint, 300, 70000),
    l: wire.integer(wire.zigzag, -1000, 10),
    at: wire.integer(wire.u32, 1, 4294967294),
  }),
);

export const Numbers = wire.message(
  { id: 0x02, bytesMax: 41, padded: false },
  wire.struct({
    single: wire.float(wire.f32),
    double: wire.float(wire.f64),
    share: wire.float(wire.f32, 0, 1),
    yes: wire.bool,
    narrow: wire.integer(wire.u8, 0, 255),
    wide: wire.integer(wire.u16, 0, 65535),
    one: wire.quantized(wire.u8, { min: -1, max: 1, steps: 254, step: [1, 127] }),
    two: wire.quantized(wire.u16, { min: -2.5, max: 1000, steps: 4010, step: [1, 4] }),
    three: wire.quantized(wire.u24, { min: 1, max: 60001, steps: 1000000, step: [3, 50] }),
    four: wire.quantized(wire.u32, { min: -100000, max: 100000, steps: 2000000000, step: [1, 10000] }),
    tens: wire.quantized(wire.u8, { min: 0, max: 2000, steps: 200, step: [10, 1] }),
    colour: Colour,
    size: Wide,
    marks: Marks,
    allMarks: AllMarks,
  }),
);

export const Texts = wire.message(
  { id: 0x03, bytesMax: 877, padded: false },
  wire.struct({
    short: wire.text(10),
    long: wire.text(300),
    fixed: wire.bytes(3),
    few: wire.bytesUpTo(255),
    many: wire.bytesUpTo(300),
    class: wire.text(1),
  }),
);

export const State = wire.record(wire.u8, {
  place: [
    0,
    wire.struct({
      x: wire.quantized(wire.u16, { min: 0, max: 100, steps: 10000, step: [1, 100] }),
      y: wire.quantized(wire.u24, { min: -50, max: 50, steps: 100000, step: [1, 1000] }),
    }),
  ],
  look: [
    1,
    wire.struct({
      colour: Colour,
      name: wire.text(6),
    }),
  ],
  inner: [
    2,
    wire.struct({
      point: Point,
      trail: wire.listUpTo(Point, 2),
    }),
  ],
});

export const Arrays = wire.message(
  { id: 0x04, bytesMax: 1655, padded: false },
  wire.struct({
    three: wire.list(wire.integer(wire.u16, 0, 65535), 3),
    bytes: wire.listUpTo(wire.integer(wire.u8, 0, 255), 255),
    many: wire.listUpTo(wire.integer(wire.i32, -2147483648, 2147483647), 300),
    ranged: wire.listUpTo(wire.integer(wire.u8, 3, 9), 4),
    small: wire.listUpTo(wire.integer(wire.varint, 0, 4294967295), 5),
    signed: wire.list(wire.integer(wire.zigzag, -2147483648, 2147483647), 2),
    limits: wire.listUpTo(wire.integer(wire.zigzag, -5, 5), 3),
    halves: wire.listUpTo(wire.float(wire.f32), 2),
    doubles: wire.list(wire.float(wire.f64), 2),
    shares: wire.listUpTo(wire.quantized(wire.u16, { min: 0, max: 1, steps: 1000, step: [1, 1000] }), 4),
    bits: wire.listUpTo(wire.bool, 3),
    turns: wire.list(wire.integer(wire.u16, 0, 65535), 2),
    colours: wire.listUpTo(Colour, 3),
    marks: wire.list(Marks, 2),
    points: wire.listUpTo(Point, 3),
    names: wire.listUpTo(wire.text(8), 3),
    states: wire.list(State, 2),
  }),
);

export const Optionals = wire.message(
  { id: 0x05, bytesMax: 41, padded: false },
  wire.struct(
    {
      always: wire.integer(wire.u8, 0, 255),
      a: wire.integer(wire.u16, 0, 65535),
      b: wire.text(5),
      c: Point,
      d: wire.listUpTo(wire.integer(wire.u8, 0, 255), 3),
      e: wire.integer(wire.varint, 0, 4294967295),
      f: wire.bytesUpTo(4),
      g: wire.bool,
      h: wire.float(wire.f64),
      i: wire.quantized(wire.u8, { min: 0, max: 1, steps: 10, step: [1, 10] }),
      last: wire.integer(wire.u8, 0, 255),
    },
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
  ),
);

export const Broad = wire.record(wire.u16, {
  a: [
    0,
    wire.struct({
      a: wire.integer(wire.u8, 0, 255),
    }),
  ],
  b: [
    1,
    wire.struct({
      b: wire.integer(wire.u8, 0, 255),
    }),
  ],
  c: [
    2,
    wire.struct({
      c: wire.integer(wire.u8, 0, 255),
    }),
  ],
  d: [
    3,
    wire.struct({
      d: wire.integer(wire.u8, 0, 255),
    }),
  ],
  e: [
    4,
    wire.struct({
      e: wire.integer(wire.u8, 0, 255),
    }),
  ],
  f: [
    5,
    wire.struct({
      f: wire.integer(wire.u8, 0, 255),
    }),
  ],
  g: [
    6,
    wire.struct({
      g: wire.integer(wire.u8, 0, 255),
    }),
  ],
  h: [
    7,
    wire.struct({
      h: wire.integer(wire.u8, 0, 255),
    }),
  ],
  i: [
    8,
    wire.struct({
      i: wire.integer(wire.u8, 0, 255),
    }),
  ],
});

export const Records = wire.message(
  { id: 0x06, bytesMax: 67, padded: false },
  wire.struct(
    {
      state: State,
      broad: Broad,
      maybe: State,
    },
    ['maybe'],
  ),
);

export const Bounded = wire.message(
  { id: 0x07, bytesMax: 20, padded: false },
  wire.struct({
    points: wire.listUpTo(Point, 50),
  }),
);

export const Padded = wire.message(
  { id: 0x08, bytesMax: 64, padded: true },
  wire.struct({
    name: wire.text(20),
  }),
);

export const Empty = wire.message({ id: 0x09, bytesMax: 1, padded: false }, wire.struct({}));

export const Parcel = wire.message(
  { id: 0x0e, bytesMax: 49, padded: false },
  wire.struct({
    number: wire.integer(wire.u16, 0, 65535),
    price: wire.integer(wire.varint, 0, 4294967295),
    content: wire.bytesUpTo(40),
  }),
);

export const Moving = wire.record(wire.u8, {
  place: [
    0,
    wire.struct({
      x: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
      y: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
    }),
  ],
  motion: [
    1,
    wire.struct({
      fine: wire.quantized(wire.u24, { min: -4, max: 4, steps: 8388608, step: [1, 1048576] }),
      mood: Colour,
      heading: wire.integer(wire.u16, 0, 65535),
      small: wire.integer(wire.u8, 0, 255),
      signed: wire.integer(wire.i16, -300, 300),
    }),
  ],
  counters: [
    2,
    wire.struct({
      total: wire.integer(wire.u32, 0, 4294967295),
      balance: wire.integer(wire.i32, -2147483648, 2147483647),
      most: wire.integer(wire.u32, 10, 4000000000),
      earned: wire.integer(wire.varint, 0, 4294967295),
    }),
  ],
  title: [
    3,
    wire.struct({
      name: wire.text(12),
      tag: wire.bytes(4),
      note: wire.bytesUpTo(6),
    }),
  ],
  look: [
    4,
    wire.struct({
      colour: Colour,
      marks: AllMarks,
      share: wire.float(wire.f32, 0, 1),
      alive: wire.bool,
      angle: wire.integer(wire.u8, 0, 255),
    }),
  ],
});

export const Movers = wire.message(
  { id: 0x0a, bytesMax: 200, padded: false },
  wire.struct({
    movers: wire.listUpTo(Moving, 3),
  }),
);

export const Pose = wire.enumeration(wire.u8, {
  standing: 0,
  sitting: 5,
  lying: 2,
  crawling: 6,
});

export const Stance = wire.bitFields(wire.u16, {
  armed: [0, 1, wire.bool],
  ammo: [1, 5, wire.integer(wire.u32, 0, 31)],
  level: [6, 4, wire.integer(wire.u32, 1, 12)],
  pose: [10, 3, Pose],
  last: [13, 1, wire.bool],
});

export const Flood = wire.bitFields(wire.u32, {
  low: [0, 16, wire.integer(wire.u32, 0, 65535)],
  high: [16, 15, wire.integer(wire.u32, 0, 30000)],
  top: [31, 1, wire.bool],
});

export const Moved = wire.struct({
  x: wire.integer(wire.i16, -32768, 32767),
  heading: wire.quantized(wire.u16, { min: -180, max: 180, steps: 719, step: [1, 2], wrap: true }),
});

export const Said = wire.struct({
  text: wire.text(10),
  stance: Stance,
});

export const Happening = wire.union({
  moved: [1, Moved],
  said: [7, Said],
  vanished: [200, wire.struct({})],
});

export const Even = wire.union({
  a: [0, Point],
  b: [1, Moved],
});

export const Row = wire.struct({
  cells: wire.listUpTo(wire.integer(wire.u8, 0, 9), 4),
});

export const Grid = wire.struct({
  rows: wire.listUpTo(Row, 3),
});

export const Unions = wire.message(
  { id: 0x0b, bytesMax: 84, padded: false },
  wire.struct(
    {
      one: Happening,
      maybe: Happening,
      many: wire.listUpTo(Happening, 3),
      even: wire.listUpTo(Even, 2),
    },
    ['maybe'],
  ),
);

export const Packed = wire.message(
  { id: 0x0c, bytesMax: 22, padded: false },
  wire.struct({
    stance: Stance,
    flood: Flood,
    stances: wire.listUpTo(Stance, 3),
    floods: wire.list(Flood, 2),
  }),
);

export const Holding = wire.record(wire.u8, {
  what: [
    0,
    wire.struct({
      happening: Happening,
    }),
  ],
  how: [
    1,
    wire.struct({
      stance: Stance,
      angle: wire.quantized(wire.u8, { min: 0, max: 64, steps: 127, step: [1, 2], wrap: true }),
    }),
  ],
});

export const Wrapped = wire.message(
  { id: 0x0d, bytesMax: 59, padded: false },
  wire.struct({
    turn: wire.quantized(wire.u16, { min: 0, max: 360, steps: 1439, step: [1, 4], wrap: true }),
    whole: wire.quantized(wire.u8, { min: 0, max: 256, steps: 255, step: [1, 1], wrap: true }),
    wide: wire.quantized(wire.u24, { min: -1000, max: 1000, steps: 1999999, step: [1, 1000], wrap: true }),
    old: wire.integer(wire.u8, 0, 255),
    grids: wire.listUpTo(Grid, 2),
    record: Holding,
  }),
);

export const Tracked = wire.record(wire.u8, {
  place: [
    0,
    wire.struct({
      x: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
      y: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
    }),
  ],
  motion: [
    1,
    wire.struct({
      fine: wire.quantized(wire.u24, { min: -4, max: 4, steps: 8388608, step: [1, 1048576] }),
      heading: wire.integer(wire.u16, 0, 65535),
      signed: wire.integer(wire.i16, -300, 300),
      small: wire.integer(wire.u8, 1, 9),
    }),
  ],
  counters: [
    2,
    wire.struct({
      total: wire.integer(wire.u32, 0, 4294967295),
      balance: wire.integer(wire.i32, -2147483648, 2147483647),
      most: wire.integer(wire.u32, 10, 4000000000),
      earned: wire.integer(wire.varint, 0, 4294967295),
      owed: wire.integer(wire.zigzag, -70000, 5),
    }),
  ],
  look: [
    3,
    wire.struct({
      colour: Colour,
      size: Wide,
      marks: AllMarks,
      share: wire.float(wire.f32, 0, 1),
      exact: wire.float(wire.f64),
      alive: wire.bool,
      angle: wire.integer(wire.u8, 0, 255),
    }),
  ],
});

export const Counted = wire.record(wire.u8, {
  a: [
    0,
    wire.struct({
      a: wire.integer(wire.u16, 0, 65535),
    }),
  ],
  b: [
    1,
    wire.struct({
      b: wire.integer(wire.u16, 0, 65535),
    }),
  ],
  c: [
    2,
    wire.struct({
      c: wire.integer(wire.i16, -32768, 32767),
    }),
  ],
  d: [
    3,
    wire.struct({
      d: wire.integer(wire.u16, 1, 1000),
    }),
  ],
  e: [
    4,
    wire.struct({
      e: wire.integer(wire.u32, 0, 4294967295),
    }),
  ],
});

export const Tracks = wire.message(
  { id: 0x10, bytesMax: 8923, padded: false },
  wire.struct({
    place: wire.integer(wire.u8, 0, 255),
    tracks: wire.deltaRows(
      wire.u8,
      wire.record(wire.u8, {
        place: [
          0,
          wire.struct({
            x: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
            y: wire.quantized(wire.u16, { min: 0, max: 1023.984375, steps: 65535, step: [1, 64] }),
          }),
        ],
        motion: [
          1,
          wire.struct({
            fine: wire.quantized(wire.u24, { min: -4, max: 4, steps: 8388608, step: [1, 1048576] }),
            heading: wire.integer(wire.u16, 0, 65535),
            signed: wire.integer(wire.i16, -300, 300),
            small: wire.integer(wire.u8, 1, 9),
          }),
        ],
        counters: [
          2,
          wire.struct({
            total: wire.integer(wire.u32, 0, 4294967295),
            balance: wire.integer(wire.i32, -2147483648, 2147483647),
            most: wire.integer(wire.u32, 10, 4000000000),
            earned: wire.integer(wire.varint, 0, 4294967295),
            owed: wire.integer(wire.zigzag, -70000, 5),
          }),
        ],
        look: [
          3,
          wire.struct({
            colour: Colour,
            size: Wide,
            marks: AllMarks,
            share: wire.float(wire.f32, 0, 1),
            exact: wire.float(wire.f64),
            alive: wire.bool,
            angle: wire.integer(wire.u8, 0, 255),
          }),
        ],
      }),
      5,
    ),
    wide: wire.deltaRows(
      wire.u16,
      wire.record(wire.u16, {
        a: [
          0,
          wire.struct({
            a: wire.integer(wire.u16, 0, 65535),
          }),
        ],
        b: [
          1,
          wire.struct({
            b: wire.integer(wire.u16, 0, 65535),
          }),
        ],
        c: [
          2,
          wire.struct({
            c: wire.integer(wire.i16, -32768, 32767),
          }),
        ],
        d: [
          3,
          wire.struct({
            d: wire.integer(wire.u16, 1, 1000),
          }),
        ],
        e: [
          4,
          wire.struct({
            e: wire.integer(wire.u32, 0, 4294967295),
          }),
        ],
      }),
      300,
    ),
    full: wire.deltaRows(
      wire.u8,
      wire.record(wire.u16, {
        a: [
          0,
          wire.struct({
            a: wire.integer(wire.u16, 0, 65535),
          }),
        ],
        b: [
          1,
          wire.struct({
            b: wire.integer(wire.u16, 0, 65535),
          }),
        ],
        c: [
          2,
          wire.struct({
            c: wire.integer(wire.i16, -32768, 32767),
          }),
        ],
        d: [
          3,
          wire.struct({
            d: wire.integer(wire.u16, 1, 1000),
          }),
        ],
        e: [
          4,
          wire.struct({
            e: wire.integer(wire.u32, 0, 4294967295),
          }),
        ],
      }),
      256,
    ),
    last: wire.integer(wire.u8, 0, 255),
  }),
);
