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
      const factRow = reader.next;
      switch (facts.kind[factRow]!) {
        case FactKind.entered:
        case FactKind.travelled:
        case FactKind.stoodUp: {
          const row = world.rowOf(facts.subject[factRow]!);
          if (row !== 0) world.tables.wakefulness.arrived(world, row, facts.tick[factRow]!);
          break;
        }
        case FactKind.struck:
          if (facts.outcome[factRow] !== CombatOutcome.healed)
            alert(world, world.rowOf(facts.subject[factRow]!));
          break;
      }
    }
  },
});

function alert(world: WorldOf<never, 'creature'>, row: number): void {
  const { creature } = world.components;
  const { state, nextThinkTick } = creature.columns;
  if (!creature.has(row) || state[row] === CreatureState.chasing) return;
  nextThinkTick[row] = Math.min(nextThinkTick[row]!, world.tick + reactionTicks);
}
