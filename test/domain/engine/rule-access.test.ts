// What rules need, said once, and what comes together of it for who runs them.

import { expect, it } from '@jest/globals';
import { defineAccess } from '#domain/engine/rule-access.js';
import type { RuleAccess } from '#domain/engine/rule-access.js';
import { defineSystem } from '#domain/engine/system.js';

const growing = defineAccess({ reads: ['dead', 'player'], writes: ['progress'], emits: ['forfeited'] });
const dying = defineAccess({ reads: ['progress'], writes: ['dead'], emits: ['died', 'forfeited'] });

it('is what its rules need and what is its own, each part once, and read only what is not written', () => {
  const both = defineAccess({ rules: [growing, dying], reads: ['identity'], writes: ['vitals'] });
  expect([both.reads, both.writes, both.emits].map((names) => [...names].sort())).toEqual([
    ['identity', 'player'],
    ['dead', 'progress', 'vitals'],
    ['died', 'forfeited'],
  ]);
});

it('is nothing where nothing is said', () => {
  expect(defineAccess({})).toEqual({ reads: [], writes: [], emits: [] } satisfies RuleAccess);
});

it('is what a system declares that is given it, and of the world it sees no more', () => {
  const system = defineSystem({
    name: 'grow',
    budgetUs: 1,
    ...growing,
    run: (world) => {
      world.components.progress.columns.kills[0] = 0;
      // @ts-expect-error Only read.
      world.components.player.columns.character[0] = 0;
      // @ts-expect-error Not declared.
      void world.components.vitals;
    },
  });
  expect(system).toMatchObject({ reads: ['dead', 'player'], writes: ['progress'], emits: ['forfeited'] });
});
