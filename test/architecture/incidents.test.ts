// The list of what happened to other servers (npm run incidents): complete, and every test that it names is there.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

interface Incident {
  readonly class: number;
  readonly what: string;
  readonly tests?: readonly { readonly file: string; readonly title: string }[];
  readonly cannot?: string;
  readonly open?: string;
}

const root = path.resolve(import.meta.dirname, '../..');
const incidents = JSON.parse(readFileSync(path.join(root, 'test/incidents.json'), 'utf8')) as Incident[];

/** A test with this title stands in the file. */
function exists(file: string, title: string): boolean {
  const whole = path.join(root, file);
  return existsSync(whole) && readFileSync(whole, 'utf8').includes(`it('${title}'`);
}

describe('the incidents of other servers', () => {
  it('are 52 classes, each with a test, or a sentence why it cannot exist, or open', () => {
    expect(incidents.map((incident) => incident.class)).toEqual(Array.from({ length: 52 }, (_, i) => i + 1));
    for (const { tests, cannot, open } of incidents)
      expect(
        [tests, cannot, open].filter((answer) => answer !== undefined && answer.length > 0),
      ).toHaveLength(1);
  });

  it('name tests that are there', () => {
    const named = incidents.flatMap(({ tests = [] }) => tests);
    expect(named.filter(({ file, title }) => !exists(file, title))).toEqual([]);
    expect(exists('test/domain/trade/trade.test.ts', 'a test that nobody wrote')).toBe(false);
  });
});
