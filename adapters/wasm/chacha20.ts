// ChaCha20 (RFC 8439, section 2.3) with vectors: a block's 4 × 4 words are four vectors, its rows, so that one instruction
// does a step of all four quarter rounds. Several blocks, with counters that follow each other, go through the rounds side
// by side: one block's steps wait for each other, another's fill the time.

import {
  type Expression,
  i32,
  i32x4,
  i8x16,
  type Local,
  loopWhile,
  repeat,
  type Statement,
  v128,
  when,
} from './instructions.js';
import { blockBytes, keystreamAt, stateAt } from './layout.js';
import type { WasmFunction, WasmModule } from './module-bytes.js';

type Vector = Local<'v128'>;

interface Block {
  readonly a: Vector;
  readonly b: Vector;
  readonly c: Vector;
  readonly d: Vector;
}

/** The first row of the state (section 2.3): 'expand 32-byte k'. */
export const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574];

/** The orders of bytes that turn each word left by 16 and by 8 bits: one instruction, where shifting takes three. */
const turn16 = [2, 3, 0, 1, 6, 7, 4, 5, 10, 11, 8, 9, 14, 15, 12, 13];
const turn8 = [3, 0, 1, 2, 7, 4, 5, 6, 11, 8, 9, 10, 15, 12, 13, 14];
const doubleRounds = 10;

/**
 * Adds a function of one parameter, a block counter: it writes `blockCount` blocks from that one on to their places in the
 * key stream.
 */
function addKeystream(module: WasmModule, blockCount: number): WasmFunction {
  const made = module.function(`keystream${blockCount}`);
  const counter = made.parameter('i32');
  const at = made.variable('i32');
  const rounds = made.variable('i32');
  const by16 = made.variable('v128');
  const by8 = made.variable('v128');
  const row = () => made.variable('v128');
  const blocks = Array.from({ length: blockCount }, () => ({ a: row(), b: row(), c: row(), d: row() }));

  const zero = i32.const(0);
  const initialRow = (index: number) => v128.load(zero, stateAt + 16 * index);
  const initialD = (block: number) => i32x4.replaceLane(initialRow(3), 0, i32.add(counter, i32.const(block)));
  made.emit(by16.set(v128.const(turn16)), by8.set(v128.const(turn8)), rounds.set(i32.const(doubleRounds)));
  blocks.forEach(({ a, b, c, d }, index) =>
    made.emit(a.set(initialRow(0)), b.set(initialRow(1)), c.set(initialRow(2)), d.set(initialD(index))),
  );
  made.emit(
    repeat([...doubleRound(blocks, by16, by8), rounds.set(i32.sub(rounds, i32.const(1)))], rounds),
    at.set(i32.shl(counter, i32.const(6))),
  );
  blocks.forEach(({ a, b, c, d }, index) => {
    const rows = [
      i32x4.add(a, initialRow(0)),
      i32x4.add(b, initialRow(1)),
      i32x4.add(c, initialRow(2)),
      i32x4.add(d, initialD(index)),
    ];
    made.emit(
      ...rows.map((value, place) => v128.store(at, value, keystreamAt + index * blockBytes + 16 * place)),
    );
  });
  return made;
}

/**
 * Columns, then diagonals (section 2.3). The diagonals are made columns by turning the rows; b stays and the others turn
 * about it, because b is what a quarter round has ready last.
 */
function doubleRound(blocks: readonly Block[], by16: Vector, by8: Vector): Statement[] {
  const turnRows = (ofA: number, ofC: number): Statement[] =>
    blocks.flatMap(({ a, c, d }) => [
      a.set(i32x4.turn(a, ofA)),
      d.set(i32x4.turn(d, 2)),
      c.set(i32x4.turn(c, ofC)),
    ]);
  return [
    ...quarterRounds(blocks, by16, by8),
    ...turnRows(3, 1),
    ...quarterRounds(blocks, by16, by8),
    ...turnRows(1, 3),
  ];
}

/** Section 2.1, on four columns of each block: a += b; d ^= a; d <<<= 16; c += d; b ^= c; b <<<= 12; and so on. */
function quarterRounds(blocks: readonly Block[], by16: Vector, by8: Vector): Statement[] {
  const step = (make: (block: Block) => readonly Statement[]) => blocks.flatMap(make);
  const half = (order: Vector, bits: number) => [
    ...step(({ a, b }) => [a.set(i32x4.add(a, b))]),
    ...step(({ a, d }) => [d.set(v128.xor(d, a))]),
    ...step(({ d }) => [d.set(i8x16.swizzle(d, order))]),
    ...step(({ c, d }) => [c.set(i32x4.add(c, d))]),
    ...step(({ b, c }) => [b.set(v128.xor(b, c))]),
    ...step(({ b }) => [b.set(turnLeft(b, bits))]),
  ];
  return [...half(by16, 12), ...half(by8, 7)];
}

function turnLeft(words: Vector, bits: number) {
  return v128.or(i32x4.shl(words, i32.const(bits)), i32x4.shr(words, i32.const(32 - bits)));
}

/** The functions that `fillKeystream` calls: of two, three and four blocks. */
export type Passes = readonly [WasmFunction, WasmFunction, WasmFunction];

export function addPasses(module: WasmModule): Passes {
  return [addKeystream(module, 2), addKeystream(module, 3), addKeystream(module, 4)];
}

/**
 * The key stream for the one-time key and `textLength` bytes, in passes of three blocks while more than four are missing.
 * Three take hardly longer than two (and two than one), because one block's steps mostly wait; four fill the machine.
 */
export function fillKeystream(
  owner: WasmFunction,
  [two, three, four]: Passes,
  textLength: Expression<'i32'>,
): Statement[] {
  const counter = owner.variable('i32');
  const missing = owner.variable('i32');
  const missingIs = (count: number) => i32.isZero(i32.sub(missing, i32.const(count)));
  return [
    missing.set(i32.shr(i32.add(textLength, i32.const(2 * blockBytes - 1)), i32.const(6))),
    loopWhile(i32.less(i32.const(4), missing), [
      three.call(counter),
      counter.set(i32.add(counter, i32.const(3))),
      missing.set(i32.sub(missing, i32.const(3))),
    ]),
    when(i32.less(missing, i32.const(3)), [two.call(counter)]),
    when(missingIs(3), [three.call(counter)]),
    when(missingIs(4), [four.call(counter)]),
  ];
}
