// The rows “right to loot on the ground” and “part in a kill” of the table “What stays with a character” in
// ARCHITECTURE.md. The columns that need a whole server are in test/simulation: resuming, coming-back.

import { describe, expect, it } from '@jest/globals';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { DisconnectReason, RefusalReason } from '#domain/vocabulary/generated/words.js';
import {
  account,
  ada,
  besideWolf,
  calm,
  enterBeside,
  goAway,
  pickUp,
  strike,
} from '../../support/worlds/ada-beside-a-wolf.js';
import type { Played } from '../../support/worlds/played-simulation.js';
import { Item } from '../../support/worlds/small-content.js';
import { unitsIn } from '../../support/worlds/units-in.js';

describe('the right to what a killed creature dropped', () => {
  function dropped(): { played: Played; loot: number } {
    const played = calm();
    const { wolf } = besideWolf(played);
    played.slay(1, wolf);
    const loot = played.groundLoot()[0]!;
    played.world.components.combat.columns.inCombatUntilTick[played.rowOf(1)] = 0;
    return { played, loot };
  }

  it('is still the character’s when it left and came back', () => {
    const { played, loot } = dropped();
    goAway(played, 1);
    enterBeside(played, 2, 'Ada', loot);
    expect(pickUp(played, 2, loot)).toBeUndefined();
    expect(unitsIn(played.sheetOf(2).inventory, Item.pelt)).toBe(2);
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

  it('is not that of another character who has the name by now (class 48)', () => {
    const { played, loot } = dropped();
    goAway(played, 1);
    const heir = new CharacterSheet();
    heir.characterId = 77;
    played.courier.stored.set('ada', heir);
    enterBeside(played, 2, 'Ada', loot);
    expect(played.sheetOf(2)).toMatchObject({ name: 'Ada', characterId: 77 });
    expect(pickUp(played, 2, loot)).toBe(RefusalReason.notYours);
  });

  it('goes to a second session with the character', () => {
    const { played, loot } = dropped();
    played.simulation.join(2, ada, 'Ada', false);
    expect(pickUp(played, 2, loot)).toBeUndefined();
  });

  it('waits for who went to another map and came back', () => {
    const { played, loot } = dropped();
    const row = played.rowOf(1);
    played.put(row, 15, 15, 1);
    expect(pickUp(played, 1, loot)).toBe(RefusalReason.unknownTarget);
    const { x, y } = played.position(loot);
    played.put(row, x, y);
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
    played.world.components.combat.columns.inCombatUntilTick[played.rowOf(1)] = 0;
    const entity = played.entityOf(1);
    played.simulation.leave(1, DisconnectReason.left);
    played.step(2);
    enterBeside(played, 2, 'Ada', wolf);
    expect(played.entityOf(2)).not.toBe(entity);
    played.slay(3, wolf);
    expect(played.sheetOf(2)).toMatchObject({ experience: 10, kills: 1 });
    expect(played.sheetOf(3)).toMatchObject({ experience: 30, kills: 1 });
  });

  it('counts for it when a second session took it over', () => {
    const played = calm(0, 40);
    const { wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.simulation.join(2, ada, 'Ada', false);
    const { x, y } = played.position(wolf);
    played.put(played.enter(3, 'Bob', account(2)), x, y + 1.5);
    played.slay(3, wolf);
    expect(played.sheetOf(2)).toMatchObject({ experience: 10, kills: 1 });
    expect(played.sheetOf(3)).toMatchObject({ experience: 30, kills: 1 });
  });

  it('gives the kill to who is there when it is away: nobody’s right is held for an absent one', () => {
    const played = calm(0, 40);
    const { wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    played.world.components.combat.columns.inCombatUntilTick[played.rowOf(1)] = 0;
    played.simulation.leave(1, DisconnectReason.left);
    const { x, y } = played.position(wolf);
    played.put(played.enter(3, 'Bob', account(2)), x, y + 1.5);
    played.slay(3, wolf);
    expect(played.sheetOf(3)).toMatchObject({ experience: 40, kills: 1 });
    expect(pickUp(played, 3, played.groundLoot()[0]!)).toBeUndefined();
  });

  it('counts for who was on another map meanwhile, though the creature hates it no more', () => {
    const played = calm(0, 40);
    const { player, wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    const { x, y } = played.position(wolf);
    const { threats } = played.world.tables;
    expect(threats.mostHated(wolf)).toBe(played.entityOf(1));
    played.put(player, 15, 15, 1);
    played.step(12);
    expect(threats.mostHated(wolf)).toBe(0);
    played.put(played.enter(3, 'Bob', account(2)), x, y + 1.5);
    strike(played, 3, played.idAt(wolf));
    played.put(player, x + 1.5, y);
    played.step(60);
    played.slay(3, wolf);
    expect(played.sheetOf(1)).toMatchObject({ experience: 10, kills: 1 });
  });

  it('does not count while it is on another map', () => {
    const played = calm(0, 40);
    const { player, wolf } = besideWolf(played);
    strike(played, 1, played.idAt(wolf));
    const { x, y } = played.position(wolf);
    played.put(played.enter(3, 'Bob', account(2)), x, y + 1.5);
    played.put(player, 15, 15, 1);
    played.slay(3, wolf);
    expect(played.sheetOf(1)).toMatchObject({ experience: 0, kills: 0 });
    expect(played.sheetOf(3)).toMatchObject({ experience: 40, kills: 1 });
  });
});
