// Between the right password and the code: a word for the browser that opens the second step for some minutes, as long as
// password, access and second factor are what they were.

import type { Account } from '#ports/admin/accounts/account-store.js';
import type { SecondFactor } from '#ports/admin/sign-in/second-factors.js';
import type { AdminPorts } from '../access/admin-ports.js';

const halfTokenPrefix = 'tos_hlf_';
/** To find the phone, and to wait for the next code. */
export const halfLoginMsMax = 5 * 60_000;

export interface HalfWay {
  readonly tokenDigest: string;
  readonly account: Account;
  readonly factor: SecondFactor;
}

export async function beginHalfWay(
  { halfLogins, mint, clock }: Pick<AdminPorts, 'halfLogins' | 'mint' | 'clock'>,
  account: Account,
): Promise<string> {
  const token = mint.token(halfTokenPrefix);
  await halfLogins.add({
    tokenDigest: mint.digest(token),
    accountId: account.id,
    passwordMark: mint.digest(account.passwordHash),
    createdAtUnixMs: clock.unixMs(),
  });
  return token;
}

export async function findHalfWay(
  ports: Pick<AdminPorts, 'halfLogins' | 'accounts' | 'secondFactors' | 'mint' | 'clock'>,
  token: string,
): Promise<HalfWay | undefined> {
  const tokenDigest = ports.mint.digest(token);
  const half = await ports.halfLogins.find(tokenDigest);
  if (!half || ports.clock.unixMs() - half.createdAtUnixMs >= halfLoginMsMax) return undefined;
  const account = await ports.accounts.find(half.accountId);
  if (!account || account.disabled) return undefined;
  if (ports.mint.digest(account.passwordHash) !== half.passwordMark) return undefined;
  const factor = await ports.secondFactors.find(account.id);
  return factor && { tokenDigest, account, factor };
}
