// Secrets from the operating system's generator.

import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { CredentialMint } from '#ports/admin/sign-in/credential-mint.js';

/** Crockford's base 32 in lower case: no i, l, o, u, so that nothing is mistaken for 1 or 0. */
const letters = '0123456789abcdefghjkmnpqrstvwxyz';
const groups = 5;
const lettersPerGroup = 4;

if (groups * lettersPerGroup * Math.log2(letters.length) < 100) throw new Error('the port promises 100 bits');

export class NodeCredentialMint implements CredentialMint {
  uuid(): string {
    return randomUUID();
  }

  token(prefix: string): string {
    return prefix + randomBytes(32).toString('base64url');
  }

  password(): string {
    return Array.from({ length: groups }, () =>
      Array.from({ length: lettersPerGroup }, () => letters[randomInt(letters.length)]).join(''),
    ).join('-');
  }

  digest(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
