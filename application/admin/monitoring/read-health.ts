// How the whole system does, as far as it is known: this API and each game server, check by check, with the age of what is
// known. Nothing counts as well that was not heard of lately: what a silent server said last is told as unknown.

import type {} from '#ports/admin/tokens/token-issuer-registry.js';
import type { RegisteredServer, ServerCheck } from '#ports/admin/servers/server-registry.js';
import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { heartbeatSeconds, serverStatus, staleAfterMs, telemetrySeconds } from '../liveness/server-status.js';
import { announceIssuerMs } from '../tokens/token-issuers.js';

/** notice: it works, and somebody should look at it; unknown: not heard of lately. The worst last. */
export const checkStates = ['well', 'notice', 'unknown', 'ill'] as const;
export type CheckState = (typeof checkStates)[number];

export interface KnownCheck {
  readonly name: string;
  readonly state: CheckState;
  /** In a sentence without its full stop; empty where there is nothing to say. */
  readonly says: string;
  /** When it was so. */
  readonly asOfUnixMs: number;
}

export interface HealthOfPart {
  /** Undefined: this API. */
  readonly serverId: string | undefined;
  readonly name: string;
  /** The worst of its checks. */
  readonly state: CheckState;
  readonly checks: readonly KnownCheck[];
}

export interface SystemHealth {
  readonly atUnixMs: number;
  readonly state: CheckState;
  /** This API first, then servers by name. */
  readonly parts: readonly HealthOfPart[];
}

/** Two that did not come, and one late. */
const figuresStaleMs = Math.max(3 * telemetrySeconds * 1000, 5_000);
/** Of servers that draw no players now, this is meant. */
const closedOnPurpose = 'accepting-players';

type Ports = Pick<AdminPorts, 'servers' | 'tokenIssuers' | 'backups' | 'clock'>;

/** What the program gives. */
export interface OwnHealth {
  /** Of this API, but for those that its stores tell of. */
  readonly checks: readonly HealthCheck[];
  /** Bounds the time of each; never rejects. */
  judge(checks: readonly HealthCheck[]): Promise<{
    readonly checks: Readonly<Record<string, Omit<ServerCheck, 'name'>>>;
  }>;
}

export async function readHealth(ports: Ports, own: OwnHealth): Promise<SystemHealth> {
  const [judgedOwn, backups, replicas, servers] = await Promise.all([
    own.judge(own.checks),
    backupsNow(ports),
    replicasNow(ports),
    ports.servers.list(),
  ]);
  const atUnixMs = ports.clock.unixMs();
  const checks = Object.entries({ ...judgedOwn.checks, backups }).map(([name, result]) => ({
    ...{ name, ...judged(result), asOfUnixMs: atUnixMs },
  }));
  const api = {
    ...{ serverId: undefined, name: 'Admin API', state: worst(checks) },
    checks: [...checks, { ...replicas, asOfUnixMs: atUnixMs }],
  };
  const parts = [api, ...servers.map((server) => healthOfServer(server, atUnixMs))];
  return { atUnixMs, state: worst(parts), parts };
}

function healthOfServer(server: RegisteredServer, nowUnixMs: number): HealthOfPart {
  const status = serverStatus(server, nowUnixMs);
  const isHeard = status === 'online' || status === 'draining';
  const asOfUnixMs = server.checksAtUnixMs ?? server.lastSeenAtUnixMs;
  // Figures may come from one whose signs of life are refused.
  const isTold = isHeard && nowUnixMs - asOfUnixMs < staleAfterMs;
  const told = server.checks?.map((check) => ({
    name: check.name,
    ...(isTold ? toldNow(check, status === 'draining') : lastSaid(check)),
    asOfUnixMs,
  }));
  const none = { name: 'own-checks', state: 'unknown', says: 'the server tells none', asOfUnixMs } as const;
  const checks = [signOfLife(server, nowUnixMs), figures(server, isHeard, nowUnixMs), ...(told ?? [none])];
  // What it said before it ended is no fault of anybody's now.
  const state = server.stopped ? 'notice' : worst(checks);
  return { serverId: server.id, name: server.name, state, checks };
}

function signOfLife(server: RegisteredServer, nowUnixMs: number): KnownCheck {
  const { lastSeenAtUnixMs: asOfUnixMs, stopped } = server;
  const status = serverStatus(server, nowUnixMs);
  const name = 'sign-of-life';
  if (stopped) return { name, state: 'notice', says: 'the server has stopped, and said so', asOfUnixMs };
  if (status === 'online') return { name, state: 'well', says: '', asOfUnixMs };
  if (status === 'draining') return { name, state: 'notice', says: 'the server is drained', asOfUnixMs };
  return {
    name,
    state: 'ill',
    says: `nothing was heard of it; it reports every ${heartbeatSeconds} s`,
    asOfUnixMs,
  };
}

/** By when they came: a server's clock may be another. */
function figures(
  { latest, latestAtUnixMs, lastSeenAtUnixMs }: RegisteredServer,
  isHeard: boolean,
  nowUnixMs: number,
): KnownCheck {
  const name = 'figures';
  if (latest === undefined)
    return { name, state: 'unknown', says: 'none came yet', asOfUnixMs: lastSeenAtUnixMs };
  const asOfUnixMs = latestAtUnixMs ?? lastSeenAtUnixMs;
  if (!isHeard) return { name, state: 'unknown', says: 'they stand still', asOfUnixMs };
  const isFresh = nowUnixMs - asOfUnixMs <= figuresStaleMs;
  return isFresh
    ? { name, state: 'well', says: '', asOfUnixMs }
    : { name, state: 'ill', says: `they stand still; they come every ${telemetrySeconds} s`, asOfUnixMs };
}

function toldNow(check: ServerCheck, isDraining: boolean): Pick<KnownCheck, 'state' | 'says'> {
  const { name, ok, reason = '' } = check;
  if (!ok && isDraining && name === closedOnPurpose) return { state: 'notice', says: reason };
  return judged({ ok, reason });
}

function lastSaid({ ok, reason }: ServerCheck): Pick<KnownCheck, 'state' | 'says'> {
  return { state: 'unknown', says: `last it said: ${ok && !reason ? 'well' : (reason ?? 'not well')}` };
}

function judged({ ok, reason = '' }: Omit<ServerCheck, 'name'>): Pick<KnownCheck, 'state' | 'says'> {
  if (!ok) return { state: 'ill', says: reason };
  return { state: reason === '' ? 'well' : 'notice', says: reason };
}

/** Its desk bounds how long the store is asked, with a reason better than that of time. */
async function backupsNow({ backups }: Pick<Ports, 'backups'>): Promise<CheckResult> {
  const told = await backups?.tell();
  if (told === undefined) return { ok: true, reason: 'the settings say that none are made' };
  const { unlisted, failure, isOverdue, total } = told;
  if (unlisted !== undefined) return { ok: false, reason: `they cannot be listed: ${unlisted.words}` };
  if (failure !== undefined) return { ok: false, reason: `the last one failed: ${failure}` };
  if (isOverdue) return { ok: false, reason: 'the next one is overdue' };
  return total === 0 ? { ok: true, reason: 'there is none yet' } : { ok: true };
}

/** Each signs with a key of its own, and notes it again and again. */
async function replicasNow({ tokenIssuers, clock }: Ports): Promise<Omit<KnownCheck, 'asOfUnixMs'>> {
  const running = await tokenIssuers.inUseSince(clock.unixMs() - 2 * announceIssuerMs);
  const says = running.length > 1 ? `${running.length} were there in the last minutes` : 'this one alone';
  return { name: 'replicas', state: 'well', says };
}

function worst(parts: readonly { readonly state: CheckState }[]): CheckState {
  const worstAt = Math.max(0, ...parts.map(({ state }) => checkStates.indexOf(state)));
  return checkStates[worstAt]!;
}
