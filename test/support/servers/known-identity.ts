// A server's secrets, for tests to which any will do.

import type { ServerSecrets } from '#adapters/node-files/identity-file.js';

export const knownIdentity: ServerSecrets = {
  serverId: '01010101-0101-0101-0101-010101010101',
  serverIdBytes: new Uint8Array(16).fill(1),
  staticSecretKey: new Uint8Array(32).fill(2),
  signingSeed: new Uint8Array(32).fill(3),
};
