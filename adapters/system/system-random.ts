// The host's cryptographic randomness.

import { randomFillSync } from 'node:crypto';

import type { RandomSource } from '#ports/system/random-source.js';

export class SystemRandom implements RandomSource {
  fill(bytes: Uint8Array): void {
    randomFillSync(bytes);
  }
}
