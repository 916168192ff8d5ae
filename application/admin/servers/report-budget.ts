// How much one game server may report: so much at once, and so much more a second. What is beyond is refused, and told
// again by servers that keep it. Of this replica alone: several take that many times as much together.

import { serversMax } from '#ports/admin/servers/server-registry.js';
import type { Clock } from '#ports/system/clock.js';

export interface BudgetLimit {
  readonly burst: number;
  readonly perSecond: number;
}

interface Spent {
  left: number;
  atMs: number;
}

export class ReportBudget {
  /** By server; only of those that are registered. */
  private readonly spent = new Map<string, Spent>();

  constructor(private readonly clock: Pick<Clock, 'nowMs'>) {}

  /** 0 when it may be taken, and it counts then; else after how many seconds it may. */
  take(serverId: string, amount: number, { burst, perSecond }: BudgetLimit): number {
    const atMs = this.clock.nowMs();
    const before = this.spent.get(serverId) ?? { left: burst, atMs };
    const left = Math.min(burst, before.left + ((atMs - before.atMs) / 1000) * perSecond);
    // What is larger than any burst is taken by who has spent nothing.
    const needed = Math.min(amount, burst);
    if (left < needed) return Math.ceil((needed - left) / perSecond);
    this.spent.delete(serverId);
    this.spent.set(serverId, { left: Math.max(0, left - amount), atMs });
    // Removed servers leave in time: who reported longest ago goes first.
    for (const oldest of this.spent.keys()) {
      if (this.spent.size <= serversMax) break;
      this.spent.delete(oldest);
    }
    return 0;
  }
}
