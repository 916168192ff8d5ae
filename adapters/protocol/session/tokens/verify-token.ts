// Decides whether a connect token opens this server for this client now. Cheap checks come before signature or MAC.
// Single use is the caller's to enforce (UsedTokens): a token may be verified more often than it is used.

import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { equalBytes } from '../bytes/bytes-compare.js';
import { isCharacterName } from './character-name.js';
import {
  type ConnectToken,
  decodeToken,
  isOwnToken,
  macBytes,
  signatureBytes,
  signedBytes,
} from './connect-token.js';
import type { TokenIssuer } from './server-identity.js';

/** Issuer and server clocks may differ by this much. */
const clockSkewS = 60;
/** A longer life would make the set of used tokens grow. */
export const tokenLifeMaxS = 600;

export type TokenProblem =
  | 'malformed'
  | 'bad-name'
  | 'unknown-issuer'
  | 'forged'
  | 'other-server'
  | 'other-client'
  | 'not-yet-valid'
  | 'expired'
  | 'life-too-long';

export type TokenVerdict =
  { readonly ok: true; readonly token: ConnectToken } | { readonly ok: false; readonly reason: TokenProblem };

export function verifyToken(
  crypto: CryptoSuite,
  data: Uint8Array,
  expected: {
    /** The server itself. */
    readonly ownIssuer: TokenIssuer;
    /** Its `ownTokenKey`; without it no token with a MAC is accepted. */
    readonly ownKey?: Uint8Array | undefined;
    /** Others whose tokens it accepts. */
    readonly issuers: readonly TokenIssuer[];
    readonly serverId: Uint8Array;
    readonly clientKey: Uint8Array;
    readonly nowUnixS: number;
  },
): TokenVerdict {
  const token = decodeToken(data);
  if (token === undefined) return refuse('malformed');
  if (!isCharacterName(token.name)) return refuse('bad-name');
  const isTheirs = (known: TokenIssuer): boolean => equalBytes(known.keyId, 0, token.issuer, 0, 8);
  const issuer = isTheirs(expected.ownIssuer) ? expected.ownIssuer : expected.issuers.find(isTheirs);
  if (issuer === undefined) return refuse('unknown-issuer');
  const isOwn = isOwnToken(data);
  if (isOwn && (issuer !== expected.ownIssuer || expected.ownKey === undefined)) {
    return refuse('unknown-issuer');
  }
  if (token.resume === true && issuer !== expected.ownIssuer) return refuse('unknown-issuer');
  if (!equalBytes(token.serverId, 0, expected.serverId, 0, 16)) return refuse('other-server');
  if (!equalBytes(token.clientKey, 0, expected.clientKey, 0, 32)) return refuse('other-client');
  if (token.issuedUnixS > expected.nowUnixS + clockSkewS) return refuse('not-yet-valid');
  if (token.expiresUnixS < expected.nowUnixS) return refuse('expired');
  if (token.expiresUnixS - token.issuedUnixS > tokenLifeMaxS) return refuse('life-too-long');
  const bodyLength = data.length - (isOwn ? macBytes : signatureBytes);
  const signed = signedBytes(data.subarray(0, bodyLength));
  const proof = data.subarray(bodyLength);
  const isTrue = isOwn
    ? equalBytes(crypto.hmac(expected.ownKey!, signed), 0, proof, 0, macBytes)
    : crypto.verify(issuer.publicKey, signed, proof);
  return isTrue ? { ok: true, token } : refuse('forged');
}

function refuse(reason: TokenProblem): TokenVerdict {
  return { ok: false, reason };
}
