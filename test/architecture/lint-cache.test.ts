// `npm run lint` passes over what has passed before. It must not pass over what another file's types have made wrong.
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

interface LintCache {
  staleFiles(): { stale: readonly string[]; notePassed(): void };
}

let project = '';
let cache: LintCache;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

beforeEach(async () => {
  project = mkdtempSync(join(tmpdir(), 'lint-'));
  for (const script of ['lint-cache.mjs', 'steps.mjs']) {
    cpSync(join(process.cwd(), 'scripts', script), join(project, 'scripts', script));
  }
  for (const file of ['package-lock.json', 'eslint.config.js', 'tsconfig.base.json']) write(file, '{}');
  write('domain/far.ts', "import { near } from './near.js';\n");
  write('domain/near.ts', "export { deed } from '#ports/deed.js';\n");
  write('ports/deed.ts', 'export function deed(): void {}\n');
  write('ports/other.ts', 'export const other = 1;\n');
  write('dist/ports/deed.d.ts', 'export declare function deed(): void;\n');
  cache = (await import(join(project, 'scripts/lint-cache.mjs'))) as LintCache;
  cache.staleFiles().notePassed();
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

describe('the files that lint looks at', () => {
  it('are none when nothing changed', () => {
    expect(cache.staleFiles().stale).toEqual([]);
  });

  it('are the changed one alone when what it declares is as it was', () => {
    write('ports/deed.ts', 'export function deed(): void { /* another body */ }\n');
    expect(cache.staleFiles().stale).toEqual(['ports/deed.ts']);
  });

  it('are also all that import it, however far, when its declaration changed: a promise may float there now', () => {
    write('ports/deed.ts', 'export async function deed(): Promise<void> {}\n');
    write('dist/ports/deed.d.ts', 'export declare function deed(): Promise<void>;\n');
    expect([...cache.staleFiles().stale].sort()).toEqual([
      'domain/far.ts',
      'domain/near.ts',
      'ports/deed.ts',
    ]);
  });

  it('are all when a rule, a setting of the compiler or a package changed', () => {
    // The four above, two scripts and the rules.
    const everything = 7;
    for (const file of ['eslint.config.js', 'tsconfig.base.json', 'package-lock.json']) {
      write(file, `{ "changed": "${file}" }`);
      const { stale, notePassed } = cache.staleFiles();
      expect([file, stale.length]).toEqual([file, everything]);
      notePassed();
    }
  });

  it('stay stale until they have passed', () => {
    write('ports/other.ts', 'export const other = 2;\n');
    cache.staleFiles();
    expect(cache.staleFiles().stale).toEqual(['ports/other.ts']);
  });
});
