// All ports of the admin API in memory: for the API's document and for tests, which need no database.

import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { MemoryMapCatalogue } from '#adapters/memory/admin/servers/map-catalogue.js';
import { ProtocolTokenSigner } from '#adapters/connect-tokens/protocol-token-signer.js';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { ProtocolKeyChallenger } from '#adapters/server-proof/protocol-key-challenger.js';
import { systemPauses } from '#adapters/system/system-pauses.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { AesSecretSealer } from '#adapters/node-crypto/aes-secret-sealer.js';
import { Argon2PasswordHasher } from '#adapters/node-crypto/argon2-password-hasher.js';
import { NodeCredentialMint } from '#adapters/node-crypto/credential-mint.js';
import { NodeOneTimeCodes } from '#adapters/node-crypto/one-time-codes.js';
import { ZxcvbnPasswordJudge } from '#adapters/zxcvbn/zxcvbn-password-judge.js';
import type { Clock } from '#ports/system/clock.js';
import type { LiveFeed } from '#ports/admin/monitoring/live-feed.js';
import { memoryStores } from './admin-stores.js';

/** As cheap as the algorithm allows: nothing here is kept. */
const cheap = { memoryKib: 8, passes: 1, lanes: 1 };

export function memoryPorts(live: LiveFeed, clock: Clock): AdminPorts {
  return {
    ...memoryStores(clock),
    tokenSigner: new ProtocolTokenSigner(
      new NobleCryptoSuite(),
      new SystemRandom(),
      new Uint8Array(32).fill(7),
    ),
    challenger: new ProtocolKeyChallenger(new NobleCryptoSuite(), new SystemRandom()),
    hasher: new Argon2PasswordHasher(cheap),
    passwordJudge: new ZxcvbnPasswordJudge(),
    mint: new NodeCredentialMint(),
    codes: new NodeOneTimeCodes(),
    sealer: new AesSecretSealer(new Uint8Array(32).fill(9)),
    maps: new MemoryMapCatalogue(),
    backups: undefined,
    live,
    clock,
    pauses: systemPauses,
  };
}
