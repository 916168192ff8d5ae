// What an operator's authenticator app does: gives the code of a secret at a time.

import { fromBase32 } from '#adapters/node-crypto/base32.js';
import { codeOf } from '#adapters/node-crypto/one-time-codes.js';
import { confirmSecondFactor, proposeSecondFactor } from '#application/admin/accounts/enrol-second-factor.js';
import type { Account } from '#ports/admin/accounts/account-store.js';
import { stepMs } from '#ports/admin/sign-in/one-time-codes.js';
import { goodPassword, someOrigin, type AdminWorld } from './admin-world.js';

export class Phone {
  constructor(private readonly secret: string) {}

  codeAt(unixMs: number): string {
    return codeOf(fromBase32(this.secret), Math.floor(unixMs / stepMs));
  }
}

/** Enrolled now; the code of now is used. */
export async function enrol(
  world: AdminWorld,
  account: Account,
): Promise<{ phone: Phone; recoveryCodes: readonly string[] }> {
  const caller = { ...someOrigin, account, tokenDigest: `session of ${account.name}` };
  const proposed = await proposeSecondFactor(world.ports, caller, goodPassword);
  if (!proposed.ok) throw new Error(proposed.reason);
  const phone = new Phone(proposed.secret);
  const confirmed = await confirmSecondFactor(world.ports, caller, phone.codeAt(world.clock.atUnixMs));
  if (!confirmed.ok) throw new Error(confirmed.reason);
  return { phone, recoveryCodes: confirmed.recoveryCodes };
}
