// Plants one violation of every layer rule in a copy of the layout and expects dependency-cruiser to refuse it: a rule
// that guards nothing would pass silently for ever. Each is planted with and without a build beside the sources, and on
// the real sources every import that can be found in their text must be among the arrows that were judged.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.cwd();
const layers = ['codegen', 'domain', 'ports', 'application', 'adapters', 'client', 'src'];

/** The rule that must refuse it, the importing file, what it imports, and the file there. */
const violations: readonly (readonly [rule: string, from: string, specifier: string, to: string])[] = [
  [
    'not-in-allowed',
    'domain/planted.ts',
    '#adapters/udp/planted-target.js',
    'adapters/udp/planted-target.ts',
  ],
  ['not-in-allowed', 'domain/planted.ts', '#ports/planted-target.js', 'ports/planted-target.ts'],
  ['not-in-allowed', 'domain/planted.ts', 'node:fs', ''],
  ['not-in-allowed', 'domain/planted.ts', 'pino', ''],
  ['not-in-allowed', 'ports/planted.ts', '#application/planted-target.js', 'application/planted-target.ts'],
  [
    'not-in-allowed',
    'application/planted.ts',
    '#adapters/udp/planted-target.js',
    'adapters/udp/planted-target.ts',
  ],
  ['not-in-allowed', 'application/planted.ts', 'node:fs', ''],
  ['not-in-allowed', 'ports/planted.ts', 'node:fs', ''],
  ['not-in-allowed', 'adapters/protocol/planted.ts', 'node:crypto', ''],
  ['not-in-allowed', 'adapters/protocol/planted.ts', 'pino', ''],
  ['not-in-allowed', 'adapters/protocol/planted.ts', '#domain/planted-target.js', 'domain/planted-target.ts'],
  [
    'not-in-allowed',
    'adapters/protocol/planted.ts',
    '#application/planted-target.js',
    'application/planted-target.ts',
  ],
  [
    'not-in-allowed',
    'adapters/protocol/planted.ts',
    '#codegen/planted-target.js',
    'codegen/planted-target.ts',
  ],
  ['not-in-allowed', 'adapters/udp/planted.ts', '#src/planted-target.js', 'src/planted-target.ts'],
  ['not-in-allowed', 'adapters/udp/planted.ts', '#codegen/planted-target.js', 'codegen/planted-target.ts'],
  // "Did you mean …?" alone is what one adapter may have of it.
  [
    'not-in-allowed',
    'adapters/content-files/planted.ts',
    '#codegen/text/planted-target.js',
    'codegen/text/planted-target.ts',
  ],
  ['not-in-allowed', 'adapters/udp/planted.ts', '#client/planted-target.js', 'client/planted-target.ts'],
  ['not-in-allowed', 'client/planted.ts', '#domain/planted-target.js', 'domain/planted-target.ts'],
  ['not-in-allowed', 'client/planted.ts', 'node:fs', ''],
  [
    'not-in-allowed',
    'client/planted.ts',
    '#adapters/udp/planted-target.js',
    'adapters/udp/planted-target.ts',
  ],
  ['not-in-allowed', 'codegen/planted.ts', '#domain/planted-target.js', 'domain/planted-target.ts'],
  ['not-in-allowed', 'src/planted.ts', '../test/planted-target.js', 'test/planted-target.ts'],
  [
    'adapter-never-imports-sibling',
    'adapters/sqlite/planted.ts',
    '#adapters/udp/planted-target.js',
    'adapters/udp/planted-target.ts',
  ],
  [
    'protocol-knows-no-adapter',
    'adapters/protocol/planted.ts',
    '#adapters/udp/planted-target.js',
    'adapters/udp/planted-target.ts',
  ],
  [
    'only-inbound-adapters-use-cases',
    'adapters/sqlite/planted.ts',
    '#application/planted-target.js',
    'application/planted-target.ts',
  ],
  [
    'domain-order-words',
    'domain/engine/planted.ts',
    '../body/planted-target.js',
    'domain/body/planted-target.ts',
  ],
  [
    'domain-order-ground',
    'domain/body/planted.ts',
    '../combat/planted-target.js',
    'domain/combat/planted-target.ts',
  ],
  [
    'domain-order-actors',
    'domain/inventory/planted.ts',
    '../mail/planted-target.js',
    'domain/mail/planted-target.ts',
  ],
  [
    'domain-order-dealings',
    'domain/skills/effects/planted.ts',
    '../../ai/planted-target.js',
    'domain/ai/planted-target.ts',
  ],
  ['domain-order-turns', 'domain/deaths/planted.ts', '../game.js', 'domain/game.ts'],
  [
    'domain-folder-has-a-band',
    'domain/new-noun/planted.ts',
    './planted-target.js',
    'domain/new-noun/planted-target.ts',
  ],
  ['inversify-in-src-only', 'application/planted.ts', 'inversify', ''],
  ['nest-in-admin-api-only', 'adapters/sqlite/planted.ts', '@nestjs/common', ''],
  ['not-to-unresolvable', 'src/planted.ts', './nowhere.js', ''],
  ['sources-only', 'src/planted.ts', '../dist/src/planted-target.js', 'dist/src/planted-target.ts'],
  ['no-circular', 'domain/planted.ts', './planted-target.js', 'domain/planted-target.ts'],
];

interface Report {
  readonly summary: {
    readonly violations: readonly { from: string; to: string; rule: { name: string } }[];
  };
  readonly modules: readonly {
    source: string;
    dependencies: readonly { module: string; resolved: string }[];
  }[];
}

function cruise(cwd: string): Report {
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const result = spawnSync(
    process.execPath,
    [cruiser, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...layers],
    { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  return JSON.parse(result.stdout) as Report;
}

/** `planted.ts` → `planted-3.ts`: all violations are planted at once, each in files of its own. */
function numbered(path: string, index: number): string {
  return path.replace(/(planted|planted-target)(\.ts|\.js)$/, `$1-${index}$2`);
}

/** An empty project with the real rules, and with or without what a build would have put there. */
function makeCopy(built: boolean): string {
  const copy = mkdtempSync(join(tmpdir(), 'layers-'));
  for (const file of [
    'package.json',
    '.dependency-cruiser.cjs',
    'tsconfig.base.json',
    'tsconfig.cruise.json',
  ]) {
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const layer of layers) mkdirSync(join(copy, layer));
  violations.forEach(([rule, from, specifier, to], index) => {
    plant(copy, numbered(from, index), importing(numbered(specifier, index)), built);
    if (to === '') return;
    const back = rule === 'no-circular' ? importing(`./planted-${index}.js`) : '';
    plant(copy, numbered(to, index), `${back}export const target = 1;\n`, built);
  });
  return copy;
}

function importing(specifier: string): string {
  return `import * as planted from '${specifier}';\nexport const use = planted;\n`;
}

function plant(copy: string, path: string, text: string, built: boolean): void {
  write(join(copy, path), text);
  if (!built || path.startsWith('dist/')) return;
  const output = join(copy, 'dist', path.replace(/\.ts$/, ''));
  write(`${output}.js`, text);
  write(`${output}.d.ts`, 'export declare const target = 1;\nexport declare const use: unknown;\n');
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe.each([
  ['without a build', false],
  ['beside a build', true],
])('the layer rules %s', (_, built) => {
  let copy = '';
  let found: Report['summary']['violations'] = [];

  beforeAll(() => {
    copy = makeCopy(built);
    found = cruise(copy).summary.violations;
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it.each(violations.map((violation, index) => [...violation, index] as const))(
    '%s: %s may not import %s',
    (rule, from, _specifier, _to, index) => {
      const own = found.filter((violation) => violation.from === numbered(from, index));
      expect(own.map((violation) => violation.rule.name)).toContain(rule);
    },
  );
});

describe('the layer rules', () => {
  it('have a planted violation each', async () => {
    const { default: configuration } = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    const planted = new Set(violations.map(([rule]) => rule));
    expect(configuration.forbidden.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([]);
  });

  it('say each what it is about, to whom it stops', async () => {
    const { default: configuration } = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string; comment?: string }[] };
    };
    const silent = configuration.forbidden.filter(({ comment }) => (comment ?? '').length < 20);
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('judge every arrow between layers that stands in the sources, and lead to sources', () => {
    const judged = new Set(
      cruise(root).modules.flatMap(({ source, dependencies }) =>
        dependencies.map(({ resolved }) => `${source} → ${resolved}`),
      ),
    );
    const written = layers.flatMap(arrowsWrittenIn);
    expect(written.length).toBeGreaterThan(700);
    expect(written.filter((arrow) => !judged.has(arrow))).toEqual([]);
    expect([...judged].filter((arrow) => arrow.includes('→ dist/'))).toEqual([]);
  });
});

/** By their text alone: static, re-exported, dynamic and type imports. What emitters write are arrows of other files. */
function arrowsWrittenIn(layer: string): string[] {
  return readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !(layer === 'codegen' && name.startsWith('emit')))
    .flatMap((name) => {
      const file = join(layer, name);
      const text = readFileSync(join(root, file), 'utf8');
      const specifiers = [...text.matchAll(/(?:^|[ (}])(?:from|import\()\s*'#([^']+)\.js'/gm)];
      return specifiers.map(([, target]) => `${file} → ${target}.ts`);
    });
}

describe('the compiler', () => {
  it.each(['process.exit()', 'Buffer.alloc(1)', 'setTimeout(() => 0, 1)', 'console.log(1)', "fetch('')"])(
    'refuses %s in the domain',
    (expression) => {
      const folder = mkdtempSync(join(tmpdir(), 'domain-'));
      cpSync(join(root, 'tsconfig.base.json'), join(folder, 'tsconfig.base.json'));
      cpSync(join(root, 'domain/tsconfig.json'), join(folder, 'domain/tsconfig.json'));
      writeFileSync(join(folder, 'domain/planted.ts'), `export const planted = ${expression};\n`);
      const result = spawnSync(
        process.execPath,
        [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'domain'],
        { cwd: folder, encoding: 'utf8' },
      );
      rmSync(folder, { recursive: true, force: true });
      expect(result.stdout).toContain('Cannot find name');
    },
  );

  it.each([
    ['domain', '#adapters/planted-target.js'],
    ['codegen', '#domain/planted-target.js'],
    ['ports', '#application/planted-target.js'],
    ['application', '#adapters/planted-target.js'],
    ['client', '#application/planted-target.js'],
    ['adapters/protocol', '#application/planted-target.js'],
    ['adapters', '#client/planted-target.js'],
  ])('refuses in %s an import of %s, although it was built', (layer, specifier) => {
    const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
    const projects = [...layers, 'adapters/protocol'].map((project) => `${project}/tsconfig.json`);
    for (const file of ['package.json', 'tsconfig.base.json', ...projects]) {
      cpSync(join(root, file), join(folder, file));
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    plant(folder, `${specifier.slice(1, -3)}.ts`, 'export const target = 1;\n', true);
    write(join(folder, layer, 'planted.ts'), importing(specifier));
    const result = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', layer, '--noEmit'],
      { cwd: folder, encoding: 'utf8' },
    );
    rmSync(folder, { recursive: true, force: true });
    // It lies outside of the project, and of those that it refers to.
    expect(result.stdout).toMatch(/error TS(6059|6307): .*planted-target/);
  });
});
