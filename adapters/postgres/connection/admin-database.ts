// The connections to the admin API's PostgreSQL. Nothing that is asked of it waits for ever, whatever it does.

import './own-settings.js';
import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import type { Log } from '#ports/system/log.js';
import { AdminDatabaseError } from './admin-database-error.js';
import { boundedClients } from './bounded-client.js';
import { closeOrm } from './close-orm.js';
import { Notices } from './notices.js';
import { OpenConnections } from './open-connections.js';
import { ormOptions } from './orm-options.js';
import type { DatabaseTables } from './store-tables.js';

/** Below PostgreSQL's default of 100 for several replicas. */
const connectionsMax = 12;
const connectMsMax = 4_000;
/** No query of ours takes long; PostgreSQL ends one that does, and when it does not even that we give up ourselves. */
const statementMsMax = 5_000;
const queryMsMax = 6_000;
/** Ours rest only as long as this process does; a user's own limit, which may be shorter, is for people. */
const restMsMax = 30_000;
/** A request gives up its wait for a free connection a little later. */
const allTakenMsMax = 3_000;

export class AdminDatabase {
  private constructor(
    private readonly orm: MikroORM,
    private readonly open: OpenConnections,
    /** Of other replicas; its one connection is made when somebody listens. */
    readonly notices: Notices,
  ) {}

  /** Connects on first use: rejects only for a malformed address. */
  static async open(url: string, tables: DatabaseTables, log: Log): Promise<AdminDatabase> {
    const open = new OpenConnections();
    const orm = await MikroORM.init({
      ...ormOptions(url, tables, log),
      pool: { min: 0, max: connectionsMax },
      driverOptions: {
        // The ORM itself takes but host, user, password and name from it.
        connectionString: url,
        connectionTimeoutMillis: connectMsMax,
        statement_timeout: statementMsMax,
        idle_in_transaction_session_timeout: restMsMax,
        application_name: 'tos-admin-api',
        Client: boundedClients(queryMsMax, open),
      },
    });
    return new AdminDatabase(orm, open, new Notices(url, log));
  }

  /** A unit of work of its own: never shared between calls. */
  fork(): EntityManager {
    return this.orm.em.fork() as EntityManager;
  }

  /** Whether the tables differ from what the rows declare. */
  hasDrifted(): Promise<boolean> {
    return this.orm.migrator.checkSchema();
  }

  /** The SQL that would bring the tables to what the rows declare; empty when they agree. */
  driftSql(): Promise<string> {
    return this.orm.schema.getUpdateSchemaSQL({ wrap: false });
  }

  /** What waits for an answer now fails instead: the database gives none any more. */
  abandon(reason: string): void {
    this.open.abandon(new AdminDatabaseError('unreachable', reason));
  }

  /** For readiness: throws while each connection has been somebody's for so long that others are refused. */
  requireFree(): void {
    if (this.open.takenFor(allTakenMsMax) < connectionsMax) return;
    throw new Error(`all ${connectionsMax} connections to the database are in use, and none comes free`);
  }

  /** Also when the database stands still. */
  async close(): Promise<void> {
    this.notices.close();
    const reason = new AdminDatabaseError('unreachable', 'the database connections are closed');
    await closeOrm(this.orm, this.open, reason);
  }
}
