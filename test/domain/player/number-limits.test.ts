// Each number that is kept of a character has a most. What a rule would add beyond it is told, under a word of CharacterLimit,
// or there is a reason why nothing comes so far. The compiler demands an entry for each number.

import { describe, expect, it } from '@jest/globals';
import { pay, paymentFacts } from '#domain/inventory/wallet.js';
import { Deed } from '#domain/ledger/deed.js';
import { creditKill, gainFacts, loseByDeath, lossFacts } from '#domain/progression/gain.js';
import { storedColumns, storedMost } from '#domain/vocabulary/generated/character-numbers.js';
import { CharacterLimit, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { SmallWorld } from '../harness/small-world.js';

type Name = keyof typeof storedMost;

interface Told {
  readonly limit: CharacterLimit;
  /** What would take the number beyond its most, which it has reached. */
  exceed(world: SmallWorld['world'], row: number, creature: number): void;
  /** Where it is not the most that can be stored. */
  most?(world: SmallWorld['world']): number;
}

interface NeverReached {
  readonly because: string;
}

const limits: { readonly [Number in Name]: Told | NeverReached } = {
  experience: {
    limit: CharacterLimit.experience,
    most: ({ content }) => content.progression.experienceCurve.at(-1)!,
    exceed: (world, row, creature) => reserved(world, gainFacts, () => creditKill(world, row, creature, 1)),
  },
  kills: {
    limit: CharacterLimit.kills,
    exceed: (world, row, creature) => reserved(world, gainFacts, () => creditKill(world, row, creature, 0)),
  },
  deaths: {
    limit: CharacterLimit.deaths,
    exceed: (world, row) => reserved(world, lossFacts, () => loseByDeath(world, row)),
  },
  coins: {
    limit: CharacterLimit.coins,
    exceed: (world, row) =>
      reserved(world, paymentFacts, () => pay(world, new Deed().is(LedgerVerb.kill, 0), row, 1)),
  },
  health: {
    because: 'content that would give more is refused (adapters/content-files/cross-checks/check-rules)',
  },
  mana: {
    because: 'content that would give more is refused (adapters/content-files/cross-checks/check-rules)',
  },
  playedSeconds: { because: 'it is 136 years' },
};

function reserved(world: SmallWorld['world'], facts: number, act: () => number): void {
  expect(world.facts.reserve(facts)).toBe(true);
  world.facts.release(facts - act());
}

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
  it.each(told)('stays there, and what did not fit is told: %s', (name, { limit, exceed, most }) => {
    const small = new SmallWorld();
    const { world } = small;
    const [row, creature] = [small.player(20, 20), small.creature(22, 20)];
    const column = columnOf(world, name);
    const before = most?.(world) ?? storedMost[name];
    column[row] = before;
    small.told();
    exceed(world, row, creature);
    expect(small.toldOf('forfeited')).toEqual([expect.objectContaining({ reason: limit, amount: 1 })]);
    expect(column[row]).toBe(before);
  });

  it('has a word of its own, and every word is one of them', () => {
    expect(told.map(([name]) => name).sort()).toEqual(Object.keys(CharacterLimit).sort());
  });
});
