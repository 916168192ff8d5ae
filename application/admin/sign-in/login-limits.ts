// How many wrong passwords, and wrong codes of a second factor, are tolerated, and whose. A stranger is counted three times at once: one network against one
// account is stopped soon; one network against all accounts later; one account from all strangers later still. That last
// lock keeps strangers out and nobody else: who comes from a network that the account has logged in from is not counted
// there, and who brings the cookie of a browser that has is counted by that browser alone. So nobody can lock an account
// for its owner. Networks: IPv4 addresses as they are, of IPv6 the /64, which is what one customer
// gets; where a gateway wrote an IPv4 address into IPv6 (NAT64), that address.

import type { AttemptLimit } from '#ports/admin/sign-in/attempt-ledger.js';
import { hostText, isIpv4, writeAddress } from '#ports/network/datagram-address.js';
import { addressBytes } from '#ports/network/datagram-socket.js';

const windowMs = 15 * 60_000;

const pairLimit: AttemptLimit = { attemptsMax: 5, windowMs };
const networkLimit: AttemptLimit = { attemptsMax: 30, windowMs };
const strangersLimit: AttemptLimit = { attemptsMax: 50, windowMs };
/**
 * Wrong codes of strangers, who know the password all the same: of a million codes three are right at a time, and 50 tries in
 * each quarter of an hour would find one within weeks.
 */
const codesLimit: AttemptLimit = { attemptsMax: 20, windowMs: 24 * 3_600_000 };
/** Who has the browser's cookie may be a thief: no more than strangers have from one network. */
const browserLimit: AttemptLimit = { attemptsMax: 5, windowMs };
/** Of the current password, by who holds a session, or stole it. */
const sessionLimit: AttemptLimit = { attemptsMax: 5, windowMs };

if (pairLimit.attemptsMax >= networkLimit.attemptsMax) throw new Error('the pair must lock first');

/** 64:ff9b::/96, RFC 6052. */
const nat64Prefix = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0];
/** ::ffff:0:0/96 */
const mappedPrefix = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

export interface CountedTry {
  readonly key: string;
  readonly limit: AttemptLimit;
  /** Whether a right password also forgets the wrong ones before it. Not of networks: one good account must not pay for guessing at others. */
  readonly endsWithSuccess: boolean;
}

export type Acquaintance =
  | { readonly kind: 'browser'; readonly mark: string }
  | { readonly kind: 'network' }
  | { readonly kind: 'stranger' };

/**
 * All keys of an account begin like this, and no other keys do. Accounts have ids, which have one spelling; names
 * without an account are told from them by the question mark.
 */
export function accountKeys(account: { readonly id: string } | { readonly unknownName: string }): string {
  return `login:${'id' in account ? account.id : `?${account.unknownName}`}/`;
}

export function loginTries(accountPrefix: string, address: string, who: Acquaintance): CountedTry[] {
  if (who.kind === 'browser') {
    return [{ key: `${accountPrefix}browser/${who.mark}`, limit: browserLimit, endsWithSuccess: true }];
  }
  const network = networkOf(address);
  const tries = [
    { key: `${accountPrefix}network/${network}`, limit: pairLimit, endsWithSuccess: true },
    { key: `login-network:${network}`, limit: networkLimit, endsWithSuccess: false },
  ];
  if (who.kind === 'network') return tries;
  return [...tries, { key: `${accountPrefix}strangers`, limit: strangersLimit, endsWithSuccess: false }];
}

/** Of the second step: the same keys, so that both steps share their tries. */
export function codeTries(accountPrefix: string, address: string, who: Acquaintance): CountedTry[] {
  const tries = loginTries(accountPrefix, address, who);
  if (who.kind !== 'stranger') return tries;
  return [...tries, { key: `${accountPrefix}codes`, limit: codesLimit, endsWithSuccess: false }];
}

/** By session: a thief's guesses must not keep the owner from changing the password, which throws the thief out. */
export function passwordChangeTries(accountPrefix: string, sessionDigest: string): CountedTry[] {
  return [{ key: `${accountPrefix}session/${sessionDigest}`, limit: sessionLimit, endsWithSuccess: true }];
}

/** One spelling for one network. What is no address is a network of its own. */
export function networkOf(address: string): string {
  const bytes = new Uint8Array(addressBytes);
  if (!writeAddress(bytes, 0, address.split('%', 1)[0]!, 0)) return 'none';
  if (nat64Prefix.every((byte, at) => bytes[at] === byte)) bytes.set(mappedPrefix);
  if (isIpv4(bytes, 0)) return hostText(bytes, 0);
  bytes.fill(0, 8, 16);
  return `${hostText(bytes, 0)}/64`;
}
