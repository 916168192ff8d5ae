// A game server tells players' reports, as often as it takes, and hears what operators decided about earlier ones.

import {
  decisionsAtOnceMax,
  type ReportDecision,
  type ToldReport,
} from '#ports/admin/reports/player-report.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { findOwnServer } from '../access/own-server.js';
import { hasOrder } from '../erasure/erasure-orders.js';
import type { BudgetLimit, ReportBudget } from '../servers/report-budget.js';

/** Requests and reports; a server asks every five seconds, and tells what waited in some minutes. */
const limit: BudgetLimit = { burst: 100, perSecond: 5 };

export interface ReportsTold {
  readonly token: ServerToken;
  readonly reports: readonly ToldReport[];
  /** Ids of reports whose decisions the server has. */
  readonly kept: readonly string[];
  /** Asks for what was decided after this report, instead of from the oldest on: the server cannot read what is before. */
  readonly after?: string | undefined;
}

export type TakeReportsResult =
  | {
      readonly ok: true;
      /** Ids of those that are here, some since earlier. Others have no room now, and are to be told again. */
      readonly taken: readonly string[];
      readonly decided: readonly ReportDecision[];
    }
  | { readonly ok: false; readonly reason: 'unknown-server' | 'foreign-server' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Ports = Pick<AdminPorts, 'servers' | 'reports' | 'players' | 'commands' | 'audit'>;

export async function takeReports(
  ports: Ports,
  budget: ReportBudget,
  serverId: string,
  { token, reports, kept, after }: ReportsTold,
): Promise<TakeReportsResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  const waitS = budget.take(serverId, reports.length + 1, limit);
  if (waitS > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: waitS };
  await ports.reports.handedOver(serverId, kept);
  const taken: string[] = [];
  for (const report of reports) {
    const added = await ports.reports.add(serverId, report);
    if (added === 'full') continue;
    taken.push(report.reportId);
    if (added === 'added') await forgetIfErased(ports, serverId, report);
  }
  return { ok: true, taken, decided: await ports.reports.decided(serverId, decisionsAtOnceMax, after) };
}

/** What was under way while one of the two was erased; of who plays nobody is asked. */
async function forgetIfErased(
  ports: Ports,
  serverId: string,
  { reporter, target }: ToldReport,
): Promise<void> {
  for (const { characterId } of [reporter, target]) {
    if ((await ports.players.findCharacter(serverId, characterId)) !== undefined) continue;
    // Whoever it was: numbers are not given again.
    const about = { serverId, characterId, playerId: undefined, name: undefined };
    if (await hasOrder(ports, about)) await ports.reports.forgetPlayer(serverId, characterId);
  }
}
