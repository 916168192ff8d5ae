// The connection to the admin API's PostgreSQL: which tables there are, and bringing their schema up to date.

import { MikroORM, type EntityManager, type Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Log } from '#ports/log.js';
import { migrations } from './migrations/list.js';
import { AccountRow, AttemptRow, SessionRow } from './rows/account-row.js';
import { AuditRow } from './rows/audit-row.js';
import { PlayerRow } from './rows/player-row.js';
import { ServerRow, ServerTokenRow, TelemetryRow } from './rows/server-row.js';
import { TokenIssuerRow } from './rows/token-issuer-row.js';

/** Below PostgreSQL's default of 100 for several replicas. */
const connectionsMax = 12;
const connectMsMax = 5_000;
/** No query of ours takes long; one that does must not hold a connection for ever. */
const statementMsMax = 15_000;

export class AdminDatabase {
  private constructor(private readonly orm: MikroORM) {}

  /** Connects on first use: rejects only for a malformed address. */
  static async open(url: string, log: Log): Promise<AdminDatabase> {
    return new AdminDatabase(await MikroORM.init(ormOptions(url, log)));
  }

  /** A unit of work of its own: never shared between calls. */
  fork(): EntityManager {
    return this.orm.em.fork() as EntityManager;
  }

  async ping(): Promise<void> {
    await this.orm.em.getConnection().execute('select 1');
  }

  /** Applies pending migrations; answers their names. Callers hold the start lock. */
  async migrate(): Promise<readonly string[]> {
    return (await this.orm.migrator.up()).map(({ name }) => name);
  }

  /** Whether the tables differ from what the rows declare. */
  hasDrifted(): Promise<boolean> {
    return this.orm.migrator.checkSchema();
  }

  /** The SQL that would bring the tables to what the rows declare; empty when they agree. */
  driftSql(): Promise<string> {
    return this.orm.schema.getUpdateSchemaSQL({ wrap: false });
  }

  async close(): Promise<void> {
    await this.orm.close(true);
  }
}

function ormOptions(url: string, log: Log): Options {
  return {
    clientUrl: url,
    entities: [
      AccountRow,
      SessionRow,
      AttemptRow,
      ServerTokenRow,
      ServerRow,
      TelemetryRow,
      PlayerRow,
      AuditRow,
      TokenIssuerRow,
    ],
    extensions: [Migrator],
    migrations: {
      tableName: 'schema_migrations',
      migrationsList: migrations,
      snapshot: false,
      transactional: true,
      disableForeignKeys: false,
    },
    pool: { min: 0, max: connectionsMax },
    driverOptions: {
      connectionTimeoutMillis: connectMsMax,
      statement_timeout: statementMsMax,
      application_name: 'tos-admin-api',
    },
    // Functions are written in migrations; what they promise is tested (audit log).
    schemaGenerator: { ignoreRoutines: true },
    forceUtcTimezone: true,
    discovery: { warnWhenNoEntities: true },
    logger: (message) => log.debug('database', { message }),
    debug: false,
    colors: false,
  };
}
