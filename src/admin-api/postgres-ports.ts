// All ports of the admin API on PostgreSQL.

import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { Argon2PasswordHasher } from '#adapters/node-crypto/argon2-password-hasher.js';
import { NodeCredentialMint } from '#adapters/node-crypto/credential-mint.js';
import type { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
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
import { ZxcvbnPasswordJudge } from '#adapters/zxcvbn/zxcvbn-password-judge.js';

/** What is not in the database. */
type GivenPort = 'live' | 'maps' | 'tokenSigner' | 'challenger' | 'clock';

/** Complete with all of `given`; who needs less gives less. */
export function postgresPorts<Given extends Partial<Pick<AdminPorts, GivenPort>>>(
  database: AdminDatabase,
  given: Given,
): Omit<AdminPorts, GivenPort> & Given {
  return {
    accounts: new PostgresAccountStore(database),
    sessions: new PostgresSessionStore(database),
    attempts: new PostgresAttemptLedger(database),
    knownOrigins: new PostgresKnownOrigins(database),
    serverTokens: new PostgresServerTokenStore(database),
    servers: new PostgresServerRegistry(database),
    players: new PostgresPlayerDirectory(database),
    history: new PostgresTelemetryHistory(database),
    audit: new PostgresAuditLog(database),
    commands: new PostgresCommandStore(database),
    tokenIssuers: new PostgresTokenIssuerRegistry(database),
    hasher: new Argon2PasswordHasher(),
    passwordJudge: new ZxcvbnPasswordJudge(),
    mint: new NodeCredentialMint(),
    ...given,
  };
}
