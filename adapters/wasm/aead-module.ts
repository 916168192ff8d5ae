// AEAD_CHACHA20_POLY1305 (RFC 8439, section 2.8) as a WebAssembly module. It finds key and nonce in the state at `stateAt`
// (layout.ts), works on a packet in place, reads up to 15 bytes behind text and associated data and changes none of them.
// A packet that is not authentic stays as it was. The key stream is wiped; the state, with the key, is not.

import { addPasses, fillKeystream, type Passes } from './chacha20.js';
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
}

/** A packet's four parameters. */
export interface Packet {
  readonly adAt: Size;
  readonly adLength: Size;
  readonly textAt: Size;
  readonly textLength: Size;
}

export function packetParameters(owner: WasmFunction): Packet {
  const size = () => owner.parameter('i32');
  return { adAt: size(), adLength: size(), textAt: size(), textLength: size() };
}

export function aeadModule(): WasmModule {
  const module = new WasmModule();
  const passes = addPasses(module);
  addSeal(module, passes);
  addOpen(module, passes);
  return module;
}

function addSeal(module: WasmModule, passes: Passes): void {
  const seal = module.function('seal');
  const packet = packetParameters(seal);
  const { textAt, textLength } = packet;
  seal.emit(
    ...fillKeystream(seal, passes, textLength),
    ...xorText(seal, packet),
    ...authenticate(seal, packet),
    v128.store(i32.add(textAt, textLength), v128.load(zero, tagAt)),
    ...wipe(seal, packet),
  );
}

function addOpen(module: WasmModule, passes: Passes): void {
  const open = module.function('open', 'i32');
  const packet = packetParameters(open);
  const { textAt, textLength } = packet;
  const authentic = open.variable('i32');
  const tag = i32.add(textAt, textLength);
  // Every bit that differs, gathered before anything is decided: the time says nothing about where.
  const difference = i64.or(
    i64.xor(i64.load(tag), i64.load(zero, tagAt)),
    i64.xor(i64.load(tag, 8), i64.load(zero, tagAt + 8)),
  );
  open.emit(
    ...fillKeystream(open, passes, textLength),
    ...authenticate(open, packet),
    authentic.set(i64.isZero(difference)),
    when(authentic, xorText(open, packet)),
    ...wipe(open, packet),
  );
  open.giveBack(authentic);
}

/**
 * Encrypts or decrypts in place. The last vector's bytes beyond the text are exclusive-ored with zero: a sealed text has
 * its tag there.
 */
function xorText(owner: WasmFunction, { textAt, textLength }: Packet): Statement[] {
  const at = owner.variable('i32');
  const end = owner.variable('i32');
  const text = i32.add(textAt, at);
  const xorVector = (key: Expression<'v128'>) => v128.store(text, v128.xor(v128.load(text), key));
  const key = v128.load(at, textKeystreamAt);
  const rest = i32.and(textLength, i32.const(15));
  return [
    end.set(i32.and(textLength, i32.const(-16))),
    loopWhile(i32.less(at, end), [xorVector(key), at.set(i32.add(at, i32.const(16)))]),
    when(rest, [xorVector(v128.and(key, firstBytes(rest)))]),
  ];
}

/** Zeros over the one-time key and the key stream of a text. */
function wipe(owner: WasmFunction, { textLength }: Packet): Statement[] {
  const at = owner.variable('i32');
  const end = i32.add(textLength, i32.const(blockBytes));
  return [
    repeat([v128.store(at, nothing, keystreamAt), at.set(i32.add(at, i32.const(16)))], i32.less(at, end)),
  ];
}

/** All ones in the first `count` bytes, zeros behind; `count` is at most 127. */
function firstBytes(count: Expression<'i32'>): Expression<'v128'> {
  return i8x16.less(byteIndexes, i8x16.splat(count));
}

/**
 * The tag of section 2.8, to `tagAt`: over associated data and sealed text, each padded with zeros, and both lengths, under
 * the one-time key at `keystreamAt`.
 */
export function authenticate(owner: WasmFunction, packet: Packet): Statement[] {
  const at = owner.variable('i32');
  const end = owner.variable('i32');
  const poly = new Poly1305(owner);
  return [
    ...copyPadded(packet, at),
    ...poly.start(keystreamAt),
    end.set(i32.add(at, i32.const(paddedAdAt))),
    at.set(i32.const(paddedAdAt)),
    poly.absorb(at, end),
    at.set(packet.textAt),
    end.set(i32.add(at, i32.and(packet.textLength, i32.const(-16)))),
    poly.absorb(at, end),
    ...lastBlocks(packet, at),
    poly.absorb(at, i32.const(lastBlocksAt + 32)),
    ...poly.finish(keystreamAt, tagAt),
  ];
}

/** Copies the associated data to its place; `at` is then its padded length. */
function copyPadded({ adAt, adLength }: Packet, at: Size): Statement[] {
  const rest = i32.sub(adLength, at);
  return [
    loopWhile(i32.less(at, adLength), [
      v128.store(at, v128.and(v128.load(i32.add(adAt, at)), firstBytes(rest)), paddedAdAt),
      at.set(i32.add(at, i32.const(16))),
    ]),
  ];
}

/** The text's rest, which starts at `at`, if any, and the lengths; `at` is then the first of these blocks. */
function lastBlocks({ adLength, textLength }: Packet, at: Size): Statement[] {
  const rest = i32.and(textLength, i32.const(15));
  return [
    when(rest, [v128.store(zero, v128.and(v128.load(at), firstBytes(rest)), lastBlocksAt)]),
    at.set(i32.const(lastBlocksAt + 16)),
    when(rest, [at.set(i32.const(lastBlocksAt))]),
    i64.store(zero, i64.from(adLength), lastBlocksAt + 16),
    i64.store(zero, i64.from(textLength), lastBlocksAt + 24),
  ];
}
