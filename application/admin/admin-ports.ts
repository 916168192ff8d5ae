// Everything outside that the admin use cases speak to. Each use case names the ones it needs with Pick.

import type { AccountStore } from '#ports/account-store.js';
import type { AttemptLedger } from '#ports/attempt-ledger.js';
import type { AuditLog } from '#ports/audit-log.js';
import type { Clock } from '#ports/clock.js';
import type { ConnectTokenSigner } from '#ports/connect-token-signer.js';
import type { CredentialMint } from '#ports/credential-mint.js';
import type { KeyChallenger } from '#ports/key-challenger.js';
import type { KnownOrigins } from '#ports/known-origins.js';
import type { LiveFeed } from '#ports/live-feed.js';
import type { MapCatalogue } from '#ports/map-catalogue.js';
import type { PasswordHasher } from '#ports/password-hasher.js';
import type { PasswordJudge } from '#ports/password-judge.js';
import type { PlayerDirectory } from '#ports/player-directory.js';
import type { ServerRegistry } from '#ports/server-registry.js';
import type { ServerTokenStore } from '#ports/server-token-store.js';
import type { SessionStore } from '#ports/session-store.js';
import type { TelemetryHistory } from '#ports/telemetry-history.js';
import type { TokenIssuerRegistry } from '#ports/token-issuer-registry.js';

export interface AdminPorts {
  readonly accounts: AccountStore;
  readonly sessions: SessionStore;
  readonly attempts: AttemptLedger;
  readonly knownOrigins: KnownOrigins;
  readonly serverTokens: ServerTokenStore;
  readonly servers: ServerRegistry;
  readonly players: PlayerDirectory;
  readonly history: TelemetryHistory;
  readonly audit: AuditLog;
  readonly tokenIssuers: TokenIssuerRegistry;
  readonly tokenSigner: ConnectTokenSigner;
  readonly challenger: KeyChallenger;
  readonly hasher: PasswordHasher;
  readonly passwordJudge: PasswordJudge;
  readonly mint: CredentialMint;
  readonly live: LiveFeed;
  readonly maps: MapCatalogue;
  readonly clock: Clock;
}
