// Plants one violation of every layer rule in a copy of the layout and expects dependency-cruiser to refuse it: a rule
// that guards nothing would pass silently for ever.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.cwd();
const layers = ['codegen', 'domain', 'ports', 'application', 'adapters', 'client', 'src'];

/** file → [imported path, the file there]; the rule that must refuse it. */
const violations: readonly (readonly [rule: string, from: string, specifier: string, to: string])[] = [
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
  ['not-in-allowed', 'adapters/protocol/planted.ts', 'node:crypto', ''],
  ['not-in-allowed', 'adapters/udp/planted.ts', '#client/planted-target.js', 'client/planted-target.ts'],
  ['not-in-allowed', 'client/planted.ts', '#domain/planted-target.js', 'domain/planted-target.ts'],
  [
    'not-in-allowed',
    'client/planted.ts',
    '#adapters/udp/planted-target.js',
    'adapters/udp/planted-target.ts',
  ],
  ['not-in-allowed', 'codegen/planted.ts', '#domain/planted-target.js', 'domain/planted-target.ts'],
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
  ['inversify-in-src-only', 'application/planted.ts', 'inversify', ''],
  ['nest-in-admin-api-only', 'adapters/sqlite/planted.ts', '@nestjs/common', ''],
  ['not-to-unresolvable', 'src/planted.ts', './nowhere.js', ''],
  ['no-circular', 'domain/planted.ts', './planted-target.js', 'domain/planted-target.ts'],
];

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

describe('the layer rules', () => {
  let copy = '';

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'layers-'));
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
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  function cruise(): Report['summary']['violations'] {
    const result = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
        ...layers,
      ],
      { cwd: copy, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    return (JSON.parse(result.stdout) as Report).summary.violations;
  }

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }

  it.each(violations)('%s: %s may not import %s', (rule, from, specifier, to) => {
    write(from, `import * as planted from '${specifier}';\nexport const use = planted;\n`);
    if (to !== '') {
      const back =
        rule === 'no-circular' ? `import { use } from './planted.js';\nexport const back = use;\n` : '';
      write(to, `${back}export const target = 1;\n`);
    }
    const found = cruise().filter(
      (violation) => violation.from === from || violation.rule.name === 'no-circular',
    );
    rmSync(join(copy, from));
    if (to !== '') rmSync(join(copy, to));
    expect(found.map((violation) => violation.rule.name)).toContain(rule);
  });

  it('every rule of the configuration has a planted violation', async () => {
    const { default: configuration } = (await import(join(root, '.dependency-cruiser.cjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    const planted = new Set(violations.map(([rule]) => rule));
    expect(configuration.forbidden.map((rule) => rule.name).filter((name) => !planted.has(name))).toEqual([]);
  });
});

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
});
