// What every connection through the ORM shares: how the tables that it is given come about.

import './own-settings.js';
import type { Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import type { Log } from '#ports/system/log.js';
import type { DatabaseTables } from './store-tables.js';

export function ormOptions(url: string, tables: DatabaseTables, log: Log): Options {
  return {
    clientUrl: url,
    entities: [...tables.rows],
    extensions: [Migrator],
    migrations: {
      tableName: 'schema_migrations',
      migrationsList: [...tables.migrations],
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
