// The row “a fight” of the table “What stays with a character” in ARCHITECTURE.md. The columns that need a whole server
// are in test/simulation: resuming, coming-back.

import { isInCombat } from '#domain/combat/harm.js';
import { describe, expect, it } from '@jest/globals';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { account, ada, besideWolf, calm, isDead, strike } from '../../support/worlds/ada-beside-a-wolf.js';
import { Played } from '../../support/worlds/played-simulation.js';
import { Creature, Skill, creature, smallContent } from '../../support/worlds/small-content.js';

describe('leaving in the middle of a fight', () => {
  it('leaves the character behind until the fight is over', () => {
    const played = calm(0);
    const { player, wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.simulation.leave(1, DisconnectReason.left);
    expect(played.simulation.counts).toMatchObject({ sessions: 1, players: 1 });
    const there = played.position(player);
    played.world.store.destroy(wolf);
    played.step(280);
    expect(played.position(player)).toEqual(there);
    expect(played.simulation.counts.players).toBe(1);
    played.step(30);
    expect(played.simulation.counts).toMatchObject({ sessions: 0, players: 0, departing: 0 });
    expect(played.courier.entries.at(-1)).toEqual(['departed', 1, 'Ada']);
  });

  it('is no way out: it can be killed, pays for it, and is dead when it comes back', () => {
    const played = calm(500);
    const { wolf } = besideWolf(played);
    played.world.components.progress.columns.experience[played.rowOf(1)] = 50;
    strike(played, 1, played.idAt(wolf));
    played.simulation.leave(1, DisconnectReason.timeout);
    played.output.forget();
    for (let i = 0; i < 300 && played.simulation.counts.players > 0; i++) played.step();
    played.step();
    expect(played.courier.stored.get('ada')).toMatchObject({ health: 0, deaths: 1, experience: 45 });
    expect(played.output.of(1)).toEqual([]);
    played.enter(2, 'Ada', ada);
    expect(isDead(played, 2)).toBe(true);
  });

  it('ends after 20 s however long the character is struck', () => {
    const played = calm(0, 10_000);
    const { wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.simulation.leave(1, DisconnectReason.left);
    played.step(1190);
    expect(played.simulation.counts.players).toBe(1);
    played.step(20);
    expect(played.simulation.counts).toMatchObject({ sessions: 0, players: 0 });
  });

  it('lets who comes back take over the very same entity, in the same fight', () => {
    const played = calm(0);
    const { player, wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    const entity = played.entityOf(1);
    played.simulation.leave(1, DisconnectReason.timeout);
    played.step(30);
    played.output.forget();
    played.simulation.join(2, ada, 'ADA', false);
    expect(played.entityOf(2)).toBe(entity);
    expect(played.output.of(1)).toEqual([]);
    expect(isInCombat(played.world, player)).toBe(true);
    expect(played.world.tables.threats.mostHated(wolf)).toBe(entity);
    played.step(10);
    expect(played.simulation.counts).toMatchObject({ sessions: 1, players: 1 });
    expect(played.courier.entries.slice(-2)).toEqual([
      ['departed', 1, 'Ada'],
      ['entered', 2, 'Ada'],
    ]);
  });

  it('does not let another account take it over', () => {
    const played = calm(0);
    const { wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.simulation.leave(1, DisconnectReason.left);
    played.simulation.join(2, account(2), 'Ada', false);
    expect(played.output.of(2, 'end')).toEqual([['end', DisconnectReason.nameTaken, expect.any(String)]]);
  });

  it('does not touch who got the number of the session meanwhile', () => {
    const played = calm(0);
    const { wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.simulation.leave(1, DisconnectReason.left);
    played.world.store.destroy(wolf);
    played.enter(1, 'Bob', account(2));
    played.step(400);
    expect(played.simulation.counts).toMatchObject({ sessions: 1, players: 1 });
    played.walk(1, 1, 0, 5);
    expect(played.position(played.rowOf(1)).x).toBeGreaterThan(5);
  });

  it('does not do what was wished and not yet decided', () => {
    const played = calm(0);
    const { wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.step(60);
    const before = played.health(wolf);
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    played.simulation.leave(1, DisconnectReason.left);
    played.step(2);
    expect(played.health(wolf)).toBe(before);
  });

  it('takes a seat as long as it lasts, and is stored with everybody else when the server stops', () => {
    const still = { aggroRangeM: 0, wanderRadiusM: 0 };
    const creatures = [creature(Creature.wolf, 'wolf', still), creature(Creature.boar, 'boar', still)];
    const played = new Played({ content: smallContent({ creatures }), playersMax: 1 });
    const { wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.simulation.leave(1, DisconnectReason.shuttingDown);
    played.simulation.join(2, account(2), 'Bob', false);
    expect(played.output.of(2, 'end')).toEqual([['end', DisconnectReason.overloaded, 'the server is full']]);
    played.simulation.saveAll();
    played.step();
    expect(played.courier.allSavedCount).toBe(1);
    expect(played.courier.entries.at(-1)).toEqual(['departed', 1, 'Ada']);
    expect(played.courier.stored.get('ada')!.times.inCombatTicks).toBeGreaterThan(200);
  });
});

describe('a fight', () => {
  it('goes on for a second session with the same entity', () => {
    const played = calm(0);
    const { player, wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    const entity = played.entityOf(1);
    played.simulation.join(2, ada, 'Ada', false);
    expect(played.entityOf(2)).toBe(entity);
    expect(isInCombat(played.world, player)).toBe(true);
    expect(played.world.tables.threats.mostHated(wolf)).toBe(entity);
  });

  it('goes on behind a portal for as long as a fight lasts in which nothing happens', () => {
    const played = calm(0);
    const { player, wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.put(player, 61, 4);
    played.walk(1, 1, 0, 40);
    expect(played.position(player).map).toBe(1);
    expect(isInCombat(played.world, player)).toBe(true);
    played.simulation.leave(1, DisconnectReason.left);
    expect(played.simulation.counts.sessions).toBe(1);
    played.step(300);
    expect(played.simulation.counts).toMatchObject({ sessions: 0, players: 0 });
  });
});
