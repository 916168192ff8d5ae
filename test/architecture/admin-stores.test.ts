// The stores of the admin API stand in one table, src/admin-api/admin-stores: no other source of the server knows more than
// its own, and none is left out. So a new one is its port, its two adapters, its contract suite, and a line there.

import { describe, expect, it } from '@jest/globals';
import { adminStoreNames } from '#src/admin-api/admin-stores.js';
import { playedIn, textsIn } from './port-page.js';

const table = 'src/admin-api/admin-stores.ts';
const layers = ['ports', 'application', 'adapters', 'src'];
const texts = new Map(layers.flatMap((layer) => [...textsIn(layer)]));

/** Key and role, as each port says them. */
const named = [...texts].flatMap(([path, text]) =>
  [...text.matchAll(/\binterface AdminStores \{\s+readonly (\w+): (\w+);/g)].map(
    ([, key, role]) => [key!, role!, path] as const,
  ),
);
const roles = new Set(named.map(([, role]) => role));
const classes = [...roles].flatMap((role) => [`Memory${role}`, `Postgres${role}`]);

/** Files that name several stores' classes. */
function listsIn(files: ReadonlyMap<string, string>): string[] {
  const several = [...files].filter(
    ([, text]) => classes.filter((name) => new RegExp(`\\b${name}\\b`).test(text)).length > 1,
  );
  return several.map(([path]) => path);
}

describe('the stores of the admin API', () => {
  it('name themselves in their ports, and are all in the table', () => {
    expect(named.map(([key]) => key).sort()).toEqual([...adminStoreNames].sort());
    expect(named.filter(([, , path]) => !path.startsWith('ports/admin/'))).toEqual([]);
  });

  it('are played in memory and on PostgreSQL', () => {
    const players = playedIn(texts, roles).map((entry) => entry.split('/').slice(0, 2).join('/'));
    const missing = [...roles].flatMap((role) =>
      [`${role}: adapters/memory`, `${role}: adapters/postgres`].filter(
        (player) => !players.includes(player),
      ),
    );
    expect(missing).toEqual([]);
  });

  it('are listed nowhere else', () => {
    expect(listsIn(texts)).toEqual([table]);
  });

  it('would be seen in another list', () => {
    const list = 'stores = [new MemoryAuditLog(), new MemoryAccountStore()]';
    expect(listsIn(new Map([['src/planted.ts', list]]))).toEqual(['src/planted.ts']);
  });
});
