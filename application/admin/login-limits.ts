// How many wrong passwords are tolerated, and whose. Three counts at once: one address against one account is stopped
// soon; one account from everywhere later, so that a stranger cannot lock its owner out with five tries; one address
// against all accounts in between. Addresses of IPv6 are counted by /64, which is what one customer gets.

import type { AttemptLimit } from '#ports/attempt-ledger.js';

const windowMs = 15 * 60_000;

const pairLimit: AttemptLimit = { attemptsMax: 5, windowMs };
const addressLimit: AttemptLimit = { attemptsMax: 30, windowMs };
const accountLimit: AttemptLimit = { attemptsMax: 50, windowMs };

if (pairLimit.attemptsMax >= addressLimit.attemptsMax) throw new Error('the pair must lock first');

/** The count of an account from everywhere. */
export function accountKey(name: string): string {
  return `login:${name.toLowerCase()}`;
}

export function loginTries(name: string, address: string): { key: string; limit: AttemptLimit }[] {
  const account = name.toLowerCase();
  const network = networkOf(address);
  return [
    { key: `login:${account}@${network}`, limit: pairLimit },
    { key: `login:@${network}`, limit: addressLimit },
    { key: accountKey(name), limit: accountLimit },
  ];
}

/** IPv4 as it is, IPv4 in IPv6 as IPv4, IPv6 without its last 64 bits. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    while (groups.length + after.length < 8) groups.push('0');
    groups.push(...after);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
