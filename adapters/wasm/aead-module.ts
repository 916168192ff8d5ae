// AEAD_CHACHA20_POLY1305 (RFC 8439, section 2.8) as a WebAssembly module. It finds key and nonce in the state at `stateAt`
// (layout.ts), works on a packet in place, reads up to 15 bytes behind text and associated data and changes none of them.
// A packet that is not authentic stays as it was. The key stream is wiped; the state, with the key, is not.

import { addKeystream } from './chacha20.js';
import {
  type Expression,
  i32,
  i64,
  i8x16,
  type Local,
  loopWhile,
  repeat,
  type Statement,
  v128,
  when,
} from './instructions.js';
import { blockBytes, keystreamAt, lastBlocksAt, paddedAdAt, tagAt, textKeystreamAt } from './layout.js';
import { type WasmFunction, WasmModule } from './module-bytes.js';
import { Poly1305 } from './poly1305.js';

type Size = Local<'i32'>;

const zero = i32.const(0);
const nothing = v128.const(Array.from({ length: 16 }, () => 0));
const byteIndexes = v128.const(Array.from({ length: 16 }, (_, index) => index));

/** What the module offers; `open` gives 1 for an authentic packet, else 0. */
export interface AeadFunctions {
  seal(adAt: number, adLength: number, textAt: number, textLength: number): void;
  open(adAt: number, adLength: number, textAt: number, textLength: number): number;
  /** Steps of both. The key stream for `textLength` bytes, from block 0 on, to `keystreamAt`. */
  fill(textLength: number): void;
  /** The tag, under the one-time key at `keystreamAt`, to `tagAt`. */
  authenticate(adAt: number, adLength: number, textAt: number, textLength: number): void;
}

export function aeadModule(): WasmModule {
  const module = new WasmModule();
  const steps = {
    fill: addFill(module),
    xorText: addXorText(module),
    authenticate: addAuthenticate(module),
    wipe: addWipe(module),
  };
  addSeal(module, steps);
  addOpen(module, steps);
  return module;
}

interface Steps {
  readonly fill: WasmFunction;
  readonly xorText: WasmFunction;
  readonly authenticate: WasmFunction;
  readonly wipe: WasmFunction;
}

/**
 * The key stream for the one-time key and `textLength` bytes, in passes of three blocks while more than four are missing.
 * Three take hardly longer than two (and two than one), because one block's steps mostly wait; four fill the machine.
 */
function addFill(module: WasmModule): WasmFunction {
  const [two, three, four] = [2, 3, 4].map((count) => addKeystream(module, count)) as [
    WasmFunction,
    WasmFunction,
    WasmFunction,
  ];
  const fill = module.function('fill');
  const textLength = fill.parameter('i32');
  const counter = fill.variable('i32');
  const missing = fill.variable('i32');
  const missingIs = (count: number) => i32.isZero(i32.sub(missing, i32.const(count)));
  fill.emit(
    missing.set(i32.shr(i32.add(textLength, i32.const(2 * blockBytes - 1)), i32.const(6))),
    loopWhile(i32.less(i32.const(4), missing), [
      three.call(counter),
      counter.set(i32.add(counter, i32.const(3))),
      missing.set(i32.sub(missing, i32.const(3))),
    ]),
    when(i32.less(missing, i32.const(3)), [two.call(counter)]),
    when(missingIs(3), [three.call(counter)]),
    when(missingIs(4), [four.call(counter)]),
  );
  return fill;
}

/**
 * Encrypts or decrypts in place. The last vector's bytes beyond the text are exclusive-ored with zero: a sealed text has
 * its tag there.
 */
function addXorText(module: WasmModule): WasmFunction {
  const made = module.function('xorText');
  const textAt = made.parameter('i32');
  const textLength = made.parameter('i32');
  const end = made.variable('i32');
  const at = made.variable('i32');
  const xorVector = (key: Expression<'v128'>) => v128.store(textAt, v128.xor(v128.load(textAt), key));
  const key = v128.load(at, textKeystreamAt);
  const rest = i32.and(textLength, i32.const(15));
  made.emit(
    end.set(i32.and(textLength, i32.const(-16))),
    loopWhile(i32.less(at, end), [
      xorVector(key),
      at.set(i32.add(at, i32.const(16))),
      textAt.set(i32.add(textAt, i32.const(16))),
    ]),
    when(rest, [xorVector(v128.and(key, firstBytes(rest)))]),
  );
  return made;
}

/** Zeros over the one-time key and the key stream of a text. */
function addWipe(module: WasmModule): WasmFunction {
  const wipe = module.function('wipe');
  const textLength = wipe.parameter('i32');
  const at = wipe.variable('i32');
  const end = i32.add(textLength, i32.const(blockBytes));
  wipe.emit(
    repeat([v128.store(at, nothing, keystreamAt), at.set(i32.add(at, i32.const(16)))], i32.less(at, end)),
  );
  return wipe;
}

/** All ones in the first `count` bytes, zeros behind; `count` is at most 127. */
function firstBytes(count: Expression<'i32'>): Expression<'v128'> {
  return i8x16.less(byteIndexes, i8x16.splat(count));
}

/** The tag of section 2.8: over associated data and sealed text, each padded with zeros, and both lengths. */
function addAuthenticate(module: WasmModule): WasmFunction {
  const made = module.function('authenticate');
  const adAt = made.parameter('i32');
  const adLength = made.parameter('i32');
  const textAt = made.parameter('i32');
  const textLength = made.parameter('i32');
  const at = made.variable('i32');
  const end = made.variable('i32');
  const poly = new Poly1305(made);
  made.emit(...copyPadded(adAt, adLength, at));
  poly.start(keystreamAt);
  made.emit(end.set(i32.add(at, i32.const(paddedAdAt))), at.set(i32.const(paddedAdAt)));
  poly.absorb(at, end);
  made.emit(end.set(i32.add(textAt, i32.and(textLength, i32.const(-16)))));
  poly.absorb(textAt, end);
  made.emit(...lastBlocks(textAt, adLength, textLength, at), end.set(i32.const(lastBlocksAt + 32)));
  poly.absorb(at, end);
  poly.finish(keystreamAt, tagAt);
  return made;
}

/** Copies the associated data to its place; `at` is then its padded length. */
function copyPadded(adAt: Size, adLength: Size, at: Size): Statement[] {
  const rest = i32.sub(adLength, at);
  return [
    loopWhile(i32.less(at, adLength), [
      v128.store(at, v128.and(v128.load(i32.add(adAt, at)), firstBytes(rest)), paddedAdAt),
      at.set(i32.add(at, i32.const(16))),
    ]),
  ];
}

/** The text's rest, if any, and the lengths; `at` is then the first of these blocks. */
function lastBlocks(textRestAt: Size, adLength: Size, textLength: Size, at: Size): Statement[] {
  const rest = i32.and(textLength, i32.const(15));
  return [
    at.set(i32.const(lastBlocksAt + 16)),
    when(rest, [
      v128.store(zero, v128.and(v128.load(textRestAt), firstBytes(rest)), lastBlocksAt),
      at.set(i32.const(lastBlocksAt)),
    ]),
    i64.store(zero, i64.from(adLength), lastBlocksAt + 16),
    i64.store(zero, i64.from(textLength), lastBlocksAt + 24),
  ];
}

function addSeal(module: WasmModule, { fill, xorText, authenticate, wipe }: Steps): void {
  const seal = module.function('seal');
  const [adAt, adLength, textAt, textLength] = packetParameters(seal);
  seal.emit(
    fill.call(textLength),
    xorText.call(textAt, textLength),
    authenticate.call(adAt, adLength, textAt, textLength),
    v128.store(i32.add(textAt, textLength), v128.load(zero, tagAt)),
    wipe.call(textLength),
  );
}

function addOpen(module: WasmModule, { fill, xorText, authenticate, wipe }: Steps): void {
  const open = module.function('open', 'i32');
  const [adAt, adLength, textAt, textLength] = packetParameters(open);
  const authentic = open.variable('i32');
  const tag = i32.add(textAt, textLength);
  // Every bit that differs, gathered before anything is decided: the time says nothing about where.
  const difference = i64.or(
    i64.xor(i64.load(tag), i64.load(zero, tagAt)),
    i64.xor(i64.load(tag, 8), i64.load(zero, tagAt + 8)),
  );
  open.emit(
    fill.call(textLength),
    authenticate.call(adAt, adLength, textAt, textLength),
    authentic.set(i64.isZero(difference)),
    when(authentic, [xorText.call(textAt, textLength)]),
    wipe.call(textLength),
  );
  open.giveBack(authentic);
}

function packetParameters(made: WasmFunction): [Size, Size, Size, Size] {
  return [made.parameter('i32'), made.parameter('i32'), made.parameter('i32'), made.parameter('i32')];
}
