// All ordered pairs of verbs, by number: the seed of a pair follows from the first seed and its number, so that it is the
// same one when the pair is played alone.

import { playNames, type PlayName } from './plays/all-plays.js';

export const pairsCount = playNames.length ** 2;

export function pairOf(number: number): readonly [PlayName, PlayName] {
  const verbs = playNames.length;
  return [playNames[Math.floor(number / verbs)]!, playNames[number % verbs]!];
}

/** Undefined for what is no pair: `FIRST,SECOND`. */
export function pairNumberOf(pair: string): number | undefined {
  const [first, second, ...more] = pair.split(',').map((name) => playNames.indexOf(name as PlayName));
  if (first === undefined || second === undefined || first < 0 || second < 0 || more.length > 0)
    return undefined;
  return first * playNames.length + second;
}

/** Room for the interleavings of each pair between the first seeds that somebody tries one after the other. */
export function seedOfPair(firstSeed: number, number: number): number {
  return (firstSeed * 100_003 + number) % 1_000_000;
}
