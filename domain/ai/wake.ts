// Creatures hear of what happened: where players arrive nobody sleeps on, and who is struck does not wait for its next
// turn to think, unless it fights already.

import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { FactKind } from '../vocabulary/generated/facts.js';
import { CombatOutcome } from '../vocabulary/generated/words.js';
import { CreatureState } from './creature-state.js';
import { wakefulness } from './wakefulness.js';

/** Ours: a fifth of a second from a blow to the answer, what a quick living being needs. */
const reactionTicks = 12;

export const wake = defineSystem({
  name: 'wake',
  budgetUs: 250,
  reads: ['transform', 'grid'],
  writes: ['creature', 'wakefulness'],
  owns: [wakefulness],
  readsFacts: true,
  run(world, _queries, reader) {
    const { facts } = world;
    for (; reader.next < facts.count; reader.next++) {
      const row = reader.next;
      switch (facts.kind[row]!) {
        case FactKind.entered:
        case FactKind.travelled:
        case FactKind.stoodUp: {
          const place = world.placeOf(facts.subject[row]!);
          if (place !== 0) world.tables.wakefulness.arrived(world, place, facts.tick[row]!);
          break;
        }
        case FactKind.struck:
          if (facts.outcome[row] !== CombatOutcome.healed) alert(world, world.placeOf(facts.subject[row]!));
          break;
      }
    }
  },
});

function alert(world: WorldOf<never, 'creature'>, place: number): void {
  const { creature } = world.components;
  const { state, nextThinkTick } = creature.columns;
  if (place === 0 || !creature.has(place) || state[place] === CreatureState.chasing) return;
  nextThinkTick[place] = Math.min(nextThinkTick[place]!, world.tick + reactionTicks);
}
