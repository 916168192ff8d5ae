// ports/README.md is true: it lists every port, and every adapter that plays a role is where it says. The row of a new port
// is written by UPDATE_PORTS=1.

import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import {
  addRows,
  filesIn,
  knowsPort,
  playedIn,
  readRows,
  rowFor,
  rowsOf,
  textsIn,
} from './rules/port-page.js';

const ports = filesIn('ports').filter((path) => !path.includes('generated'));
if (process.env['UPDATE_PORTS'] !== undefined) {
  const known = new Set(readRows().map(({ file }) => file));
  addRows(ports.filter((path) => !known.has(path)));
}
const rows = readRows();
const roles = new Set(rows.flatMap((row) => row.roles));

describe('the page of roles', () => {
  it('lists every port once (UPDATE_PORTS=1 writes the row of a new one), and none that is gone', () => {
    expect(rows.map(({ file }) => file).sort()).toEqual([...ports].sort());
  });

  it('names roles that their file exports', () => {
    const missing = rows.flatMap(({ file, roles }) =>
      roles.filter((role) => !readFileSync(file, 'utf8').includes(`export interface ${role} `)),
    );
    expect(missing).toEqual([]);
  });

  it('names suites and adapters that are there, and that know the role', () => {
    const wrong = rows.flatMap(({ file, roles, suites, players }) =>
      [...suites, ...players].filter(
        (path) => !existsSync(path) || !knowsPort(readFileSync(path, 'utf8'), file, roles),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('leaves out no adapter that implements a role', () => {
    const listed = new Set(
      rows.flatMap(({ roles, players }) =>
        players.flatMap((path) => roles.map((role) => `${role}: ${path}`)),
      ),
    );
    const played = playedIn(textsIn('adapters'), roles);
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

  it('has a row for a new port written from its sources', () => {
    const port = '// What time\n// it is. Never goes back.\n\nexport interface Clock {}\n';
    const row = rowFor('ports/system/a.ts', port, {
      adapters: new Map([
        ['adapters/memory/m.ts', 'export class TurnedClock implements Clock {'],
        ['adapters/system/s.ts', 'export class SystemClock implements Clock {'],
      ]),
      suites: new Map([
        ['test/contract/c.ts', "import { pace } from '#ports/system/a.js';"],
        ['test/contract/d.ts', "import { pace } from '#ports/system/b.js';"],
      ]),
    });
    expect(row).toMatch(/^\| \[`system\/a`\]\(system\/a\.ts\) \| `Clock` \| What time it is \| /);
    expect(rowsOf(row)).toEqual([
      {
        file: 'ports/system/a.ts',
        roles: ['Clock'],
        suites: ['test/contract/c.ts'],
        players: ['adapters/system/s.ts', 'adapters/memory/m.ts'],
      },
    ]);
  });
});
