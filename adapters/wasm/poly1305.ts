// Poly1305 (RFC 8439, section 2.5) over whole blocks of 16 bytes, which is all that the AEAD feeds it. Numbers are held in
// limbs of 32 bits, each in a 64-bit variable with room above for sums that are not carried yet. There is no branch and no
// address that depends on a secret.
//
// Clamping keeps each limb of r below 2^28 and those from r1 on multiples of 4 (section 2.5.1), so s = r + r/4 is 5/4 r
// exactly, and 2^128 r is s modulo p = 2^130 - 5. Between blocks h0 < 2^34, h1 to h3 < 2^32, h4 < 4. With a block added
// h0 < 5 · 2^32, h1 to h3 < 2^33, h4 < 5, so each of d0 to d3 is below 5 · 2^60 + 3 · 1.25 · 2^61 < 2^64 with its carry. Then
// h4 < 2^32, and the h0 of the next block is below 2^32 + 5/4 · 2^32.

import { type WasmExpression, i32, i64, type Local, loopWhile, type Statement } from './instructions.js';
import type { WasmFunction } from './module-bytes.js';

type Limb = Local<'i64'>;
type Sum = WasmExpression<'i64'>;

const low32 = i64.const(0xffff_ffffn);
const bits32 = i64.const(32n);

/** Poly1305 within a function: its variables, and the code that starts it, feeds it and ends it. */
export class Poly1305 {
  private readonly h: readonly [Limb, Limb, Limb, Limb, Limb];
  private readonly r: readonly [Limb, Limb, Limb, Limb];
  /** 5/4 r; s[0] is never used. */
  private readonly s: readonly [Limb, Limb, Limb, Limb];
  private readonly d: readonly [Limb, Limb, Limb, Limb];

  constructor(owner: WasmFunction) {
    const limb = () => owner.variable('i64');
    this.h = [limb(), limb(), limb(), limb(), limb()];
    this.r = [limb(), limb(), limb(), limb()];
    this.s = [limb(), limb(), limb(), limb()];
    this.d = [limb(), limb(), limb(), limb()];
  }

  /** Takes r from the first 16 bytes at `keyAt`, clamped; h is zero. */
  start(keyAt: number): Statement[] {
    const { r, s, h } = this;
    const clamps = [0x0fff_ffffn, 0x0fff_fffcn, 0x0fff_fffcn, 0x0fff_fffcn];
    return [
      ...clamps.flatMap((clamp, i) => [
        r[i]!.set(i64.and(i64.load32(i32.const(0), keyAt + 4 * i), i64.const(clamp))),
        s[i]!.set(i64.add(r[i]!, i64.shr(r[i]!, i64.const(2n)))),
      ]),
      ...h.map((limb) => limb.set(i64.const(0n))),
    ];
  }

  /** absorbBlock for each block from `at` up to `end`; `at` ends there. */
  absorb(at: Local<'i32'>, end: WasmExpression<'i32'>): Statement {
    return loopWhile(i32.less(at, end), this.absorbBlock(at));
  }

  /** h = (h + block + 2^128) · r for the block at `at`, which then is behind it. */
  absorbBlock(at: Local<'i32'>): Statement[] {
    return [...this.addBlock(at), ...this.multiply(), at.set(i32.add(at, i32.const(16)))];
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

  /**
   * Writes the tag, (h mod p + s) mod 2^128, to `tagAt`; s is the 16 bytes behind r. h is below 2p, so h mod p is h, or
   * h + 5 - 2^130 when h + 5 reaches 2^130. Both tags are worked out and one is chosen, without a branch.
   */
  finish(keyAt: number, tagAt: number): Statement[] {
    const { h, d, r } = this;
    const s = [0, 4, 8, 12].map((at) => i64.load32(i32.const(0), keyAt + 16 + at));
    const five = i64.const(5n);
    const reaches = i64.shr(i64.add(h[4], i64.shr(d[3], bits32)), i64.const(2n));
    // All ones where h + 5 reaches 2^130, else zero.
    const choice = h[4];
    const chosen = (at: 0 | 2) => i64.xor(pair(r, at), i64.and(i64.xor(pair(r, at), pair(d, at)), choice));
    return [
      ...carriedSums(d, [i64.add(h[0], five), h[1], h[2], h[3]]),
      choice.set(i64.sub(i64.const(0n), reaches)),
      ...carriedSums(
        r,
        [0, 1, 2, 3].map((i) => i64.add(h[i]!, s[i]!)),
      ),
      ...carriedSums(
        d,
        [0, 1, 2, 3].map((i) => i64.add(h[i]!, i === 0 ? i64.add(s[0]!, five) : s[i]!)),
      ),
      i64.store(i32.const(0), chosen(0), tagAt),
      i64.store(i32.const(0), chosen(2), tagAt + 8),
    ];
  }
}

/** Sets each of `limbs` to its sum and what the limb below carries over; whatever lies above 32 bits stays. */
function carriedSums(limbs: readonly Limb[], sums: readonly Sum[]): Statement[] {
  return limbs.map((limb, i) =>
    limb.set(i === 0 ? sums[0]! : i64.add(sums[i]!, i64.shr(limbs[i - 1]!, bits32))),
  );
}

/** Two limbs' 32 bits, as they lie in memory. */
function pair(limbs: readonly [Limb, Limb, Limb, Limb], at: 0 | 2): Sum {
  return i64.or(i64.and(limbs[at], low32), i64.shl(limbs[at === 0 ? 1 : 3], bits32));
}

function sum(first: Sum, ...others: readonly Sum[]): Sum {
  return others.reduce((left, right) => i64.add(left, right), first);
}
