// One-time codes by Node's own HMAC: RFC 4226 is the ten lines of `codeOf`, which its vectors hold to the letter; a library
// would bring no more but its own ways to store secrets and to choose weaker parameters.

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { OneTimeCodes } from '#ports/admin/sign-in/one-time-codes.js';
import { fromBase32, toBase32 } from './base32.js';

const secretBytes = 20;
const digits = 6;

export class NodeOneTimeCodes implements OneTimeCodes {
  secret(): string {
    return toBase32(randomBytes(secretBytes));
  }

  stepOf(secret: string, code: string, steps: readonly number[]): number | undefined {
    const key = fromBase32(secret);
    const given = Buffer.alloc(digits);
    given.write(code);
    const fits = /^\d{6}$/.test(code);
    let found: number | undefined;
    for (const step of steps) {
      if (timingSafeEqual(given, Buffer.from(codeOf(key, step))) && fits) found = step;
    }
    return found;
  }
}

/** HOTP (RFC 4226, section 5.3): HMAC-SHA-1, cut by its own last nibble. `counter` is a whole number from 0 on. */
export function codeOf(key: Uint8Array, counter: number, digitsOfCode = digits): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(message).digest();
  const at = mac[mac.length - 1]! & 0xf;
  const number = mac.readUInt32BE(at) & 0x7fffffff;
  return String(number % 10 ** digitsOfCode).padStart(digitsOfCode, '0');
}
