// One word, one thing: no two exported types of the layers bear one name.

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { borneTwice } from './exported-names.js';

const layers = ['codegen', 'domain', 'ports', 'application', 'adapters', 'client', 'src'];

/** What a generator writes bears the names of the schema: the same word on the wire, in memory and in rules is meant. */
const isGenerated = (path: string): boolean => path.includes('/generated/');

/** Names that two files may bear, and why. */
const allowed: Readonly<Record<string, string>> = {};

const sources = new Map(
  layers.flatMap((layer) =>
    readdirSync(layer, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => join(layer, name))
      .filter((path) => !isGenerated(path))
      .map((path) => [path, readFileSync(path, 'utf8')] as const),
  ),
);

describe('exported types', () => {
  it('bear a name of their own', () => {
    expect(sources.size).toBeGreaterThan(600);
    expect(borneTwice(sources).filter((words) => !(words.split(':')[0]! in allowed))).toEqual([]);
  });

  it('are listed as exceptions only while they are some', () => {
    const twice = borneTwice(sources).map((words) => words.split(':')[0]);
    expect(Object.keys(allowed).filter((name) => !twice.includes(name))).toEqual([]);
  });

  it('would be refused in two files', () => {
    const planted = new Map([
      ['domain/a.ts', 'export interface Verdict {}\nexport class Rule {}\ninterface Own {}\n'],
      [
        'ports/b.ts',
        "export type Verdict = 'yes';\nconst text = `export class Rule {}`;\nexport { text };\n",
      ],
      ['ports/c.ts', 'interface Own {}\nexport class Sheet {}\nexport interface Sheet {}\n'],
    ]);
    expect(borneTwice(planted)).toEqual(['Verdict: domain/a.ts, ports/b.ts']);
  });
});
