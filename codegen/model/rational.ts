// Exact fractions, so that "(1023.984375 - 0) / (1/64) is a whole number" is decided without rounding.

export interface Rational {
  readonly numerator: bigint;
  /** Above 0, with no common divisor. */
  readonly denominator: bigint;
}

export function rational(numerator: bigint, denominator = 1n): Rational {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestDivisor(numerator < 0n ? -numerator : numerator, denominator * sign) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** Reads a literal of the schema language: `26`, `0x1A`, `1_200`, `0.125`. */
export function parseRational(literal: string): Rational {
  const digits = literal.replaceAll('_', '');
  const dot = digits.indexOf('.');
  if (dot < 0) return rational(BigInt(digits));
  const decimals = digits.length - dot - 1;
  return rational(BigInt(digits.slice(0, dot) + digits.slice(dot + 1)), 10n ** BigInt(decimals));
}

export const add = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const negate = (a: Rational): Rational => rational(-a.numerator, a.denominator);
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
export const multiply = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.numerator, a.denominator * b.denominator);
/** `b` is not 0. */
export const divide = (a: Rational, b: Rational): Rational =>
  rational(a.numerator * b.denominator, a.denominator * b.numerator);
export const isInteger = (a: Rational): boolean => a.denominator === 1n;
export const isZero = (a: Rational): boolean => a.numerator === 0n;
export const compare = (a: Rational, b: Rational): number => {
  const difference = subtract(a, b).numerator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** The nearest double; correctly rounded while both parts are below 2^53, which the checker demands. */
export const toNumber = (a: Rational): number => Number(a.numerator) / Number(a.denominator);

/** As short decimal where one exists, else as fraction: `0.125`, `1/127`. */
export function showRational(a: Rational): string {
  if (isInteger(a)) return String(a.numerator);
  let rest = a.denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  if (rest !== 1n) return `${a.numerator}/${a.denominator}`;
  const decimals = Math.max(twos, fives);
  const scaled = (a.numerator * 10n ** BigInt(decimals)) / a.denominator;
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
