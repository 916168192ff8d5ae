// The sessions of an account, seen and ended: one's own, or a colleague's, who holds no more than oneself. They are named by
// a part of their digest, which opens nothing; an ended one's event streams close, on other replicas with their next beat.

import type { AdminSession } from '#ports/admin/sign-in/session-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { isSessionAlive } from '../sign-in/session-life.js';
import { endSessionsOf } from './end-sessions.js';
import { findColleague, type ColleagueRefusal } from './find-colleague.js';

/** The log counts what anybody can do to the own account again and again, and writes what is done to colleagues one by one. */
const ownAction = 'auth.end-session';
const colleaguesAction = 'account.end-session';
/** Of 64 hexadecimal digits: enough to tell the sessions of all accounts apart. */
const idDigits = 32;

export interface SeenSession {
  readonly id: string;
  /** The one that asks. */
  readonly isOwn: boolean;
  readonly session: AdminSession;
}

type EndPorts = Pick<AdminPorts, 'sessions' | 'halfLogins' | 'live' | 'audit' | 'clock'>;

export async function listSessions(
  { sessions, clock }: Pick<AdminPorts, 'sessions' | 'clock'>,
  caller: Caller,
  accountId = caller.account.id,
): Promise<readonly SeenSession[]> {
  const nowUnixMs = clock.unixMs();
  const alive = (await sessions.listOfAccount(accountId)).filter((one) => isSessionAlive(one, nowUnixMs));
  return alive.map((session) => ({
    id: session.tokenDigest.slice(0, idDigits),
    isOwn: session.tokenDigest === caller.tokenDigest,
    session,
  }));
}

export type EndSessionResult =
  { readonly ok: true } | { readonly ok: false; readonly reason: 'unknown-session' };

/** Of the own account; the one that asks too. */
export async function endOwnSession(ports: EndPorts, caller: Caller, id: string): Promise<EndSessionResult> {
  return endSession(ports, caller, { accountId: caller.account.id, id, action: ownAction });
}

export async function endOwnOtherSessions(ports: EndPorts, caller: Caller): Promise<void> {
  const { account, tokenDigest } = caller;
  await endAll(ports, caller, { accountId: account.id, action: ownAction, but: tokenDigest });
}

export async function endColleaguesSession(
  ports: EndPorts & Pick<AdminPorts, 'accounts'>,
  caller: Caller,
  { accountId, id }: { readonly accountId: string; readonly id: string },
): Promise<EndSessionResult | ColleagueRefusal> {
  const found = await findColleague(ports, caller, { id: accountId, action: colleaguesAction });
  return found.ok ? endSession(ports, caller, { accountId, id, action: colleaguesAction }) : found;
}

export async function endColleaguesSessions(
  ports: EndPorts & Pick<AdminPorts, 'accounts'>,
  caller: Caller,
  accountId: string,
): Promise<{ readonly ok: true } | ColleagueRefusal> {
  const found = await findColleague(ports, caller, { id: accountId, action: colleaguesAction });
  if (!found.ok) return found;
  await endAll(ports, caller, { accountId, action: colleaguesAction });
  return { ok: true };
}

async function endSession(
  ports: EndPorts,
  caller: Caller,
  { accountId, id, action }: { readonly accountId: string; readonly id: string; readonly action: string },
): Promise<EndSessionResult> {
  const found = (await listSessions(ports, caller, accountId)).find((seen) => seen.id === id);
  if (!found || !(await ports.sessions.remove(found.session.tokenDigest)))
    return { ok: false, reason: 'unknown-session' };
  ports.live.endStreamsOfSession(found.session.tokenDigest);
  const { address, createdAtUnixMs } = found.session;
  await recordAudit(ports, caller, {
    action,
    outcome: 'done',
    target: `account:${accountId}`,
    details: { session: id, address, createdAtUnixMs, sessionsEnded: 1 },
  });
  return { ok: true };
}

async function endAll(
  ports: EndPorts,
  caller: Caller,
  { accountId, action, but }: { readonly accountId: string; readonly action: string; readonly but?: string },
): Promise<void> {
  const sessionsEnded = await endSessionsOf(ports, accountId, but);
  await recordAudit(ports, caller, {
    action,
    outcome: 'done',
    target: `account:${accountId}`,
    details: { sessionsEnded },
  });
}
