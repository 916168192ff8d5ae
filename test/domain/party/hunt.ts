// A party, or several, and a wolf that they kill.

import type { ContentLists } from '#domain/content/content.js';
import type { GameRules } from '#domain/content/generated/definitions.js';
import type { System } from '#domain/engine/system.js';
import { decideOrders } from '#domain/decisions/decide-orders.js';
import { lootOthersMax } from '#domain/loot/columns.js';
import { orderNumbers, placeOrder } from '#domain/orders/orders.js';
import { followQuests } from '#domain/quests/follow-quests.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { Company } from './company.js';

export class Hunt extends Company {
  wolf: number;
  private command = 0;

  constructor(
    players: number,
    rules: Partial<GameRules> = {},
    lists: Partial<ContentLists> = {},
    systems: readonly System[] = [],
  ) {
    super(players, rules, [followQuests, decideOrders, ...systems], lists);
    this.wolf = this.spawn();
  }

  /** A creature that dies was spawned by its group. */
  spawn(): number {
    const { spawns } = this.world.tables;
    spawns.timers.spawned(spawns.timers.dueMember(0, 0, Math.max(1, this.world.tick)));
    return this.small.creature(22, 22);
  }

  strikes(player: number, points = 10): void {
    harmAndTell(this.world, this.rows[player]!, this.wolf, points);
  }

  /** The rest of its health. Who does it has that much more damage. */
  kills(player: number): void {
    this.strikes(player, 10_000);
    this.small.tick();
  }

  get experience(): number[] {
    const { experience } = this.world.components.progress.columns;
    return this.rows.map((row) => (row === 0 ? 0 : experience[row]!));
  }

  get coins(): number[] {
    const { coins } = this.world.components.wallet.columns;
    return this.rows.map((row) => (row === 0 ? 0 : coins[row]!));
  }

  get credited(): number[] {
    const ids = this.rows.map((row) => (row === 0 ? -1 : this.world.idAt(row)));
    return this.small.toldOf('killCredited').map(({ subject }) => ids.indexOf(Number(subject)));
  }

  /** What lies on the ground, each as whose it is: the owner, and in brackets who may take it besides. */
  get laid(): string[] {
    const { loot } = this.world.components;
    const { owner, others } = loot.columns;
    const laid: string[] = [];
    for (const row of this.laidRows) {
      const shared = [...others.subarray(row * lootOthersMax, (row + 1) * lootOthersMax)]
        .filter((each) => each !== 0)
        .map((each) => each - 1);
      laid.push(`${owner[row]! - 1}${shared.length === 0 ? '' : ` (${shared.join(' ')})`}`);
    }
    return laid;
  }

  get laidRows(): number[] {
    const rows: number[] = [];
    for (let row = 1; row < this.world.store.entities.rowsUsed; row++)
      if (this.world.components.loot.has(row)) rows.push(row);
    return rows;
  }

  /** Why the player may not take it, undefined when it has. */
  takes(player: number, loot: number): unknown {
    const { world, small } = this;
    const { x, y } = world.components.transform.columns;
    x[this.rows[player]!] = x[loot]!;
    y[this.rows[player]!] = y[loot]!;
    small.told();
    placeOrder(world, this.rows[player]!, RequestId.pickUp, ++this.command);
    world.tables.orders.numbers.set([world.idAt(loot)], (world.tables.orders.count - 1) * orderNumbers);
    small.tick();
    return small.toldOf('requestRefused')[0]?.['reason'];
  }
}
