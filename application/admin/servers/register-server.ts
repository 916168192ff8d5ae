// A game server introduces itself, on every start of its own or of the admin API. Its token lets it ask; who it is it
// proves with its key, the one that players pin. Key and address stay what they were when it first came: another key is
// another server, and another address is used when an operator agreed (change-server.ts).

import { registrationStatement } from '#ports/admin/servers/key-challenger.js';
import {
  isSameAddress,
  type RegisteredServer,
  type ServerDescription,
} from '#ports/admin/servers/server-registry.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';
import { heartbeatSeconds, telemetrySeconds } from '../liveness/server-status.js';
import { acceptedIssuers } from '../tokens/token-issuers.js';

/** From the question to the answer; servers answer at once. */
export const challengeMsMax = 60_000;
/** Of one token: a server that is refused asks some 35 times in this time. It bounds what the audit log takes, too. */
export const registrationLimit = { attemptsMax: 120, windowMs: 15 * 60_000 };

export type RegisterResult =
  | {
      readonly ok: true;
      readonly heartbeatSeconds: number;
      readonly telemetrySeconds: number;
      /** See acceptedIssuers. */
      readonly tokenIssuers: readonly string[];
    }
  | { readonly ok: false; readonly reason: RegisterRefusal }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

export type RegisterRefusal =
  | 'identity-not-proven'
  | 'token-of-another-server'
  | 'server-key-changed'
  | 'server-moved'
  | 'too-many-servers';

type Ports = Pick<
  AdminPorts,
  | 'servers'
  | 'serverTokens'
  | 'challenger'
  | 'attempts'
  | 'audit'
  | 'live'
  | 'maps'
  | 'tokenIssuers'
  | 'clock'
>;

/** The question that the next registration with this token must answer. */
export async function challengeServer(
  ports: Pick<AdminPorts, 'serverTokens' | 'challenger' | 'clock'>,
  token: ServerToken,
): Promise<string> {
  const { secret, question } = ports.challenger.ask();
  await ports.serverTokens.keepChallenge(token.id, { secret, askedAtUnixMs: ports.clock.unixMs() });
  return question;
}

export async function registerServer(
  ports: Ports,
  token: ServerToken,
  server: ServerDescription,
  proof: string,
  origin: Origin,
): Promise<RegisterResult> {
  const nowUnixMs = ports.clock.unixMs();
  const tries = [{ key: `register:${token.id}`, limit: registrationLimit }];
  const lockedMs = await ports.attempts.count(tries, nowUnixMs);
  if (lockedMs > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
  const act = { token, server, origin, nowUnixMs };
  if (!(await isProven(ports, token, server, proof))) return refuse(ports, act, 'identity-not-proven');
  if ((token.serverId ?? server.id) !== server.id) return refuse(ports, act, 'token-of-another-server');
  // What a server says of the time is believed of the past only.
  const startedAtUnixMs = Math.min(Math.max(0, server.startedAtUnixMs), nowUnixMs);
  const { answer, before } = await ports.servers.register(
    { ...server, startedAtUnixMs },
    token.id,
    nowUnixMs,
  );
  if (answer === 'other-key') return refuse(ports, act, 'server-key-changed', before);
  if (answer === 'moved') return refuse(ports, act, 'server-moved', before);
  if (answer === 'too-many-servers') return refuse(ports, act, answer);
  if (!(await ports.serverTokens.bind(token.id, server.id))) {
    return refuse(ports, act, 'token-of-another-server');
  }
  await recordRegistration(ports, act, before);
  // It has read its content anew.
  ports.maps.refresh();
  const { id: serverId, name } = server;
  ports.live.publish({ type: 'server', serverId, name, status: 'online', atUnixMs: nowUnixMs });
  return { ok: true, heartbeatSeconds, telemetrySeconds, tokenIssuers: await acceptedIssuers(ports) };
}

/** A question is good for one answer, right or wrong. */
async function isProven(
  ports: Ports,
  token: ServerToken,
  { id: serverId, host, udpPort, publicKey }: ServerDescription,
  answer: string,
): Promise<boolean> {
  const challenge = await ports.serverTokens.takeChallenge(token.id);
  if (!challenge || ports.clock.unixMs() - challenge.askedAtUnixMs > challengeMsMax) return false;
  const statement = registrationStatement({ serverId, host, udpPort });
  return ports.challenger.isProof({ secret: challenge.secret, publicKey, statement, answer });
}

interface Act {
  readonly token: ServerToken;
  readonly server: ServerDescription;
  readonly origin: Origin;
  readonly nowUnixMs: number;
}

async function refuse(
  ports: Ports,
  act: Act,
  reason: RegisterRefusal,
  before?: RegisteredServer,
): Promise<RegisterResult> {
  // The same wish again is no news.
  const isKnown = reason === 'server-moved' && isPending(act.server, before);
  if (!isKnown) await record(ports, act, 'refused', { reason, ...wanted(act.server, before) });
  return { ok: false, reason };
}

function isPending(server: ServerDescription, before: RegisteredServer | undefined): boolean {
  return before?.pendingAddress !== undefined && isSameAddress(before.pendingAddress, server);
}

/** The first time, a start, or another token; not that the API was away for a moment. */
async function recordRegistration(
  ports: Ports,
  act: Act,
  before: RegisteredServer | undefined,
): Promise<void> {
  const { server, token } = act;
  const isSame = before?.startedAtUnixMs === server.startedAtUnixMs && before.tokenId === token.id;
  if (isSame) return;
  await record(ports, act, 'done', {
    ...wanted(server, before),
    ...(before && before.tokenId !== token.id && { tokenBefore: before.tokenId }),
  });
}

function wanted({ publicKey, host, udpPort }: ServerDescription, before: RegisteredServer | undefined) {
  return {
    ...{ publicKey, host, udpPort },
    before: before ? { publicKey: before.publicKey, host: before.host, udpPort: before.udpPort } : null,
  };
}

async function record(
  { audit }: Ports,
  { token, server, origin, nowUnixMs }: Act,
  outcome: 'done' | 'refused',
  details: Record<string, unknown>,
): Promise<void> {
  await audit.append({
    atUnixMs: nowUnixMs,
    actorId: undefined,
    actorName: `server:${server.id}`,
    action: 'server.register',
    outcome,
    target: `server:${server.id}`,
    details: { name: server.name, tokenId: token.id, token: token.label, ...details },
    address: origin.address,
    requestId: origin.requestId,
  });
}
