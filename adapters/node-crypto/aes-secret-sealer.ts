// Secrets sealed with AES-256-GCM: `1.<key's id>.<nonce, text, tag in base64url>`. Whose a secret is stands in the tag, so
// that one account's cannot be put in another's place. Nonces are random: a key may seal 2^32 of them, and seals a few
// hundred (NIST SP 800-38D, section 8.3).

import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { SecretSealer } from '#ports/admin/sign-in/secret-sealer.js';

const nonceBytes = 12;
const tagBytes = 16;
const cipher = 'aes-256-gcm';

export class AesSecretSealer implements SecretSealer {
  readonly #key: Buffer;
  /** Tells nothing of the key. */
  readonly #keyId: string;

  /** 32 random bytes. */
  constructor(key: Uint8Array) {
    this.#key = Buffer.from(hkdfSync('sha256', key, '', 'tos-sealed-secrets-1', 32));
    this.#keyId = createHash('sha256').update('tos-sealing-key-id-1').update(key).digest('hex').slice(0, 16);
  }

  seal(secret: string, owner: string): string {
    const nonce = randomBytes(nonceBytes);
    const sealing = createCipheriv(cipher, this.#key, nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([
      nonce,
      sealing.update(secret, 'utf8'),
      sealing.final(),
      sealing.getAuthTag(),
    ]);
    return `1.${this.#keyId}.${sealed.toString('base64url')}`;
  }

  open(sealed: string, owner: string): string | undefined {
    const [version, keyId, text] = sealed.split('.');
    if (version !== '1' || keyId !== this.#keyId || text === undefined) return undefined;
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length < nonceBytes + tagBytes) return undefined;
    const opening = createDecipheriv(cipher, this.#key, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    });
    opening.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-tagBytes));
    const opened = opening.update(bytes.subarray(nonceBytes, -tagBytes));
    try {
      return Buffer.concat([opened, opening.final()]).toString('utf8');
    } catch {
      // The tag does not fit: said by the answer.
      return undefined;
    }
  }
}
