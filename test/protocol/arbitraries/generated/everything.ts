// Generated from everything.tos by `npm run codegen`; changes here are lost.
// What messages are made of; the kit chooses the values.

import type { Arbitrary } from 'fast-check';
import type { Fields } from '../../../codegen/support/message-fields.js';
import type { ValueKit } from '../value-kit.js';

/** Declarations that the emitter does not know yet. */
export const leftOut: readonly string[] = [];

export function pointValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    x: of.integer(-32768, 32767),
    y: of.integer(-100, 100),
  });
}

export function integersValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    a: of.integer(0, 255),
    b: of.integer(0, 65535),
    c: of.integer(0, 4294967295),
    d: of.integer(-128, 127),
    e: of.integer(-32768, 32767),
    f: of.integer(-2147483648, 2147483647),
    g: of.integer(0, 4294967295),
    h: of.integer(-2147483648, 2147483647),
    i: of.integer(5, 1000),
    j: of.integer(-7, -3),
    k: of.integer(300, 70000),
    l: of.integer(-1000, 10),
    at: of.integer(1, 4294967294),
  });
}

export function numbersValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    single: of.float32(),
    double: of.float64(),
    share: of.float32(0, 1),
    yes: of.bool(),
    narrow: of.integer(0, 255),
    wide: of.integer(0, 65535),
    one: of.quantized({ min: -1, steps: 254, step: [1, 127] }),
    two: of.quantized({ min: -2.5, steps: 4010, step: [1, 4] }),
    three: of.quantized({ min: 1, steps: 1000000, step: [3, 50] }),
    four: of.quantized({ min: -100000, steps: 2000000000, step: [1, 10000] }),
    tens: of.quantized({ min: 0, steps: 200, step: [10, 1] }),
    colour: of.oneOf('red', 'green', 'blue'),
    size: of.oneOf('low', 'high'),
    marks: of.someOf('first', 'third', 'last'),
    allMarks: of.someOf('lowest', 'highest'),
  });
}

export function textsValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    short: of.text(10),
    long: of.text(300),
    fixed: of.bytes(3, 3),
    few: of.bytes(0, 255),
    many: of.bytes(0, 300),
    class: of.text(1),
  });
}

export function stateValues(of: ValueKit): Arbitrary<Fields> {
  return of.groups({
    place: of.fields({
      x: of.quantized({ min: 0, steps: 10000, step: [1, 100] }),
      y: of.quantized({ min: -50, steps: 100000, step: [1, 1000] }),
    }),
    look: of.fields({
      colour: of.oneOf('red', 'green', 'blue'),
      name: of.text(6),
    }),
    inner: of.fields({
      point: pointValues(of),
      trail: of.list(pointValues(of), 0, 2),
    }),
  });
}

export function arraysValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    three: of.list(of.integer(0, 65535), 3, 3),
    bytes: of.list(of.integer(0, 255), 0, 255),
    many: of.list(of.integer(-2147483648, 2147483647), 0, 300),
    ranged: of.list(of.integer(3, 9), 0, 4),
    small: of.list(of.integer(0, 4294967295), 0, 5),
    signed: of.list(of.integer(-2147483648, 2147483647), 2, 2),
    limits: of.list(of.integer(-5, 5), 0, 3),
    halves: of.list(of.float32(), 0, 2),
    doubles: of.list(of.float64(), 2, 2),
    shares: of.list(of.quantized({ min: 0, steps: 1000, step: [1, 1000] }), 0, 4),
    bits: of.list(of.bool(), 0, 3),
    turns: of.list(of.integer(0, 65535), 2, 2),
    colours: of.list(of.oneOf('red', 'green', 'blue'), 0, 3),
    marks: of.list(of.someOf('first', 'third', 'last'), 2, 2),
    points: of.list(pointValues(of), 0, 3),
    names: of.list(of.text(8), 0, 3),
    states: of.list(stateValues(of), 2, 2),
  });
}

export function optionalsValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields(
    {
      always: of.integer(0, 255),
      a: of.integer(0, 65535),
      b: of.text(5),
      c: pointValues(of),
      d: of.list(of.integer(0, 255), 0, 3),
      e: of.integer(0, 4294967295),
      f: of.bytes(0, 4),
      g: of.bool(),
      h: of.float64(),
      i: of.quantized({ min: 0, steps: 10, step: [1, 10] }),
      last: of.integer(0, 255),
    },
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'],
  );
}

export function broadValues(of: ValueKit): Arbitrary<Fields> {
  return of.groups({
    a: of.fields({
      a: of.integer(0, 255),
    }),
    b: of.fields({
      b: of.integer(0, 255),
    }),
    c: of.fields({
      c: of.integer(0, 255),
    }),
    d: of.fields({
      d: of.integer(0, 255),
    }),
    e: of.fields({
      e: of.integer(0, 255),
    }),
    f: of.fields({
      f: of.integer(0, 255),
    }),
    g: of.fields({
      g: of.integer(0, 255),
    }),
    h: of.fields({
      h: of.integer(0, 255),
    }),
    i: of.fields({
      i: of.integer(0, 255),
    }),
  });
}

export function recordsValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields(
    {
      state: stateValues(of),
      broad: broadValues(of),
      maybe: stateValues(of),
    },
    ['maybe'],
  );
}

export function boundedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    points: of.list(pointValues(of), 0, 50),
  });
}

export function paddedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    name: of.text(20),
  });
}

export function emptyValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({});
}

export function parcelValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    number: of.integer(0, 65535),
    price: of.integer(0, 4294967295),
    content: of.bytes(0, 40),
  });
}

export function movingValues(of: ValueKit): Arbitrary<Fields> {
  return of.groups({
    place: of.fields({
      x: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
      y: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
    }),
    motion: of.fields({
      fine: of.quantized({ min: -4, steps: 8388608, step: [1, 1048576] }),
      mood: of.oneOf('red', 'green', 'blue'),
      heading: of.integer(0, 65535),
      small: of.integer(0, 255),
      signed: of.integer(-300, 300),
    }),
    counters: of.fields({
      total: of.integer(0, 4294967295),
      balance: of.integer(-2147483648, 2147483647),
      most: of.integer(10, 4000000000),
      earned: of.integer(0, 4294967295),
    }),
    title: of.fields({
      name: of.text(12),
      tag: of.bytes(4, 4),
      note: of.bytes(0, 6),
    }),
    look: of.fields({
      colour: of.oneOf('red', 'green', 'blue'),
      marks: of.someOf('lowest', 'highest'),
      share: of.float32(0, 1),
      alive: of.bool(),
      angle: of.integer(0, 255),
    }),
  });
}

export function moversValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    movers: of.list(movingValues(of), 0, 3),
  });
}

export function stanceValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    armed: of.bool(),
    ammo: of.integer(0, 31),
    level: of.integer(1, 12),
    pose: of.oneOf('standing', 'sitting', 'lying', 'crawling'),
    last: of.bool(),
  });
}

export function floodValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    low: of.integer(0, 65535),
    high: of.integer(0, 30000),
    top: of.bool(),
  });
}

export function movedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    x: of.integer(-32768, 32767),
    heading: of.quantized({ min: -180, steps: 719, step: [1, 2], wrap: true }),
  });
}

export function saidValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    text: of.text(10),
    stance: stanceValues(of),
  });
}

export function happeningValues(of: ValueKit): Arbitrary<Fields> {
  return of.oneCase({
    moved: movedValues(of),
    said: saidValues(of),
    vanished: of.fields({}),
  });
}

export function evenValues(of: ValueKit): Arbitrary<Fields> {
  return of.oneCase({
    a: pointValues(of),
    b: movedValues(of),
  });
}

export function rowValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    cells: of.list(of.integer(0, 9), 0, 4),
  });
}

export function gridValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    rows: of.list(rowValues(of), 0, 3),
  });
}

export function unionsValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields(
    {
      one: happeningValues(of),
      maybe: happeningValues(of),
      many: of.list(happeningValues(of), 0, 3),
      even: of.list(evenValues(of), 0, 2),
    },
    ['maybe'],
  );
}

export function packedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    stance: stanceValues(of),
    flood: floodValues(of),
    stances: of.list(stanceValues(of), 0, 3),
    floods: of.list(floodValues(of), 2, 2),
  });
}

export function holdingValues(of: ValueKit): Arbitrary<Fields> {
  return of.groups({
    what: of.fields({
      happening: happeningValues(of),
    }),
    how: of.fields({
      stance: stanceValues(of),
      angle: of.quantized({ min: 0, steps: 127, step: [1, 2], wrap: true }),
    }),
  });
}

export function wrappedValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    turn: of.quantized({ min: 0, steps: 1439, step: [1, 4], wrap: true }),
    whole: of.quantized({ min: 0, steps: 255, step: [1, 1], wrap: true }),
    wide: of.quantized({ min: -1000, steps: 1999999, step: [1, 1000], wrap: true }),
    old: of.integer(0, 255),
    grids: of.list(gridValues(of), 0, 2),
    record: holdingValues(of),
  });
}

export function trackedValues(of: ValueKit): Arbitrary<Fields> {
  return of.groups({
    place: of.fields({
      x: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
      y: of.quantized({ min: 0, steps: 65535, step: [1, 64] }),
    }),
    motion: of.fields({
      fine: of.quantized({ min: -4, steps: 8388608, step: [1, 1048576] }),
      heading: of.integer(0, 65535),
      signed: of.integer(-300, 300),
      small: of.integer(1, 9),
    }),
    counters: of.fields({
      total: of.integer(0, 4294967295),
      balance: of.integer(-2147483648, 2147483647),
      most: of.integer(10, 4000000000),
      earned: of.integer(0, 4294967295),
      owed: of.integer(-70000, 5),
    }),
    look: of.fields({
      colour: of.oneOf('red', 'green', 'blue'),
      size: of.oneOf('low', 'high'),
      marks: of.someOf('lowest', 'highest'),
      share: of.float32(0, 1),
      exact: of.float64(),
      alive: of.bool(),
      angle: of.integer(0, 255),
    }),
  });
}

export function countedValues(of: ValueKit): Arbitrary<Fields> {
  return of.groups({
    a: of.fields({
      a: of.integer(0, 65535),
    }),
    b: of.fields({
      b: of.integer(0, 65535),
    }),
    c: of.fields({
      c: of.integer(-32768, 32767),
    }),
    d: of.fields({
      d: of.integer(1, 1000),
    }),
    e: of.fields({
      e: of.integer(0, 4294967295),
    }),
  });
}

export function tracksValues(of: ValueKit): Arbitrary<Fields> {
  return of.fields({
    place: of.integer(0, 255),
    tracks: of.rows(trackedValues(of), 5),
    wide: of.rows(countedValues(of), 300),
    full: of.rows(countedValues(of), 256),
    last: of.integer(0, 255),
  });
}
