import { describe, expect, it } from '@jest/globals';
import { CreatureState } from '#domain/ai/creature-state.js';
import { wake } from '#domain/ai/wake.js';
import { noteStruck } from '#domain/vocabulary/generated/facts.js';
import { CombatOutcome } from '#domain/vocabulary/generated/words.js';
import { SmallWorld } from '../harness/small-world.js';

/** The ticks until a creature thinks, after it was struck; before, it would have thought in `inTicks`. */
function thinksIn(inTicks: number, outcome: CombatOutcome, state: number = CreatureState.idle): number {
  const small = new SmallWorld({ systems: [wake] });
  const { world } = small;
  const wolf = small.creature();
  const { columns } = world.components.creature;
  columns.state[wolf] = state;
  columns.nextThinkTick[wolf] = world.tick + inTicks;
  noteStruck(world.facts, 0, world.idAt(wolf), 1, outcome, 5);
  small.run();
  return columns.nextThinkTick[wolf]! - world.tick;
}

describe('a creature that is struck', () => {
  it('thinks a fifth of a second later, or sooner when its turn comes sooner', () => {
    expect(thinksIn(100, CombatOutcome.hit)).toBe(12);
    expect(thinksIn(100, CombatOutcome.dodged)).toBe(12);
    expect(thinksIn(5, CombatOutcome.hit)).toBe(5);
  });

  it('keeps its turn when it fights already, and when it was healed', () => {
    expect(thinksIn(100, CombatOutcome.hit, CreatureState.chasing)).toBe(100);
    expect(thinksIn(100, CombatOutcome.healed)).toBe(100);
  });

  it('may be gone, or be a player: nobody thinks then', () => {
    const small = new SmallWorld({ systems: [wake] });
    const { world } = small;
    const player = small.player();
    const { nextThinkTick } = world.components.creature.columns;
    nextThinkTick.fill(500);
    noteStruck(world.facts, 0, world.idAt(player), 1, CombatOutcome.hit, 5);
    noteStruck(world.facts, 0, world.idAt(player) + 40, 1, CombatOutcome.hit, 5);
    small.run();
    expect(nextThinkTick.every((tick) => tick === 500)).toBe(true);
  });
});
