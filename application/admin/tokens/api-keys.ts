// API keys of operators' programs. Who makes one proves it with the own password: a stolen session must not leave a way in
// behind it. A key opens a part of what its operator may do, is shown once, and always runs out.

import type { ApiKey } from '#ports/admin/tokens/api-key-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { openableBy, type Permission } from '../access/permissions.js';
import {
  requireOwnPassword,
  type OwnPasswordPorts,
  type OwnPasswordRefusal,
} from '../accounts/own-password.js';
import { recordAudit } from '../audit/record-audit.js';
import { apiKeyPrefix } from '../sign-in/session-life.js';

export const apiKeyDaysMax = 366;
/** Of one account. */
const makeLimit = { attemptsMax: 60, windowMs: 60 * 60_000 };
const dayMs = 86_400_000;

export interface ApiKeyWish {
  readonly label: string;
  readonly permissions: readonly Permission[];
  readonly expiresAtUnixMs: number;
  readonly currentPassword: string;
}

export type MakeApiKeyResult =
  | { readonly ok: true; readonly made: ApiKey; readonly token: string }
  | {
      readonly ok: false;
      readonly reason: 'too-many-api-keys' | 'expiry-in-the-past' | 'expiry-too-far-ahead' | 'role-above-own';
    }
  | OwnPasswordRefusal;

export type RevokeApiKeyResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'unknown-api-key' };

type MakePorts = OwnPasswordPorts & Pick<AdminPorts, 'apiKeys'>;
type RevokePorts = Pick<AdminPorts, 'apiKeys' | 'live' | 'audit' | 'clock'>;

export async function makeApiKey(
  ports: MakePorts,
  caller: Caller,
  wish: ApiKeyWish,
): Promise<MakeApiKeyResult> {
  const reason = faultOf(wish, caller, ports.clock.unixMs());
  if (reason !== undefined) return { ok: false, reason };
  const action = 'api-key.create';
  // Making and revoking in turns would bury the audit log.
  const tries = [{ key: `api-key:${caller.account.id}`, limit: makeLimit }];
  const lockedMs = await ports.attempts.count(tries, ports.clock.unixMs());
  if (lockedMs > 0) return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
  const asked = await requireOwnPassword(ports, caller, { password: wish.currentPassword, action });
  if (!asked.ok) return asked;
  const { label, permissions, expiresAtUnixMs } = wish;
  const token = ports.mint.token(apiKeyPrefix);
  const made = await ports.apiKeys.add({
    ...{ id: ports.mint.uuid(), accountId: caller.account.id, label, permissions },
    ...{ tokenDigest: ports.mint.digest(token), lifeMs: expiresAtUnixMs - ports.clock.unixMs() },
  });
  if (made === undefined) return { ok: false, reason: 'too-many-api-keys' };
  const details = { label, permissions, expiresAtUnixMs: made.expiresAtUnixMs };
  await recordAudit(ports, caller, { action, outcome: 'done', target: `api-key:${made.id}`, details });
  return { ok: true, made, token };
}

function faultOf({ permissions, expiresAtUnixMs }: ApiKeyWish, { account }: Caller, nowUnixMs: number) {
  if (expiresAtUnixMs <= nowUnixMs) return 'expiry-in-the-past';
  if (expiresAtUnixMs - nowUnixMs > apiKeyDaysMax * dayMs) return 'expiry-too-far-ahead';
  const openable = openableBy(account);
  return permissions.every((one) => openable.includes(one)) ? undefined : 'role-above-own';
}

/** Without `accountId` of whomever: for who manages tokens. */
export async function revokeApiKey(
  ports: RevokePorts,
  caller: Caller,
  id: string,
  accountId?: string,
): Promise<RevokeApiKeyResult> {
  const revoked = await ports.apiKeys.revoke(id, accountId);
  if (!revoked) return { ok: false, reason: 'unknown-api-key' };
  ports.live.endStreamsOfSession(revoked.tokenDigest);
  const details = { label: revoked.label, accountId: revoked.accountId };
  await recordAudit(ports, caller, {
    action: 'api-key.revoke',
    outcome: 'done',
    target: `api-key:${id}`,
    details,
  });
  return { ok: true };
}
