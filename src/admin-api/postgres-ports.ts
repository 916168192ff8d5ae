// All ports of the admin API on PostgreSQL.

import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { OwedTries } from '#application/admin/sign-in/owed-tries.js';
import { Argon2PasswordHasher } from '#adapters/node-crypto/argon2-password-hasher.js';
import { NodeCredentialMint } from '#adapters/node-crypto/credential-mint.js';
import { NodeOneTimeCodes } from '#adapters/node-crypto/one-time-codes.js';
import type { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import { systemPauses } from '#adapters/system/system-pauses.js';
import { ZxcvbnPasswordJudge } from '#adapters/zxcvbn/zxcvbn-password-judge.js';
import { postgresStores } from './admin-stores.js';

/** What is not in the database. */
type GivenPort = 'backups' | 'live' | 'maps' | 'tokenSigner' | 'challenger' | 'sealer' | 'clock';

/** Complete with all of `given`; who needs less gives less. */
export function postgresPorts<Given extends Partial<Pick<AdminPorts, GivenPort>>>(
  database: AdminDatabase,
  given: Given,
): Omit<AdminPorts, GivenPort> & Given {
  const stores = postgresStores(database);
  return {
    ...stores,
    attempts: new OwedTries(stores.attempts),
    hasher: new Argon2PasswordHasher(),
    passwordJudge: new ZxcvbnPasswordJudge(),
    mint: new NodeCredentialMint(),
    codes: new NodeOneTimeCodes(),
    pauses: systemPauses,
    ...given,
  };
}
