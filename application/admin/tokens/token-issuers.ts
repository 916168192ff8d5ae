// Which keys' connect tokens game servers accept: those of the API's replicas that run now, and of those that ran until
// lately. Replacing a replica's key is no more than starting it with another one.

// Has its name in AdminStores from its port.
import type {} from '#ports/admin/tokens/token-issuer-registry.js';
import type { AdminPorts } from '../access/admin-ports.js';

export const announceIssuerMs = 60_000;
/** Longer than any token lives (600 s), and than a replica takes to start again. */
const keptMs = 15 * 60_000;

if (keptMs < 10 * announceIssuerMs) throw new Error('a key in use would be forgotten');

type Ports = Pick<AdminPorts, 'tokenIssuers' | 'clock'>;

/** Run at the start, before any token is issued, and then every `announceIssuerMs`. */
export async function announceIssuer(ports: Ports & Pick<AdminPorts, 'tokenSigner'>): Promise<void> {
  const nowUnixMs = ports.clock.unixMs();
  await ports.tokenIssuers.noteInUse(ports.tokenSigner.publicKey, nowUnixMs);
  await ports.tokenIssuers.removeUnusedSince(nowUnixMs - keptMs);
}

/** Ed25519 public keys, 64 hexadecimal digits each. */
export function acceptedIssuers(ports: Ports): Promise<readonly string[]> {
  return ports.tokenIssuers.inUseSince(ports.clock.unixMs() - keptMs);
}
