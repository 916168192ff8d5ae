// The stores of the game file stand in one table, src/game-server/game-stores. So a new one is its port, its two adapters, its
// contract suite, and a line there; how other threads ask it follows.

import { describe } from '@jest/globals';
import { gameStoreNames } from '#src/game-server/game-stores.js';
import { testStoreList } from './rules/store-list.js';

describe('the stores of the game file', () =>
  testStoreList({
    ...{ type: 'GameStores', table: 'src/game-server/game-stores.ts', ports: 'ports/storage/' },
    names: gameStoreNames,
    technologies: ['Memory', 'Sqlite', 'Remote'],
    players: [
      // Why there is none in memory stands in its port.
      { folder: 'adapters/memory', but: ['CharacterRecords'] },
      { folder: 'adapters/sqlite', but: [] },
    ],
    among: /^adapters\/memory\/storage\//,
  }));
