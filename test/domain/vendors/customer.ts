// A small town with vendors, and who deals with them.

import type { NpcDefinition, NpcService } from '#domain/content/generated/definitions.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { item, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { OrderingPlayer } from '../harness/ordering-player.js';

export const Ware = { bread: 1, sword: 2, letter: 3, crown: 4, crumb: 5 } as const;
export const Who = { baker: 1, generous: 2, mender: 3, guide: 4 } as const;

export const npc = (id: number, ...services: NpcService[]): NpcDefinition => ({
  ...blank.npc,
  ...{ id, key: `npc-${id}`, name: `${id}`, services },
});
export const offer = (of: number, stock = 0) => ({ item: of, stock, restockTicks: 100 });

export const content = smallContent({
  items: [
    { ...item(Ware.bread, 'bread', 10), priceCoins: 4, weightGrams: 100 },
    { ...item(Ware.sword, 'sword', 1), priceCoins: 100, equipSlot: 'mainHand', durabilityMax: 50, power: 3 },
    { ...item(Ware.letter, 'letter', 10), priceCoins: 9, kind: 'quest' },
    { ...item(Ware.crown, 'crown', 1), priceCoins: 1_000_000, bind: 'onPickUp' },
    { ...item(Ware.crumb, 'crumb', 10), priceCoins: 1 },
  ],
  npcs: [
    npc(Who.baker, {
      kind: 'vendor',
      sells: [offer(Ware.bread), offer(Ware.sword, 2), offer(Ware.crown)],
      askShare: 1,
      payShare: 0.25,
      whenFull: 'refuse',
    }),
    npc(Who.generous, {
      ...{ kind: 'vendor', sells: [offer(Ware.bread), offer(Ware.crown)], askShare: 1.5, payShare: 0.5 },
      whenFull: 'mail',
    }),
    npc(Who.mender, { kind: 'mender', priceShare: 0.5 }),
    npc(Who.guide),
  ],
  rules: { ...smallRules, carryGramsMax: 10_000 },
});

export class Customer extends OrderingPlayer {
  readonly baker: number;

  constructor(coins = 1000, of = content) {
    super({ content: of });
    this.baker = this.npc(Who.baker);
    this.coins = coins;
  }

  buys(of: number, units: number, from = this.baker) {
    return this.does(RequestId.buyItem, [from, of, units]);
  }

  sells(slot: number, units: number, to = this.baker) {
    return this.does(RequestId.sellItem, [to, slot, units]);
  }

  buysBack(slot: number, from = this.baker) {
    return this.does(RequestId.buyBackItem, [from, slot]);
  }
}
