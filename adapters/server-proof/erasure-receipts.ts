// By what a game server knows again whom it erased, though its game file was put back to an earlier time: a MAC under its own
// long-lived key, which lies beside the file and not in it. The admin API keeps these receipts and can make none, nor can
// anybody with the server's token: nobody orders an erasure in this way that this server has not done once.

import { timingSafeEqual } from 'node:crypto';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';

const label = 'tos-erasure-receipt-1\n';

type Erasure = Omit<ErasedCharacter, 'receipt'>;

export class ErasureReceipts {
  readonly #key: Uint8Array;

  /** `staticSecretKey` is X25519, 32 bytes: another key gives other receipts, and those of before are nobody's. */
  constructor(
    private readonly crypto: Pick<CryptoSuite, 'hmac'>,
    private readonly server: { readonly serverId: string; readonly staticSecretKey: Uint8Array },
  ) {
    this.#key = crypto.hmac(server.staticSecretKey, bytesOf(label));
  }

  /** 64 hexadecimal digits. */
  of({ characterId, createdAtUnixMs }: Erasure): string {
    const erasure = `${this.server.serverId.toLowerCase()} ${characterId} ${createdAtUnixMs}`;
    return Buffer.from(this.crypto.hmac(this.#key, bytesOf(erasure))).toString('hex');
  }

  isOwn({ receipt, ...erasure }: ErasedCharacter): boolean {
    if (receipt === undefined || !/^[0-9a-f]{64}$/.test(receipt)) return false;
    return timingSafeEqual(Buffer.from(receipt, 'hex'), Buffer.from(this.of(erasure), 'hex'));
  }
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}
