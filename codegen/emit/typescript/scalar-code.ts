// Straight-line code for values of fixed width: checks, bytes out, bytes in. Offsets are known when generated.

import { toNumber } from '../../model/rational.js';
import type { EnumModel, QuantizedType, ScalarType } from '../../model/schema-model.js';
import { hex } from './derived-names.js';
import { refuse } from './faults.js';
import type { Form } from './type-names.js';

/** Gives the source text of the offset of the k-th byte, for example `at + 3`. */
export type ByteAt = (k: number) => string;

/** Bytes of a value of fixed width. */
export function scalarBytes(type: ScalarType): number {
  if (type.kind === 'bool') return 1;
  if (type.kind === 'enum' || type.kind === 'flags') return type.declaration.bytes;
  return type.bytes;
}

/** Unsigned integer of `bytes` bytes out of `value`, an integer expression without side effects. */
export function writeInteger(value: string, bytes: number, byteAt: ByteAt): string[] {
  const lines: string[] = [];
  for (let k = 0; k < bytes; k++)
    lines.push(`out[${byteAt(k)}] = ${k === 0 ? value : `${value} >>> ${8 * k}`};`);
  return lines;
}

export function readInteger(bytes: number, signed: boolean, byteAt: ByteAt): string {
  const parts: string[] = [];
  for (let k = 0; k < bytes; k++) {
    const byte = `data[${byteAt(k)}]!`;
    parts.push(k === 0 ? byte : `(${byte} << ${8 * k})`);
  }
  const joined = parts.join(' | ');
  if (bytes === 4) return signed ? joined : `(${joined}) >>> 0`;
  if (!signed) return joined;
  const spare = 32 - 8 * bytes;
  return `((${joined}) << ${spare}) >> ${spare}`;
}

/** What an encoder refuses. One comparison finds fractions, NaN and what does not fit the bytes. */
export function encodeChecks(type: ScalarType, value: string, form: Form): string[] {
  switch (type.kind) {
    case 'bool':
      return [];
    case 'float':
      return [refuse(`!(${value} >= ${type.min} && ${value} <= ${type.max})`, 'outOfRange')];
    case 'quantized':
      // A physical value is checked while it is quantized: quantizeStatements.
      if (form === 'physical') return [];
      return [integerCheck(value, type.bytes, false, 0, type.steps)];
    case 'angle':
      return [integerCheck(value, type.bytes, false, 0, 2 ** (8 * type.bytes) - 1)];
    case 'integer':
      return [integerCheck(value, type.bytes, type.signed, type.min, type.max)];
    case 'flags':
      return [
        refuse(
          `(${value} & ${hex(flagBits(type.declaration))})${unsigned(type.declaration)} !== ${value}`,
          'outOfRange',
        ),
      ];
    case 'enum': {
      const misfit = `(${wrapped(value, type.declaration.bytes, false)}) !== ${value}`;
      return [refuse(`${misfit} || ${parenthesized(unknownEnum(type.declaration, value))}`, 'outOfRange')];
    }
  }
}

/** What a decoder refuses of a value that has been read from its bytes. */
export function decodeChecks(type: ScalarType, value: string): string[] {
  switch (type.kind) {
    case 'bool':
      return [refuse(`${value} > 1`, 'outOfRange')];
    case 'float':
      return [refuse(`!(${value} >= ${type.min} && ${value} <= ${type.max})`, 'outOfRange')];
    case 'quantized':
      return boundsCheck(value, type.bytes, false, 0, type.steps);
    case 'angle':
      return [];
    case 'integer':
      return boundsCheck(value, type.bytes, type.signed, type.min, type.max);
    case 'flags': {
      const bits = flagBits(type.declaration);
      if (bits === 2 ** (8 * type.declaration.bytes) - 1) return [];
      return [refuse(`(${value} & ~${hex(bits)}) !== 0`, 'outOfRange')];
    }
    case 'enum':
      return [refuse(unknownEnum(type.declaration, value), 'outOfRange')];
  }
}

/** What an encoder refuses of a value from a typed array: neither fractions nor NaN are in an integer one. */
export function columnChecks(type: ScalarType, value: string): string[] {
  // Three bytes lie in elements of four.
  if (type.kind === 'quantized' && type.bytes === 3)
    return [refuse(`${value} > ${type.steps}`, 'outOfRange')];
  return decodeChecks(type, value);
}

export function flagBits(declaration: EnumModel): number {
  return declaration.members.reduce((bits, member) => (bits | (1 << member.value)) >>> 0, 0);
}

/** The body of a function that gives the number of steps for the physical `value`. NaN gives NaN. */
export function quantizeBody(type: QuantizedType, value: string): string {
  if (!type.wrap) return `return ${quantizeExpression(type, value)};`;
  const turn = type.steps + 1;
  const whole = `const whole = Math.floor(${stepsFromMin(type, value)} + 0.5);`;
  return `${whole}\nreturn whole - Math.floor(whole / ${turn}) * ${turn};`;
}

/** The number of steps that stands for the physical `value`, clamped into the range; floor(x + 0.5). NaN stays NaN. */
function quantizeExpression(type: QuantizedType, value: string): string {
  const rounded = `Math.floor(${stepsFromMin(type, value)} + 0.5)`;
  return `${value} <= ${toNumber(type.min)} ? 0 : ${value} >= ${toNumber(type.max)} ? ${type.steps} : ${rounded}`;
}

/**
 * The same for an encoder, into the local `steps`, which keeps a fraction: writing its bytes drops it, as floor would.
 * One test finds all that is within the range, so that only the others are looked at again; it holds for no NaN.
 */
export function quantizeStatements(type: QuantizedType, value: string, steps: string): string[] {
  if (type.wrap) {
    const turn = type.steps + 1;
    return [
      `let ${steps} = Math.floor(${stepsFromMin(type, value)} + 0.5);`,
      `${steps} -= Math.floor(${steps} / ${turn}) * ${turn};`,
      // Neither NaN nor the infinities, nor what lies so far away that a double has no whole steps there.
      refuse(`!(${steps} >= 0 && ${steps} <= ${type.steps})`, 'outOfRange'),
    ];
  }
  return [
    `let ${steps} = ${stepsFromMin(type, value)} + 0.5;`,
    `if (!(${steps} >= 0 && ${steps} < ${type.steps + 1})) {`,
    refuse(`${value} !== ${value}`, 'outOfRange'),
    `${steps} = ${value} <= ${toNumber(type.min)} ? 0 : ${type.steps};`,
    '}',
  ];
}

/** Steps from the lower end, not yet rounded. The order of operations is part of the standard. */
function stepsFromMin(type: QuantizedType, value: string): string {
  const min = toNumber(type.min);
  const offset = min === 0 ? value : min < 0 ? `(${value} + ${-min})` : `(${value} - ${min})`;
  const { numerator, denominator } = type.step;
  return `${offset}${denominator === 1n ? '' : ` * ${denominator}`}${numerator === 1n ? '' : ` / ${numerator}`}`;
}

export function dequantizeExpression(type: QuantizedType, steps: string): string {
  const min = toNumber(type.min);
  const { numerator, denominator } = type.step;
  const scaled = `${steps}${numerator === 1n ? '' : ` * ${numerator}`}${denominator === 1n ? '' : ` / ${denominator}`}`;
  return min === 0 ? scaled : `${scaled} ${min < 0 ? '-' : '+'} ${Math.abs(min)}`;
}

/** True for values that no member has. */
function unknownEnum(declaration: EnumModel, value: string): string {
  const values = declaration.members.map((member) => member.value).sort((a, b) => a - b);
  const least = values[0]!;
  const most = values[values.length - 1]!;
  if (most - least === values.length - 1) {
    return least === 0 ? `${value} > ${most}` : `${value} < ${least} || ${value} > ${most}`;
  }
  return values.map((known) => `${value} !== ${known}`).join(' && ');
}

function parenthesized(condition: string): string {
  return condition.includes('&&') ? `(${condition})` : condition;
}

function integerCheck(value: string, bytes: number, signed: boolean, min: number, max: number): string {
  const conditions = [
    `(${wrapped(value, bytes, signed)}) !== ${value}`,
    ...boundConditions(value, bytes, signed, min, max),
  ];
  return refuse(conditions.join(' || '), 'outOfRange');
}

/** `value` cut to its bytes as JavaScript does it. */
function wrapped(value: string, bytes: number, signed: boolean): string {
  if (bytes === 4) return signed ? `${value} | 0` : `${value} >>> 0`;
  const spare = 32 - 8 * bytes;
  return signed ? `(${value} << ${spare}) >> ${spare}` : `${value} & ${hex(2 ** (8 * bytes) - 1)}`;
}

function boundsCheck(value: string, bytes: number, signed: boolean, min: number, max: number): string[] {
  const conditions = boundConditions(value, bytes, signed, min, max);
  return conditions.length === 0 ? [] : [refuse(conditions.join(' || '), 'outOfRange')];
}

function boundConditions(value: string, bytes: number, signed: boolean, min: number, max: number): string[] {
  const half = 2 ** (8 * bytes - 1);
  const conditions: string[] = [];
  if (min > (signed ? -half : 0)) conditions.push(`${value} < ${min}`);
  if (max < (signed ? half - 1 : 2 * half - 1)) conditions.push(`${value} > ${max}`);
  return conditions;
}

function unsigned(declaration: EnumModel): string {
  return declaration.bytes === 4 ? ' >>> 0' : '';
}
