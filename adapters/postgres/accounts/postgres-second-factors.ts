// Second factors in PostgreSQL. What is used once is used by one statement: of two that come at the same time, one changes
// a row.

import type { EntityManager } from '@mikro-orm/postgresql';
import { accountsMax } from '#ports/admin/accounts/account-store.js';
import type { Role } from '#ports/admin/accounts/role.js';
import type { ProposedFactor, SecondFactor, SecondFactors } from '#ports/admin/sign-in/second-factors.js';
import type { AdminDatabase } from '../connection/admin-database.js';
import type { StoreTables } from '../connection/store-tables.js';
import { SecondFactorTables } from '../migrations/accounts/second-factors.js';
import {
  ProposedFactorRow,
  RecoveryCodeRow,
  SecondFactorDemandRow,
  SecondFactorRow,
} from '../rows/second-factor-row.js';

export class PostgresSecondFactors implements SecondFactors {
  static readonly tables: StoreTables = {
    rows: [SecondFactorRow, ProposedFactorRow, RecoveryCodeRow, SecondFactorDemandRow],
    // Half log-ins too, which come with them.
    migrations: [{ name: '2026-11-30-second-factors', class: SecondFactorTables }],
  };

  constructor(private readonly database: AdminDatabase) {}

  async find(accountId: string): Promise<SecondFactor | undefined> {
    const row = await this.database.fork().findOne(SecondFactorRow, { account: accountId });
    return row ? toFactor(row) : undefined;
  }

  async list(): Promise<readonly SecondFactor[]> {
    const rows = await this.database.fork().find(SecondFactorRow, {}, { limit: accountsMax });
    return rows.map(toFactor);
  }

  async propose(accountId: string, { sealedSecret, atUnixMs }: ProposedFactor): Promise<void> {
    await this.database.fork().execute(
      `insert into proposed_factors (account_id, sealed_secret, proposed_at) values (?, ?, ?)
       on conflict (account_id) do update set
         sealed_secret = excluded.sealed_secret, proposed_at = excluded.proposed_at`,
      [accountId, sealedSecret, new Date(atUnixMs)],
    );
  }

  async findProposed(accountId: string): Promise<ProposedFactor | undefined> {
    const row = await this.database.fork().findOne(ProposedFactorRow, { account: accountId });
    return row ? { sealedSecret: row.sealedSecret, atUnixMs: row.proposedAt.getTime() } : undefined;
  }

  async confirm(
    { accountId, sealedSecret, sinceUnixMs, lastStep }: SecondFactor,
    recoveryDigests: readonly string[],
  ): Promise<boolean> {
    return this.database.fork().transactional(async (em) => {
      // Whoever deletes the row has confirmed it.
      if ((await em.nativeDelete(ProposedFactorRow, { account: accountId, sealedSecret })) === 0)
        return false;
      await em.execute(
        `insert into second_factors (account_id, sealed_secret, since, last_step) values (?, ?, ?, ?)
         on conflict (account_id) do update set
           sealed_secret = excluded.sealed_secret, since = excluded.since, last_step = excluded.last_step`,
        [accountId, sealedSecret, new Date(sinceUnixMs), lastStep],
      );
      await replaceCodes(em as EntityManager, accountId, recoveryDigests);
      return true;
    });
  }

  async useStep(
    { accountId, sealedSecret }: Pick<SecondFactor, 'accountId' | 'sealedSecret'>,
    step: number,
  ): Promise<boolean> {
    const unused = { account: accountId, sealedSecret, lastStep: { $lt: step } };
    return (await this.database.fork().nativeUpdate(SecondFactorRow, unused, { lastStep: step })) > 0;
  }

  async useRecoveryCode(accountId: string, digest: string): Promise<boolean> {
    return (await this.database.fork().nativeDelete(RecoveryCodeRow, { account: accountId, digest })) > 0;
  }

  async countRecoveryCodes(accountId: string): Promise<number> {
    return this.database.fork().count(RecoveryCodeRow, { account: accountId });
  }

  async renewRecoveryCodes(accountId: string, digests: readonly string[]): Promise<boolean> {
    return this.database.fork().transactional(async (em) => {
      const rows = await em.execute<object[]>(
        'select 1 from second_factors where account_id = ? for update',
        [accountId],
      );
      if (rows.length === 0) return false;
      await replaceCodes(em as EntityManager, accountId, digests);
      return true;
    });
  }

  async remove(accountId: string): Promise<boolean> {
    return this.database.fork().transactional(async (em) => {
      await em.nativeDelete(ProposedFactorRow, { account: accountId });
      const removed = await em.nativeDelete(SecondFactorRow, { account: accountId });
      await em.nativeDelete(RecoveryCodeRow, { account: accountId });
      return removed > 0;
    });
  }

  async listDemands(): Promise<ReadonlySet<Role>> {
    const rows = await this.database.fork().find(SecondFactorDemandRow, {}, { orderBy: { role: 'asc' } });
    return new Set(rows.map(({ role }) => role));
  }

  async demand(role: Role, demanded: boolean): Promise<boolean> {
    const sql = demanded
      ? 'insert into second_factor_demands (role) values (?) on conflict do nothing returning role'
      : 'delete from second_factor_demands where role = ? returning role';
    return (await this.database.fork().execute<object[]>(sql, [role])).length > 0;
  }

  async isDue({ id, role }: { id: string; role: Role }): Promise<boolean> {
    const [row] = await this.database.fork().execute<{ due: boolean }[]>(
      `select exists (select 1 from second_factor_demands where role = ?)
         and not exists (select 1 from second_factors where account_id = ?) as due`,
      [role, id],
    );
    return row!.due;
  }
}

async function replaceCodes(em: EntityManager, accountId: string, digests: readonly string[]): Promise<void> {
  await em.nativeDelete(RecoveryCodeRow, { account: accountId });
  for (const digest of digests) await em.insert(RecoveryCodeRow, { account: accountId, digest });
}

function toFactor(row: {
  account: string;
  sealedSecret: string;
  since: Date;
  lastStep: number;
}): SecondFactor {
  return {
    accountId: row.account,
    sealedSecret: row.sealedSecret,
    sinceUnixMs: row.since.getTime(),
    lastStep: row.lastStep,
  };
}
