// Inversify's share of composition: no name that nothing is bound to, and nothing bound that nobody asks for.

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokens } from '#src/composition/tokens.js';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join('src', name), 'utf8'));

function mentions(pattern: RegExp): string[] {
  return sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!));
}

/** Names bound, and names asked for: in a list of what a factory needs, or of the container itself. */
function judge(all: readonly string[], bound: readonly string[], mentioned: readonly string[]): string[] {
  const count = (names: readonly string[], name: string): number =>
    names.filter((one) => one === name).length;
  return all.flatMap((name) => {
    if (count(bound, name) === 0) return [`${name}: nothing is bound to it`];
    return count(mentioned, name) > count(bound, name) ? [] : [`${name}: nobody asks for it`];
  });
}

describe('the names of composition', () => {
  it('are all bound, and all asked for', () => {
    const bound = mentions(/\.bind\(tokens\.(\w+)\)/g);
    expect(bound.length).toBeGreaterThan(10);
    expect(judge(Object.keys(tokens), bound, mentions(/\btokens\.(\w+)/g))).toEqual([]);
  });

  it('would be refused without a binding, or without a use', () => {
    expect(judge(['clock', 'log', 'random'], ['clock', 'random'], ['clock', 'clock', 'random'])).toEqual([
      'log: nothing is bound to it',
      'random: nobody asks for it',
    ]);
  });
});
