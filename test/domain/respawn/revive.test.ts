import { describe, expect, it } from '@jest/globals';
import { reviveAutomatically } from '#domain/respawn/revive-automatically.js';
import { reviveOnRequest } from '#domain/respawn/revive.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { SmallWorld } from '../harness/small-world.js';

function fallen() {
  const small = new SmallWorld({ systems: [reviveAutomatically] });
  const { world } = small;
  const row = small.player(30, 30);
  harmAndTell(world, row, row, 10_000);
  // Nobody settles deaths here.
  world.facts.release(world.facts.reservedFacts);
  const { respawnWaitTicks, respawnAutomaticTicks } = world.content.rules;
  return { small, world, row, respawnWaitTicks, respawnAutomaticTicks };
}

describe('a dead player', () => {
  it('stands up at the bind point when it asks, after the wait', () => {
    const { small, world, row, respawnWaitTicks } = fallen();
    expect(reviveOnRequest(world, row)).toBe(RefusalReason.busy);
    small.tick(respawnWaitTicks);
    expect(reviveOnRequest(world, row)).toBe(allowed);
    expect(world.components.dead.has(row)).toBe(false);
    const { bindPoint } = world.maps[0]!;
    const { x, y } = world.components.transform.columns;
    expect([x[row], y[row]]).toEqual([bindPoint.x, bindPoint.y]);
    expect(reviveOnRequest(world, row)).toBe(RefusalReason.notDead);
  });

  it('stands up by itself after a long while', () => {
    const { small, world, row, respawnAutomaticTicks } = fallen();
    small.tick(respawnAutomaticTicks + 30);
    expect(world.components.dead.has(row)).toBe(false);
    expect(small.toldOf('stoodUp')).toHaveLength(1);
  });

  it('waits while there is no room to tell of it', () => {
    const { small, world, row, respawnWaitTicks } = fallen();
    small.tick(respawnWaitTicks);
    small.withoutRoom(() => expect(reviveOnRequest(world, row)).toBe(RefusalReason.busy));
    expect(world.components.dead.has(row)).toBe(true);
  });
});
