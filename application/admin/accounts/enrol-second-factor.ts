// A second factor of one's own: a secret is shown, and is in force when a code of it was given. The same way replaces one by
// another: what was in force stays so until then. Whoever is logged in elsewhere has to log in again, with a code.

import type {} from '#ports/admin/sign-in/second-factors.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { makeRecoveryCodes, openSecret, readCode, sealSecret, stepOfCode } from '../sign-in/second-factor.js';
import { endSessionsOf } from './end-sessions.js';
import { requireOwnPassword, type OwnPasswordPorts, type OwnPasswordRefusal } from './own-password.js';

/** A secret that was shown and not confirmed is good for so long. */
export const proposedMsMax = 15 * 60_000;
const action = 'auth.second-factor';

export type ProposeResult = { readonly ok: true; readonly secret: string } | OwnPasswordRefusal;

export type ConfirmResult =
  | { readonly ok: true; readonly recoveryCodes: readonly string[] }
  | {
      readonly ok: false;
      readonly reason: 'wrong-code' | 'enrolment-expired' | 'second-factor-unreadable';
    };

export async function proposeSecondFactor(
  ports: OwnPasswordPorts & Pick<AdminPorts, 'secondFactors' | 'sealer' | 'codes'>,
  caller: Caller,
  password: string,
): Promise<ProposeResult> {
  const asked = await requireOwnPassword(ports, caller, { password, action });
  if (!asked.ok) return asked;
  const secret = ports.codes.secret();
  const sealedSecret = sealSecret(ports, caller.account.id, secret);
  await ports.secondFactors.propose(caller.account.id, { sealedSecret, atUnixMs: ports.clock.unixMs() });
  return { ok: true, secret };
}

type ConfirmPorts = Pick<
  AdminPorts,
  'secondFactors' | 'sealer' | 'codes' | 'sessions' | 'halfLogins' | 'audit' | 'live' | 'mint' | 'clock'
>;

export async function confirmSecondFactor(
  ports: ConfirmPorts,
  caller: Caller,
  typed: string,
): Promise<ConfirmResult> {
  const accountId = caller.account.id;
  const nowUnixMs = ports.clock.unixMs();
  const proposed = await ports.secondFactors.findProposed(accountId);
  if (!proposed || nowUnixMs - proposed.atUnixMs >= proposedMsMax)
    return { ok: false, reason: 'enrolment-expired' };
  const { sealedSecret } = proposed;
  const secret = openSecret(ports, { accountId, sealedSecret });
  if (secret === undefined) return { ok: false, reason: 'second-factor-unreadable' };
  const presented = readCode(typed);
  const step = presented.kind === 'one-time' ? stepOfCode(ports, secret, presented.code) : undefined;
  if (step === undefined) return { ok: false, reason: 'wrong-code' };

  const replaced = (await ports.secondFactors.find(accountId)) !== undefined;
  const { codes, digests } = makeRecoveryCodes(ports, accountId);
  const factor = { accountId, sealedSecret, sinceUnixMs: nowUnixMs, lastStep: step };
  if (!(await ports.secondFactors.confirm(factor, digests)))
    return { ok: false, reason: 'enrolment-expired' };
  const sessionsEnded = await endSessionsOf(ports, accountId, caller.tokenDigest);
  await recordAudit(ports, caller, {
    action,
    outcome: 'done',
    target: `account:${accountId}`,
    details: { replaced, sessionsEnded },
  });
  return { ok: true, recoveryCodes: codes };
}
