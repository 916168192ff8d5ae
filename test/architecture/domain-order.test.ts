// What stands in the domain's folders: each has its band, the documents say which, a system is its noun's own, and what is
// declared is in the lists of the tick. That no arrow goes up, the layer rules hold (layers).

import { describe, expect, it } from '@jest/globals';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { phaseNames } from '#application/tick/phases.js';
import { systems } from '#domain/game.js';
import { arrowsIn, type Sources } from './rules/folder-rules.js';

const root = process.cwd();

/** By name, as the rules have them. */
async function bands(): Promise<Record<string, string[]>> {
  const { default: configuration } = (await import(join(root, '.dependency-cruiser.cjs'))) as {
    default: { forbidden: { name: string; from: { path?: string } }[] };
  };
  return Object.fromEntries(
    configuration.forbidden.flatMap(({ name, from }) => {
      const band = /^domain-order-(\w+)$/.exec(name)?.[1];
      return band === undefined ? [] : [[band, /\((.*)\)/.exec(from.path!)![1]!.split('|')]];
    }),
  );
}

/** Rows `| band | `folder`, … | … |` behind the heading. */
function bandsInText(text: string): Record<string, string[]> {
  const table = text.split('## The order of the domain')[1]?.split('\n## ')[0] ?? '';
  const rows = [...table.matchAll(/^\| (\w+) +\| (`.*?) *\|/gm)];
  return Object.fromEntries(
    rows.map(([, band, folders]) => [band, [...folders!.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!)]),
  );
}

describe('the order of the domain', () => {
  it('has a place for every folder, once', async () => {
    const folders = readdirSync(join(root, 'domain'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(
      Object.values(await bands())
        .flat()
        .sort(),
    ).toEqual(folders.sort());
  });

  it('is what ARCHITECTURE.md says', async () => {
    expect(bandsInText(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'))).toEqual(await bands());
  });
});

/** Imports of a file that defines a system, from elsewhere than its noun and the list of all systems. */
function systemsBorrowed(sources: Sources): string[] {
  const nounOf = (path: string) => path.split('/').slice(0, 2).join('/');
  return arrowsIn(sources)
    .filter(({ from, to }) => from !== 'domain/game.ts' && nounOf(from) !== nounOf(to))
    .filter(({ to }) => to.startsWith('domain/') && /\bdefineSystem\(\{/.test(sources.get(to)!))
    .map(({ from, to }) => `${from} → ${to}`);
}

const paths = globSync('{domain,application,ports,adapters,client,src}/**/*.ts', { cwd: root });
const sources = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

describe('a file that defines a system', () => {
  it('is imported by its noun and domain/game.ts alone', () => {
    expect(systemsBorrowed(sources)).toEqual([]);
  });

  it('would be seen in the hands of others', () => {
    const rule = "import { revive } from '../respawn/revive.js';\nexport const decide = defineSystem({});\n";
    const planted: Sources = new Map([
      ['domain/game.ts', "import { decide } from './intents/decide.js';\n"],
      ['domain/intents/decide.ts', rule],
      ['domain/respawn/revive.ts', 'export const revive = 1;\nexport const system = defineSystem({});\n'],
      ['domain/respawn/stand-up.ts', "import { revive } from './revive.js';\n"],
      ['application/intents/requests.ts', "import { decide } from '#domain/intents/decide.js';\n"],
    ]);
    expect(systemsBorrowed(planted)).toEqual([
      'domain/intents/decide.ts → domain/respawn/revive.ts',
      'application/intents/requests.ts → domain/intents/decide.ts',
    ]);
  });
});

/** `file: name` of what the sources declare by this beginning of a definition, the name as its `name` says it, wherever. */
function declared(of: Sources, beginning: RegExp): string[] {
  return [...of].flatMap(([path, text]) =>
    text
      .split(new RegExp(beginning.source))
      .slice(1)
      .map((definition) => `${path}: ${/\bname: '([\w-]+)'/.exec(definition)?.[1] ?? 'no name'}`),
  );
}

function notAmong(names: readonly string[], those: readonly string[]): string[] {
  return those.filter((each) => !names.includes(each.split(': ')[1]!));
}

/** What the compiler says of this text of domain/game.ts. */
function faultsOf(game: string): string[] {
  const path = join(root, 'domain/game.ts');
  const { config } = ts.readConfigFile(join(root, 'domain/tsconfig.json'), (name) => ts.sys.readFile(name));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(root, 'domain'));
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (name) => (resolve(name) === path ? game : read(name));
  const checked = { ...options, composite: false, incremental: false, noEmit: true, noUnusedLocals: false };
  const program = ts.createProgram([path], checked, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

// What is declared and stands in no list compiles, and never happens.
describe('what a tick is made of:', () => {
  const system = /defineSystem\(\{/;
  const table = /defineTable\(\{/;
  const phase = /: PhaseDefinition = \{/;

  it('every system is in the list of domain/game.ts', () => {
    const all = declared(sources, system);
    const listed = systems.map(({ name }) => name);
    expect(notAmong(listed, all)).toEqual([]);
    expect(all).toHaveLength(systems.length);
  });

  it('every table is made by a system of that list', () => {
    const owned = systems.flatMap(({ owns }) => owns.map(({ name }) => name));
    const all = declared(sources, table);
    expect(notAmong(owned, all)).toEqual([]);
    expect(all).toHaveLength(owned.length);
  });

  it('every other phase is in the list of application/tick/phases.ts', () => {
    const all = declared(sources, phase);
    expect(notAmong(phaseNames, all)).toEqual([]);
    expect(all).toHaveLength(phaseNames.length - systems.length);
    // Written otherwise it would not be seen here.
    const otherwise = [...sources].filter(([, text]) =>
      /satisfies PhaseDefinition|as PhaseDefinition/.test(text),
    );
    expect(otherwise.map(([path]) => path)).toEqual([]);
  });

  it('every file that adds to the names of the world is named in domain/game.ts, for the compiler of others', () => {
    const adding = [...sources]
      .filter(([path]) => path.startsWith('domain/'))
      .filter(([, text]) => /^declare module '[./]+\/engine\/registry\.js'/m.test(text))
      .map(([path]) => path);
    const named = [...sources.get('domain/game.ts')!.matchAll(/^import '\.\/(.*)\.js';$/gm)].map(
      ([, path]) => `domain/${path}.ts`,
    );
    expect(named.sort()).toEqual(adding.sort());
  });

  it('the compiler holds domain/game.ts to the columns of every noun', () => {
    const game = sources.get('domain/game.ts')!;
    expect(faultsOf(game)).toEqual([]);
    expect(faultsOf(game.replace('  ...combatColumns,\n', ''))).toEqual([
      expect.stringMatching(
        /^Type '.*' is missing the following properties .*: vitals, combat, dead, casting/,
      ),
    ]);
  });

  it('one that was left out is named', () => {
    const text = "export const bleed = defineSystem({\n  name: 'bleed',\n});\n";
    const planted = declared(new Map([['domain/combat/bleed.ts', text]]), system);
    expect(notAmong(['move-players'], planted)).toEqual(['domain/combat/bleed.ts: bleed']);
    const later = "export const tally = defineSystem({ budgetUs: 100, name: 'tally' });\n";
    expect(declared(new Map([['domain/combat/tally.ts', later]]), system)).toEqual([
      'domain/combat/tally.ts: tally',
    ]);
  });
});
