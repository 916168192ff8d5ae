// Poly1305 (RFC 8439, section 2.5) over whole blocks of 16 bytes, which is all that the AEAD feeds it. Numbers are held in
// limbs of 32 bits, each in a 64-bit variable with room above for sums that are not carried yet. There is no branch and no
// address that depends on a secret.
//
// Between blocks: h0 < 2^34, h1 to h3 < 2^32, h4 < 4. Clamping keeps each limb of r below 2^28 and those from r1 on
// multiples of 4 (section 2.5.1), so r + r/4 is 5/4 r exactly, and 2^128 r is 5/4 r modulo p = 2^130 - 5. Each product of
// a block is then below 2^34 · 2^28.4, and a sum of five of them below 2^64.

import { type Expression, i32, i64, type Local, loopWhile, type Statement } from './instructions.js';
import type { WasmFunction } from './module-bytes.js';

type Limb = Local<'i64'>;
type Sum = Expression<'i64'>;

const low32 = i64.const(0xffff_ffffn);
const bits32 = i64.const(32n);

/** Poly1305 within a function: its variables, and the code that starts it, feeds it and ends it. */
export class Poly1305 {
  private readonly h: readonly [Limb, Limb, Limb, Limb, Limb];
  private readonly r: readonly [Limb, Limb, Limb, Limb];
  /** 5/4 r; s[0] is never used. */
  private readonly s: readonly [Limb, Limb, Limb, Limb];
  private readonly d: readonly [Limb, Limb, Limb, Limb];

  constructor(private readonly owner: WasmFunction) {
    const limb = () => owner.variable('i64');
    this.h = [limb(), limb(), limb(), limb(), limb()];
    this.r = [limb(), limb(), limb(), limb()];
    this.s = [limb(), limb(), limb(), limb()];
    this.d = [limb(), limb(), limb(), limb()];
  }

  /** Takes r from the first 16 bytes at `keyAt`, clamped; h is zero. */
  start(keyAt: number): void {
    const { r, s, h } = this;
    const clamps = [0x0fff_ffffn, 0x0fff_fffcn, 0x0fff_fffcn, 0x0fff_fffcn];
    for (const [i, clamp] of clamps.entries()) {
      const word = i64.load32(i32.const(0), keyAt + 4 * i);
      this.owner.emit(r[i]!.set(i64.and(word, i64.const(clamp))));
      this.owner.emit(s[i]!.set(i64.add(r[i]!, i64.shr(r[i]!, i64.const(2n)))));
    }
    for (const limb of h) this.owner.emit(limb.set(i64.const(0n)));
  }

  /** h = (h + block + 2^128) · r for each block from `at` up to `end`; `at` ends there. */
  absorb(at: Local<'i32'>, end: Expression<'i32'>): void {
    this.owner.emit(
      loopWhile(i32.less(at, end), [
        ...this.addBlock(at),
        ...this.multiply(),
        at.set(i32.add(at, i32.const(16))),
      ]),
    );
  }

  private addBlock(at: Local<'i32'>): Statement[] {
    const { h } = this;
    return [
      ...[0, 1, 2, 3].map((i) => h[i]!.set(i64.add(h[i]!, i64.load32(at, 4 * i)))),
      h[4].set(i64.add(h[4], i64.const(1n))),
    ];
  }

  private multiply(): Statement[] {
    const { h, r, s, d } = this;
    return [
      d[0].set(sum(i64.mul(h[0], r[0]), i64.mul(h[1], s[3]), i64.mul(h[2], s[2]), i64.mul(h[3], s[1]))),
      d[1].set(
        sum(
          i64.mul(h[0], r[1]),
          i64.mul(h[1], r[0]),
          i64.mul(h[2], s[3]),
          i64.mul(h[3], s[2]),
          i64.mul(h[4], s[1]),
        ),
      ),
      d[2].set(
        sum(
          i64.mul(h[0], r[2]),
          i64.mul(h[1], r[1]),
          i64.mul(h[2], r[0]),
          i64.mul(h[3], s[3]),
          i64.mul(h[4], s[2]),
        ),
      ),
      d[3].set(
        sum(
          i64.mul(h[0], r[3]),
          i64.mul(h[1], r[2]),
          i64.mul(h[2], r[1]),
          i64.mul(h[3], r[0]),
          i64.mul(h[4], s[3]),
        ),
      ),
      h[4].set(i64.mul(h[4], r[0])),
      // Carry upwards; what then lies above 2^130 comes back at the bottom as five times as much, uncarried.
      d[1].set(i64.add(d[1], i64.shr(d[0], bits32))),
      d[2].set(i64.add(d[2], i64.shr(d[1], bits32))),
      d[3].set(i64.add(d[3], i64.shr(d[2], bits32))),
      h[4].set(i64.add(h[4], i64.shr(d[3], bits32))),
      h[0].set(sum(i64.and(d[0], low32), i64.shr(h[4], i64.const(2n)), i64.and(h[4], i64.const(-4n)))),
      h[1].set(i64.and(d[1], low32)),
      h[2].set(i64.and(d[2], low32)),
      h[3].set(i64.and(d[3], low32)),
      h[4].set(i64.and(h[4], i64.const(3n))),
    ];
  }

  /** Writes the tag, (h mod p + s) mod 2^128, to `tagAt`; s is the 16 bytes behind r. */
  finish(keyAt: number, tagAt: number): void {
    const { h, d, owner } = this;
    owner.emit(
      ...this.carry(),
      h[0].set(i64.add(h[0], i64.mul(i64.shr(h[4], i64.const(2n)), i64.const(5n)))),
    );
    owner.emit(h[4].set(i64.and(h[4], i64.const(3n))), ...this.carry());
    // h is below 2p now. d = h + 5 reaches 2^130 exactly when h >= p, and then d without that bit is h - p.
    const carried = this.s[0];
    owner.emit(d[0].set(i64.add(h[0], i64.const(5n))));
    for (const i of [1, 2, 3] as const)
      owner.emit(d[i].set(i64.add(h[i], i64.shr(d[(i - 1) as 0 | 1 | 2], bits32))));
    owner.emit(carried.set(i64.shr(i64.add(h[4], i64.shr(d[3], bits32)), i64.const(2n))));
    // All ones to take d, all zeros to take h: chosen without a branch.
    const choice = this.s[1];
    owner.emit(choice.set(i64.sub(i64.const(0n), carried)));
    for (const i of [0, 1, 2, 3] as const) {
      const chosen = i64.xor(h[i], i64.and(i64.xor(h[i], i64.and(d[i], low32)), choice));
      owner.emit(d[i].set(i64.add(chosen, i64.load32(i32.const(0), keyAt + 16 + 4 * i))));
      if (i > 0) owner.emit(d[i].set(i64.add(d[i], i64.shr(d[(i - 1) as 0 | 1 | 2], bits32))));
    }
    const pair = (low: Limb, high: Limb) => i64.or(i64.and(low, low32), i64.shl(high, bits32));
    owner.emit(
      i64.store(i32.const(0), pair(d[0], d[1]), tagAt),
      i64.store(i32.const(0), pair(d[2], d[3]), tagAt + 8),
    );
  }

  private carry(): Statement[] {
    const { h } = this;
    return [0, 1, 2, 3].flatMap((i) => [
      h[i + 1]!.set(i64.add(h[i + 1]!, i64.shr(h[i]!, bits32))),
      h[i]!.set(i64.and(h[i]!, low32)),
    ]);
  }
}

function sum(first: Sum, ...others: readonly Sum[]): Sum {
  return others.reduce((left, right) => i64.add(left, right), first);
}
