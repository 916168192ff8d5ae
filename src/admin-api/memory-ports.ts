// All ports of the admin API in memory: for the API's document and for tests, which need no database.

import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { MemoryAccountStore } from '#adapters/memory/admin/account-store.js';
import { MemoryAttemptLedger } from '#adapters/memory/admin/attempt-ledger.js';
import { MemoryAuditLog } from '#adapters/memory/admin/audit-log.js';
import { MemoryCommandStore } from '#adapters/memory/admin/command-store.js';
import { MemoryKnownOrigins } from '#adapters/memory/admin/known-origins.js';
import { MemoryMapCatalogue } from '#adapters/memory/admin/map-catalogue.js';
import { MemoryPlayerDirectory } from '#adapters/memory/admin/player-directory.js';
import { MemoryServerRegistry } from '#adapters/memory/admin/server-registry.js';
import { MemoryServerTokenStore } from '#adapters/memory/admin/server-token-store.js';
import { MemorySessionStore } from '#adapters/memory/admin/session-store.js';
import { ProtocolTokenSigner } from '#adapters/connect-tokens/protocol-token-signer.js';
import { MemoryTelemetryHistory } from '#adapters/memory/admin/telemetry-history.js';
import { MemoryTokenIssuerRegistry } from '#adapters/memory/admin/token-issuer-registry.js';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { ProtocolKeyChallenger } from '#adapters/server-proof/protocol-key-challenger.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { Argon2PasswordHasher } from '#adapters/node-crypto/argon2-password-hasher.js';
import { NodeCredentialMint } from '#adapters/node-crypto/credential-mint.js';
import { ZxcvbnPasswordJudge } from '#adapters/zxcvbn/zxcvbn-password-judge.js';
import type { Clock } from '#ports/system/clock.js';
import type { LiveFeed } from '#ports/admin/monitoring/live-feed.js';

/** As cheap as the algorithm allows: nothing here is kept. */
const cheap = { memoryKib: 8, passes: 1, lanes: 1 };

export function memoryPorts(live: LiveFeed, clock: Clock): AdminPorts {
  return {
    accounts: new MemoryAccountStore(),
    sessions: new MemorySessionStore(),
    attempts: new MemoryAttemptLedger(),
    knownOrigins: new MemoryKnownOrigins(),
    serverTokens: new MemoryServerTokenStore(),
    servers: new MemoryServerRegistry(),
    players: new MemoryPlayerDirectory(),
    history: new MemoryTelemetryHistory(),
    audit: new MemoryAuditLog(),
    commands: new MemoryCommandStore(clock),
    tokenIssuers: new MemoryTokenIssuerRegistry(),
    tokenSigner: new ProtocolTokenSigner(
      new NobleCryptoSuite(),
      new SystemRandom(),
      new Uint8Array(32).fill(7),
    ),
    challenger: new ProtocolKeyChallenger(new NobleCryptoSuite(), new SystemRandom()),
    hasher: new Argon2PasswordHasher(cheap),
    passwordJudge: new ZxcvbnPasswordJudge(),
    mint: new NodeCredentialMint(),
    maps: new MemoryMapCatalogue(),
    live,
    clock,
  };
}
