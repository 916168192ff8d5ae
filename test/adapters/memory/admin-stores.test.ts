// The memory twins of the admin API's stores keep the promises of their ports.

import { randomUUID } from 'node:crypto';
import { MemoryAccountStore } from '#adapters/memory/admin/account-store.js';
import { MemoryAttemptLedger } from '#adapters/memory/admin/attempt-ledger.js';
import { MemoryAuditLog } from '#adapters/memory/admin/audit-log.js';
import { MemoryCommandStore } from '#adapters/memory/admin/command-store.js';
import { MemoryKnownOrigins } from '#adapters/memory/admin/known-origins.js';
import { MemoryPlayerDirectory } from '#adapters/memory/admin/player-directory.js';
import { MemoryServerRegistry } from '#adapters/memory/admin/server-registry.js';
import { MemoryServerTokenStore } from '#adapters/memory/admin/server-token-store.js';
import { MemorySessionStore } from '#adapters/memory/admin/session-store.js';
import { MemoryTelemetryHistory } from '#adapters/memory/admin/telemetry-history.js';
import { MemoryTokenIssuerRegistry } from '#adapters/memory/admin/token-issuer-registry.js';
import { testAccountStore } from '../../contract/admin/account-store.js';
import { testAttemptLedger } from '../../contract/admin/attempt-ledger.js';
import { testAuditLog } from '../../contract/admin/audit-log.js';
import { testCommandStore } from '../../contract/admin/command-store.js';
import { testKnownOrigins } from '../../contract/admin/known-origins.js';
import { testPlayerDirectory } from '../../contract/admin/player-directory.js';
import { testServerRegistry, testServerTokenStore } from '../../contract/admin/server-stores.js';
import { testSessionStore } from '../../contract/admin/session-store.js';
import { testTelemetryHistory } from '../../contract/admin/telemetry-history.js';
import { testTokenIssuerRegistry } from '../../contract/admin/token-issuer-registry.js';
import { TurnedClock } from '../../support/admin/admin-world.js';

testAccountStore('MemoryAccountStore', async () => new MemoryAccountStore());
testSessionStore('MemorySessionStore', async () => ({
  store: new MemorySessionStore(),
  accountIds: [randomUUID(), randomUUID()],
}));
testAttemptLedger('MemoryAttemptLedger', async () => new MemoryAttemptLedger());
testServerTokenStore('MemoryServerTokenStore', async () => new MemoryServerTokenStore());
testServerRegistry('MemoryServerRegistry', async () => new MemoryServerRegistry());
testTelemetryHistory('MemoryTelemetryHistory', async () => new MemoryTelemetryHistory());
testPlayerDirectory('MemoryPlayerDirectory', async () => new MemoryPlayerDirectory());
testAuditLog('MemoryAuditLog', async () => new MemoryAuditLog());
testTokenIssuerRegistry('MemoryTokenIssuerRegistry', async () => new MemoryTokenIssuerRegistry());
testCommandStore('MemoryCommandStore', async () => {
  const clock = new TurnedClock();
  const pass = async (ms: number) => void (clock.atUnixMs += ms);
  return { store: new MemoryCommandStore(clock), pass };
});
testKnownOrigins('MemoryKnownOrigins', async () => ({
  store: new MemoryKnownOrigins(),
  accountIds: [randomUUID(), randomUUID()],
}));
