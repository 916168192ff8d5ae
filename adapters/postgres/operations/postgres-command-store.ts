// Operators' commands in PostgreSQL. Its clock is the only one that counts.

import {
  answerSlackMs,
  askedAgainMs,
  documentMs,
  type CommandChange,
  type CommandQuestion,
  type CommandStore,
  type HandedOut,
  type NewCommand,
  type OperatorCommand,
  type StoredAnswer,
} from '#ports/admin/operations/command-store.js';
import type { AboutPlayer } from '#ports/admin/audit/forgotten-player.js';
import { openCommandsMax, readingKinds } from '#ports/admin/operations/operator-command.js';
import type { StoreTables } from '../connection/store-tables.js';
import { OperatorDocuments } from '../migrations/operations/operator-documents.js';
import { OperatorCommandTable } from '../migrations/operations/operator-commands.js';
import { Proposals } from '../migrations/operations/proposals.js';
import { CommandRow } from '../rows/command-row.js';
import { commandChannel, commandColumns, endedNow, telling, toCommand, unixMs } from './command-rows.js';
import { PostgresProposals } from './postgres-proposals.js';

/** Whoever changes several rows locks them in one order: two who met half-way would both be given up. */
function inOrder(condition: string): string {
  return `number in (select number from operator_commands where ${condition} order by number for update)`;
}

/** Of those that are issued in one moment a few more may find room. */
const issueSql = telling(`
  insert into operator_commands (id, server_id, kind, args, target, reason, actor_id, actor_name, address, request_id,
    state, issued_at, deadline, audited)
  select ?::uuid, server, ?, ?::jsonb, ?, ?, ?::uuid, ?, ?, ?, 'queued', now(), now() + ? * interval '1 ms', false
  from (select ?::uuid as server) as wanted
  where ? > (select count(*) from operator_commands where server_id = server and state in ('queued', 'delivered'))
  returning *`);

/** Those that were delivered before are told of again, which harms nobody. */
const handOutSql = telling(
  `
  update operator_commands set
    state = case when state = 'queued' then 'delivered' else state end,
    delivered_at = coalesce(delivered_at, now())
  where number in (
    select number from operator_commands
    where server_id = ? and not id::text = any(string_to_array(?, ','))
      and ((state = 'queued' and deadline > now()) or state = 'delivered'
        or (state = 'unanswered' and issued_at > now() - ${askedAgainMs} * interval '1 ms'))
    order by number limit ? for update)
  returning *`,
  `, ${unixMs('deadline')} - ${unixMs('now()')} as "withinMs"`,
);

const concludeSql = telling(`
  update operator_commands set state = ?, refusal = ?, players = ?, document = ?, ${endedNow}
  where id = ? and server_id = ? and state in ('delivered', 'unanswered')
  returning *`);

/** Rows that somebody else changes just now are left for the next round. */
const endOverdueSql = telling(`
  update operator_commands set
    state = case state when 'proposed' then 'lapsed' when 'queued' then 'timed-out' else 'unanswered' end,
    refusal = case when state = 'proposed' then 'not-decided' else refusal end,
    ${endedNow}
  where number in (
    select number from operator_commands
    where (state in ('proposed', 'queued') and deadline <= now())
      or (state = 'delivered' and deadline <= now() - ${answerSlackMs} * interval '1 ms')
    order by number for update skip locked)
  returning *`);

const endQueuedSql = telling(`
  update operator_commands set
    state = case when state = 'proposed' then 'lapsed' else 'timed-out' end,
    refusal = case when state = 'proposed' then 'server-removed' else refusal end,
    ${endedNow}
  where ${inOrder(`server_id = ? and state in ('proposed', 'queued')`)}
  returning *`);

/** Under an earlier id of the directory, too; where no name is asked for, also those that have none any more. */
const isAboutPlayer = `(target = ? or (server_id = ? and target like 'player:%' and args->'characterId' = to_jsonb(?::bigint)
  and lower(args->>'name') is not distinct from coalesce(lower(?), lower(args->>'name'))))`;

const lapseOfPlayerSql = telling(`
  update operator_commands set state = 'lapsed', refusal = 'player-erased', ${endedNow}
  where ${inOrder(`${isAboutPlayer} and state = 'proposed'`)}
  returning *`);

const onlyNumberSql = `case when args->'characterId' is not null
    then jsonb_build_object('characterId', args->'characterId') else '{}'::jsonb end`;

const forgetPlayerSql = `
  update operator_commands set document = null, args = ${onlyNumberSql}
  where ${inOrder(`${isAboutPlayer} and (document is not null or args <> ${onlyNumberSql})`)}`;

const takeUnauditedSql = `
  with taken as (
    update operator_commands set leased_until = now() + ? * interval '1 ms'
    where number in (
      select number from operator_commands
      where not audited and ended_at is not null and coalesce(leased_until, now()) <= now()
      order by ended_at, number limit ? for update skip locked)
    returning *)
  select ${commandColumns} from taken order by number`;

/** Two who ask at once: one gets it. */
const takeDocumentSql = `
  with there as (
    select number, document from operator_commands where id = ? and document is not null for update
  ), taken as (
    update operator_commands set document = null where number in (select number from there)
  )
  select document from there`;

export class PostgresCommandStore extends PostgresProposals implements CommandStore {
  static readonly tables: StoreTables = {
    rows: [CommandRow],
    migrations: [
      { name: '2026-11-29-operator-commands', class: OperatorCommandTable },
      { name: '2026-11-29-operator-documents', class: OperatorDocuments },
      { name: '2026-11-30-proposals', class: Proposals },
    ],
  };

  async issue(command: NewCommand, lifeMs: number): Promise<boolean> {
    const { id, kind, args, target, reason, actorId, actorName, address, requestId, serverId } = command;
    const values = [id, kind, JSON.stringify(args), target, reason, actorId, actorName, address, requestId];
    return (await this.run(issueSql, [...values, lifeMs, serverId, openCommandsMax])).length > 0;
  }

  async handOut(serverId: string, known: readonly string[], limit: number): Promise<readonly HandedOut[]> {
    const rows = await this.run(handOutSql, [serverId, known.join(','), limit]);
    return rows
      .map(({ withinMs, ...row }) => ({ command: toCommand(row), withinMs: withinMs! }))
      .sort((a, b) => a.command.number - b.command.number);
  }

  async conclude(serverId: string, id: string, answer: StoredAnswer): Promise<boolean> {
    const refusal = answer.outcome === 'refused' ? answer.reason : null;
    const players = answer.outcome === 'applied' ? answer.players : null;
    const document = answer.outcome === 'applied' ? (answer.document ?? null) : null;
    const values = [answer.outcome, refusal, players, document, id, serverId];
    return (await this.run(concludeSql, values)).length > 0;
  }

  async endOverdue(): Promise<number> {
    return (await this.run(endOverdueSql, [])).length;
  }

  async endQueued(serverId: string): Promise<number> {
    return (await this.run(endQueuedSql, [serverId])).length;
  }

  async find(id: string): Promise<OperatorCommand | undefined> {
    const [row] = await this.run(`select ${commandColumns} from operator_commands where id = ?`, [id]);
    return row && toCommand(row);
  }

  async takeDocument(id: string): Promise<string | undefined> {
    const rows: unknown = await this.database.fork().execute(takeDocumentSql, [id]);
    return (rows as { document: string }[])[0]?.document;
  }

  async page(question: CommandQuestion): Promise<readonly OperatorCommand[]> {
    const { serverId, target, about, kind, onlyActs, limit } = question;
    const asked: [condition: string, ...values: unknown[]][] = [];
    if (serverId !== undefined) asked.push(['server_id = ?', serverId]);
    if (target !== undefined) asked.push(['target = ?', target]);
    if (about !== undefined) asked.push([isAboutPlayer, ...valuesOf(about)]);
    if (kind !== undefined) asked.push(['kind = ?', kind]);
    if (onlyActs) asked.push([`kind <> all(string_to_array(?, ','))`, readingKinds.join(',')]);
    const where = asked.length === 0 ? '' : `where ${asked.map(([condition]) => condition).join(' and ')}`;
    const sql = `select ${commandColumns} from operator_commands ${where} order by number desc limit ?`;
    const values = asked.flatMap(([, ...of]) => of);
    return (await this.run(sql, [...values, limit])).map(toCommand);
  }

  async takeUnaudited(limit: number, leaseMs: number): Promise<readonly OperatorCommand[]> {
    return (await this.run(takeUnauditedSql, [leaseMs, limit])).map(toCommand);
  }

  async noteAudited(ids: readonly string[]): Promise<void> {
    await this.run(
      `update operator_commands set audited = true where ${inOrder(`id::text = any(string_to_array(?, ','))`)}`,
      [ids.join(',')],
    );
  }

  async forget(olderThanMs: number): Promise<void> {
    await this.run(
      `update operator_commands set document = null
       where ${inOrder(`document is not null and ended_at < now() - ? * interval '1 ms'`)}`,
      [documentMs],
    );
    await this.run(
      `delete from operator_commands where ${inOrder(`audited and issued_at < now() - ? * interval '1 ms'`)}`,
      [olderThanMs],
    );
  }

  async forgetPlayer(player: Parameters<CommandStore['forgetPlayer']>[0]): Promise<void> {
    const values = valuesOf(player);
    await this.run(lapseOfPlayerSql, values);
    await this.run(forgetPlayerSql, values);
  }

  watch(listener: (change: CommandChange) => void): () => void {
    return this.database.notices.listen(commandChannel, (payload) => {
      const [serverId, id] = payload?.split(' ') ?? [];
      listener(serverId === undefined || id === undefined ? undefined : { serverId, id });
    });
  }
}

/** Of `isAboutPlayer`. */
function valuesOf({ playerId, serverId, characterId, name }: AboutPlayer): readonly unknown[] {
  return [`player:${playerId}`, serverId, characterId, name ?? null];
}
