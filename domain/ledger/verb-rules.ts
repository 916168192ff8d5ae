// Which verbs may create or destroy items and coins, as protocol-schema/ledger.tos says beside each (a test holds the two
// together). All others only move: what they take from one place they put into another, in the same tick.

import { LedgerVerb } from '../vocabulary/generated/words.js';

export interface VerbRule {
  readonly name: keyof typeof LedgerVerb;
  readonly createsItems: boolean;
  readonly destroysItems: boolean;
  readonly createsCoins: boolean;
  readonly destroysCoins: boolean;
}

const v = LedgerVerb;
const createsAll: readonly LedgerVerb[] = [v.start, v.openingBalance, v.kill, v.craft, v.quest, v.grant];
const destroysAll: readonly LedgerVerb[] = [
  ...[v.decay, v.use, v.repair, v.discard, v.sold, v.craft, v.quest, v.death, v.seize, v.erase],
];
const createsItems: readonly LedgerVerb[] = [...createsAll, v.buy];
const createsCoins: readonly LedgerVerb[] = [...createsAll, v.sell];
const destroysCoins: readonly LedgerVerb[] = [...destroysAll, v.buy, v.buyBack, v.fee];

const rules = new Map<number, VerbRule>(
  (Object.keys(v) as (keyof typeof v)[]).map((name) => [
    v[name],
    {
      name,
      createsItems: createsItems.includes(v[name]),
      destroysItems: destroysAll.includes(v[name]),
      createsCoins: createsCoins.includes(v[name]),
      destroysCoins: destroysCoins.includes(v[name]),
    },
  ]),
);

/** Whether it creates and destroys what sums are kept of: an item, or coins, experience and skill (ledger-totals). */
export function rightsOver(
  rule: VerbRule,
  of: number,
): { readonly creates: boolean; readonly destroys: boolean } {
  return of >= 0
    ? { creates: rule.createsItems, destroys: rule.destroysItems }
    : { creates: rule.createsCoins, destroys: rule.destroysCoins };
}

/** Undefined for a number that is no verb. */
export function verbRule(verb: number): VerbRule | undefined {
  return rules.get(verb);
}
