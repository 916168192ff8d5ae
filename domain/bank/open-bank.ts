// A player asks a banker what lies in its bank. Nothing moves; that it was asked is noted, and the answer goes with that
// (application/notify).

import { serviceOf, talkRefusal } from '../npcs/services.js';
import type { Talking } from '../npcs/services.js';
import type { OrderRule } from '../orders/order-rule.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';

export const openBank: OrderRule<Talking> = {
  verb: LedgerVerb.arrange,
  factsMax: 0,
  /** Numbers: entity id of the banker. */
  decide(world, row, { numbers }) {
    const npc = world.rowOf(numbers[0]!);
    const talk = talkRefusal(world, row, npc);
    if (talk !== allowed) return talk;
    return serviceOf(world, npc, 'banker') === undefined ? RefusalReason.invalidTarget : allowed;
  },
};
