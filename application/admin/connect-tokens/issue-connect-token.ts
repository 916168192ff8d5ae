// A login service asks for a player to be let in: a token for one character of one account, one server and the key of
// the player's program, good once and for a minute. Who may play which character is the login service's to know.

import { isUnspecified } from '#ports/network/datagram-address.js';
import type { RegisteredServer } from '#ports/admin/servers/server-registry.js';
import type { Sanction } from '#ports/admin/players/sanction-store.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Origin } from '../access/caller.js';
import { serverStatus } from '../liveness/server-status.js';

/** From the answer to the player's first Connect; who then waits in a queue may wait longer. */
const lifeS = 60;
const windowMs = 60_000;
/** A player who cannot get in tries again by hand. */
const accountLimit = { attemptsMax: 20, windowMs };
/** 1,000 a second: more than a server lets in, and a bound for a service's token in wrong hands. */
const serviceLimit = { attemptsMax: 60_000, windowMs };

export interface ConnectWish {
  readonly accountId: string;
  readonly characterName: string;
  readonly clientKey: string;
  readonly serverId: string;
}

export type IssueConnectTokenResult =
  | {
      readonly ok: true;
      readonly token: Uint8Array;
      readonly expiresAtUnixMs: number;
      readonly server: RegisteredServer;
    }
  | { readonly ok: false; readonly reason: 'unknown-server' | 'server-not-open' | 'server-without-address' }
  /** `retryAfterSeconds`: until the ban ends, left out of one for good. */
  | { readonly ok: false; readonly reason: 'account-banned'; readonly retryAfterSeconds?: number }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Ports = Pick<AdminPorts, 'servers' | 'sanctions' | 'attempts' | 'audit' | 'tokenSigner' | 'clock'>;

export async function issueConnectToken(
  ports: Ports,
  service: ServerToken,
  asked: ConnectWish,
  origin: Origin,
): Promise<IssueConnectTokenResult> {
  const wish = inOneSpelling(asked);
  const nowUnixMs = ports.clock.unixMs();
  const server = await ports.servers.find(wish.serverId);
  if (!server) return { ok: false, reason: 'unknown-server' };
  if (serverStatus(server, nowUnixMs) !== 'online') return { ok: false, reason: 'server-not-open' };
  // Guests, who know where it is, go on playing there.
  if (isUnspecified(server.host)) return { ok: false, reason: 'server-without-address' };
  const ban = await ports.sanctions.banOf(wish.serverId, wish.accountId);
  if (ban !== undefined) return bannedBy(ban, nowUnixMs);
  // What is not given counts for nothing: a service asks again and again while the server starts.
  const tries = [
    { key: `connect-token:${wish.accountId}`, limit: accountLimit },
    { key: `connect-token:@${service.id}`, limit: serviceLimit },
  ];
  const lockedMs = await ports.attempts.count(tries, nowUnixMs);
  if (lockedMs > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
  const issuedUnixS = Math.floor(nowUnixMs / 1000);
  const expiresUnixS = issuedUnixS + lifeS;
  const token = ports.tokenSigner.sign({ ...wish, issuedUnixS, expiresUnixS });
  await recordIssue(ports, service, wish, origin, nowUnixMs);
  return { ok: true, token, expiresAtUnixMs: expiresUnixS * 1000, server };
}

/** The server would turn the player away all the same; so its login service can say so at once. */
function bannedBy(
  { untilUnixMs }: Sanction,
  nowUnixMs: number,
): Extract<IssueConnectTokenResult, { reason: 'account-banned' }> {
  const banned = { ok: false, reason: 'account-banned' } as const;
  if (untilUnixMs === undefined) return banned;
  return { ...banned, retryAfterSeconds: Math.max(1, Math.ceil((untilUnixMs - nowUnixMs) / 1000)) };
}

/** UUIDs and keys in lower case: limits, audit and the token itself speak of the same account. */
function inOneSpelling(asked: ConnectWish): ConnectWish {
  return {
    ...asked,
    accountId: asked.accountId.toLowerCase(),
    serverId: asked.serverId.toLowerCase(),
    clientKey: asked.clientKey.toLowerCase(),
  };
}

async function recordIssue(
  { audit }: Ports,
  service: ServerToken,
  { accountId, characterName, serverId }: ConnectWish,
  origin: Origin,
  atUnixMs: number,
): Promise<void> {
  await audit.append({
    atUnixMs,
    actorId: undefined,
    actorName: `login-service:${service.id}`,
    action: 'connect-token.issue',
    outcome: 'done',
    target: `player-account:${accountId}`,
    details: { characterName, serverId, serviceId: service.id, service: service.label },
    address: origin.address,
    requestId: origin.requestId,
  });
}
