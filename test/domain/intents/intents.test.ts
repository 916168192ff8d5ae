import { describe, expect, it } from '@jest/globals';
import { decideIntents } from '#domain/intents/decide.js';
import { dropIntents, intendRespawn, intendSkill } from '#domain/intents/intents.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { CombatOutcome, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Skill } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

function beside() {
  const small = new SmallWorld({ systems: [decideIntents] });
  const { world } = small;
  const player = small.player(20, 20);
  const wolf = small.creature(21.2, 20);
  return { small, world, player, wolf, wolfId: world.idAt(wolf) };
}

describe('an intent', () => {
  it('is decided in the next tick, and what comes of it is told', () => {
    const { small, world, player, wolfId } = beside();
    expect(intendSkill(world, player, Skill.strike, wolfId)).toBe(allowed);
    expect(small.told()).toEqual([]);
    small.tick();
    expect(small.toldOf('struck')).toEqual([
      expect.objectContaining({ actor: world.idAt(player), subject: wolfId, skill: Skill.strike }),
    ]);
  });

  it('is one of its kind at a time', () => {
    const { small, world, player, wolfId } = beside();
    intendSkill(world, player, Skill.strike, wolfId);
    expect(intendSkill(world, player, Skill.strike, wolfId)).toBe(RefusalReason.busy);
    small.tick();
    expect(intendSkill(world, player, Skill.strike, wolfId)).toBe(allowed);
  });

  it('names something', () => {
    const { world, player } = beside();
    expect(intendSkill(world, player, 0, 0)).toBe(RefusalReason.unknownSkill);
  });

  it('that cannot be granted is told with the reason and the request', () => {
    const { small, world, player } = beside();
    intendRespawn(world, player);
    intendSkill(world, player, 999, 0);
    small.tick();
    expect(small.toldOf('requestRefused')).toEqual([
      expect.objectContaining({ request: RequestId.respawn, reason: RefusalReason.notDead }),
      expect.objectContaining({ request: RequestId.useSkill, reason: RefusalReason.unknownSkill }),
    ]);
  });

  it('ends with its session, even in the middle of the list', () => {
    const { small, world, player, wolfId } = beside();
    const other = small.player(20.5, 20);
    intendSkill(world, player, Skill.strike, wolfId);
    intendSkill(world, other, Skill.strike, wolfId);
    dropIntents(world, player);
    small.tick();
    expect(small.toldOf('struck').map(({ actor }) => actor)).toEqual([world.idAt(other)]);
    expect(intendSkill(world, player, Skill.strike, wolfId)).toBe(allowed);
  });

  it('is refused as busy while there is no room to tell of a death, and costs nothing', () => {
    const { small, world, player, wolfId } = beside();
    intendSkill(world, player, Skill.strike, wolfId);
    small.withoutRoom(() => small.tick());
    expect(small.told()).toEqual([
      expect.objectContaining({ fact: 'requestRefused', reason: RefusalReason.busy }),
    ]);
    expect(world.components.combat.columns.globalReadyTick[player]).toBe(0);
  });
});

describe('a skill that heals', () => {
  it('gives no more than is missing', () => {
    const { small, world, player } = beside();
    const heals = world.content.skills.find((skill) => skill?.effect === 'heal');
    if (heals === undefined) throw new Error('the small content has no heal');
    const { health } = world.components.vitals.columns;
    health[player] = health[player]! - 1;
    intendSkill(world, player, heals.id, 0);
    small.tick();
    expect(small.toldOf('struck')).toEqual([
      expect.objectContaining({ outcome: CombatOutcome.healed, amount: 1 }),
    ]);
  });
});
