// A field's type: known, capped, its range possible, quantized steps whole and within 32 bits.

import * as rational from '../../model/rational.js';
import type { Rational } from '../../model/rational.js';
import type { ArrayType, FieldType, QuantizedType } from '../../model/schema-model.js';
import type { RangeSyntax, TypeSyntax } from '../../syntax/syntax-tree.js';
import type { SourceText } from '../../text/source-text.js';
import { nameHint } from '../../text/nearest-name.js';
import { checkDeltaList } from './check-delta-list.js';
import { builtinNames, builtinTypes } from './builtin-types.js';
import type { DeclaredTypes } from './declared-types.js';
import type { Scope } from '../scope/scope.js';

/** No count or length needs more than two bytes. */
const capMax = 0xffff;
const exactMax = 2n ** 53n;

/** Undefined when it is wrong, which is then reported. */
export function checkType(
  scope: Scope,
  source: SourceText,
  type: TypeSyntax,
  declaredTypes: DeclaredTypes,
): FieldType | undefined {
  switch (type.kind) {
    case 'named':
      return checkNamed(scope, source, type, declaredTypes);
    case 'quantized':
      return checkQuantized(scope, source, type);
    case 'bytes': {
      const size = scope.integer(source, type.size, 'the number of bytes', 1, capMax);
      return size === undefined ? undefined : { kind: 'bytes', size, capped: type.capped };
    }
    case 'string': {
      const cap = scope.integer(source, type.cap, "a string's cap", 1, capMax);
      return cap === undefined ? undefined : { kind: 'string', cap };
    }
    case 'array':
      return checkArray(scope, source, type, declaredTypes);
    case 'deltaList':
      return checkDeltaList(scope, source, type, declaredTypes);
  }
}

function checkNamed(
  scope: Scope,
  source: SourceText,
  type: TypeSyntax & { kind: 'named' },
  declaredTypes: DeclaredTypes,
): FieldType | undefined {
  const builtin = builtinTypes.get(type.name.text);
  if (builtin !== undefined) return type.range ? narrow(scope, source, type, builtin, type.range) : builtin;
  const declared = scope.declarations.get(type.name.text);
  if (declared === undefined) {
    const names = [...builtinNames, ...scope.namesOf('enum', 'flags', 'bits', 'struct', 'union', 'record')];
    scope.report(
      source,
      type.name.span,
      `no type is named '${type.name.text}'`,
      nameHint(type.name.text, names),
    );
    return undefined;
  }
  if (['const', 'packet', 'content', 'choice', 'fact', 'frame'].includes(declared.syntax.kind)) {
    const hint = declared.syntax.kind === 'packet' ? 'put the fields to share into a struct' : undefined;
    scope.report(
      source,
      type.name.span,
      `'${type.name.text}' is a ${declared.syntax.kind}, not a type`,
      hint,
    );
    return undefined;
  }
  if (type.range) scope.report(source, type.range.span, `a ${declared.syntax.kind} takes no range`);
  return declaredTypes(source, type);
}

/** `u8(1 .. 6)` */
function narrow(
  scope: Scope,
  source: SourceText,
  type: TypeSyntax & { kind: 'named' },
  builtin: FieldType,
  range: RangeSyntax,
): FieldType | undefined {
  if (builtin.kind !== 'integer' && builtin.kind !== 'float') {
    scope.report(source, range.span, `'${type.name.text}' takes no range`);
    return undefined;
  }
  const bounds = checkRange(scope, source, range);
  if (bounds === undefined) return undefined;
  for (const [bound, expression] of [
    [bounds.min, range.min],
    [bounds.max, range.max],
  ] as const) {
    const shown = rational.showRational(bound);
    if (builtin.kind === 'integer' && !rational.isInteger(bound)) {
      scope.report(source, expression.span, `${shown} is no whole number`);
      return undefined;
    }
    const value = rational.toNumber(bound);
    if (value < builtin.min || value > builtin.max) {
      const limits = `${builtin.min} .. ${builtin.max}`;
      scope.report(source, expression.span, `${shown} does not fit ${type.name.text}, which holds ${limits}`);
      return undefined;
    }
  }
  const min = rational.toNumber(bounds.min);
  const max = rational.toNumber(bounds.max);
  return { ...builtin, min, max, ranged: min !== builtin.min || max !== builtin.max };
}

function checkRange(
  scope: Scope,
  source: SourceText,
  range: RangeSyntax,
): { min: Rational; max: Rational } | undefined {
  const min = scope.evaluate(source, range.min);
  const max = scope.evaluate(source, range.max);
  if (min === undefined || max === undefined) return undefined;
  if (rational.compare(min, max) < 0) return { min, max };
  const message = `the range ${rational.showRational(min)} .. ${rational.showRational(max)} is empty`;
  scope.report(source, range.span, message, 'the lower bound comes first and both are included');
  return undefined;
}

function checkQuantized(
  scope: Scope,
  source: SourceText,
  type: TypeSyntax & { kind: 'quantized' },
): QuantizedType | undefined {
  const bounds = checkRange(scope, source, type.range);
  const step = scope.evaluate(source, type.step);
  if (bounds === undefined || step === undefined) return undefined;
  const { min, max } = bounds;
  if (step.numerator <= 0n) {
    scope.report(source, type.step.span, 'the step must be above 0');
    return undefined;
  }
  for (const part of [min, max, step]) {
    const numerator = part.numerator < 0n ? -part.numerator : part.numerator;
    if (numerator >= exactMax || part.denominator >= exactMax) {
      scope.report(source, type.span, `${rational.showRational(part)} has more digits than a double holds`);
      return undefined;
    }
  }
  const steps = rational.divide(rational.subtract(max, min), step);
  if (!rational.isInteger(steps)) {
    const whole = steps.numerator / steps.denominator;
    const fitting = rational.add(min, rational.multiply(rational.rational(whole), step));
    const hint = `end the range at ${rational.showRational(fitting)}`;
    scope.report(source, type.span, 'the range is no whole number of steps', hint);
    return undefined;
  }
  if (steps.numerator > (type.wrap ? 0x1_0000_0000n : 0xffff_ffffn)) {
    const message = `${steps.numerator} steps need more than 32 bits`;
    scope.report(source, type.span, message, 'take a coarser step, a smaller range, or f64');
    return undefined;
  }
  const whole = Number(steps.numerator);
  if (type.wrap && whole < 2) {
    scope.report(source, type.span, 'a range that wraps needs at least two steps');
    return undefined;
  }
  // Where the range wraps its upper end is the lower one again.
  const count = type.wrap ? whole - 1 : whole;
  const bytes = count <= 0xff ? 1 : count <= 0xffff ? 2 : count <= 0xff_ffff ? 3 : 4;
  return { kind: 'quantized', min, max, step, steps: count, bytes, wrap: type.wrap };
}

function checkArray(
  scope: Scope,
  source: SourceText,
  type: TypeSyntax & { kind: 'array' },
  declaredTypes: DeclaredTypes,
): ArrayType | undefined {
  const size = scope.integer(source, type.size, "an array's size", 1, capMax);
  const element = checkType(scope, source, type.element, declaredTypes);
  if (size === undefined || element === undefined) return undefined;
  if (element.kind === 'array' || element.kind === 'bytes' || element.kind === 'deltaList') {
    const hint = 'put the inner one into a struct of its own';
    scope.report(source, type.element.span, 'an array cannot hold arrays or bytes directly', hint);
    return undefined;
  }
  return { kind: 'array', element, size, capped: type.capped };
}
