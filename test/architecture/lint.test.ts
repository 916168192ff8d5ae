// `npm run lint` on a small project with the real rules, in which a forbidden import is planted and taken out again: the
// layer rule says what is wrong although the types fail too, nothing is written beside the sources, and afterwards all is well.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder.js';

const root = process.cwd();
const layers = ['codegen', 'domain', 'ports', 'application', 'adapters', 'client', 'src', 'bench', 'test'];
const projects = [...layers, 'adapters/protocol'];
const planted = 'application/planted.ts';

let project = '';

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function run(...words: readonly string[]): { readonly status: number | null; readonly output: string } {
  const ended = spawnSync(process.execPath, words, { cwd: project, encoding: 'utf8' });
  return { status: ended.status, output: ended.stdout + ended.stderr };
}

/** All that was said when it did not pass. */
function failures({ status, output }: ReturnType<typeof run>): string {
  return status === 0 ? '' : output;
}

/** Of all folders in which somebody writes by hand. */
function filesBesideSources(): string[] {
  return layers.flatMap((layer) =>
    readdirSync(join(project, layer), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(project.length + 1)),
  );
}

function plant(): void {
  write(
    planted,
    "import { resolveHost } from '#adapters/udp/resolve-host.js';\n\nexport const planted = resolveHost;\n",
  );
}

beforeAll(() => {
  project = temporaryFolder();
  const settings = ['.dependency-cruiser.cjs', 'eslint.config.js', 'tsconfig.cruise.json'];
  settings.push('.prettierrc.json', '.prettierignore', '.gitignore');
  for (const file of ['scripts', 'package.json', 'tsconfig.base.json', 'tsconfig.json', ...settings])
    cpSync(join(root, file), join(project, file), { recursive: true });
  // One by one: what lint remembers, in .cache, is the project's own.
  mkdirSync(join(project, 'node_modules'));
  for (const name of readdirSync(join(root, 'node_modules')).filter((each) => each !== '.cache'))
    symlinkSync(join(root, 'node_modules', name), join(project, 'node_modules', name));
  // What is unused in so small a project is not what this is about.
  write(
    'knip.json',
    '{ "entry": ["**/*.ts", "scripts/*.mjs"], "project": ["**/*.ts"], "exclude": ["dependencies"] }\n',
  );
  for (const each of projects) {
    cpSync(join(root, each, 'tsconfig.json'), join(project, each, 'tsconfig.json'));
    write(`${each}/there.ts`, 'export const there = 1;\n');
  }
  write(
    'adapters/udp/resolve-host.ts',
    "import { hostname } from 'node:os';\n\nexport function resolveHost(): string {\n  return hostname();\n}\n",
  );
});

describe('one forbidden import', () => {
  it('is named by the layer rules, litters nothing, and is forgotten when it is gone', () => {
    expect(failures(run('scripts/lint.mjs'))).toBe('');
    const before = filesBesideSources();
    plant();
    const refused = run('scripts/lint.mjs');
    expect(refused.status).toBe(1);
    expect(refused.output).toMatch(
      /not-in-allowed: application\/planted\.ts → adapters\/udp\/resolve-host\.ts/,
    );
    // What is allowed instead.
    expect(refused.output).toMatch(/^lint: layers: .*ARCHITECTURE\.md, “Layers”/m);
    expect(refused.output).toMatch(/^lint: failed: .*layers/m);
    expect(filesBesideSources().filter((file) => !before.includes(file))).toEqual([planted]);
    rmSync(join(project, planted));
    expect(failures(run('scripts/lint.mjs'))).toBe('');
  });

  it('of a noun without a band is told with what to do', () => {
    write('domain/weather/rain.ts', "import { there } from '../there.js';\n\nexport const rain = there;\n");
    const { output } = run('scripts/lint.mjs');
    rmSync(join(project, 'domain/weather'), { recursive: true });
    expect(output).toMatch(
      /domain-folder-has-a-band: domain\/weather\/rain\.ts → domain\/there\.ts\s+A new noun is given/,
    );
  });

  it.each(['application', 'src', 'bench'])('in a build of %s litters nothing', (each) => {
    const before = filesBesideSources();
    plant();
    const { status } = run('node_modules/typescript/bin/tsc', '-b', each);
    const after = filesBesideSources().filter((file) => file !== planted);
    rmSync(join(project, planted));
    expect([status === 0, after]).toEqual([false, before]);
  });
});

describe('one fault of types', () => {
  it.each(['domain', 'application'])('in %s is told alone, though nothing is built', (layer) => {
    rmSync(join(project, 'dist'), { recursive: true, force: true });
    write(`${layer}/faulty.ts`, "export const faulty: number = 'none';\n");
    // Everybody above uses it.
    for (const above of ['src', 'test'])
      write(
        `${above}/uses.ts`,
        `import { faulty } from '#${layer}/faulty.js';\n\nexport const uses = faulty;\n`,
      );
    const { output } = run('scripts/lint.mjs');
    for (const path of [`${layer}/faulty.ts`, 'src/uses.ts', 'test/uses.ts']) rmSync(join(project, path));
    expect(output.match(/^.*error TS.*$/gm)).toEqual([
      expect.stringMatching(`^${layer}/faulty\\.ts.*TS2322`),
    ]);
    expect(output).not.toMatch(/lint: failed:.*rules/);
    expect(failures(run('scripts/lint.mjs'))).toBe('');
  });
});
