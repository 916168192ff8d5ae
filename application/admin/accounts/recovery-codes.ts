// Recovery codes made anew: those of before are good for nothing from then on.

import type {} from '#ports/admin/sign-in/second-factors.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { makeRecoveryCodes } from '../sign-in/second-factor.js';
import { requireOwnPassword, type OwnPasswordPorts, type OwnPasswordRefusal } from './own-password.js';

export type RenewResult =
  | { readonly ok: true; readonly recoveryCodes: readonly string[] }
  | { readonly ok: false; readonly reason: 'no-second-factor' }
  | OwnPasswordRefusal;

export async function renewRecoveryCodes(
  ports: OwnPasswordPorts & Pick<AdminPorts, 'secondFactors'>,
  caller: Caller,
  password: string,
): Promise<RenewResult> {
  const { id } = caller.account;
  const action = 'auth.recovery-codes';
  const asked = await requireOwnPassword(ports, caller, { password, action });
  if (!asked.ok) return asked;
  const { codes, digests } = makeRecoveryCodes(ports, id);
  if (!(await ports.secondFactors.renewRecoveryCodes(id, digests)))
    return { ok: false, reason: 'no-second-factor' };
  await recordAudit(ports, caller, { action, outcome: 'done', target: `account:${id}`, details: {} });
  return { ok: true, recoveryCodes: codes };
}
