// The PostgreSQL stores keep the promises of their ports.

import { afterAll, beforeAll } from '@jest/globals';
import { PostgresAccountStore } from '#adapters/postgres/accounts/postgres-account-store.js';
import { PostgresAttemptLedger } from '#adapters/postgres/accounts/postgres-attempt-ledger.js';
import { PostgresAuditLog } from '#adapters/postgres/audit/postgres-audit-log.js';
import { PostgresCommandStore } from '#adapters/postgres/operations/postgres-command-store.js';
import { PostgresKnownOrigins } from '#adapters/postgres/accounts/postgres-known-origins.js';
import { PostgresPlayerDirectory } from '#adapters/postgres/players/postgres-player-directory.js';
import { PostgresServerRegistry } from '#adapters/postgres/servers/postgres-server-registry.js';
import { PostgresServerTokenStore } from '#adapters/postgres/tokens/postgres-server-token-store.js';
import { PostgresSessionStore } from '#adapters/postgres/accounts/postgres-session-store.js';
import { PostgresTelemetryHistory } from '#adapters/postgres/monitoring/postgres-telemetry-history.js';
import { PostgresTokenIssuerRegistry } from '#adapters/postgres/tokens/postgres-token-issuer-registry.js';
import { account, testAccountStore } from '../../contract/admin/account-store.js';
import { testAttemptLedger } from '../../contract/admin/attempt-ledger.js';
import { testAuditLog } from '../../contract/admin/audit-log.js';
import { testCommandStore } from '../../contract/admin/command-store.js';
import { testKnownOrigins } from '../../contract/admin/known-origins.js';
import { testPlayerDirectory } from '../../contract/admin/player-directory.js';
import { testServerRegistry, testServerTokenStore } from '../../contract/admin/server-stores.js';
import { testSessionStore } from '../../contract/admin/session-store.js';
import { testTelemetryHistory } from '../../contract/admin/telemetry-history.js';
import { testTokenIssuerRegistry } from '../../contract/admin/token-issuer-registry.js';
import { openTestDatabase, type TestDatabase } from '../../support/admin/test-database.js';
import type { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

function empty<Store>(make: new (database: AdminDatabase) => Store): () => Promise<Store> {
  return async () => {
    await test.empty();
    return new make(test.database);
  };
}

testAccountStore('PostgresAccountStore', empty(PostgresAccountStore));
testSessionStore('PostgresSessionStore', async () => {
  const store = await empty(PostgresSessionStore)();
  const accounts = [account({ name: 'Ann' }), account({ name: 'Bob' })] as const;
  for (const one of accounts) await new PostgresAccountStore(test.database).add(one);
  return { store, accountIds: [accounts[0].id, accounts[1].id] };
});
testAttemptLedger('PostgresAttemptLedger', empty(PostgresAttemptLedger));
testServerTokenStore('PostgresServerTokenStore', empty(PostgresServerTokenStore));
testServerRegistry('PostgresServerRegistry', empty(PostgresServerRegistry));
testTelemetryHistory('PostgresTelemetryHistory', empty(PostgresTelemetryHistory));
testPlayerDirectory('PostgresPlayerDirectory', empty(PostgresPlayerDirectory));
testAuditLog('PostgresAuditLog', empty(PostgresAuditLog));
testTokenIssuerRegistry('PostgresTokenIssuerRegistry', empty(PostgresTokenIssuerRegistry));
testCommandStore('PostgresCommandStore', async () => {
  const store = await empty(PostgresCommandStore)();
  const times = ['issued_at', 'deadline', 'delivered_at', 'ended_at', 'leased_until'];
  // The database's clock is nobody's to turn: what it has written is made older instead.
  const pass = async (ms: number) => {
    const older = times.map((time) => `${time} = ${time} - ${ms} * interval '1 ms'`).join(', ');
    await test.ownerDatabase.fork().execute(`update operator_commands set ${older}`);
  };
  return { store, pass };
});
testKnownOrigins('PostgresKnownOrigins', async () => {
  const store = await empty(PostgresKnownOrigins)();
  const accounts = [account({ name: 'Ann' }), account({ name: 'Bob' })] as const;
  for (const one of accounts) await new PostgresAccountStore(test.database).add(one);
  return { store, accountIds: [accounts[0].id, accounts[1].id] };
});
