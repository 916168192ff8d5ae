// Secrets: their form, and that no two are alike.

import { describe, expect, it } from '@jest/globals';
import { NodeCredentialMint } from '#adapters/node-crypto/credential-mint.js';

const mint = new NodeCredentialMint();

describe('the credential mint', () => {
  it('makes tokens of 256 bits behind their prefix', () => {
    expect(mint.token('tos_ses_')).toMatch(/^tos_ses_[A-Za-z0-9_-]{43}$/);
  });

  it('makes passwords without letters that look alike', () => {
    expect(mint.password()).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){4}[0-9a-hjkmnp-tv-z]{4}$/);
  });

  it('repeats nothing', () => {
    const made = Array.from({ length: 200 }, () => [mint.token(''), mint.password(), mint.uuid()]).flat();
    expect(new Set(made).size).toBe(600);
  });

  it('digests as SHA-256', () => {
    expect(mint.digest('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
