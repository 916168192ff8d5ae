// A game server's part in proving that its key is its own, with a key that the tests know.

import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { keyProof } from '#adapters/protocol/session/crypto/key-proof.js';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { Origin } from '#application/admin/access/caller.js';
import {
  challengeServer,
  registerServer,
  type RegisterResult,
} from '#application/admin/servers/register-server.js';
import { registrationStatement } from '#ports/admin/servers/key-challenger.js';
import type { ServerDescription } from '#ports/admin/servers/server-registry.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';

const crypto = new NobleCryptoSuite();

export const testSecretKey = new Uint8Array(32).fill(0x42);
export const testPublicKey = publicKeyOf(testSecretKey);

export function publicKeyOf(secretKey: Uint8Array): string {
  return Buffer.from(crypto.keyPair(secretKey).publicKey).toString('hex');
}

export interface Claim {
  readonly serverId: string;
  readonly host: string;
  readonly udpPort: number;
}

/** The answer to the API's question by who has `secretKey`. */
export function proofFor(challenge: string, claim: Claim, secretKey = testSecretKey): string {
  const statement = new Uint8Array(Buffer.from(registrationStatement(claim)));
  const question = new Uint8Array(Buffer.from(challenge, 'hex'));
  return Buffer.from(keyProof(crypto, secretKey, question, statement)!).toString('hex');
}

const origin: Origin = { address: '192.0.2.9', userAgent: 'a game server', requestId: 'r-2' };

/** Asks for a question, answers it and registers. */
export async function register(
  ports: AdminPorts,
  token: ServerToken,
  server: ServerDescription,
  secretKey = testSecretKey,
): Promise<RegisterResult> {
  const challenge = await challengeServer(ports, token);
  const proof = proofFor(challenge, { ...server, serverId: server.id }, secretKey);
  return registerServer(ports, token, server, proof, origin);
}
