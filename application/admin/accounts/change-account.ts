// Another role, or access taken away and given back, bound to what the account held, and was to hold, when it was judged. All
// sessions of the account end, so that nothing lingers.

import type { Account, AccountChange } from '#ports/admin/accounts/account-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { mayGrant, permissionsOf } from '../access/permissions.js';
import { recordAudit } from '../audit/record-audit.js';
import { endSessionsOf } from './end-sessions.js';
import { heldRole } from './custom-roles.js';

export type ChangeAccountResult =
  | { readonly ok: true; readonly account: Account }
  | {
      readonly ok: false;
      readonly reason: 'unknown-account' | 'unknown-role' | 'last-owner' | 'role-above-own' | 'role-changed';
    };

type Ports = Pick<AdminPorts, 'accounts' | 'sessions' | 'halfLogins' | 'audit' | 'live' | 'clock'>;

export async function changeAccount(
  ports: Ports,
  caller: Caller,
  id: string,
  change: AccountChange,
): Promise<ChangeAccountResult> {
  const before = await ports.accounts.find(id);
  if (!before) return { ok: false, reason: 'unknown-account' };
  const act = { action: 'account.change', target: `account:${id}` };

  const given = change.role === undefined ? before : await heldRole(ports, change.role);
  if (given === undefined) return { ok: false, reason: 'unknown-role' };
  if (!mayGrant(caller.account, [...permissionsOf(before), ...permissionsOf(given)])) {
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason: 'role-above-own' } });
    return { ok: false, reason: 'role-above-own' };
  }
  const after = await ports.accounts.change(id, change, { before, after: given });
  if (typeof after === 'string') {
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason: after } });
    return { ok: false, reason: after };
  }
  await endSessionsOf(ports, id);
  await recordAudit(ports, caller, {
    ...act,
    outcome: 'done',
    details: {
      before: { role: before.role, disabled: before.disabled },
      after: { role: after.role, disabled: after.disabled },
    },
  });
  return { ok: true, account: after };
}
