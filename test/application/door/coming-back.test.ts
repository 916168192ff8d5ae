// The rows “death”, “health, mana” and “cooldowns” of the table “What stays with a character” in ARCHITECTURE.md. The
// columns that need a whole server are in test/simulation: resuming, coming-back.

import { rouse } from '#domain/combat/harm.js';
import { describe, expect, it } from '@jest/globals';
import { DisconnectReason, RefusalReason } from '#domain/vocabulary/generated/words.js';
import {
  ada,
  besideWolf,
  calm,
  goAway,
  isDead,
  standUp,
  strike,
} from '../../support/worlds/ada-beside-a-wolf.js';
import { Played } from '../../support/worlds/played-simulation.js';
import { Skill, smallContent } from '../../support/worlds/small-content.js';

function killed(): { played: Played; player: number } {
  const played = calm(500);
  const { player, wolf } = besideWolf(played);
  played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
  for (let i = 0; i < 300 && !isDead(played, 1); i++) played.step();
  expect(isDead(played, 1)).toBe(true);
  return { played, player };
}

describe('death', () => {
  it('outlasts leaving and joining: where it died, with the same wait before standing up', () => {
    const { played, player } = killed();
    const there = played.position(player);
    played.simulation.leave(1, DisconnectReason.left);
    played.step(2);
    const row = played.enter(2, 'Ada', ada);
    expect(isDead(played, 2)).toBe(true);
    expect(played.health(row)).toBe(0);
    expect(played.position(row)).toEqual(there);
    expect(strike(played, 2, 0, Skill.mend)).toBe(RefusalReason.dead);
    expect(standUp(played, 2)).toBe(RefusalReason.busy);
    played.step(60);
    expect(standUp(played, 2)).toBeUndefined();
    expect(played.position(row)).toEqual({ x: 5, y: 5, map: 0 });
    expect(played.health(row)).toBe(50);
    expect(played.sheetOf(2).deaths).toBe(1);
  });

  it('goes on as long as it would have: who left later stands up by itself sooner', () => {
    const { played } = killed();
    played.step(1000);
    goAway(played, 1);
    played.enter(2, 'Ada', ada);
    played.step(150);
    expect(isDead(played, 2)).toBe(true);
    played.step(80);
    expect(isDead(played, 2)).toBe(false);
  });

  it('of an earlier run of the server is over by its age, also in the first ticks of the next', () => {
    const played = calm();
    const { player } = besideWolf(played);
    played.world.components.vitals.columns.health[player] = 50;
    goAway(played, 1);
    const stored = played.courier.stored.get('ada')!;
    Object.assign(stored, { health: 0 });
    stored.times.deadTicks = 5000;
    const next = calm();
    next.courier.stored.set('ada', stored);
    next.enter(1, 'Ada', ada);
    expect(isDead(next, 1)).toBe(true);
    expect(standUp(next, 1)).toBeUndefined();
    expect(isDead(next, 1)).toBe(false);
  });

  it('is taken over by a second session', () => {
    const { played } = killed();
    played.simulation.join(2, ada, 'Ada', false);
    expect(isDead(played, 2)).toBe(true);
    expect(standUp(played, 2)).toBe(RefusalReason.busy);
  });
});

describe('health and mana', () => {
  function hurt(): { played: Played; player: number } {
    const played = calm();
    const { player } = besideWolf(played);
    const { health, mana } = played.world.components.vitals.columns;
    health[player] = 41;
    mana[player] = 7;
    return { played, player };
  }

  function healthAndMana(played: Played, row: number): number[] {
    const { health, mana } = played.world.components.vitals.columns;
    return [health[row]!, mana[row]!];
  }

  it('are those with which the character left, however long it was away', () => {
    const { played } = hurt();
    played.simulation.leave(1, DisconnectReason.left);
    played.step(6000);
    expect(healthAndMana(played, played.enter(2, 'Ada', ada))).toEqual([41, 7]);
  });

  it('are the same for a second session', () => {
    const { played } = hurt();
    played.simulation.join(2, ada, 'Ada', false);
    expect(healthAndMana(played, played.rowOf(2))).toEqual([41, 7]);
  });

  it('are the same behind a portal', () => {
    const { played, player } = hurt();
    // Nothing comes back meanwhile.
    rouse(played.world, player);
    played.put(player, 61, 4);
    played.walk(1, 1, 0, 40);
    expect(played.position(player).map).toBe(1);
    expect(healthAndMana(played, player)).toEqual([41, 7]);
  });
});

describe('cooldowns', () => {
  const long = () => {
    const { skills } = smallContent();
    const slow = skills.map((each) => each && { ...each, cooldownTicks: 900, globalCooldownTicks: 30 });
    return new Played({ content: smallContent({ skills: slow.filter((each) => each !== undefined) }) });
  };

  it('outlast leaving and joining, each by its slot', () => {
    const played = long();
    const row = played.enter(1, 'Ada', ada);
    played.world.components.vitals.columns.health[row] = 50;
    expect(strike(played, 1, 0, Skill.mend)).toBeUndefined();
    goAway(played, 1);
    played.enter(2, 'Ada', ada);
    played.step(40);
    expect(strike(played, 2, 0, Skill.mend)).toBe(RefusalReason.onCooldown);
    expect(strike(played, 2, 0, Skill.strike)).toBe(RefusalReason.unknownTarget);
    played.step(860);
    expect(strike(played, 2, 0, Skill.mend)).toBeUndefined();
  });

  it('that hold every skill back do so for who comes back at once', () => {
    const played = long();
    played.enter(1, 'Ada', ada);
    strike(played, 1, 0, Skill.mend);
    played.simulation.leave(1, DisconnectReason.left);
    played.step(2);
    played.enter(2, 'Ada', ada);
    expect(strike(played, 2, 0, Skill.strike)).toBe(RefusalReason.onCooldown);
  });

  it('go on for a second session', () => {
    const played = long();
    played.enter(1, 'Ada', ada);
    strike(played, 1, 0, Skill.mend);
    played.simulation.join(2, ada, 'Ada', false);
    played.step(40);
    expect(strike(played, 2, 0, Skill.mend)).toBe(RefusalReason.onCooldown);
  });

  it('go on through a portal', () => {
    const played = long();
    const row = played.enter(1, 'Ada', ada);
    strike(played, 1, 0, Skill.mend);
    played.put(row, 61, 4);
    played.walk(1, 1, 0, 40);
    expect(played.position(row).map).toBe(1);
    expect(strike(played, 1, 0, Skill.mend)).toBe(RefusalReason.onCooldown);
  });
});

describe('what was played', () => {
  it('is counted once when a second session takes over', () => {
    const played = calm();
    played.step(6000);
    played.enter(1, 'Ada', ada);
    played.step(600);
    played.simulation.join(2, ada, 'Ada', false);
    played.step(600);
    played.simulation.leave(2, DisconnectReason.left);
    played.step();
    expect(played.courier.stored.get('ada')!.playedSeconds).toBe(20);
  });
});

describe('names that a store takes for one', () => {
  it('are one character in the world too', () => {
    const played = calm();
    played.enter(1, 'Alan', ada);
    for (const [index, name] of ['aLAN', 'Ａlan', 'ALAN'].entries()) {
      played.simulation.join(2 + index, ada, name, false);
      played.step();
      expect(played.simulation.counts).toMatchObject({ sessions: 1, players: 1 });
    }
  });
});
