// Signs connect tokens in the form that game servers read (SESSION.md, "Connect token").

import type { ConnectTokenClaims, ConnectTokenSigner } from '#ports/admin/tokens/connect-token-signer.js';
import type { CryptoSuite, KeyPair } from '#ports/network/crypto-suite.js';
import type { RandomSource } from '#ports/system/random-source.js';
import { hexOf } from '../protocol/session/bytes/bytes-compare.js';
import { issueToken } from '../protocol/session/tokens/issue-token.js';
import { issuerKeyId } from '../protocol/session/tokens/server-identity.js';

export class ProtocolTokenSigner implements ConnectTokenSigner {
  readonly publicKey: string;
  private readonly signing: KeyPair;
  private readonly issuer: Uint8Array;

  /** `seed`: 32 secret random bytes. */
  constructor(
    private readonly crypto: CryptoSuite,
    private readonly random: RandomSource,
    seed: Uint8Array,
  ) {
    this.signing = crypto.signingKeyPair(seed);
    this.issuer = issuerKeyId(crypto, this.signing.publicKey);
    this.publicKey = hexOf(this.signing.publicKey, 0, 32);
  }

  sign(claims: ConnectTokenClaims): Uint8Array {
    const tokenId = new Uint8Array(16);
    this.random.fill(tokenId);
    return issueToken(this.crypto, this.signing, {
      issuer: this.issuer,
      tokenId,
      accountId: bytesOfHex(claims.accountId.replaceAll('-', ''), 16),
      serverId: bytesOfHex(claims.serverId.replaceAll('-', ''), 16),
      clientKey: bytesOfHex(claims.clientKey, 32),
      issuedUnixS: claims.issuedUnixS,
      expiresUnixS: claims.expiresUnixS,
      name: claims.characterName,
      guest: false,
    });
  }
}

function bytesOfHex(hex: string, bytes: number): Uint8Array {
  const read = new Uint8Array(Buffer.from(hex, 'hex'));
  if (read.length !== bytes) throw new RangeError(`${bytes} bytes in hexadecimal are needed, not '${hex}'`);
  return read;
}
