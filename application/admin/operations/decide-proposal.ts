// A second person approves or declines what somebody proposed, or who proposed it takes it back. Who decides, and who proposed,
// are judged by what they may now; the store lets one decision in, whichever replica it comes to.

import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { DecideResult, Decision } from '#ports/admin/operations/proposal-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { callerMay, type Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { serverStatus } from '../liveness/server-status.js';
import { auditEnds } from './end-commands.js';
import { commandLifeMs, lockOutOf } from './give-command.js';
import { lapseIfVoid } from './void-proposals.js';

type DecidePorts = Pick<
  AdminPorts,
  'commands' | 'backupChecks' | 'servers' | 'players' | 'accounts' | 'attempts' | 'audit' | 'clock'
>;

export type DecisionResult =
  | { readonly ok: true; readonly command: OperatorCommand }
  | {
      readonly ok: false;
      readonly reason:
        | 'unknown-command'
        | 'not-permitted'
        | 'own-proposal'
        | 'foreign-proposal'
        | 'proposal-over'
        | 'proposal-void'
        | 'server-away'
        | 'too-many-commands';
    }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Refusal = Extract<DecisionResult, { ok: false }>;
type Verb = 'approve' | 'decline' | 'withdraw';

export async function decideProposal(
  ports: DecidePorts,
  caller: Caller,
  { id, verb, words }: { readonly id: string; readonly verb: Verb; readonly words: string },
): Promise<DecisionResult> {
  const command = await ports.commands.find(id);
  if (command?.proposal === undefined) return { ok: false, reason: 'unknown-command' };
  const refusal =
    (await refusalOf(ports, caller, verb, command)) ??
    refusalIn(await decide(ports, verb, id, decisionOf(caller, words)));
  const { kind, target, reason: why, actorName: proposedBy } = command;
  const act = { action: `command.${kind}`, target };
  if (refusal !== undefined) {
    // Without `command`, by which the log knows what happened: this did not, and may be tried at will.
    const details = { proposal: id, decision: verb, reason: refusal.reason, proposedBy };
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details });
    return refusal;
  }
  // Who it is about may be erased meanwhile: the entry of the proposal has the name, until then.
  const { name: _, ...args } = command.args as { readonly name?: string };
  if (verb === 'approve')
    await recordAudit(ports, caller, {
      ...act,
      outcome: 'done',
      details: {
        ...{
          command: id,
          state: 'queued',
          decision: verb,
          words,
          proposedBy,
          decidedBy: caller.account.name,
        },
        ...{ server: command.serverId, why, args },
        ...{ before: { state: 'proposed' }, after: { state: 'queued' } },
      },
    });
  // The others have ended by that.
  else await auditEnds(ports);
  const decided = await ports.commands.find(id);
  if (!decided) throw new Error('a command that was just decided is gone');
  return { ok: true, command: decided };
}

async function refusalOf(
  ports: DecidePorts,
  caller: Caller,
  verb: Verb,
  command: OperatorCommand,
): Promise<Refusal | undefined> {
  const { accounts, clock, servers } = ports;
  const lockedOut = await lockOutOf(ports, caller, command.kind);
  if (lockedOut !== undefined) return lockedOut;
  // As the account is now: the request may have waited since it was let in.
  const account = await accounts.find(caller.account.id);
  const needed = verb === 'withdraw' ? 'players:give' : 'players:approve';
  if (account === undefined || account.disabled || !callerMay({ ...caller, account }, needed))
    return { ok: false, reason: 'not-permitted' };
  const isOwn = command.actorId === account.id;
  if (command.state !== 'proposed') return { ok: false, reason: 'proposal-over' };
  if (verb !== 'approve') return undefined;
  if (isOwn) return { ok: false, reason: 'own-proposal' };
  if (await lapseIfVoid(ports, command)) return { ok: false, reason: 'proposal-void' };
  // It would only time out, and could not be approved again.
  const server = await servers.find(command.serverId);
  const isThere = server !== undefined && serverStatus(server, clock.unixMs()) !== 'offline';
  return isThere ? undefined : { ok: false, reason: 'server-away' };
}

function decide({ commands }: DecidePorts, verb: Verb, id: string, by: Decision): Promise<DecideResult> {
  if (verb === 'approve') return commands.approve(id, by, commandLifeMs);
  return verb === 'decline' ? commands.decline(id, by) : commands.withdraw(id, by);
}

function refusalIn(result: DecideResult): Refusal | undefined {
  if (result === 'decided') return undefined;
  return { ok: false, reason: result === 'not-open' ? 'proposal-over' : result };
}

function decisionOf({ account, address, requestId }: Caller, words: string): Decision {
  return {
    ...{ deciderId: account.id, deciderName: account.name, words },
    ...{ address: address.slice(0, 64), requestId: requestId.slice(0, 64) },
  };
}
