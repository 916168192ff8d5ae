// For an owner who lost the password and can reach the machine: a new one for 'owner', or, if that account is no longer
// an owner, for the first who is. All its sessions and API keys end, no browser or network is known any more, no lock is left, and no
// second factor. The
// password stands on a terminal: it must be changed at the next log-in.

import type {} from '#ports/admin/sign-in/half-logins.js';
import type {} from '#ports/admin/sign-in/second-factors.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { accountKeys } from '../sign-in/login-limits.js';
import { firstOwnerName } from './prepare-first-start.js';

type Ports = Pick<
  AdminPorts,
  | 'accounts'
  | 'sessions'
  | 'halfLogins'
  | 'secondFactors'
  | 'attempts'
  | 'knownOrigins'
  | 'apiKeys'
  | 'audit'
  | 'hasher'
  | 'mint'
  | 'clock'
>;

/** Undefined when there is no account at all yet. */
export async function resetOwnerPassword(
  ports: Ports,
): Promise<{ name: string; password: string } | undefined> {
  const owners = (await ports.accounts.list()).filter(({ role, disabled }) => role === 'owner' && !disabled);
  const owner = owners.find(({ name }) => name === firstOwnerName) ?? owners[0];
  if (!owner) return undefined;
  const password = ports.mint.password();
  await ports.accounts.setPassword(owner.id, await ports.hasher.hash(password), true);
  const secondFactorRemoved = await ports.secondFactors.remove(owner.id);
  await ports.halfLogins.removeOfAccount(owner.id);
  await ports.sessions.removeOfAccount(owner.id);
  const apiKeysRevoked = (await ports.apiKeys.revokeAllOf(owner.id)).length;
  await ports.knownOrigins.forgetAllOf(owner.id);
  await ports.attempts.clearBeginningWith(accountKeys(owner));
  await ports.audit.append({
    atUnixMs: ports.clock.unixMs(),
    actorId: undefined,
    actorName: '(at the machine)',
    action: 'auth.reset-password',
    outcome: 'done',
    target: `account:${owner.id}`,
    details: { secondFactorRemoved, apiKeysRevoked },
    address: '',
    requestId: '',
  });
  return { name: owner.name, password };
}
