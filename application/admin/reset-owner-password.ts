// For an owner who lost the password and can reach the machine: a new one for 'owner', or, if that account is no longer
// an owner, for the first who is. All its sessions end.

import type { AdminPorts } from './admin-ports.js';
import { accountKey } from './login-limits.js';
import { firstOwnerName } from './prepare-first-start.js';

type Ports = Pick<AdminPorts, 'accounts' | 'sessions' | 'attempts' | 'audit' | 'hasher' | 'mint' | 'clock'>;

/** Undefined when there is no account at all yet. */
export async function resetOwnerPassword(
  ports: Ports,
): Promise<{ name: string; password: string } | undefined> {
  const owners = (await ports.accounts.list()).filter(({ role, disabled }) => role === 'owner' && !disabled);
  const owner = owners.find(({ name }) => name === firstOwnerName) ?? owners[0];
  if (!owner) return undefined;
  const password = ports.mint.password();
  await ports.accounts.setPasswordHash(owner.id, await ports.hasher.hash(password));
  await ports.sessions.removeOfAccount(owner.id);
  await ports.attempts.clear([accountKey(owner.name)]);
  await ports.audit.append({
    atUnixMs: ports.clock.unixMs(),
    actorId: undefined,
    actorName: '(at the machine)',
    action: 'auth.reset-password',
    outcome: 'done',
    target: `account:${owner.id}`,
    details: {},
    address: '',
    requestId: '',
  });
  return { name: owner.name, password };
}
