// Runs a seed, and if asked runs it again: both runs must go the same way.

import type { Content } from '#domain/content/content.js';
import { runSeed } from './run-seed.js';

export interface SeedVerdict {
  readonly seed: number;
  readonly steps: number;
  readonly broken: readonly string[];
}

export async function checkSeed(content: Content, seed: number, twice: boolean): Promise<SeedVerdict> {
  const first = await runSeed(content, seed);
  if (!twice) return { seed, steps: first.steps, broken: first.broken };
  const second = await runSeed(content, seed);
  const steps = first.steps + second.steps;
  const at = first.hashes.findIndex((hash, index) => hash !== second.hashes[index]);
  const broken = [...first.broken];
  if (at >= 0 || first.hashes.length !== second.hashes.length)
    broken.push(`a second run went another way before check ${at < 0 ? first.hashes.length : at}`);
  if (JSON.stringify(first.met) !== JSON.stringify(second.met))
    broken.push('in a second run sessions met other things');
  return { seed, steps, broken };
}
