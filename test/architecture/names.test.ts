// One word, one thing: no two exported types of the layers bear one name, but for those of generated files among themselves.

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { borneTwice } from './rules/exported-names.js';

const layers = ['codegen', 'domain', 'ports', 'application', 'adapters', 'client', 'src'];

/** What a generator writes bears the names of the schema: the same word on the wire, in memory and in rules is meant. */
const isGenerated = (path: string): boolean => path.includes('/generated/');

/** Names that a file written by hand and a generated one may bear, and why. */
const allowed: Readonly<Record<string, string>> = {
  OperatorCommand: 'one command: its row in the store, and the record that carries it to the simulation',
  StoredCooldown: 'one cooldown: in the stored character, and in the record that carries it between threads',
  SessionEnd: 'one end: as a client is told of it, and the record between threads that says it',
  MapObjects:
    'the objects of a map, class by class: as they stand in the file, and in the content made of it',
  FactSink: 'what takes facts: from rules, a function a kind; from the log, row by row, on to the journal',
  Queued:
    'a word for what became of a message to send; and the packet that tells a place in the queue of newcomers',
};

const sources = new Map(
  layers.flatMap((layer) =>
    readdirSync(layer, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .map((name) => join(layer, name))
      .map((path) => [path, readFileSync(path, 'utf8')] as const),
  ),
);

describe('exported types', () => {
  it('bear a name of their own', () => {
    expect(sources.size).toBeGreaterThan(600);
    expect(borneTwice(sources, isGenerated).filter((words) => !(words.split(':')[0]! in allowed))).toEqual(
      [],
    );
  });

  it('are listed as exceptions only while they are some', () => {
    const twice = borneTwice(sources, isGenerated).map((words) => words.split(':')[0]);
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

  it('would be refused when they are exported by a line of their own, under another name too', () => {
    const planted = new Map([
      ['domain/a.ts', 'interface Verdict {}\nexport type { Verdict };\n'],
      ['ports/b.ts', 'class Answer {}\nexport { Answer as Verdict };\n'],
      ['client/c.ts', "export type { Verdict } from '#domain/a.js';\nconst Rule = 1;\nexport { Rule };\n"],
      ['ports/d.ts', 'export class Rule {}\n'],
    ]);
    expect(borneTwice(planted)).toEqual(['Verdict: domain/a.ts, ports/b.ts']);
  });

  it('would be refused when they are others of elsewhere, renamed', () => {
    const planted = new Map([
      ['domain/a.ts', 'export interface Verdict {}\nexport interface Rule {}\n'],
      ['domain/b.ts', "export type { Sheet as Verdict } from './sheet.js';\n"],
      ['domain/c.ts', "import type { Sheet as Rule } from './sheet.js';\nexport type { Rule };\n"],
    ]);
    expect(borneTwice(planted)).toEqual([
      'Rule: domain/a.ts, domain/c.ts',
      'Verdict: domain/a.ts, domain/b.ts',
    ]);
  });

  it('may bear one name in generated files, not in a generated one and another', () => {
    const text = 'export interface Verdict {}\n';
    const planted = (...paths: string[]) => new Map(paths.map((path) => [path, text]));
    const [one, other] = ['domain/generated/words.ts', 'adapters/protocol/generated/game.ts'];
    expect(borneTwice(planted(one, other), isGenerated)).toEqual([]);
    expect(borneTwice(planted(one, other, 'ports/b.ts'), isGenerated)).toHaveLength(1);
  });
});
