// Who plays each store of the admin API: in memory, for documents and tests, and on PostgreSQL. The only list of them: types,
// tables, migrations and the runs of the contract suites follow from it.

import type { AdminStores } from '#ports/admin/admin-stores.js';
import type { Clock } from '#ports/system/clock.js';
import type { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import { tablesOf, type StoreTables } from '#adapters/postgres/connection/store-tables.js';
import { MemoryAccountStore } from '#adapters/memory/admin/accounts/account-store.js';
import { MemoryApiKeyStore } from '#adapters/memory/admin/tokens/api-key-store.js';
import { MemoryAttemptLedger } from '#adapters/memory/admin/sign-in/attempt-ledger.js';
import { MemoryAuditLog } from '#adapters/memory/admin/audit/audit-log.js';
import { MemoryBackupCheckStore } from '#adapters/memory/admin/backups/backup-check-store.js';
import { MemoryCommandStore } from '#adapters/memory/admin/operations/command-store.js';
import { MemoryHalfLogins } from '#adapters/memory/admin/sign-in/half-logins.js';
import { MemoryKnownOrigins } from '#adapters/memory/admin/sign-in/known-origins.js';
import { MemoryNoteStore } from '#adapters/memory/admin/players/note-store.js';
import { MemoryReportStore } from '#adapters/memory/admin/reports/report-store.js';
import { MemoryPlayerDirectory } from '#adapters/memory/admin/players/player-directory.js';
import { MemorySecondFactors } from '#adapters/memory/admin/sign-in/second-factors.js';
import { MemorySanctionStore } from '#adapters/memory/admin/players/sanction-store.js';
import { MemoryServerRegistry } from '#adapters/memory/admin/servers/server-registry.js';
import { MemoryServerTokenStore } from '#adapters/memory/admin/tokens/server-token-store.js';
import { MemorySessionStore } from '#adapters/memory/admin/sign-in/session-store.js';
import { MemoryTelemetryHistory } from '#adapters/memory/admin/monitoring/telemetry-history.js';
import { MemoryTokenIssuerRegistry } from '#adapters/memory/admin/tokens/token-issuer-registry.js';
import { PostgresAccountStore } from '#adapters/postgres/accounts/postgres-account-store.js';
import { PostgresAttemptLedger } from '#adapters/postgres/accounts/postgres-attempt-ledger.js';
import { PostgresHalfLogins } from '#adapters/postgres/accounts/postgres-half-logins.js';
import { PostgresKnownOrigins } from '#adapters/postgres/accounts/postgres-known-origins.js';
import { PostgresSecondFactors } from '#adapters/postgres/accounts/postgres-second-factors.js';
import { PostgresSessionStore } from '#adapters/postgres/accounts/postgres-session-store.js';
import { PostgresAuditLog } from '#adapters/postgres/audit/postgres-audit-log.js';
import { PostgresBackupCheckStore } from '#adapters/postgres/backups/postgres-backup-check-store.js';
import { PostgresTelemetryHistory } from '#adapters/postgres/monitoring/postgres-telemetry-history.js';
import { PostgresCommandStore } from '#adapters/postgres/operations/postgres-command-store.js';
import { PostgresNoteStore } from '#adapters/postgres/players/postgres-note-store.js';
import { PostgresPlayerDirectory } from '#adapters/postgres/players/postgres-player-directory.js';
import { PostgresSanctionStore } from '#adapters/postgres/players/postgres-sanction-store.js';
import { PostgresReportStore } from '#adapters/postgres/reports/postgres-report-store.js';
import { PostgresServerRegistry } from '#adapters/postgres/servers/postgres-server-registry.js';
import { PostgresApiKeyStore } from '#adapters/postgres/tokens/postgres-api-key-store.js';
import { PostgresServerTokenStore } from '#adapters/postgres/tokens/postgres-server-token-store.js';
import { PostgresTokenIssuerRegistry } from '#adapters/postgres/tokens/postgres-token-issuer-registry.js';

type StoreInMemory<Store> = new (clock: Clock) => Store;

interface StoreOnPostgres<Store> {
  new (database: AdminDatabase): Store;
  readonly tables: StoreTables;
}

/** One whose port these imports reach does not compile without an entry; of a new one test/architecture/admin-stores says so. */
const adminStores: {
  readonly [Name in keyof AdminStores]: readonly [
    memory: StoreInMemory<AdminStores[Name]>,
    postgres: StoreOnPostgres<AdminStores[Name]>,
  ];
} = {
  accounts: [MemoryAccountStore, PostgresAccountStore],
  sessions: [MemorySessionStore, PostgresSessionStore],
  apiKeys: [MemoryApiKeyStore, PostgresApiKeyStore],
  attempts: [MemoryAttemptLedger, PostgresAttemptLedger],
  secondFactors: [MemorySecondFactors, PostgresSecondFactors],
  halfLogins: [MemoryHalfLogins, PostgresHalfLogins],
  knownOrigins: [MemoryKnownOrigins, PostgresKnownOrigins],
  serverTokens: [MemoryServerTokenStore, PostgresServerTokenStore],
  servers: [MemoryServerRegistry, PostgresServerRegistry],
  players: [MemoryPlayerDirectory, PostgresPlayerDirectory],
  notes: [MemoryNoteStore, PostgresNoteStore],
  sanctions: [MemorySanctionStore, PostgresSanctionStore],
  reports: [MemoryReportStore, PostgresReportStore],
  history: [MemoryTelemetryHistory, PostgresTelemetryHistory],
  audit: [MemoryAuditLog, PostgresAuditLog],
  commands: [MemoryCommandStore, PostgresCommandStore],
  backupChecks: [MemoryBackupCheckStore, PostgresBackupCheckStore],
  tokenIssuers: [MemoryTokenIssuerRegistry, PostgresTokenIssuerRegistry],
};

export const adminStoreNames = Object.keys(adminStores) as readonly (keyof AdminStores)[];

/** What `AdminDatabase` and `migrateDatabase` have to know. */
export const adminTables = tablesOf(Object.values(adminStores).map(([, { tables }]) => tables));

export function memoryStores(clock: Clock): AdminStores {
  return allOf(([Store]) => new Store(clock));
}

export function postgresStores(database: AdminDatabase): AdminStores {
  return allOf(([, Store]) => new Store(database));
}

function allOf(
  make: (entry: (typeof adminStores)[keyof AdminStores]) => AdminStores[keyof AdminStores],
): AdminStores {
  const made = adminStoreNames.map((name) => [name, make(adminStores[name])]);
  return Object.fromEntries(made) as AdminStores;
}
