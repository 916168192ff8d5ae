// Commands that wait for a second person, in PostgreSQL: each decision is one statement that finds the command still proposed, or
// changes nothing. Of two at once the row's lock lets one in, and the other looks again at what the first has left.

import type { NewCommand, OperatorCommand } from '#ports/admin/operations/command-store.js';
import { openCommandsMax } from '#ports/admin/operations/operator-command.js';
import {
  proposalLifeMs,
  proposalsOfAccountMax,
  proposalsOfServerMax,
  type DecideResult,
  type Decision,
  type LapseReason,
  type ProposalQuestion,
  type ProposalStore,
  type ProposalResult,
} from '#ports/admin/operations/proposal-store.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import {
  commandColumns,
  endedNow,
  readCommands,
  telling,
  toCommand,
  type CommandRowRead,
} from './command-rows.js';

const isOpen = `state = 'proposed' and deadline > now()`;

/** Of those that are proposed in one moment a few more may find room. */
const proposeSql = telling(`
  insert into operator_commands (id, server_id, kind, args, target, reason, actor_id, actor_name, address, request_id,
    state, issued_at, proposed_at, deadline, audited)
  select ?::uuid, server, ?, ?::jsonb, ?, ?, actor, ?, ?, ?, 'proposed', now(), now(), now() + ? * interval '1 ms', false
  from (select ?::uuid as server, ?::uuid as actor) as wanted
  where ? > (select count(*) from operator_commands where actor_id = actor and ${isOpen})
    and ? > (select count(*) from operator_commands where server_id = server and ${isOpen})
  returning *`);

const countOfAccountSql = `select count(*)::int as count from operator_commands where actor_id = ?::uuid and ${isOpen}`;
const countSql = `select count(*)::int as count from operator_commands where ${isOpen}`;

function deciding(change: string, condition: string): string {
  return telling(`
  update operator_commands set ${change}, decided_at = now(), decider_id = ?::uuid, decider_name = ?, decision = ?,
    decider_address = ?, decider_request = ?
  where id = ?::uuid and ${isOpen} and ${condition}
  returning *`);
}

const byAnother = `actor_id <> ?::uuid and lower(actor_name) <> lower(?)`;
const hasRoom = `? > (select count(*) from operator_commands as others
  where others.server_id = operator_commands.server_id and others.state in ('queued', 'delivered'))`;

const approveSql = deciding(
  `state = 'queued', issued_at = now(), deadline = now() + ? * interval '1 ms'`,
  `${byAnother} and ${hasRoom}`,
);
const declineSql = deciding(`state = 'declined', ${endedNow}`, byAnother);
const withdrawSql = deciding(`state = 'withdrawn', ${endedNow}`, 'actor_id = ?::uuid');

/** Also of one whose time is over and that no round has ended yet. */
const lapseSql = telling(`
  update operator_commands set state = 'lapsed', refusal = ?, ${endedNow}
  where id = ?::uuid and state = 'proposed'
  returning *`);

const openSql = `select ${commandColumns} from operator_commands
  where ${isOpen} and number > ? order by number limit ?`;

export class PostgresProposals implements ProposalStore {
  constructor(protected readonly database: AdminDatabase) {}

  async propose(command: NewCommand): Promise<ProposalResult> {
    const { id, kind, args, target, reason, actorId, actorName, address, requestId, serverId } = command;
    const values = [id, kind, JSON.stringify(args), target, reason, actorName, address, requestId];
    const limits = [proposalsOfAccountMax, proposalsOfServerMax];
    const rows = await this.run(proposeSql, [...values, proposalLifeMs, serverId, actorId, ...limits]);
    if (rows.length > 0) return 'proposed';
    const own = await this.#count(countOfAccountSql, [actorId]);
    return own >= proposalsOfAccountMax ? 'too-many-of-account' : 'too-many-of-server';
  }

  async approve(id: string, by: Decision, lifeMs: number): Promise<DecideResult> {
    const other = [by.deciderId, by.deciderName, openCommandsMax];
    const rows = await this.run(approveSql, [lifeMs, ...valuesOf(by), id, ...other]);
    return rows.length > 0 ? 'decided' : this.#whyNot(id, by, 'too-many-commands');
  }

  async decline(id: string, by: Decision): Promise<DecideResult> {
    const rows = await this.run(declineSql, [...valuesOf(by), id, by.deciderId, by.deciderName]);
    return rows.length > 0 ? 'decided' : this.#whyNot(id, by, 'not-open');
  }

  async withdraw(id: string, by: Decision): Promise<DecideResult> {
    const rows = await this.run(withdrawSql, [...valuesOf(by), id, by.deciderId]);
    if (rows.length > 0) return 'decided';
    return (await this.#whyNot(id, by, 'foreign-proposal')) === 'not-open' ? 'not-open' : 'foreign-proposal';
  }

  async lapse(id: string, reason: LapseReason): Promise<boolean> {
    return (await this.run(lapseSql, [reason, id])).length > 0;
  }

  async openProposals({ limit, afterNumber = 0 }: ProposalQuestion): Promise<readonly OperatorCommand[]> {
    return (await this.run(openSql, [afterNumber, limit])).map(toCommand);
  }

  countProposals(): Promise<number> {
    return this.#count(countSql, []);
  }

  protected run(sql: string, values: readonly unknown[]): Promise<CommandRowRead[]> {
    return readCommands(this.database, sql, values);
  }

  /** Of one that is open, and where it is not the person: `otherwise`. */
  async #whyNot(id: string, by: Decision, otherwise: DecideResult): Promise<DecideResult> {
    const sql = `select ${commandColumns} from operator_commands where id = ?::uuid and ${isOpen}`;
    const [row] = await this.run(sql, [id]);
    if (row === undefined) return 'not-open';
    const isSame =
      row.actorId === by.deciderId || row.actorName?.toLowerCase() === by.deciderName.toLowerCase();
    return isSame ? 'own-proposal' : otherwise;
  }

  async #count(sql: string, values: readonly unknown[]): Promise<number> {
    const rows: unknown = await this.database.fork().execute(sql, [...values]);
    return (rows as { count: number }[])[0]!.count;
  }
}

function valuesOf({ deciderId, deciderName, words, address, requestId }: Decision): readonly unknown[] {
  return [deciderId, deciderName, words, address, requestId];
}
