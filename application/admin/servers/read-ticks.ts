// What a game server's last ticks did with their time, as it answers itself.

import { tracedSeconds, type AnsweredTicks } from '../../telemetry/answer-ticks.js';
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
  return ticks === undefined || !isSound(ticks) ? { ok: false, reason: 'unfit-answer' } : { ok: true, ticks };
}

/** Whether it is what clocks can have measured, and its lists belong together: who shows it reckons with that. */
function isSound({ phases, ticksUs, longest }: AnsweredTicks): boolean {
  const areSpans = (spans: readonly number[]): boolean => spans.every((us) => us >= 0);
  return (
    areSpans(ticksUs) &&
    phases.every(({ budgetUs, sumUs, mostUs, p99Us }) => areSpans([budgetUs, sumUs, mostUs, p99Us])) &&
    longest.every(
      ({ at, agoMs, us }) =>
        at in ticksUs &&
        agoMs >= 0 &&
        agoMs <= tracedSeconds.max * 1000 &&
        us.length === phases.length &&
        areSpans(us),
    )
  );
}
