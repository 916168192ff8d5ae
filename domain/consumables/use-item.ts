// A player consumes one of a stack. All that is consumed shares one cooldown, in a lane of its own beside those of skills, so
// that it outlives entity, session and server as they do.

import { cooldownSlots, itemCooldownSlot } from '../combat/columns.js';
import { heal } from '../combat/harm.js';
import type { ItemDefinition } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { destroyUnits } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';
import type { OrderRule } from '../orders/order-rule.js';
import { noteStruck } from '../vocabulary/generated/facts.js';
import { CombatOutcome, HolderKind, LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

type Consuming = Ledgered &
  WorldOf<'player' | 'identity' | 'stunned' | 'casting', 'inventory' | 'vitals' | 'combat'>;

const bag = new Bag();
const deed = new Deed();

export const useItem: OrderRule<Consuming> = {
  verb: LedgerVerb.use,
  factsMax: 1,
  /** Numbers: holder and slot where it lies. */
  decide(world, row, { numbers, command }) {
    if (numbers[0] !== HolderKind.inventory) return RefusalReason.unknownSlot;
    pointAtInventory(world, row, bag);
    const slot = numbers[1]!;
    if (!bag.has(slot)) return RefusalReason.unknownSlot;
    const item = world.content.items[bag.itemAt(slot)];
    if (item?.kind !== 'consumable') return RefusalReason.requirementsNotMet;
    const verdict = useRefusal(world, row, item);
    if (verdict !== allowed) return verdict;
    destroyUnits(world, deed.is(LedgerVerb.use, bag.owner, 0, command), bag, slot, 1);
    consume(world, row, item);
    return allowed;
  },
};

/** Like a skill, it is refused when it would change nothing. */
function useRefusal(world: Consuming, row: number, item: ItemDefinition): Verdict {
  const { identity, stunned, casting, combat, vitals } = world.components;
  if (identity.columns.level[row]! < item.levelMin) return RefusalReason.requirementsNotMet;
  if (stunned.has(row) || casting.has(row)) return RefusalReason.busy;
  if (combat.columns.cooldownReadyTick[row * cooldownSlots + itemCooldownSlot]! > world.tick)
    return RefusalReason.onCooldown;
  const { health, healthMax, mana, manaMax } = vitals.columns;
  const heals = item.restoresHealth > 0 && health[row]! < healthMax[row]!;
  const refreshes = item.restoresMana > 0 && mana[row]! < manaMax[row]!;
  return heals || refreshes ? allowed : RefusalReason.noEffect;
}

function consume(world: Consuming, row: number, item: ItemDefinition): void {
  const { combat, vitals } = world.components;
  const { mana, manaMax } = vitals.columns;
  combat.columns.cooldownReadyTick[row * cooldownSlots + itemCooldownSlot] =
    world.tick + item.useCooldownTicks;
  mana[row] = Math.min(manaMax[row]!, mana[row]! + item.restoresMana);
  const given = heal(world, row, item.restoresHealth);
  const id = world.idAt(row);
  if (given > 0) noteStruck(world.facts, id, id, 0, CombatOutcome.healed, given);
}
