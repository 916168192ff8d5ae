// ChaCha20 (RFC 8439, section 2.3) with vectors: a block's 4 × 4 words are four vectors, its rows, so that one instruction
// does a step of all four quarter rounds. Several blocks, with counters that follow each other, go through the rounds side
// by side: one block's steps wait for each other, another's fill the time.

import {
  type WasmExpression,
  i32,
  i32x4,
  i8x16,
  type Local,
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
 * Writes `blockCount` blocks from block `counter` on to their places in the key stream. `beside` is other work, done once
 * in each of the ten double rounds: scalar instructions, which run in the gaps that the vectors' leave.
 */
export function passOver(
  owner: WasmFunction,
  counter: WasmExpression<'i32'>,
  blockCount: number,
  beside: readonly Statement[] = [],
): Statement[] {
  const at = owner.variable('i32');
  const rounds = owner.variable('i32');
  const by16 = owner.variable('v128');
  const by8 = owner.variable('v128');
  const row = () => owner.variable('v128');
  const blocks = Array.from({ length: blockCount }, () => ({ a: row(), b: row(), c: row(), d: row() }));
  const initialRow = (index: number) => v128.load(i32.const(0), stateAt + 16 * index);
  const initialRows = (block: number) => [
    initialRow(0),
    initialRow(1),
    initialRow(2),
    i32x4.replaceLane(initialRow(3), 0, i32.add(counter, i32.const(block))),
  ];
  const rowsOf = ({ a, b, c, d }: Block) => [a, b, c, d];
  return [
    by16.set(v128.const(turn16)),
    by8.set(v128.const(turn8)),
    rounds.set(i32.const(doubleRounds)),
    ...blocks.flatMap((block, n) => rowsOf(block).map((rowOf, i) => rowOf.set(initialRows(n)[i]!))),
    repeat([...doubleRound(blocks, by16, by8), ...beside, rounds.set(i32.sub(rounds, i32.const(1)))], rounds),
    at.set(i32.shl(counter, i32.const(6))),
    ...blocks.flatMap((block, n) =>
      rowsOf(block).map((rowOf, i) =>
        v128.store(at, i32x4.add(rowOf, initialRows(n)[i]!), keystreamAt + n * blockBytes + 16 * i),
      ),
    ),
  ];
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

/** The functions that `firstPass` calls: of two, three and four blocks. */
export type Passes = readonly [WasmFunction, WasmFunction, WasmFunction];

export function addPasses(module: WasmModule): Passes {
  return [addPass(module, 2), addPass(module, 3), addPass(module, 4)];
}

function addPass(module: WasmModule, blockCount: number): WasmFunction {
  const made = module.function(`pass${blockCount}`);
  made.emit(...passOver(made, i32.const(0), blockCount));
  return made;
}

/**
 * The first blocks of the key stream, all that a short text needs, else three; `counter` is then the next block. Two take
 * hardly longer than one, which would mostly wait for itself, and three than two; four fill the machine.
 */
export function firstPass(
  [two, three, four]: Passes,
  textLength: WasmExpression<'i32'>,
  counter: Local<'i32'>,
): Statement[] {
  const longerThan = (blocks: number) => i32.less(i32.const(blocks * blockBytes), textLength);
  return [
    counter.set(i32.const(0)),
    when(i32.isZero(longerThan(1)), [two.call(), counter.set(i32.const(2))]),
    when(i32.and(longerThan(2), i32.isZero(longerThan(3))), [four.call(), counter.set(i32.const(4))]),
    when(i32.isZero(counter), [three.call(), counter.set(i32.const(3))]),
  ];
}
