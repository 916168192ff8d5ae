// What a character is stays with it, whatever becomes of its session and its entity: one block for each row of the table
// “What stays with a character” in ARCHITECTURE.md. Columns that go through a store are in test/simulation/coming-back.

import { describe, expect, it } from '@jest/globals';
import { DisconnectReason, RefusalReason } from '#domain/game/vocabulary.js';
import { countItems } from '#domain/inventory/inventory.js';
import {
  account,
  ada,
  besideWolf,
  calm,
  enterBeside,
  goAway,
  isDead,
  pickUp,
  standUp,
  strike,
} from '../../support/ada-beside-a-wolf.js';
import { Played } from '../../support/played-simulation.js';
import { Item, Skill, smallContent } from '../../support/small-content.js';

function killed(): { played: Played; player: number } {
  const played = calm(500);
  const { player, wolf } = besideWolf(played);
  played.simulation.useSkill(1, Skill.strike, played.idAt(wolf));
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
    const place = played.enter(2, 'Ada', ada);
    expect(isDead(played, 2)).toBe(true);
    expect(played.health(place)).toBe(0);
    expect(played.position(place)).toEqual(there);
    expect(strike(played, 2, 0, Skill.mend)).toBe(RefusalReason.dead);
    expect(standUp(played, 2)).toBe(RefusalReason.busy);
    played.step(60);
    expect(standUp(played, 2)).toBeUndefined();
    expect(played.position(place)).toEqual({ x: 5, y: 5, map: 0 });
    expect(played.health(place)).toBe(50);
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
  it('are those with which the character left', () => {
    const played = calm();
    const { player } = besideWolf(played);
    const { health, mana } = played.world.components.vitals.columns;
    health[player] = 41;
    mana[player] = 7;
    played.simulation.leave(1, DisconnectReason.left);
    played.step(2);
    const place = played.enter(2, 'Ada', ada);
    expect([health[place], mana[place]]).toEqual([41, 7]);
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
    const place = played.enter(1, 'Ada', ada);
    played.world.components.vitals.columns.health[place] = 50;
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
    const place = played.enter(1, 'Ada', ada);
    strike(played, 1, 0, Skill.mend);
    played.put(place, 61, 4);
    played.walk(1, 1, 0, 40);
    expect(played.position(place).map).toBe(1);
    expect(strike(played, 1, 0, Skill.mend)).toBe(RefusalReason.onCooldown);
  });
});

describe('the right to what a killed creature dropped', () => {
  function dropped(): { played: Played; loot: number } {
    const played = calm();
    const { wolf } = besideWolf(played);
    played.slay(1, wolf);
    const loot = played.groundLoot()[0]!;
    played.world.components.combat.columns.inCombatUntilTick[played.placeOf(1)] = 0;
    return { played, loot };
  }

  it('is still the character’s when it left and came back', () => {
    const { played, loot } = dropped();
    goAway(played, 1);
    enterBeside(played, 2, 'Ada', loot);
    expect(pickUp(played, 2, loot)).toBeUndefined();
    expect(countItems(played.sheetOf(2).inventory, Item.pelt)).toBe(2);
  });

  it('is nobody else’s while the owner is away, and everybody’s after the usual time', () => {
    const { played, loot } = dropped();
    goAway(played, 1);
    const { x, y } = played.position(loot);
    played.put(played.enter(2, 'Bob', account(2)), x, y);
    expect(pickUp(played, 2, loot)).toBe(RefusalReason.notYours);
    played.step(300);
    expect(pickUp(played, 2, loot)).toBeUndefined();
  });

  it('goes to a second session with the character', () => {
    const { played, loot } = dropped();
    played.simulation.join(2, ada, 'Ada', false);
    expect(pickUp(played, 2, loot)).toBeUndefined();
  });

  it('waits for who went to another map and came back', () => {
    const { played, loot } = dropped();
    const place = played.placeOf(1);
    played.put(place, 15, 15, 1);
    expect(pickUp(played, 1, loot)).toBe(RefusalReason.unknownTarget);
    const { x, y } = played.position(loot);
    played.put(place, x, y);
    expect(pickUp(played, 1, loot)).toBeUndefined();
  });
});

describe('the part that a character had in a fight', () => {
  it('counts for it when it left, came back as another entity, and the creature dies later', () => {
    const played = calm(0, 40);
    const { wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    const { x, y } = played.position(wolf);
    played.put(played.enter(3, 'Bob', account(2)), x, y + 1.5);
    const keepFighting = () => {
      strike(played, 3, played.idAt(wolf));
      played.step(60);
    };
    keepFighting();
    played.world.components.combat.columns.inCombatUntilTick[played.placeOf(1)] = 0;
    const entity = played.entityOf(1);
    played.simulation.leave(1, DisconnectReason.left);
    played.step(2);
    enterBeside(played, 2, 'Ada', wolf);
    expect(played.entityOf(2)).not.toBe(entity);
    played.slay(3, wolf);
    expect(played.sheetOf(2)).toMatchObject({ experience: 10, kills: 1 });
    expect(played.sheetOf(3)).toMatchObject({ experience: 30, kills: 1 });
  });

  it('gives the kill to who is there when it is away: nobody’s right is held for an absent one', () => {
    const played = calm(0, 40);
    const { wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.world.components.combat.columns.inCombatUntilTick[played.placeOf(1)] = 0;
    played.simulation.leave(1, DisconnectReason.left);
    const { x, y } = played.position(wolf);
    played.put(played.enter(3, 'Bob', account(2)), x, y + 1.5);
    played.slay(3, wolf);
    expect(played.sheetOf(3)).toMatchObject({ experience: 40, kills: 1 });
    expect(pickUp(played, 3, played.groundLoot()[0]!)).toBeUndefined();
  });

  it('counts for who was on another map meanwhile, and not while it is there', () => {
    const played = calm(0, 40);
    const { player, wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    const { x, y } = played.position(wolf);
    played.put(player, 15, 15, 1);
    played.step(12);
    played.put(played.enter(3, 'Bob', account(2)), x, y + 1.5);
    strike(played, 3, played.idAt(wolf));
    played.put(player, x + 1.5, y);
    played.step(60);
    played.slay(3, wolf);
    expect(played.sheetOf(1)).toMatchObject({ experience: 10, kills: 1 });
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
    played.simulation.join(2, ada, 'Ａlan', false);
    expect(played.simulation.counts).toMatchObject({ sessions: 1, players: 1 });
  });
});
