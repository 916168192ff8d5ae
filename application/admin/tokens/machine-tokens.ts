// Tokens of machines, as owners make and revoke them. A token is shown once, to who makes it; a revoked one is refused
// from the next request on, and its game server takes no more players at once.

import type { ServerToken, MachineTokenKind } from '#ports/admin/tokens/server-token-store.js';
import { tokensMax } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { tokenPrefixes } from '../sign-in/session-life.js';

export interface TokenWish {
  readonly label: string;
  readonly kind: MachineTokenKind;
  readonly expiresAtUnixMs: number | undefined;
}

export type CreateTokenResult =
  | { readonly ok: true; readonly made: ServerToken; readonly token: string }
  | { readonly ok: false; readonly reason: 'too-many-tokens' | 'expiry-in-the-past' };

export type RevokeTokenResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'unknown-token' };

type MakePorts = Pick<AdminPorts, 'serverTokens' | 'mint' | 'clock'>;
type ReleasePorts = Pick<AdminPorts, 'serverTokens' | 'servers' | 'players' | 'live' | 'clock'>;

export async function createMachineToken(
  ports: MakePorts & Pick<AdminPorts, 'audit'>,
  caller: Caller,
  wish: TokenWish,
): Promise<CreateTokenResult> {
  const nowUnixMs = ports.clock.unixMs();
  if ((wish.expiresAtUnixMs ?? Infinity) <= nowUnixMs) return { ok: false, reason: 'expiry-in-the-past' };
  if ((await ports.serverTokens.list()).length >= tokensMax) await ports.serverTokens.removeEnded(nowUnixMs);
  if ((await ports.serverTokens.list()).length >= tokensMax) return { ok: false, reason: 'too-many-tokens' };
  const token = ports.mint.token(tokenPrefixes[wish.kind]);
  const made = makeToken(ports, wish, token);
  await ports.serverTokens.add(made);
  const { label, kind, expiresAtUnixMs } = made;
  await recordAudit(ports, caller, {
    action: 'token.create',
    outcome: 'done',
    target: `token:${made.id}`,
    details: { label, kind, expiresAtUnixMs: expiresAtUnixMs ?? null },
  });
  return { ok: true, made, token };
}

export function makeToken(
  ports: Pick<AdminPorts, 'mint' | 'clock'>,
  wish: TokenWish,
  token: string,
): ServerToken {
  return {
    ...wish,
    id: ports.mint.uuid(),
    tokenDigest: ports.mint.digest(token),
    createdAtUnixMs: ports.clock.unixMs(),
    lastUsedAtUnixMs: undefined,
    revokedAtUnixMs: undefined,
    serverId: undefined,
  };
}

export async function revokeMachineToken(
  ports: ReleasePorts & Pick<AdminPorts, 'audit'>,
  caller: Caller,
  id: string,
): Promise<RevokeTokenResult> {
  const revoked = await revokeToken(ports, id);
  if (!revoked) return { ok: false, reason: 'unknown-token' };
  await recordAudit(ports, caller, {
    action: 'token.revoke',
    outcome: 'done',
    target: `token:${id}`,
    details: { label: revoked.label, kind: revoked.kind, serverId: revoked.serverId ?? null },
  });
  return { ok: true };
}

/** And nobody speaks for its server any more: what is under way with it comes too late. */
export async function revokeToken(ports: ReleasePorts, id: string): Promise<ServerToken | undefined> {
  const atUnixMs = ports.clock.unixMs();
  const revoked = await ports.serverTokens.revoke(id, atUnixMs);
  if (!revoked) return undefined;
  for (const { id: serverId, name } of await ports.servers.releaseToken(id)) {
    await ports.players.markServerLost(serverId);
    ports.live.publish({ type: 'server', serverId, name, status: 'offline', atUnixMs });
  }
  return revoked;
}
