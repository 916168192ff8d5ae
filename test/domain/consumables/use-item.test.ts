// Consuming: what it gives, when it is refused, and its cooldown.

import { describe, expect, it } from '@jest/globals';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Item, item, smallContent } from '../../support/worlds/small-content.js';
import { OrderingPlayer } from '../harness/ordering-player.js';

const elixir = 4;
const content = smallContent({
  items: [
    item(Item.sword, 'sword', 1),
    {
      ...item(Item.bread, 'bread', 5),
      kind: 'consumable',
      restoresHealth: 20,
      useCooldownTicks: 30,
    },
    { ...item(elixir, 'elixir', 5), kind: 'consumable', restoresMana: 20, levelMin: 2 },
  ],
});

class Eater extends OrderingPlayer {
  constructor(level = 1) {
    super({ content, level });
    this.give(0, Item.bread, 3);
    this.give(1, elixir, 3);
    this.give(2, Item.sword);
    this.vitals.health[this.row] = 50;
    this.vitals.mana[this.row] = 10;
  }

  get vitals() {
    return this.small.world.components.vitals.columns;
  }

  uses(slot: number, from: number = HolderKind.inventory) {
    return this.does(RequestId.useItem, [from, slot]);
  }
}

describe('consuming', () => {
  it('takes one of the stack and gives what the content says', () => {
    const ada = new Eater();
    expect(ada.uses(0)).toBeUndefined();
    expect([ada.vitals.health[ada.row], ada.slots()]).toEqual([70, '2×2 4×3 1×1 - - -']);
    expect(ada.told.slice(0, 2)).toMatchObject([
      { fact: 'stackChanged', verb: LedgerVerb.use, amount: -1, after: 2 },
      { fact: 'struck', amount: 20 },
    ]);
  });

  it('gives no more than there is room for, and is refused when it would change nothing', () => {
    const ada = new Eater(2);
    ada.vitals.health[ada.row] = ada.vitals.healthMax[ada.row]! - 3;
    expect(ada.uses(0)).toBeUndefined();
    expect(ada.vitals.health[ada.row]).toBe(ada.vitals.healthMax[ada.row]);
    ada.small.tick(60);
    expect(ada.uses(0)).toBe(RefusalReason.noEffect);
    ada.vitals.mana[ada.row] = ada.vitals.manaMax[ada.row]!;
    expect(ada.uses(1)).toBe(RefusalReason.noEffect);
  });

  it('waits for its cooldown, which all that is consumed shares and skills do not', () => {
    const ada = new Eater(2);
    expect(ada.uses(0)).toBeUndefined();
    expect(ada.uses(1)).toBe(RefusalReason.onCooldown);
    expect(ada.small.world.components.combat.columns.globalReadyTick[ada.row]).toBe(0);
    ada.small.tick(30);
    expect(ada.uses(1)).toBeUndefined();
  });

  it('is refused to who is too low, of what is no food, and out of other bags', () => {
    const ada = new Eater();
    expect(ada.uses(1)).toBe(RefusalReason.requirementsNotMet);
    expect(ada.uses(2)).toBe(RefusalReason.requirementsNotMet);
    expect(ada.uses(3)).toBe(RefusalReason.unknownSlot);
    expect(ada.uses(200)).toBe(RefusalReason.unknownSlot);
    expect(ada.uses(0, HolderKind.equipment)).toBe(RefusalReason.unknownSlot);
    ada.small.world.components.stunned.add(ada.row);
    expect(ada.uses(0)).toBe(RefusalReason.busy);
  });

  it('empties the slot with the last one, asked again under its number takes none', () => {
    const ada = new Eater();
    ada.give(5, Item.bread);
    expect(ada.does(RequestId.useItem, [HolderKind.inventory, 5], 9)).toBeUndefined();
    expect(ada.does(RequestId.useItem, [HolderKind.inventory, 5], 9)).toBeUndefined();
    expect(ada.slots()).toBe('2×3 4×3 1×1 - - -');
  });
});
