// The steps of sealing and opening a packet (RFC 8439, section 2.8), as code within one function. A text of up to 192 bytes
// has its key stream after the first pass; a longer one's is made three blocks at a time, and what is sealed of it is
// authenticated meanwhile.

import { firstPass, type Passes, passOver } from './chacha20.js';
import {
  type WasmExpression,
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
import type { WasmFunction } from './module-bytes.js';
import { Poly1305 } from './poly1305.js';

type Size = Local<'i32'>;

const zero = i32.const(0);
const nothing = v128.const(Array.from({ length: 16 }, () => 0));
const byteIndexes = v128.const(Array.from({ length: 16 }, (_, index) => index));
const blocksPerPass = 3;

export class PacketCode {
  /** The function's parameters. */
  readonly adAt: Size;
  readonly adLength: Size;
  readonly textAt: Size;
  readonly textLength: Size;
  private readonly poly: Poly1305;
  /** The next block of the key stream. */
  private readonly counter: Size;
  /** The next block to authenticate. */
  private readonly at: Size;
  private readonly end: Size;
  /** How much of the text has met its key stream. */
  private readonly done: Size;

  constructor(private readonly owner: WasmFunction) {
    this.adAt = owner.parameter('i32');
    this.adLength = owner.parameter('i32');
    this.textAt = owner.parameter('i32');
    this.textLength = owner.parameter('i32');
    this.poly = new Poly1305(owner);
    this.counter = owner.variable('i32');
    this.at = owner.variable('i32');
    this.end = owner.variable('i32');
    this.done = owner.variable('i32');
  }

  /** The first pass, and the associated data into the tag. */
  begin(passes: Passes): Statement[] {
    const { adAt, adLength, textAt, textLength, poly, counter, at } = this;
    const rest = i32.sub(adLength, at);
    return [
      ...firstPass(passes, textLength, counter),
      // Padded with zeros, at its place: usually one block.
      loopWhile(i32.less(at, adLength), [
        v128.store(at, v128.and(v128.load(i32.add(adAt, at)), firstBytes(rest)), paddedAdAt),
        at.set(i32.add(at, i32.const(16))),
      ]),
      ...poly.start(keystreamAt),
      this.end.set(i32.add(at, i32.const(paddedAdAt))),
      at.set(i32.const(paddedAdAt)),
      poly.absorb(at, this.end),
      at.set(textAt),
    ];
  }

  /** All of the key stream. A text that is `sealed` can be authenticated to its end meanwhile, another as far as it is. */
  makeKeystream(sealed: boolean): Statement {
    const { textAt, textLength, poly, counter, at, end } = this;
    const covered = i32.sub(i32.shl(counter, i32.const(6)), i32.const(blockBytes));
    return loopWhile(i32.less(covered, textLength), [
      ...(sealed ? [end.set(wholeVectors(textLength))] : [end.set(covered), this.xorVectors()]),
      end.set(i32.add(textAt, end)),
      ...passOver(this.owner, counter, blocksPerPass, [when(i32.less(at, end), poly.absorbBlock(at))]),
      counter.set(i32.add(counter, i32.const(blocksPerPass))),
    ]);
  }

  /**
   * Encrypts or decrypts what is left of the text. The last vector's bytes beyond the text are exclusive-ored with zero: a
   * sealed text has its tag there.
   */
  xorText(): Statement[] {
    const { textLength, done, end } = this;
    const rest = i32.and(textLength, i32.const(15));
    return [
      end.set(wholeVectors(textLength)),
      this.xorVectors(),
      when(rest, [this.xorVector(v128.and(v128.load(done, textKeystreamAt), firstBytes(rest)))]),
    ];
  }

  /** The tag, to `tagAt`: what is left of the sealed text, padded with zeros, and both lengths. */
  finishTag(): Statement[] {
    const { adLength, textAt, textLength, poly, at, end } = this;
    const rest = i32.and(textLength, i32.const(15));
    return [
      end.set(i32.add(textAt, wholeVectors(textLength))),
      poly.absorb(at, end),
      when(rest, [v128.store(zero, v128.and(v128.load(at), firstBytes(rest)), lastBlocksAt)]),
      i64.store(zero, i64.from(adLength), lastBlocksAt + 16),
      i64.store(zero, i64.from(textLength), lastBlocksAt + 24),
      at.set(i32.const(lastBlocksAt + 16)),
      when(rest, [at.set(i32.const(lastBlocksAt))]),
      poly.absorb(at, i32.const(lastBlocksAt + 32)),
      ...poly.finish(keystreamAt, tagAt),
    ];
  }

  /** Zeros over the one-time key and the key stream of the text. */
  wipe(): Statement[] {
    const { textLength, at } = this;
    const end = i32.add(textLength, i32.const(blockBytes));
    return [
      at.set(zero),
      repeat([v128.store(at, nothing, keystreamAt), at.set(i32.add(at, i32.const(16)))], i32.less(at, end)),
    ];
  }

  /** The text meets its key stream up to `end`, which counts from its start. */
  private xorVectors(): Statement {
    const { done, end } = this;
    return loopWhile(i32.less(done, end), [
      this.xorVector(v128.load(done, textKeystreamAt)),
      done.set(i32.add(done, i32.const(16))),
    ]);
  }

  private xorVector(key: WasmExpression<'v128'>): Statement {
    const text = i32.add(this.textAt, this.done);
    return v128.store(text, v128.xor(v128.load(text), key));
  }
}

/** How many of these bytes lie in whole vectors. */
function wholeVectors(length: WasmExpression<'i32'>): WasmExpression<'i32'> {
  return i32.and(length, i32.const(-16));
}

/** All ones in the first `count` bytes, zeros behind; `count` is at most 127. */
function firstBytes(count: WasmExpression<'i32'>): WasmExpression<'v128'> {
  return i8x16.less(byteIndexes, i8x16.splat(count));
}
