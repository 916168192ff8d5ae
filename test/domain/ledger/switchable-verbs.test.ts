// What operators can switch off: every verb of players, each refused or waiting while it is off, and nothing left half done.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { settleDeaths } from '#domain/deaths/settle-deaths.js';
import { orderRules, type OrderRequest } from '#domain/decisions/order-rules.js';
import { wearByBlow } from '#domain/equipment/wear-by-blows.js';
import { verbOfMove } from '#domain/holders/own-bags.js';
import { pointAtEquipment } from '#domain/inventory/bags.js';
import { equipSlots } from '#domain/inventory/equip-slots.js';
import { Bag } from '#domain/ledger/bag.js';
import { isSwitchableVerb, switchableVerbNames } from '#domain/ledger/switchable-verbs.js';
import { expireLoot } from '#domain/loot/expire-loot.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { Creature, Item } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

const nameOf = (verb: number) => Object.entries(LedgerVerb).find(([, number]) => number === verb)?.[0];

/** A world with some systems, in which these are switched off. */
function switchedOff(
  systems: ConstructorParameters<typeof SmallWorld>[0],
  ...verbs: LedgerVerb[]
): SmallWorld {
  const small = new SmallWorld(systems);
  for (const verb of verbs) small.world.tables.ledger.switchVerb(verb, false);
  return small;
}

describe('what can be switched off', () => {
  it('is every verb that players order', () => {
    const holders = Object.values(HolderKind);
    const moves = holders.flatMap((from) => holders.map((to) => verbOfMove(from, to)));
    const ordered = Object.keys(orderRules).map(
      (request) => orderRules[Number(request) as OrderRequest].verb,
    );
    const verbs = [...ordered, ...moves].filter((verb) => verb !== 0);
    expect(verbs.length).toBeGreaterThan(20);
    expect(verbs.map(nameOf).filter((name) => !isSwitchableVerb(name))).toEqual([]);
  });

  it('stands in the operators’ document, and what cannot be with the reason why', () => {
    const file = path.resolve(import.meta.dirname, '../../../docs/switches.md');
    expect(existsSync(file)).toBe(true);
    const rows = readFileSync(file, 'utf8').match(/^\| `[A-Za-z]+` +\| .*$/gm) ?? [];
    const listed = rows.map((row) => /`([A-Za-z]+)`/.exec(row)![1]!);
    expect(listed.sort()).toEqual(Object.keys(LedgerVerb).sort());
    const off = rows.filter((row) => / \| yes +\| /.test(row)).map((row) => /`([A-Za-z]+)`/.exec(row)![1]!);
    expect(off.sort()).toEqual([...switchableVerbNames].sort());
  });
});

describe('while it is switched off', () => {
  it('a kill counts and brings nothing: no coins, no experience, nothing on the ground', () => {
    const small = switchedOff({ systems: [settleDeaths] }, LedgerVerb.kill);
    const { world } = small;
    const wolf = small.creature(22, 20, { template: Creature.wolf });
    const { spawns } = world.tables;
    spawns.timers.spawned(spawns.timers.dueMember(0, 0, 1));
    const ada = small.player(20, 20);
    harmAndTell(world, ada, wolf, 1000);
    small.tick();
    const { kills, experience } = world.components.progress.columns;
    expect([kills[ada], experience[ada], world.components.wallet.columns.coins[ada]]).toEqual([1, 0, 0]);
    const told = small.told().map(({ fact }) => fact);
    expect(told).toContain('killCredited');
    expect(told).not.toContain('stackChanged');
    expect(told).not.toContain('coinsChanged');
    expect(world.components.loot.count).toBe(0);
    expect(world.facts.reservedFacts).toBe(0);
  });

  it('dying costs no experience', () => {
    const small = switchedOff({ systems: [settleDeaths] }, LedgerVerb.death);
    const { world } = small;
    const ada = small.player(20, 20);
    world.components.progress.columns.experience[ada] = 50;
    harmAndTell(world, ada, ada, 10_000);
    small.tick();
    const { deaths, experience } = world.components.progress.columns;
    expect([deaths[ada], experience[ada]]).toEqual([1, 50]);
    expect(small.toldOf('experienceChanged')).toEqual([]);
    expect(world.facts.reservedFacts).toBe(0);
  });

  it('what lies on the ground stays, and vanishes when it is on again', () => {
    const small = switchedOff({ systems: [expireLoot] }, LedgerVerb.decay);
    const { world } = small;
    const row = small.loot(Item.pelt, 3);
    world.components.loot.columns.expiresTick[row] = 1;
    small.tick(120);
    expect(world.components.loot.count).toBe(1);
    world.tables.ledger.switchVerb(LedgerVerb.decay, true);
    small.tick(60);
    expect(world.components.loot.count).toBe(0);
  });

  it('nothing wears', () => {
    const small = switchedOff({}, LedgerVerb.wear);
    const { world } = small;
    const ada = small.player(20, 20);
    const wolf = small.creature(21, 20);
    const worn = pointAtEquipment(world, ada, new Bag());
    small.give(worn, equipSlots.mainHand, Item.sword, 1);
    small.told();
    for (let blow = 0; blow < 5 * world.content.rules.blowsPerWear; blow++) wearByBlow(world, ada, wolf);
    expect(small.told()).toEqual([]);
    expect(world.components.equipment.columns.blowsGiven[ada]).toBe(0);
  });
});
