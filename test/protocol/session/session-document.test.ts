// SESSION.md is true to the bytes: every block marked "example: <name>" is what the code makes, and none is missing.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { workedExample } from './worked-example.js';

const text = readFileSync(new URL('../../../protocol-schema/SESSION.md', import.meta.url), 'utf8');

function documentedBlocks(): Map<string, string> {
  const blocks = new Map<string, string>();
  for (const [, name, body] of text.matchAll(/<!-- example: ([^>]+) -->\s*```\w*\n([^`]+)```/g)) {
    blocks.set(name!.trim(), body!.replace(/\s+/g, ''));
  }
  return blocks;
}

describe('the worked example in SESSION.md', () => {
  const documented = documentedBlocks();

  it.each([...workedExample()])('%s', (name, bytes) => {
    expect(documented.get(name)).toBe(bytes);
  });

  it('shows nothing else', () => {
    expect([...documented.keys()].filter((name) => !workedExample().has(name))).toEqual([]);
  });
});
