// ports/README.md is true: it lists every port, and every adapter that plays a role is where it says.

import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Row {
  readonly file: string;
  readonly roles: readonly string[];
  readonly suites: readonly string[];
  readonly players: readonly string[];
}

/** Paths from the project's root. */
function linksIn(cell: string): string[] {
  return [...cell.matchAll(/\]\((?:\.\.\/)?([^)]+)\)/g)].map(([, path]) => path!);
}

function rowsOf(page: string): Row[] {
  return page
    .split('\n')
    .filter((line) => line.startsWith('| ['))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, file = '', roles = '', , suites = '', adapters = '', inMemory = '']) => ({
      file: join('ports', linksIn(file)[0]!),
      roles: [...roles.matchAll(/`(\w+)`/g)].map(([, role]) => role!),
      suites: linksIn(suites),
      players: [...linksIn(adapters), ...linksIn(inMemory)],
    }));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

/** `Role: file` for each class of an adapter that says which of these roles it implements. */
function playedIn(files: ReadonlyMap<string, string>, roles: ReadonlySet<string>): string[] {
  return [...files].flatMap(([path, text]) =>
    [...text.matchAll(/\bclass \w+(?:<[^{]*?>)?(?: extends [^{]+?)? implements ([^{]+) \{/g)]
      .flatMap(([, list]) => list!.split(',').map((name) => name.trim().replace(/<.*/, '')))
      .filter((name) => roles.has(name))
      .map((role) => `${role}: ${path}`),
  );
}

const rows = rowsOf(readFileSync('ports/README.md', 'utf8'));
const roles = new Set(rows.flatMap((row) => row.roles));

describe('the page of roles', () => {
  it('lists every port once, and none that is gone', () => {
    const ports = filesIn('ports').filter((path) => !path.includes('generated'));
    expect(rows.map(({ file }) => file).sort()).toEqual(ports.sort());
  });

  it('names roles that their file exports', () => {
    const missing = rows.flatMap(({ file, roles }) =>
      roles.filter((role) => !readFileSync(file, 'utf8').includes(`export interface ${role} `)),
    );
    expect(missing).toEqual([]);
  });

  it('names suites and adapters that are there, and that know the role', () => {
    const wrong = rows.flatMap(({ roles, suites, players }) =>
      [...suites, ...players].filter(
        (path) => !existsSync(path) || !roles.some((role) => readFileSync(path, 'utf8').includes(role)),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves out no adapter that implements a role', () => {
    const adapters = new Map(filesIn('adapters').map((path) => [path, readFileSync(path, 'utf8')]));
    const listed = new Set(
      rows.flatMap(({ roles, players }) =>
        players.flatMap((path) => roles.map((role) => `${role}: ${path}`)),
      ),
    );
    const played = playedIn(adapters, roles);
    expect(played.length).toBeGreaterThan(40);
    expect(played.filter((player) => !listed.has(player))).toEqual([]);
  });

  it('would miss a port or an adapter that nobody wrote down', () => {
    expect(rowsOf('| [`a`](a.ts) | `Clock` | time | | [`x`](../adapters/x.ts) | |\n')).toEqual([
      { file: 'ports/a.ts', roles: ['Clock'], suites: [], players: ['adapters/x.ts'] },
    ]);
    const planted = new Map([
      ['adapters/y.ts', 'export class SlowClock extends Base implements Clock, Other {'],
      ['adapters/z.ts', 'export class NoClock implements Other {'],
    ]);
    expect(playedIn(planted, new Set(['Clock']))).toEqual(['Clock: adapters/y.ts']);
  });
});
