// What operators do for who is hurt or stuck.

import { beforeEach, expect, it } from '@jest/globals';
import { harm } from '#domain/combat/harm.js';
import { carryTo, healFully } from '#domain/operators/help.js';
import { CombatOutcome, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { SmallWorld } from '../harness/small-world.js';

let small: SmallWorld;
let row: number;

beforeEach(() => {
  small = new SmallWorld();
  row = small.player();
});

it('health and mana are full', () => {
  const { health, healthMax, mana, manaMax } = small.world.components.vitals.columns;
  harm(small.world, row, row, 30);
  mana[row] = 1;
  expect(healFully(small.world, row)).toBe(allowed);
  expect([health[row], mana[row]]).toEqual([healthMax[row], manaMax[row]]);
  const told = small.told();
  expect(told).toMatchObject([{ fact: 'struck', outcome: CombatOutcome.healed, amount: 30 }]);
});

it('somebody stands elsewhere, on free ground, on another map too', () => {
  const { map, x, y } = small.world.components.transform.columns;
  expect(carryTo(small.world, row, 1, 8.5, 9.5)).toBe(allowed);
  expect([map[row], x[row], y[row]]).toEqual([1, 8.5, 9.5]);
  // In the wall: beside it.
  expect(carryTo(small.world, row, 0, 0.5, 5.5)).toBe(allowed);
  expect(map[row]).toBe(0);
  expect(x[row]).toBeGreaterThan(1);
  expect(small.toldOf('travelled')).toHaveLength(2);
});

it('nobody is put where nobody can stand, and the dead have to stand up first', () => {
  const { x } = small.world.components.transform.columns;
  const before = x[row];
  expect(carryTo(small.world, row, 0, 60_000, 60_000)).toBe(RefusalReason.invalidTarget);
  harm(small.world, row, row, 1e9);
  expect(carryTo(small.world, row, 1, 8, 8)).toBe(RefusalReason.dead);
  expect(healFully(small.world, row)).toBe(RefusalReason.dead);
  expect(x[row]).toBe(before);
});
