// Each number that is kept of a character has a most. What a rule would add beyond it is told, under a word of CharacterLimit,
// or there is a reason why nothing comes so far. The compiler demands an entry for each number.

import { describe, expect, it } from '@jest/globals';
import { settleDeaths } from '#domain/deaths/settle-deaths.js';
import type { System } from '#domain/engine/system.js';
import { storedColumns, storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import { CharacterLimit } from '#domain/vocabulary/generated/words.js';
import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { Creature, smallContent } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

type Name = keyof typeof storedMost;

interface Told {
  readonly limit: CharacterLimit;
  /** One that adds to it. It is played, not its rule called, so that it is seen to declare what is told (`emits`). */
  readonly by: System;
  /** What has it add 1 in the next tick. A kill gives 1 of everything. */
  readonly exceed: (world: SmallWorld['world'], row: number, creature: number) => void;
  /** Where it is not the most that can be stored. */
  most?(world: SmallWorld['world']): number;
}

interface NeverReached {
  readonly because: string;
}

const kill = (world: SmallWorld['world'], row: number, creature: number): void =>
  harmAndTell(world, row, creature, 1000);

const limits: { readonly [Number in Name]: Told | NeverReached } = {
  experience: {
    ...{ limit: CharacterLimit.experience, by: settleDeaths, exceed: kill },
    most: ({ content }) => content.progression.experienceCurve.at(-1)!,
  },
  kills: { limit: CharacterLimit.kills, by: settleDeaths, exceed: kill },
  deaths: {
    ...{ limit: CharacterLimit.deaths, by: settleDeaths },
    exceed: (world, row, creature) => harmAndTell(world, creature, row, 1000),
  },
  coins: { limit: CharacterLimit.coins, by: settleDeaths, exceed: kill },
  health: {
    because: 'content that would give more is refused (adapters/content-files/cross-checks/check-rules)',
  },
  mana: {
    because: 'content that would give more is refused (adapters/content-files/cross-checks/check-rules)',
  },
  playedSeconds: { because: 'it is 136 years' },
};

/** Whose wolf gives 1 of everything to who kills it. */
const content = smallContent({
  creatures: smallContent().lists.creatures.map((creature) => ({
    ...creature,
    ...{ experience: 1, experiencePerLevel: 0 },
  })),
  lootTables: smallContent().lists.lootTables.map((table) => ({
    ...table,
    ...{ coinsMin: 1, coinsMax: 1, rolls: [], whenFull: 'refuse' as const },
  })),
});

const told = (Object.keys(storedMost) as Name[]).flatMap((name) => {
  const limit: Told | NeverReached | undefined = limits[name];
  return limit !== undefined && 'because' in limit ? [] : [[name, limit] as const];
});

/** The column in which it lives. */
function columnOf({ components }: SmallWorld['world'], name: Name): { [row: number]: number } {
  const [component] = Object.entries(storedColumns).find(([, columns]) => name in columns)!;
  const { columns } = components[component as keyof typeof storedColumns];
  return (columns as unknown as Record<string, { [row: number]: number }>)[name]!;
}

describe('a number of a character that is as high as it goes', () => {
  it.each(told)('stays there, and what did not fit is told: %s', (name, { limit, by, exceed, most }) => {
    const small = new SmallWorld({ systems: [by], content });
    const { world } = small;
    const [row, creature] = [small.player(20, 20), small.creature(22, 20, { template: Creature.wolf })];
    const { timers } = world.tables.spawns;
    timers.spawned(timers.dueMember(0, 0, 1));
    const column = columnOf(world, name);
    const before = most?.(world) ?? storedMost[name];
    column[row] = before;
    small.told();
    exceed(world, row, creature);
    small.tick();
    expect(small.toldOf('forfeited')).toEqual([expect.objectContaining({ reason: limit, amount: 1 })]);
    expect(column[row]).toBe(before);
  });

  it('has a word of its own, and every word is one of them', () => {
    expect(told.map(([name]) => name).sort()).toEqual(Object.keys(CharacterLimit).sort());
  });
});
