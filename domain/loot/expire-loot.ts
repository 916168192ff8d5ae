// What lay too long vanishes.

import { defineSystem } from '../engine/system.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { destroyUnits } from '../ledger/stacks.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';
import { lootCounters } from './ground-loot.js';
import { pointAtGround } from './lay-units.js';

/** How often it is looked at: twice a second. */
const intervalTicks = 30;

const deed = new Deed();
const ground = new Bag();

export const expireLoot = defineSystem({
  name: 'expire-loot',
  budgetUs: 100,
  reads: [],
  writes: ['entities', 'loot', 'ledger'],
  emits: ['stackChanged'],
  owns: [lootCounters],
  queries: { items: { with: ['loot'] } },
  run(world, { items }) {
    if (world.tick % intervalTicks !== 0 || world.tables.ledger.isClosed(LedgerVerb.decay)) return;
    const { facts } = world;
    const { expiresTick, counts } = world.components.loot.columns;
    const { runs, runsEnd } = items.refresh();
    deed.is(LedgerVerb.decay, 0);
    for (let r = 0; r < runsEnd; r += 2)
      for (let e = runs[r]!; e < runs[r + 1]!; e++) {
        if (expiresTick[e]! > world.tick) continue;
        if (!facts.reserve(1)) return;
        destroyUnits(world, deed, pointAtGround(world, e, ground), 0, counts[e]!);
        world.tables.entities.destroy(e);
      }
  },
});
