// The stores of the admin API stand in one table, src/admin-api/admin-stores. So a new one is its port, its two adapters, its
// contract suite, and a line there.

import { describe } from '@jest/globals';
import { adminStoreNames } from '#src/admin-api/admin-stores.js';
import { testStoreList } from './rules/store-list.js';

describe('the stores of the admin API', () =>
  testStoreList({
    ...{ type: 'AdminStores', table: 'src/admin-api/admin-stores.ts', ports: 'ports/admin/' },
    names: adminStoreNames,
    technologies: ['Memory', 'Postgres'],
    players: ['adapters/memory', 'adapters/postgres'].map((folder) => ({ folder, but: [] })),
    among: /^$/,
  }));
