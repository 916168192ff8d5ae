// Making things: what a piece takes and gives, why it is refused, and what ends it.

import { describe, expect, it } from '@jest/globals';
import { harm } from '#domain/combat/harm.js';
import { chanceAt } from '#domain/crafting/make-piece.js';
import { equipSlots } from '#domain/inventory/equip-slots.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { CraftingEnd, CraftOutcome, LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { smallRules } from '../../support/worlds/small-content.js';
import { Crafter, craftingContent, pieceTicks, Recipe, Thing } from './crafter.js';

const ended = (told: readonly { readonly fact: string }[]) =>
  told.filter(({ fact }) => fact === 'craftingCeased');

describe('a piece', () => {
  it('takes all that goes into it and gives what comes of it, in the tick in which it is ready', () => {
    const ada = new Crafter();
    expect(ada.crafts()).toBeUndefined();
    expect(ada.told).toMatchObject([
      { fact: 'craftingBegan', recipe: Recipe.bar, after: 1, amount: pieceTicks },
      { fact: 'commandDone' },
    ]);
    ada.small.tick(pieceTicks - 1);
    expect(ada.slots()).toBe('1×10 2×10 - - - -');
    expect(ada.small.told()).toEqual([]);
    ada.small.tick();
    const verb = LedgerVerb.craft;
    expect(ada.small.told()).toMatchObject([
      { fact: 'stackChanged', verb, item: Thing.coal, amount: -1 },
      { fact: 'stackChanged', verb, item: Thing.ore, amount: -2 },
      { fact: 'stackChanged', verb, item: Thing.bar, amount: 1 },
      { fact: 'pieceMade', outcome: CraftOutcome.made, item: Thing.bar, amount: 1, after: 0 },
      { fact: 'craftingCeased', reason: CraftingEnd.done, amount: 1 },
    ]);
    expect([ada.slots(), ada.isCrafting]).toEqual(['1×8 2×9 3×1 - - -', false]);
  });

  it('follows another until all that were asked for are made', () => {
    const ada = new Crafter();
    ada.crafts(Recipe.bar, 3);
    expect(ada.works(2).filter(({ fact }) => fact === 'pieceMade')).toMatchObject([
      { after: 2 },
      { after: 1 },
    ]);
    expect(ended(ada.works())).toMatchObject([{ reason: CraftingEnd.done, amount: 3 }]);
    expect(ada.slots()).toBe('1×4 2×7 3×3 - - -');
  });

  it('has room where its materials lay', () => {
    const ada = new Crafter();
    ada.fills();
    ada.bag.columns.counts[ada.bag.first] = 2;
    expect(ada.crafts()).toBeUndefined();
    ada.works();
    expect(ada.slots(ada.bag, 3)).toBe('3×1 2×9 5×1');
  });

  it('may be more than a stack holds, and is bound where it binds by being taken', () => {
    const ada = new Crafter();
    ada.crafts(Recipe.many);
    ada.works();
    ada.crafts(Recipe.amulet);
    ada.works();
    expect(ada.slots(ada.bag, 7)).toBe('1×6 2×8 3×5 3×5 3×2 6×1! 6×1!');
  });

  it('is worked out once, however often the same request comes', () => {
    const ada = new Crafter();
    ada.order(RequestId.craft, [Recipe.bar, 1], 5);
    ada.order(RequestId.craft, [Recipe.bar, 1], 5);
    ada.works();
    ada.order(RequestId.craft, [Recipe.bar, 1], 5);
    ada.works(3);
    expect(ada.slots()).toBe('1×8 2×9 3×1 - - -');
  });

  it('waits while nothing can be stored, and while there is no room to note it', () => {
    const ada = new Crafter();
    const { ledger } = ada.small.world.tables;
    ada.crafts();
    ledger.isStoring = false;
    expect(ada.works(2)).toEqual([]);
    ledger.isStoring = true;
    ada.small.withoutRoom(() => expect(ada.works()).toEqual([]));
    ada.small.tick();
    expect(ada.slots()).toBe('1×8 2×9 3×1 - - -');
  });
});

describe('what is learned', () => {
  const withSkill = (skill: number) => {
    const ada = new Crafter();
    ada.skill = skill;
    return ada;
  };

  it('is a point for each success, up to where the recipe teaches', () => {
    const ada = new Crafter();
    ada.give(2, Thing.hammer);
    ada.give(3, Thing.hammer);
    ada.crafts(Recipe.tooled, 5);
    const told = ada.works(5).filter(({ fact }) => fact === 'professionChanged');
    expect(told).toMatchObject([1, 2, 3, 4].map((after) => ({ verb: LedgerVerb.craft, amount: 1, after })));
    expect(ada.skill).toBe(4);
  });

  it('makes success likelier, until it is certain', () => {
    const hard = craftingContent().recipes[Recipe.hard]!;
    expect([2, 4, 6, 9].map((skill) => chanceAt(hard, skill))).toEqual([0.5, 0.75, 1, 1]);
  });

  it('is nothing by a piece that spoils, which costs what goes into it', () => {
    const outcomes = new Set<unknown>();
    for (let i = 0; i < 12; i++) {
      const ada = withSkill(2);
      for (let words = 0; words < i; words++) ada.small.world.tables.random.crafting.next();
      ada.crafts(Recipe.hard);
      const piece = ada.works().find(({ fact }) => fact === 'pieceMade')!;
      outcomes.add(piece['outcome']);
      const isMade = piece['outcome'] !== CraftOutcome.failed;
      const made = piece['outcome'] === CraftOutcome.finer ? Thing.fineBar : Thing.bar;
      expect([ada.slots(ada.bag, 3), ada.skill]).toEqual(
        isMade ? [`1×8 2×9 ${made}×1`, 3] : ['1×8 2×9 -', 2],
      );
    }
    expect([...outcomes].sort()).toEqual([CraftOutcome.failed, CraftOutcome.made, CraftOutcome.finer]);
  });
});

describe('the tool', () => {
  it('wears by one with each piece, in the bag or worn, worn first', () => {
    const ada = new Crafter();
    ada.give(2, Thing.hammer);
    ada.give(equipSlots.mainHand, Thing.hammer, 1, ada.worn);
    ada.crafts(Recipe.tooled, 4);
    ada.works(4);
    expect([ada.slots(ada.worn, 2), ada.slots(ada.bag, 3)]).toEqual(['- 5×1~3', '1×2 2×6 5×1~1']);
  });

  it('ends the work when it is worn out, with nothing taken', () => {
    const ada = new Crafter();
    ada.give(2, Thing.hammer);
    ada.crafts(Recipe.tooled, 5);
    expect(ended(ada.works(4))).toMatchObject([{ reason: CraftingEnd.tool, amount: 3 }]);
    expect(ada.slots()).toBe('1×4 2×7 5×1~3 3×3 - -');
    expect(ada.crafts(Recipe.tooled)).toBe(RefusalReason.wornOut);
  });

  it('does not wear while operators have switched wearing off', () => {
    const ada = new Crafter();
    ada.give(2, Thing.hammer);
    ada.small.world.tables.ledger.switchVerb(LedgerVerb.wear, false);
    ada.crafts(Recipe.tooled);
    ada.works();
    expect(ada.slots(ada.bag, 3)).toBe('1×8 2×9 5×1');
  });
});

describe('a request is refused, and nothing changes,', () => {
  it('of a recipe that is none', () => {
    expect(new Crafter().crafts(77)).toBe(RefusalReason.unknownRecipe);
    expect(new Crafter().crafts(0)).toBe(RefusalReason.unknownRecipe);
  });

  it('of no pieces, or more than 99', () => {
    const ada = new Crafter();
    for (const count of [0, 100, 255]) expect(ada.crafts(Recipe.bar, count)).toBe(RefusalReason.badCount);
    expect(ada.crafts(Recipe.bar, 99)).toBeUndefined();
  });

  it('to who is of too low a level, or has too little skill', () => {
    expect(new Crafter({ level: 1 }).crafts(Recipe.hard)).toBe(RefusalReason.requirementsNotMet);
    expect(new Crafter().crafts(Recipe.hard)).toBe(RefusalReason.notSkilled);
  });

  it('away from the station, but not of what is made by hand', () => {
    const ada = new Crafter();
    ada.goes(30);
    expect(ada.crafts()).toBe(RefusalReason.noStation);
    expect(ada.crafts(Recipe.byHand)).toBeUndefined();
  });

  it('without the tool', () => {
    expect(new Crafter().crafts(Recipe.tooled)).toBe(RefusalReason.noTool);
  });

  it('without what goes into a piece', () => {
    const ada = new Crafter();
    ada.bag.columns.counts[ada.bag.first] = 1;
    expect(ada.crafts()).toBe(RefusalReason.notEnoughItems);
  });

  it('without room for whatever may come of it, or when that is too heavy', () => {
    const ada = new Crafter();
    ada.skill = 2;
    ada.give(2, Thing.bar, 4);
    ada.fills();
    expect(ada.crafts()).toBeUndefined();
    ada.stops();
    // A finer one would not lie on those.
    expect(ada.crafts(Recipe.hard)).toBe(RefusalReason.inventoryFull);
    const heavy = new Crafter({ content: craftingContent({ rules: { ...smallRules, carryGramsMax: 115 } }) });
    expect(heavy.crafts(Recipe.many)).toBe(RefusalReason.tooHeavy);
  });

  it('to the dead, to who fights, and to who cannot act', () => {
    const ada = new Crafter();
    const { world } = ada.small;
    world.components.combat.columns.inCombatUntilTick[ada.row] = world.tick + 100;
    expect(ada.crafts()).toBe(RefusalReason.notAllowed);
    world.components.combat.columns.inCombatUntilTick[ada.row] = 0;
    world.components.stunned.add(ada.row);
    expect(ada.crafts()).toBe(RefusalReason.busy);
    world.components.dead.add(ada.row);
    expect(ada.crafts()).toBe(RefusalReason.dead);
  });

  it('while something is being made', () => {
    const ada = new Crafter();
    ada.crafts();
    expect(ada.crafts()).toBe(RefusalReason.busy);
    expect(ada.isCrafting).toBe(true);
  });

  it('while it is switched off or nothing can be stored', () => {
    const ada = new Crafter();
    const { ledger } = ada.small.world.tables;
    ledger.switchVerb(LedgerVerb.craft, false);
    expect(ada.crafts()).toBe(RefusalReason.switchedOff);
    ledger.switchVerb(LedgerVerb.craft, true);
    ledger.isStoring = false;
    expect(ada.crafts()).toBe(RefusalReason.notStored);
  });

  it('to stop what was not begun', () => {
    expect(new Crafter().stops()).toBe(RefusalReason.notCrafting);
  });
});

describe('work ends, with nothing taken and nothing given,', () => {
  const cases: readonly (readonly [string, CraftingEnd, (ada: Crafter) => void])[] = [
    ['by going out of reach', CraftingEnd.apart, (ada) => ada.goes(25)],
    ['by another map', CraftingEnd.apart, (ada) => ada.goes(20, 20, 1)],
    ['by a blow', CraftingEnd.combat, (ada) => void harm(ada.small.world, ada.small.creature(), ada.row, 1)],
    [
      'by striking',
      CraftingEnd.combat,
      (ada) => void harm(ada.small.world, ada.row, ada.small.creature(), 1),
    ],
    ['by death', CraftingEnd.death, (ada) => void ada.small.world.components.dead.add(ada.row)],
    ['by a stun', CraftingEnd.interrupted, (ada) => void ada.small.world.components.stunned.add(ada.row)],
    [
      'when it is switched off',
      CraftingEnd.switchedOff,
      (ada) => ada.small.world.tables.ledger.switchVerb(LedgerVerb.craft, false),
    ],
  ];
  it.each(cases)('%s', (_, reason, happens) => {
    const ada = new Crafter();
    ada.crafts(Recipe.bar, 2);
    ada.works();
    const before = ada.belongings();
    happens(ada);
    ada.small.tick();
    expect(ended(ada.small.told())).toMatchObject([{ reason, recipe: Recipe.bar, amount: 1 }]);
    ada.small.tick(2 * pieceTicks);
    expect([ada.belongings(), ada.isCrafting, ada.small.told()]).toEqual([before, false, []]);
  });

  it('by the wish of its player', () => {
    const ada = new Crafter();
    ada.crafts();
    expect(ada.stops()).toBeUndefined();
    expect(ended(ada.told)).toMatchObject([{ reason: CraftingEnd.stopped, amount: 0 }]);
    expect(ada.works(2)).toEqual([]);
    expect(ada.slots()).toBe('1×10 2×10 - - - -');
  });

  it('when another session takes the character over, which is told nothing of it', () => {
    const ada = new Crafter();
    ada.crafts();
    ada.small.world.components.player.columns.session[ada.row] = 99;
    expect(ada.works(2)).toEqual([]);
    expect([ada.slots(), ada.isCrafting]).toEqual(['1×10 2×10 - - - -', false]);
  });

  it('when materials or room are gone by the end of a piece', () => {
    const ada = new Crafter();
    ada.crafts();
    ada.does(RequestId.discardItem, [1, 0, 9]);
    expect(ended(ada.works())).toMatchObject([{ reason: CraftingEnd.materials, amount: 0 }]);
    const bob = new Crafter();
    bob.crafts();
    bob.fills();
    expect(ended(bob.works())).toMatchObject([{ reason: CraftingEnd.room, amount: 0 }]);
    expect(bob.slots(bob.bag, 2)).toBe('1×10 2×10');
  });
});

/** Incidents, class 39: who breaks off when the outcome is known keeps what would have been used. */
describe('nobody knows how a piece turns out before it cannot be taken back', () => {
  it('chance decides only in the tick in which all is taken', () => {
    const ada = new Crafter();
    ada.skill = 2;
    const { state } = ada.small.world.tables.random.crafting;
    const before = [...state];
    ada.crafts(Recipe.hard);
    ada.small.tick(pieceTicks - 1);
    ada.goes(25);
    ada.small.tick(5);
    expect([...state]).toEqual(before);
    expect(ada.slots()).toBe('1×10 2×10 - - - -');
    ada.goes(20);
    ada.fills();
    expect(ada.crafts(Recipe.hard)).toBe(RefusalReason.inventoryFull);
    expect([...state]).toEqual(before);
  });

  it('who goes away, or asks again and again, neither gets anything back nor anything twice', () => {
    const ada = new Crafter();
    for (let i = 0; i < 6; i++) {
      ada.crafts(Recipe.bar, 3);
      ada.small.tick(pieceTicks - 2);
      ada.goes(25);
      ada.small.tick();
      ada.goes(20);
    }
    expect(ada.slots()).toBe('1×10 2×10 - - - -');
    ada.crafts();
    for (let i = 0; i < 5; i++) expect(ada.crafts()).toBe(RefusalReason.busy);
    ada.works(3);
    expect(ada.slots()).toBe('1×8 2×9 3×1 - - -');
  });
});
