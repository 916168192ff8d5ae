// What is worn: who may put what on where, what it adds, what it binds, and how blows wear it.

import { describe, expect, it } from '@jest/globals';
import { equipSlots } from '#domain/inventory/equip-slots.js';
import { wearByBlow } from '#domain/equipment/wear-by-blows.js';
import { useSkill } from '#domain/skills/use-skill.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Skill, item, smallContent } from '../../support/worlds/small-content.js';
import { OrderingPlayer } from '../harness/ordering-player.js';

const { inventory, equipment } = HolderKind;
const { mainHand, head, chest } = equipSlots;
const Gear = { sword: 1, sabre: 2, cap: 3, jerkin: 4, pelt: 5 } as const;

const content = smallContent({
  items: [
    { ...item(Gear.sword, 'sword', 1), equipSlot: 'mainHand', power: 3, durabilityMax: 2 },
    { ...item(Gear.sabre, 'sabre', 1), equipSlot: 'mainHand', power: 9, levelMin: 2, bind: 'onEquip' },
    { ...item(Gear.cap, 'cap', 1), equipSlot: 'head', armour: 5, durabilityMax: 9 },
    { ...item(Gear.jerkin, 'jerkin', 1), equipSlot: 'chest', armour: 7, durabilityMax: 9 },
    item(Gear.pelt, 'pelt', 10),
  ],
  itemSets: [
    {
      ...{ id: 1, key: 'hunter', name: 'hunter', items: [Gear.cap, Gear.jerkin, Gear.sword] },
      bonuses: [
        { pieces: 2, power: 0, armour: 10 },
        { pieces: 3, power: 100, armour: 0 },
      ],
    },
  ],
});

const wear = (fromSlot: number, toSlot: number) => [inventory, fromSlot, equipment, toSlot, 1];
const takeOff = (fromSlot: number, toSlot: number) => [equipment, fromSlot, inventory, toSlot, 1];

class Dressed extends OrderingPlayer {
  constructor(level = 1) {
    super({ content, level });
  }

  moves(numbers: readonly number[]) {
    return this.does(RequestId.moveItem, numbers);
  }

  /** Power and armour besides those of the level. */
  get added(): readonly number[] {
    const { power, armour } = this.small.world.components.combat.columns;
    const { powerBase, powerPerLevel, armourBase } = content.progression;
    const level = this.small.world.components.identity.columns.level[this.row]!;
    return [power[this.row]! - powerBase - powerPerLevel * (level - 1), armour[this.row]! - armourBase];
  }
}

describe('putting on', () => {
  it('adds what it gives and taking off takes it back, each a fact of its own verb', () => {
    const ada = new Dressed();
    ada.give(0, Gear.sword);
    expect(ada.moves(wear(0, mainHand))).toBeUndefined();
    expect(ada.told[0]).toMatchObject({ fact: 'stackChanged', verb: LedgerVerb.equip, holder: equipment });
    expect([ada.slots(ada.worn, 2), ada.added]).toEqual(['- 1×1', [3, 0]]);
    expect(ada.moves(takeOff(mainHand, 4))).toBeUndefined();
    expect(ada.told[0]).toMatchObject({ verb: LedgerVerb.unequip, holder: inventory, slot: 4 });
    expect([ada.slots(), ada.added]).toEqual(['- - - - 1×1 -', [0, 0]]);
  });

  it('is refused where it is not worn, to whom it is too high, and of what is no clothing', () => {
    const ada = new Dressed();
    ada.give(0, Gear.sword);
    ada.give(1, Gear.sabre);
    ada.give(2, Gear.pelt, 5);
    expect(ada.moves(wear(0, head))).toBe(RefusalReason.requirementsNotMet);
    expect(ada.moves(wear(0, 0))).toBe(RefusalReason.requirementsNotMet);
    expect(ada.moves(wear(0, 8))).toBe(RefusalReason.unknownSlot);
    expect(ada.moves(wear(1, mainHand))).toBe(RefusalReason.requirementsNotMet);
    expect(ada.moves([inventory, 2, equipment, 0, 1])).toBe(RefusalReason.requirementsNotMet);
    expect(ada.moves([equipment, mainHand, equipment, head, 1])).toBe(RefusalReason.unknownSlot);
  });

  it('exchanges with what is worn, from either side, and binds what binds by it', () => {
    const ada = new Dressed(2);
    ada.give(0, Gear.sword);
    ada.give(1, Gear.sabre);
    expect(ada.moves(wear(0, mainHand))).toBeUndefined();
    expect(ada.moves(wear(1, mainHand))).toBeUndefined();
    expect([ada.slots(ada.worn, 2), ada.slots(), ada.added]).toEqual(['- 2×1!', '- 1×1 - - - -', [9, 0]]);
    expect(ada.moves(takeOff(mainHand, 1))).toBeUndefined();
    expect([ada.slots(ada.worn, 2), ada.slots(), ada.added]).toEqual(['- 1×1', '- 2×1! - - - -', [3, 0]]);
    expect(ada.does(RequestId.dropItem, [inventory, 1, 1])).toBe(RefusalReason.bound);
  });

  it('takes in exchange only what may be worn there', () => {
    const ada = new Dressed();
    ada.give(0, Gear.sword);
    ada.give(1, Gear.pelt, 5);
    ada.give(2, Gear.sabre);
    expect(ada.moves(wear(0, mainHand))).toBeUndefined();
    expect(ada.moves(takeOff(mainHand, 1))).toBe(RefusalReason.inventoryFull);
    expect(ada.moves(takeOff(mainHand, 2))).toBe(RefusalReason.requirementsNotMet);
  });

  it('is switched off by its own verb alone', () => {
    const ada = new Dressed(2);
    const { closed } = ada.small.world.tables.ledger;
    ada.give(0, Gear.sword);
    ada.give(1, Gear.sabre);
    closed[LedgerVerb.equip] = 1;
    expect(ada.moves(wear(0, mainHand))).toBe(RefusalReason.switchedOff);
    expect(ada.moves([inventory, 0, inventory, 2, 1])).toBeUndefined();
    closed[LedgerVerb.equip] = 0;
    closed[LedgerVerb.arrange] = 1;
    expect(ada.moves(wear(2, mainHand))).toBeUndefined();
    // An exchange puts something on, whichever slot is named first.
    closed[LedgerVerb.equip] = 1;
    expect(ada.moves(takeOff(mainHand, 1))).toBe(RefusalReason.switchedOff);
    closed[LedgerVerb.equip] = 0;
    closed[LedgerVerb.unequip] = 1;
    expect(ada.moves(wear(1, mainHand))).toBe(RefusalReason.switchedOff);
  });

  it('adds what the set gives for so many pieces that are not worn out', () => {
    const ada = new Dressed();
    for (const [slot, piece, place] of [
      [0, Gear.cap, head],
      [1, Gear.jerkin, chest],
      [2, Gear.sword, mainHand],
    ] as const) {
      ada.give(slot, piece);
      expect(ada.moves(wear(slot, place))).toBeUndefined();
    }
    expect(ada.added).toEqual([103, 22]);
    expect(ada.moves(takeOff(head, 0))).toBeUndefined();
    expect(ada.added).toEqual([3, 17]);
  });
});

describe('wear', () => {
  const blows = (ada: Dressed, count: number, given: boolean) => {
    const wolf = ada.small.creature(21, 20);
    const { world } = ada.small;
    for (let i = 0; i < count; i++)
      wearByBlow(world, ...((given ? [ada.row, wolf] : [wolf, ada.row]) as [number, number]));
  };

  it('comes by blows that are given, until the weapon gives nothing and cannot be put on', () => {
    const ada = new Dressed();
    ada.give(0, Gear.sword);
    ada.moves(wear(0, mainHand));
    const { blowsPerWear } = content.rules;
    blows(ada, blowsPerWear, true);
    expect([ada.slots(ada.worn, 2), ada.added]).toEqual(['- 1×1~1', [3, 0]]);
    blows(ada, blowsPerWear, true);
    expect([ada.slots(ada.worn, 2), ada.added]).toEqual(['- 1×1~2', [0, 0]]);
    blows(ada, blowsPerWear, true);
    expect(ada.slots(ada.worn, 2)).toBe('- 1×1~2');
    expect(ada.moves(takeOff(mainHand, 0))).toBeUndefined();
    expect(ada.moves(wear(0, mainHand))).toBe(RefusalReason.wornOut);
  });

  it('goes round the pieces of armour by blows that are taken', () => {
    const ada = new Dressed();
    ada.give(0, Gear.cap);
    ada.give(1, Gear.jerkin);
    ada.moves(wear(0, head));
    ada.moves(wear(1, chest));
    blows(ada, content.rules.blowsPerWear * 3, false);
    expect(ada.slots(ada.worn, 5)).toBe('- - - 3×1~2 4×1~1');
  });

  it('waits for the next blow while there is no room to note it', () => {
    const ada = new Dressed();
    ada.give(0, Gear.sword);
    ada.moves(wear(0, mainHand));
    const { facts } = ada.small.world;
    let reserved = 0;
    while (facts.reserve(1)) reserved++;
    blows(ada, content.rules.blowsPerWear + 1, true);
    expect(ada.slots(ada.worn, 2)).toBe('- 1×1');
    facts.release(reserved);
    blows(ada, 1, true);
    expect(ada.slots(ada.worn, 2)).toBe('- 1×1~1');
  });

  it('comes from skills that land', () => {
    const ada = new Dressed();
    ada.give(0, Gear.sword);
    ada.moves(wear(0, mainHand));
    const wolf = ada.small.creature(21, 20);
    const { world } = ada.small;
    for (let i = 0; i < content.rules.blowsPerWear; i++) {
      world.components.vitals.columns.health[wolf] = 30;
      useSkill(world, ada.row, content.skills[Skill.strike]!, wolf);
    }
    expect(ada.slots(ada.worn, 2)).toBe('- 1×1~1');
  });
});
