// Interfaces by name and by number: texts of link-local addresses name them (fe80::1%eth0), addresses have numbers. Asked of
// the system when one is not known yet, for packets at most once a second, for a new one may appear at any time. An
// interface that nobody knows is never left out of an address: the system would choose another link without a word.

import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';

const askEveryMs = 1000;
let numbers: ReadonlyMap<string, number> = new Map();
let askedMs = -Infinity;

/**
 * Lines of /proc/net/if_inet6: address, number, prefix length, scope and flags in hexadecimal, name. It lists what this
 * network namespace has, whereas os.networkInterfaces() leaves out an interface whose link is not running yet.
 */
export function interfacesOf(table: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const line of table.split('\n')) {
    const [, number, , , , name] = line.trim().split(/\s+/);
    if (name !== undefined && number !== undefined) found.set(name, Number.parseInt(number, 16));
  }
  return found;
}

function askSystem(): Map<string, number> {
  if (process.platform === 'linux') {
    try {
      return interfacesOf(readFileSync('/proc/net/if_inet6', 'latin1'));
    } catch {
      // No IPv6, or no /proc: Node knows what is running.
    }
  }
  const found = new Map<string, number>();
  for (const [name, addresses] of Object.entries(networkInterfaces())) {
    // An interface tells its number with its link-local addresses, with others 0.
    const number = addresses?.find(({ scopeid }) => scopeid)?.scopeid;
    if (number) found.set(name, number);
  }
  return found;
}

/** Also for callers that are about to say that an interface is unknown. */
export function askForInterfaces(): void {
  askedMs = performance.now();
  numbers = askSystem();
}

function askAgain(): void {
  if (performance.now() - askedMs >= askEveryMs) askForInterfaces();
}

/** Names, for messages. */
export function interfaceNames(): string[] {
  return [...numbers.keys()];
}

/** The host with its zone, if it has one, as a number; undefined when there is no such interface. */
export function withInterfaceNumber(host: string): string | undefined {
  const zone = host.indexOf('%');
  if (zone === -1) return host;
  const name = host.slice(zone + 1);
  if (numberOf(name) === undefined) askAgain();
  const number = numberOf(name);
  return number === undefined ? undefined : `${host.slice(0, zone)}%${number}`;
}

/** The host with its zone, if it has one, as node:dgram wants it; undefined when there is no such interface. */
export function withInterfaceName(host: string): string | undefined {
  const numbered = withInterfaceNumber(host);
  const zone = numbered?.indexOf('%') ?? -1;
  // Windows reads numbers only.
  if (numbered === undefined || zone === -1 || process.platform === 'win32') return numbered;
  return `${numbered.slice(0, zone)}%${nameOf(Number(numbered.slice(zone + 1)))}`;
}

/** Of an interface that is written by its name or by its number. */
function numberOf(zone: string): number | undefined {
  const number = numbers.get(zone);
  if (number !== undefined || !/^[1-9]\d{0,9}$/.test(zone)) return number;
  return nameOf(Number(zone)) === undefined ? undefined : Number(zone);
}

function nameOf(number: number): string | undefined {
  for (const [name, each] of numbers) if (each === number) return name;
  return undefined;
}
