// The WebAssembly instructions our cipher needs, as functions from expressions to expressions: `i32.add(a, b)` is the code
// of `a`, then of `b`, then the opcode, which is the order a stack machine wants. The type parameter is the type that the
// code leaves on the stack, so that the compiler refuses what WebAssembly would refuse. Opcodes: specification, section 5.4.

import { signedLeb128, unsignedLeb128 } from './leb128.js';

export type ValueType = 'i32' | 'i64' | 'v128';

/** Code that leaves one value of the type on the stack. */
export interface WasmExpression<Type extends ValueType> {
  readonly type: Type;
  readonly bytes: readonly number[];
}

/** Code that leaves nothing on the stack. */
export interface Statement {
  readonly bytes: readonly number[];
}

type I32 = WasmExpression<'i32'>;
type I64 = WasmExpression<'i64'>;
type V128 = WasmExpression<'v128'>;

/** A variable of a function. */
export class Local<Type extends ValueType> implements WasmExpression<Type> {
  /** Its value: a local stands for its own reading wherever an expression may stand. */
  readonly bytes: readonly number[];

  constructor(
    readonly type: Type,
    private readonly index: number,
  ) {
    this.bytes = [0x20, ...unsignedLeb128(index)];
  }

  set(value: WasmExpression<Type>): Statement {
    return { bytes: [...value.bytes, 0x21, ...unsignedLeb128(this.index)] };
  }
}

const simd = 0xfd;

function operation<Result extends ValueType>(type: Result, ...opcode: number[]) {
  return (...operands: WasmExpression<ValueType>[]): WasmExpression<Result> => ({
    type,
    bytes: [...operands.flatMap(({ bytes }) => bytes), ...opcode],
  });
}

type Unary<A extends ValueType, Result extends ValueType> = (a: WasmExpression<A>) => WasmExpression<Result>;
type Binary<A extends ValueType, B extends ValueType, Result extends ValueType> = (
  a: WasmExpression<A>,
  b: WasmExpression<B>,
) => WasmExpression<Result>;

/** Reads at address + `offset`. The zero before the offset declares no alignment: any address will do. */
function load<Type extends ValueType>(type: Type, ...opcode: number[]) {
  return (address: I32, offset = 0): WasmExpression<Type> => ({
    type,
    bytes: [...address.bytes, ...opcode, 0, ...unsignedLeb128(offset)],
  });
}

function store<Type extends ValueType>(...opcode: number[]) {
  return (address: I32, value: WasmExpression<Type>, offset = 0): Statement => ({
    bytes: [...address.bytes, ...value.bytes, ...opcode, 0, ...unsignedLeb128(offset)],
  });
}

export const i32 = {
  const: (value: number): I32 => ({ type: 'i32', bytes: [0x41, ...signedLeb128(BigInt(value | 0))] }),
  add: operation('i32', 0x6a) as Binary<'i32', 'i32', 'i32'>,
  sub: operation('i32', 0x6b) as Binary<'i32', 'i32', 'i32'>,
  and: operation('i32', 0x71) as Binary<'i32', 'i32', 'i32'>,
  shl: operation('i32', 0x74) as Binary<'i32', 'i32', 'i32'>,
  isZero: operation('i32', 0x45) as Unary<'i32', 'i32'>,
  /** 1 when a < b, both unsigned; else 0. */
  less: operation('i32', 0x49) as Binary<'i32', 'i32', 'i32'>,
};

export const i64 = {
  const: (value: bigint): I64 => ({ type: 'i64', bytes: [0x42, ...signedLeb128(value)] }),
  from: operation('i64', 0xad) as Unary<'i32', 'i64'>,
  isZero: operation('i32', 0x50) as Unary<'i64', 'i32'>,
  add: operation('i64', 0x7c) as Binary<'i64', 'i64', 'i64'>,
  sub: operation('i64', 0x7d) as Binary<'i64', 'i64', 'i64'>,
  mul: operation('i64', 0x7e) as Binary<'i64', 'i64', 'i64'>,
  and: operation('i64', 0x83) as Binary<'i64', 'i64', 'i64'>,
  or: operation('i64', 0x84) as Binary<'i64', 'i64', 'i64'>,
  xor: operation('i64', 0x85) as Binary<'i64', 'i64', 'i64'>,
  shl: operation('i64', 0x86) as Binary<'i64', 'i64', 'i64'>,
  shr: operation('i64', 0x88) as Binary<'i64', 'i64', 'i64'>,
  load: load('i64', 0x29),
  /** Four bytes, the upper half zero. */
  load32: load('i64', 0x35),
  store: store<'i64'>(0x37),
};

export const v128 = {
  /** `bytes` is 16 long. */
  const: (bytes: readonly number[]): V128 => ({ type: 'v128', bytes: [simd, 0x0c, ...bytes] }),
  load: load('v128', simd, 0x00),
  store: store<'v128'>(simd, 0x0b),
  and: operation('v128', simd, 0x4e) as Binary<'v128', 'v128', 'v128'>,
  or: operation('v128', simd, 0x50) as Binary<'v128', 'v128', 'v128'>,
  xor: operation('v128', simd, 0x51) as Binary<'v128', 'v128', 'v128'>,
};

export const i8x16 = {
  splat: operation('v128', simd, 0x0f) as Unary<'i32', 'v128'>,
  /** All ones in the lanes where a < b, both signed; else zero. */
  less: operation('v128', simd, 0x25) as Binary<'v128', 'v128', 'v128'>,
  /** Byte i of the result is the byte of `a` that byte i of `order` names. */
  swizzle: operation('v128', simd, 0x0e) as Binary<'v128', 'v128', 'v128'>,
};

export const i32x4 = {
  add: operation('v128', simd, 0xae, 0x01) as Binary<'v128', 'v128', 'v128'>,
  shl: operation('v128', simd, 0xab, 0x01) as Binary<'v128', 'i32', 'v128'>,
  shr: operation('v128', simd, 0xad, 0x01) as Binary<'v128', 'i32', 'v128'>,
  replaceLane: (vector: V128, lane: number, value: I32): V128 => ({
    type: 'v128',
    bytes: [...vector.bytes, ...value.bytes, simd, 0x1c, lane],
  }),
  /** The lanes turned left: lane i of the result is lane (i + by) mod 4 of `vector`. */
  turn: (vector: Local<'v128'>, by: number): V128 => ({
    type: 'v128',
    bytes: [
      ...vector.bytes,
      ...vector.bytes,
      simd,
      0x0d,
      ...Array.from({ length: 16 }, (_, byte) => (byte + by * 4) % 16),
    ],
  }),
};

/** Runs `body` and again while `condition` holds: at least once. */
export function repeat(body: readonly Statement[], condition: I32): Statement {
  const code = [...body.flatMap(({ bytes }) => bytes), ...condition.bytes];
  return { bytes: [0x03, 0x40, ...code, 0x0d, 0x00, 0x0b] };
}

export function when(condition: I32, body: readonly Statement[]): Statement {
  return { bytes: [...condition.bytes, 0x04, 0x40, ...body.flatMap(({ bytes }) => bytes), 0x0b] };
}

/** Runs `body` while `condition` holds: perhaps never. */
export function loopWhile(condition: I32, body: readonly Statement[]): Statement {
  return when(condition, [repeat(body, condition)]);
}
