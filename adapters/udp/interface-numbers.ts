// Interfaces by name and by number: texts of link-local addresses name them (fe80::1%eth0), addresses have numbers. Asked of
// the system when one is not known yet, at most once a second, for a new one may appear at any time.

import { networkInterfaces } from 'node:os';

const askEveryMs = 1000;
const numbers = new Map<string, number>();
let askedMs = -Infinity;

function ask(): void {
  const nowMs = performance.now();
  if (nowMs - askedMs < askEveryMs) return;
  askedMs = nowMs;
  numbers.clear();
  for (const [name, addresses] of Object.entries(networkInterfaces())) {
    // An interface tells its number with its link-local addresses, with others 0.
    const number = addresses?.find(({ scopeid }) => scopeid)?.scopeid;
    if (number) numbers.set(name, number);
  }
}

/** The host with its zone, if it has one, as a number; as it is when there is no such interface. */
export function withInterfaceNumber(host: string): string {
  const zone = host.indexOf('%');
  if (zone === -1) return host;
  const name = host.slice(zone + 1);
  if (!numbers.has(name)) ask();
  const number = numbers.get(name);
  return number === undefined ? host : `${host.slice(0, zone)}%${number}`;
}

/** The host with its zone, if it is a number, as the name that node:dgram wants; as it is when there is no such interface. */
export function withInterfaceName(host: string): string {
  const zone = host.indexOf('%');
  if (zone === -1) return host;
  const number = Number(host.slice(zone + 1));
  if (find(number) === undefined) ask();
  const name = find(number);
  return name === undefined ? host : `${host.slice(0, zone)}%${name}`;
}

function find(number: number): string | undefined {
  for (const [name, each] of numbers) if (each === number) return name;
  return undefined;
}
