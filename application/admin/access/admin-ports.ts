// Everything outside that the admin use cases speak to. Each use case names the ones it needs with Pick.

import type { AccountStore } from '#ports/admin/accounts/account-store.js';
import type { AttemptLedger } from '#ports/admin/sign-in/attempt-ledger.js';
import type { AuditLog } from '#ports/admin/audit/audit-log.js';
import type { CommandStore } from '#ports/admin/operations/command-store.js';
import type { Clock } from '#ports/system/clock.js';
import type { ConnectTokenSigner } from '#ports/admin/tokens/connect-token-signer.js';
import type { CredentialMint } from '#ports/admin/sign-in/credential-mint.js';
import type { KeyChallenger } from '#ports/admin/servers/key-challenger.js';
import type { KnownOrigins } from '#ports/admin/sign-in/known-origins.js';
import type { LiveFeed } from '#ports/admin/monitoring/live-feed.js';
import type { MapCatalogue } from '#ports/admin/servers/map-catalogue.js';
import type { PasswordHasher } from '#ports/admin/sign-in/password-hasher.js';
import type { PasswordJudge } from '#ports/admin/sign-in/password-judge.js';
import type { PlayerDirectory } from '#ports/admin/players/player-directory.js';
import type { ServerRegistry } from '#ports/admin/servers/server-registry.js';
import type { ServerTokenStore } from '#ports/admin/tokens/server-token-store.js';
import type { SessionStore } from '#ports/admin/sign-in/session-store.js';
import type { TelemetryHistory } from '#ports/admin/monitoring/telemetry-history.js';
import type { TokenIssuerRegistry } from '#ports/admin/tokens/token-issuer-registry.js';

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
  readonly commands: CommandStore;
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
