// Everything outside that the admin use cases speak to: the stores, which name themselves, and the rest. Each use case names
// the ones it needs with Pick.

import type { AdminStores } from '#ports/admin/admin-stores.js';
import type { BackupDesk } from '#ports/backups/backup-desk.js';
import type { Clock } from '#ports/system/clock.js';
import type { ConnectTokenSigner } from '#ports/admin/tokens/connect-token-signer.js';
import type { CredentialMint } from '#ports/admin/sign-in/credential-mint.js';
import type { KeyChallenger } from '#ports/admin/servers/key-challenger.js';
import type { LiveFeed } from '#ports/admin/monitoring/live-feed.js';
import type { MapCatalogue } from '#ports/admin/servers/map-catalogue.js';
import type { OneTimeCodes } from '#ports/admin/sign-in/one-time-codes.js';
import type { Pauses } from '#ports/system/pauses.js';
import type { PasswordHasher } from '#ports/admin/sign-in/password-hasher.js';
import type { PasswordJudge } from '#ports/admin/sign-in/password-judge.js';
import type { SecretSealer } from '#ports/admin/sign-in/secret-sealer.js';

export interface AdminPorts extends AdminStores {
  readonly tokenSigner: ConnectTokenSigner;
  readonly challenger: KeyChallenger;
  readonly hasher: PasswordHasher;
  readonly passwordJudge: PasswordJudge;
  readonly mint: CredentialMint;
  readonly codes: OneTimeCodes;
  readonly sealer: SecretSealer;
  /** Of the API's own database; undefined when none are made. */
  readonly backups: BackupDesk | undefined;
  readonly live: LiveFeed;
  readonly maps: MapCatalogue;
  readonly clock: Clock;
  readonly pauses: Pauses;
}
