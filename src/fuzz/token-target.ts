// Connect tokens: the parser looks at nothing outside them, and only what an issuer signed or the server itself issued is
// ever accepted.

import { type ConnectToken, decodeToken } from '#adapters/protocol/session/tokens/connect-token.js';
import { issueOwnToken, issueToken } from '#adapters/protocol/session/tokens/issue-token.js';
import {
  makeServerIdentity,
  ownTokenKey,
  tokenIssuer,
} from '#adapters/protocol/session/tokens/server-identity.js';
import { verifyToken } from '#adapters/protocol/session/tokens/verify-token.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { Poisoned } from './poisoned.js';
import { type FuzzTarget, sameBytes } from './target.js';

const nowUnixS = 1_700_000_000;

export function tokenTarget(crypto: CryptoSuite): FuzzTarget {
  const fill = (byte: number, length: number) => new Uint8Array(length).fill(byte);
  const identity = makeServerIdentity(crypto, {
    serverId: fill(1, 16),
    exchangeSeed: fill(2, 32),
    signingSeed: fill(3, 32),
  });
  const issuer = tokenIssuer(crypto, identity.signing.publicKey);
  const clientKey = fill(4, 32);
  const token: ConnectToken = {
    ...{ issuer: issuer.keyId, tokenId: fill(5, 16), accountId: fill(0, 16), serverId: identity.serverId },
    ...{ clientKey, issuedUnixS: nowUnixS, expiresUnixS: nowUnixS + 30, name: 'somebody', guest: true },
  };
  const ownKey = ownTokenKey(crypto, identity);
  const good = [issueToken(crypto, identity.signing, token), issueOwnToken(crypto, ownKey, token)];
  const poisoned = new Poisoned(1600);
  const { serverId } = identity;
  const expected = { issuers: [], ownIssuer: issuer, ownKey, serverId, clientKey, nowUnixS };
  return {
    name: 'connect token',
    weight: 2,
    corpus: good,
    run(input) {
      const [one, other] = poisoned
        .place(input)
        .map((buffer) => buffer.subarray(poisoned.at, poisoned.at + Math.min(input.length, 1600)));
      if (JSON.stringify(decodeToken(one!)) !== JSON.stringify(decodeToken(other!))) return true;
      const verdict = verifyToken(crypto, one!, expected);
      const isGood = good.some((one) => input.length === one.length && sameBytes(input, one, one.length));
      if (verdict.ok && !isGood) throw new Error('a token that nobody signed was accepted');
      return verifyToken(crypto, other!, expected).ok !== verdict.ok;
    },
  };
}
