// Reed-Solomon over GF(256) with the polynomial 0x11D, as ISO/IEC 18004 (QR codes) takes it.

const exponents = new Uint8Array(255);
const logarithms = new Uint8Array(256);
for (let exponent = 0, value = 1; exponent < 255; exponent++) {
  exponents[exponent] = value;
  logarithms[value] = exponent;
  value = (value << 1) ^ (value >= 128 ? 0x11d : 0);
}

function times(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return exponents[(logarithms[a]! + logarithms[b]!) % 255]!;
}

/** Coefficients from the highest power down, without the leading 1. */
function divisorOf(degree: number): Uint8Array {
  const divisor = new Uint8Array(degree);
  divisor[degree - 1] = 1;
  for (let power = 0; power < degree; power++) {
    const root = exponents[power]!;
    for (let i = 0; i < degree; i++) divisor[i] = times(divisor[i]!, root) ^ (divisor[i + 1] ?? 0);
  }
  return divisor;
}

/** The words that are put behind `data`, `count` of them. */
export function correctionWords(data: Uint8Array, count: number): Uint8Array {
  const divisor = divisorOf(count);
  const rest = new Uint8Array(count);
  for (const word of data) {
    const factor = word ^ rest[0]!;
    rest.copyWithin(0, 1);
    rest[count - 1] = 0;
    for (let i = 0; i < count; i++) rest[i]! ^= times(divisor[i]!, factor);
  }
  return rest;
}
