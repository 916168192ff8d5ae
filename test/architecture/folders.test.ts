// The rooms of the house (ARCHITECTURE, "Folders"): no crowd, no circle, no endless file. Each rule must refuse a planted
// violation, for a rule that guards nothing would pass silently for ever.

import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  arrowsIn,
  crowdedFolders,
  filesMax,
  folderCircles,
  hasBoundedLength,
  linesMax,
  longFiles,
  type Sources,
} from './rules/folder-rules.js';

const root = process.cwd();

/** Nothing of ours is in them: packages, what git and tools keep, what a build makes. */
const notOurs = new Set(['node_modules', '.git', '.angular', 'dist', 'data']);
/** What a build makes beside the sources: git does not keep it, and only who built has it. */
const made = new Set(['admin-ui/src/app/api']);
/** Written by a generator: may be as long as the schema is, and counts as any file beside others. */
const generated: readonly RegExp[] = [
  /(^|\/)generated\//,
  /^protocol-schema\/clients\/(cpp|csharp)\/tos\//i,
  /^protocol-schema\/wireshark\/tos\.lua$/,
  /^test\/codegen\/everything\/everything\.ts$/,
  /^bench\/codec\/messages\/messages\.ts$/,
];

function sourcesIn(folder: string, into = new Map<string, string>()): Map<string, string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (made.has(path)) continue;
    if (entry.isDirectory() && !notOurs.has(entry.name)) sourcesIn(path, into);
    else if (entry.isFile() && !notOurs.has(entry.name))
      into.set(path, hasBoundedLength(path) ? textOf(path) : '');
  }
  return into;
}

function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const all = sourcesIn('');
const isGenerated = (path: string): boolean => generated.some((name) => name.test(path));

describe('the folders of this project', () => {
  it('are all looked at', () => {
    for (const folder of ['domain', 'adapters', 'admin-ui', 'bench', 'codegen', 'test', 'scripts']) {
      expect([...all.keys()].some((path) => path.startsWith(`${folder}/`))).toBe(true);
    }
    expect(arrowsIn(all).length).toBeGreaterThan(3000);
  });

  it(`have at most ${filesMax} files side by side`, () => {
    // The root is where tools look for their settings.
    const inFolders = [...all.keys()].filter((path) => path.includes('/'));
    expect(crowdedFolders(inFolders)).toEqual([]);
  });

  it('have no circle, at any level', () => {
    expect(folderCircles(all)).toEqual([]);
  });

  it(`have no file of more than ${linesMax} lines that somebody writes by hand`, () => {
    expect(longFiles(new Map([...all].filter(([path]) => !isGenerated(path))))).toEqual([]);
  });

  it('name no generated file that is not there', () => {
    const there = [...all.keys()];
    const built = /^admin-ui/;
    const missing = generated.filter((name) => !there.some((path) => name.test(path)));
    // The console's client exists once it was built.
    expect(missing.filter((name) => !built.test(name.source.replace('^', '')))).toEqual([]);
  });
});

describe('a planted violation is refused:', () => {
  const file = (...imports: string[]): string => imports.map((from) => `import '${from}';\n`).join('');
  const sources = (files: Readonly<Record<string, string>>): Sources => new Map(Object.entries(files));

  it('one file too many, whatever it is', () => {
    const paths = Array.from({ length: filesMax }, (_, i) => `domain/combat/rule-${i}.ts`);
    expect(crowdedFolders(paths)).toEqual([]);
    expect(crowdedFolders([...paths, 'domain/combat/table.json'])).toEqual(['domain/combat: 21 files']);
  });

  it.each(['src/long.ts', 'scripts/long.mjs', 'admin-ui/src/long.scss', 'admin-ui/src/long.html', 'long.sh'])(
    'one line too many in %s',
    (path) => {
      expect(longFiles(sources({ [path]: '\n'.repeat(linesMax) }))).toEqual([]);
      expect(longFiles(sources({ [path]: '\n'.repeat(linesMax + 1) }))).toEqual([`${path}: 401 lines`]);
    },
  );

  it.each([
    [
      'two folders side by side',
      {
        'domain/combat/hit.ts': file('../loot/drop.js'),
        'domain/loot/drop.ts': '',
        'domain/loot/roll.ts': file('#domain/combat/dice.js'),
        'domain/combat/dice.ts': '',
      },
      'domain: combat ⇄ loot',
    ],
    [
      'three in a ring, of which each knows only the next',
      {
        'ports/a/one.ts': file('../b/two.js'),
        'ports/b/two.ts': file('../c/three.js'),
        'ports/c/three.ts': file('../a/four.js'),
        'ports/a/four.ts': '',
      },
      'ports: a ⇄ b ⇄ c',
    ],
    [
      'deep inside one and deep inside the other',
      {
        'adapters/x/deep/one.ts': file('../../y/deep/two.js'),
        'adapters/y/deep/two.ts': '',
        'adapters/y/three.ts': file('../x/four.js'),
        'adapters/x/four.ts': '',
      },
      'adapters: x ⇄ y',
    ],
    [
      'a folder and the one around it',
      {
        'src/program/main.ts': file('./parts/part.js'),
        'src/program/parts/part.ts': file('../shared.js'),
        'src/program/shared.ts': '',
      },
      'src/program: . ⇄ parts',
    ],
    [
      'by types alone, and without an ending as the console writes it',
      {
        'admin-ui/src/app/live/feed.ts': "import type { Shell } from '../shell/shell';\n",
        'admin-ui/src/app/shell/shell.ts': "export { feed } from '../live/feed';\n",
      },
      'admin-ui/src/app: live ⇄ shell',
    ],
    [
      'by an import at run time',
      {
        'content/a/one.mjs': "const two = await import('../b/two.mjs');\n",
        'content/b/two.mjs': file('../a/three.mjs'),
        'content/a/three.mjs': '',
      },
      'content: a ⇄ b',
    ],
  ])('a circle of %s', (_, files, circle) => {
    const found = folderCircles(sources(files));
    expect(found.map((words) => words.split('\n')[0])).toEqual([circle]);
  });

  it('but not folders that stand in an order', () => {
    const ordered = {
      'domain/game.ts': file('./combat/hit.js', './loot/drop.js'),
      'domain/combat/hit.ts': file('../loot/drop.js', './dice.js'),
      'domain/combat/dice.ts': file('./hit.js'),
      'domain/loot/drop.ts': '',
    };
    expect(folderCircles(sources(ordered))).toEqual([]);
  });
});
