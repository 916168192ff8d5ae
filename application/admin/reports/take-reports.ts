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

export interface ReportsTold {
  readonly reports: readonly ToldReport[];
  /** Ids of reports whose decisions the server has. */
  readonly kept: readonly string[];
}

export type TakeReportsResult =
  | {
      readonly ok: true;
      /** Ids of those that are here, some since earlier. Others have no room now, and are to be told again. */
      readonly taken: readonly string[];
      readonly decided: readonly ReportDecision[];
    }
  | { readonly ok: false; readonly reason: 'unknown-server' | 'foreign-server' };

type Ports = Pick<AdminPorts, 'servers' | 'reports' | 'players' | 'commands' | 'audit'>;

export async function takeReports(
  ports: Ports,
  token: ServerToken,
  serverId: string,
  { reports, kept }: ReportsTold,
): Promise<TakeReportsResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  await ports.reports.handedOver(serverId, kept);
  const taken: string[] = [];
  for (const report of reports) {
    const added = await ports.reports.add(serverId, report);
    if (added === 'full') continue;
    taken.push(report.reportId);
    if (added === 'added') await forgetIfErased(ports, serverId, report);
  }
  return { ok: true, taken, decided: await ports.reports.decided(serverId, decisionsAtOnceMax) };
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
