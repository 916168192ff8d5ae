// What every connection through the ORM shares: which tables there are, and how their schema comes about.

import type { Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Log } from '#ports/system/log.js';
import { migrations } from '../migrations/list.js';
import { AccountRow, AttemptRow, KnownOriginRow, SessionRow } from '../rows/account-row.js';
import { AuditRow } from '../rows/audit-row.js';
import { CommandRow } from '../rows/command-row.js';
import { PlayerRow } from '../rows/player-row.js';
import { ServerRow, ServerTokenRow, TelemetryRow } from '../rows/server-row.js';
import { TokenIssuerRow } from '../rows/token-issuer-row.js';

export function ormOptions(url: string, log: Log): Options {
  return {
    clientUrl: url,
    entities: [
      AccountRow,
      SessionRow,
      AttemptRow,
      KnownOriginRow,
      ServerTokenRow,
      ServerRow,
      TelemetryRow,
      PlayerRow,
      AuditRow,
      TokenIssuerRow,
      CommandRow,
    ],
    extensions: [Migrator],
    migrations: {
      tableName: 'schema_migrations',
      migrationsList: migrations,
      snapshot: false,
      transactional: true,
      disableForeignKeys: false,
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
