// What a game server's last ticks did with their time, as it answers itself.

import type { AnsweredTicks } from '../../telemetry/answer-ticks.js';
import type { Caller } from '../access/caller.js';
import { askServer, type AskedPorts, type NotAnswered } from '../operations/ask-server.js';
import { fittingDocument, type Like } from '../operations/fitting-document.js';

const ticksLike: Like = {
  phases: [{ name: 'movement', part: 'systems', budgetUs: 1, sumUs: 1, mostUs: 1, p99Us: 1 }],
  ticksUs: [1],
  longest: [{ at: 1, agoMs: 1, us: [1] }],
};

export type ReadTicksResult = { readonly ok: true; readonly ticks: AnsweredTicks } | NotAnswered;

export async function readTicks(
  ports: AskedPorts,
  caller: Caller,
  serverId: string,
  query: { readonly seconds: number },
): Promise<ReadTicksResult> {
  const told = await askServer(ports, caller, serverId, 'ticks', query);
  if (!told.ok) return told;
  const ticks = fittingDocument<AnsweredTicks>(told.document, ticksLike);
  return ticks === undefined ? { ok: false, reason: 'unfit-answer' } : { ok: true, ticks };
}
