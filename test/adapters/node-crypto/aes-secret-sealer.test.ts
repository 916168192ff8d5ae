// Sealed secrets: opened by their key and for their owner, and by nobody else.

import { describe, expect, it } from '@jest/globals';
import { AesSecretSealer } from '#adapters/node-crypto/aes-secret-sealer.js';

const sealer = new AesSecretSealer(new Uint8Array(32).fill(1));

describe('a sealed secret', () => {
  it('is opened for its owner, and shows nothing of itself', () => {
    const sealed = sealer.seal('JBSWY3DPEHPK3PXP', 'ann');
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(sealer.open(sealed, 'ann')).toBe('JBSWY3DPEHPK3PXP');
    expect(sealer.seal('JBSWY3DPEHPK3PXP', 'ann')).not.toBe(sealed);
  });

  it('is not opened for another owner, nor with another key', () => {
    const sealed = sealer.seal('a secret', 'ann');
    expect(sealer.open(sealed, 'bob')).toBeUndefined();
    expect(new AesSecretSealer(new Uint8Array(32).fill(2)).open(sealed, 'ann')).toBeUndefined();
  });

  it('is not opened when any bit of it was changed, or it was cut', () => {
    const sealed = sealer.seal('a secret', 'ann');
    const [version, keyId, text] = sealed.split('.');
    const bytes = Buffer.from(text!, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(sealer.open(`${version}.${keyId}.${changed.toString('base64url')}`, 'ann')).toBeUndefined();
    }
    for (let length = 0; length < bytes.length; length++) {
      const cut = bytes.subarray(0, length).toString('base64url');
      expect(sealer.open(`${version}.${keyId}.${cut}`, 'ann')).toBeUndefined();
    }
    for (const odd of ['', '1', '1.', `2.${keyId}.${text}`, `${version}.${keyId}`, 'a secret'])
      expect(sealer.open(odd, 'ann')).toBeUndefined();
  });
});
