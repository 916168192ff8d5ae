// Modules of the peers that are installed under bench/peers, apart from the project's own.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const peers = createRequire(new URL('../../../bench/peers/package.json', import.meta.url));

export function isPeerInstalled(name: string): boolean {
  try {
    peers.resolve(name);
    return true;
  } catch {
    return false;
  }
}

/** What the peer exports, as far as its user says. */
export async function peerModule<Exports>(name: string): Promise<Exports> {
  return (await import(pathToFileURL(peers.resolve(name)).href)) as Exports;
}
