// The history of one server, in few enough points to draw: spans of equal length, the last of which is the present one. How
// long they are follows from the time asked for, and with it what is read: samples, minutes or hours.

import {
  hourSeconds,
  minuteSeconds,
  type FigureSpan,
  type HistorySpan,
} from '#ports/admin/monitoring/telemetry-history.js';
import type { FigureName, KeyedFigureName } from '#ports/system/telemetry-figures.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { historyKept } from './history-kept.js';
import { clockSlackMs } from './ingest-telemetry.js';

export const historyPointsMax = 900;
/** The longest time that can be asked for at once. */
export const historyMinutesMax = historyKept.hoursMs / 60_000;

/** Each a part of a day, so that days, hours and minutes begin with a span. */
const stepsSeconds = [
  ...[1, 2, 5, 10, 15, 30],
  ...[60, 120, 300, 600, 900, 1800],
  ...[3600, 7200, 10_800, 21_600, 43_200, 86_400],
  // For who wants but a few points of all that is kept.
  ...[172_800, 432_000, 864_000, 1_728_000, 3_456_000, 34_560_000],
];

export interface FiguresQuestion {
  readonly minutes: number;
  /** The end of the time asked for; left out: now. */
  readonly untilUnixMs?: number | undefined;
  /** Only spans from this one on, for who has the rest. */
  readonly sinceUnixMs?: number | undefined;
  readonly pointsMax: number;
  readonly figures: readonly FigureName[];
  readonly keyed: readonly KeyedFigureName[];
}

export interface FiguresRead {
  readonly fromUnixMs: number;
  readonly stepSeconds: number;
  /** From `from` on one for each step; undefined where nothing was measured. */
  readonly spans: readonly (HistorySpan | undefined)[];
}

type Ports = Pick<AdminPorts, 'history' | 'clock'>;

export async function readFigures(
  ports: Ports,
  serverId: string,
  question: FiguresQuestion,
): Promise<FiguresRead> {
  const { figures, keyed, minutes } = question;
  const nowUnixMs = ports.clock.unixMs();
  const endUnixMs = Math.min(question.untilUnixMs ?? nowUnixMs, nowUnixMs);
  const ageMs = nowUnixMs - (endUnixMs - minutes * 60_000);
  const stepSeconds = stepFor(minutes * 60, question.pointsMax, ageMs);
  const stepMs = stepSeconds * 1000;
  const spanCount = Math.max(1, Math.min(question.pointsMax, Math.ceil((minutes * 60_000) / stepMs)));
  // What ends on the dot belongs to the span before.
  const endsAt = Math.ceil((endUnixMs + 1) / stepMs) * stepMs;
  // A server's clock may be ahead of ours.
  const aheadMs = question.untilUnixMs === undefined ? Math.ceil(clockSlackMs / stepMs) * stepMs : 0;
  const first = endsAt - spanCount * stepMs;
  const since = Math.floor((question.sinceUnixMs ?? first) / stepMs) * stepMs;
  const fromUnixMs = Math.min(Math.max(first, since), endsAt - stepMs);
  const asked = { fromUnixMs, toUnixMs: endsAt + aheadMs, stepSeconds, figures, keyed };
  const found = await ports.history.read(serverId, asked);
  const lastAt = Math.max(endsAt - stepMs, found.at(-1)?.atUnixMs ?? 0);
  const firstAt = Math.max(fromUnixMs, lastAt - (spanCount - 1) * stepMs);
  const byTime = new Map(found.map((span) => [span.atUnixMs, span]));
  const spans = Array.from({ length: Math.round((lastAt - firstAt) / stepMs) + 1 }, (_, index) =>
    byTime.get(firstAt + index * stepMs),
  );
  return { fromUnixMs: firstAt, stepSeconds, spans };
}

/** Long enough for so few points, and for what is still kept of so long ago. */
export function stepFor(seconds: number, pointsMax: number, ageMs: number): number {
  const kept =
    ageMs <= historyKept.samplesMs ? 1 : ageMs <= historyKept.minutesMs ? minuteSeconds : hourSeconds;
  const least = Math.max(kept, seconds / pointsMax);
  return stepsSeconds.find((step) => step >= least) ?? stepsSeconds.at(-1)!;
}

export interface HistoryPoint {
  /** Start of the span that the point stands for. */
  readonly atUnixMs: number;
  /** Means over the span, except tickMsP99 and players: their largest. */
  readonly players: number;
  readonly tickMsP50: number;
  readonly tickMsP99: number;
  readonly packetsInPerSecond: number;
  readonly packetsOutPerSecond: number;
  /** Null where none of the span was measured. */
  readonly memoryBytes: number | null;
}

const figuresOfPoints = [
  'players',
  'tickMsP50',
  'tickMsP99',
  'packetsInPerSecond',
  'packetsOutPerSecond',
  'memoryBytes',
] as const;

/** The figures of the dashboard, only where something was measured. */
export async function readHistory(
  ports: Ports,
  serverId: string,
  minutes: number,
): Promise<readonly HistoryPoint[]> {
  const question = { minutes, pointsMax: historyPointsMax, figures: figuresOfPoints, keyed: [] };
  const { spans } = await readFigures(ports, serverId, question);
  return spans.flatMap((span) => (span === undefined ? [] : [toPoint(span)]));
}

function toPoint({ atUnixMs, figures }: HistorySpan): HistoryPoint {
  const mean = (span: FigureSpan | undefined): number => span?.mean ?? 0;
  return {
    atUnixMs,
    players: figures.players?.largest ?? 0,
    tickMsP50: mean(figures.tickMsP50),
    tickMsP99: figures.tickMsP99?.largest ?? 0,
    packetsInPerSecond: mean(figures.packetsInPerSecond),
    packetsOutPerSecond: mean(figures.packetsOutPerSecond),
    memoryBytes: figures.memoryBytes?.mean ?? null,
  };
}
