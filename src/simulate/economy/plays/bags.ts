// What players do with what they own: arrange, wear, use, mend, throw away, and the bank.

import { HolderKind } from '#domain/vocabulary/generated/words.js';
import { equipSlots } from '#domain/inventory/equip-slots.js';
import { banker, freeSlot, itemsOf, slotsOf, smith } from './belongings.js';
import type { AskVerb, Cast, EconomyPlay } from './play.js';
import { weakWolf } from './wolves.js';

const { inventory, equipment, bank } = HolderKind;

/** One request, of which the numbers follow from who plays. */
function moves(
  numbers: (
    cast: Cast,
  ) => readonly [from: HolderKind, slot: number, to: HolderKind, slot: number, units: number],
): AskVerb {
  return (cast, command) => {
    const [from, fromSlot, to, toSlot, units] = numbers(cast);
    const { stage, me } = cast;
    stage.requests.moveItem(me.session, { command, from, fromSlot, to, toSlot, units });
  };
}

const first = (ask: AskVerb) => (cast: Cast) => ask(cast, cast.me.nextCommand());
const play = (ask: AskVerb, ...before: EconomyPlay['before'] & object): EconomyPlay => ({
  ...{ ask, before },
  isCommand: true,
});

const equip = moves((cast) => [inventory, slotsOf(cast).weapon, equipment, equipSlots.mainHand, 1]);
const placeOfArmour = ({ stage, set }: Cast) =>
  equipSlots[stage.content.items[itemsOf({ stage, set }).armour]!.equipSlot];
const equipArmour = moves((cast) => [inventory, slotsOf(cast).armour, equipment, placeOfArmour(cast), 1]);
const split = moves((cast) => [inventory, slotsOf(cast).material, inventory, freeSlot(cast, 2), 4]);
const deposit = moves((cast) => [inventory, slotsOf(cast).material, bank, cast.set, 5]);

export const playsOfBags = {
  move: play(moves((cast) => [inventory, slotsOf(cast).food, inventory, freeSlot(cast, 0), 12])),
  split: play(moves((cast) => [inventory, slotsOf(cast).food, inventory, freeSlot(cast, 1), 3])),
  merge: play(
    moves((cast) => [inventory, freeSlot(cast, 2), inventory, slotsOf(cast).material, 4]),
    first(split),
  ),
  swap: play(moves((cast) => [inventory, slotsOf(cast).weapon, inventory, slotsOf(cast).material, 1])),
  equip: play(equip),
  unequip: play(
    moves((cast) => [equipment, placeOfArmour(cast), inventory, freeSlot(cast, 3), 1]),
    first(equipArmour),
  ),
  deposit: play(deposit),
  withdraw: play(
    moves((cast) => [bank, cast.set, inventory, freeSlot(cast, 4), 5]),
    first(deposit),
  ),
  arrangeBank: play(
    moves((cast) => [bank, cast.set, bank, 10 + cast.set, 2]),
    first(deposit),
  ),
  openBank: play((cast, command) =>
    cast.stage.requests.openBank(cast.me.session, { command, banker: banker(cast) }),
  ),
  use: {
    effect: { units: -1 },
    ...play((cast, command) => {
      const { stage, me } = cast;
      const row = stage.rowOf(me);
      // Who is unhurt is refused.
      if (row !== 0) stage.world.components.vitals.columns.health[row] = 10;
      stage.requests.useItem(me.session, { command, from: inventory, slot: slotsOf(cast).food });
    }),
  },
  /** A blow or two cost the least there is, a coin. */
  repair: {
    effect: { units: 0, coins: () => -1 },
    ...play(
      (cast, command) =>
        cast.stage.requests.repairItem(cast.me.session, {
          command,
          mender: smith(cast),
          from: equipment,
          slot: equipSlots.mainHand,
        }),
      first(equip),
      (cast) => weakWolf(cast, 1000),
      () => 3,
    ),
  },
  discard: {
    effect: { units: -2 },
    ...play((cast, command) =>
      cast.stage.requests.discardItem(cast.me.session, {
        ...{ command, from: inventory, slot: slotsOf(cast).material, units: 2 },
      }),
    ),
  },
} as const satisfies Record<string, EconomyPlay>;

export { equip as equipWeapon };
