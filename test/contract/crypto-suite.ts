// What every CryptoSuite must do: the published vectors of RFC 7748, 8032 and 7693, and agreement with OpenSSL's cipher.
// RFC 8439's own AEAD vectors use nonces beyond 2^53, which the port leaves out; OpenSSL stands for them here.

import { createCipheriv } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

function opensslSeal(key: Uint8Array, nonce: number, ad: Uint8Array, text: Uint8Array): string {
  const iv = Buffer.alloc(12);
  iv.writeBigUInt64LE(BigInt(nonce), 4);
  const cipher = createCipheriv('chacha20-poly1305', key, iv, { authTagLength: 16 });
  cipher.setAAD(ad, { plaintextLength: text.length });
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('hex');
}

export function testCryptoSuite(name: string, make: () => CryptoSuite): void {
  describe(`crypto suite ${name}`, () => {
    let suite: CryptoSuite;
    beforeAll(() => {
      suite = make();
    });
    testCipher(() => suite);
    testCurves(() => suite);
    testHashes(() => suite);
  });
}

function testCipher(suite: () => CryptoSuite): void {
  it('seals in place as OpenSSL does, and opens again', () => {
    const integers = fc.oneof(
      fc.maxSafeNat(),
      fc.nat(70_000),
      fc.constantFrom(2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1),
    );
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        integers,
        fc.uint8Array({ maxLength: 64 }),
        fc.uint8Array({ maxLength: 2048 }),
        fc.nat(40),
        (keyBytes, nonce, ad, text, gap) => {
          const buffer = new Uint8Array(gap + ad.length + text.length + 16 + 5).fill(0xee);
          buffer.set(ad, gap);
          buffer.set(text, gap + ad.length);
          const textAt = gap + ad.length;
          const key = aeadKeyOf(keyBytes);
          suite().seal(key, 0, nonce, buffer, gap, ad.length, textAt, text.length);
          const sealed = buffer.slice(textAt, textAt + text.length + 16);
          expect(hex(sealed)).toBe(opensslSeal(keyBytes, nonce, ad, text));
          expect(hex(buffer.slice(textAt + text.length + 16))).toBe('eeeeeeeeee');
          expect(suite().open(key, 0, nonce, buffer, gap, ad.length, textAt, sealed.length)).toBe(true);
          expect(hex(buffer.slice(textAt, textAt + text.length))).toBe(hex(text));
          expect(hex(buffer.slice(0, gap))).toBe('ee'.repeat(gap));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('opens nothing when one bit, the nonce or the key differs', () => {
    const key = aeadKeyOf(new Uint8Array(32).fill(7));
    const sealed = new Uint8Array(7 + 20 + 16);
    suite().seal(key, 0, 5, sealed, 0, 7, 7, 20);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const forged = sealed.slice();
      forged[bit >> 3]! ^= 1 << (bit & 7);
      expect(suite().open(key, 0, 5, forged, 0, 7, 7, 36)).toBe(false);
    }
    expect(suite().open(key, 0, 6, sealed.slice(), 0, 7, 7, 36)).toBe(false);
    expect(suite().open(aeadKeyOf(new Uint8Array(32)), 0, 5, sealed.slice(), 0, 7, 7, 36)).toBe(false);
    expect(suite().open(key, 0, 5, sealed.slice(), 0, 7, 7, 36)).toBe(true);
  });

  it('refuses to open what is shorter than a tag, without throwing', () => {
    const key = aeadKeyOf(new Uint8Array(32));
    for (let length = -1; length < 16; length++) {
      expect(suite().open(key, 0, 1, new Uint8Array(64), 0, 7, 7, length)).toBe(false);
    }
  });

  it('takes a key from anywhere in an array, and none that is not all there', () => {
    const key = aeadKeyOf(Uint8Array.from({ length: 32 }, (_, i) => 7 * i + 200));
    const keys = new Int32Array(40).fill(-1);
    keys.set(key, 13);
    const [one, other] = [new Uint8Array(40), new Uint8Array(40)];
    suite().seal(key, 0, 1, one, 0, 0, 0, 24);
    suite().seal(keys, 13, 1, other, 0, 0, 0, 24);
    expect(hex(other)).toBe(hex(one));
    expect(suite().open(keys, 13, 1, other, 0, 0, 0, 40)).toBe(true);
    for (const at of [-1, 33, 40, 1e9, 0.5, NaN]) {
      expect(() => suite().seal(keys, at, 1, one, 0, 0, 0, 24)).toThrow(RangeError);
      expect(() => suite().open(keys, at, 1, one, 0, 0, 0, 40)).toThrow(RangeError);
    }
  });
}

function testCurves(suite: () => CryptoSuite): void {
  it('agrees on the secret of RFC 7748, section 6.1', () => {
    const alice = suite().keyPair(bytes(aliceSecret));
    const bob = suite().keyPair(bytes(bobSecret));
    expect(hex(alice.publicKey)).toBe('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
    expect(hex(bob.publicKey)).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
    const shared = '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742';
    expect(hex(suite().agree(alice.secretKey, bob.publicKey)!)).toBe(shared);
    expect(hex(suite().agree(bob.secretKey, alice.publicKey)!)).toBe(shared);
  });

  it('multiplies as the first vector of RFC 7748, section 5.2', () => {
    const scalar = bytes('a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4');
    const point = bytes('e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c');
    expect(hex(suite().agree(scalar, point)!)).toBe(
      'c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552',
    );
  });

  it('refuses public keys of low order', () => {
    const secret = new Uint8Array(32).fill(3);
    for (const point of [
      '00'.repeat(32),
      '01' + '00'.repeat(31),
      'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
      'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    ]) {
      expect(suite().agree(secret, bytes(point))).toBeUndefined();
    }
  });

  it('signs as RFC 8032, section 7.1', () => {
    for (const [seed, publicKey, message, signature] of ed25519Vectors) {
      const pair = suite().signingKeyPair(bytes(seed!));
      expect(hex(pair.publicKey)).toBe(publicKey);
      expect(hex(suite().sign(pair.secretKey, bytes(message!)))).toBe(signature);
      expect(suite().verify(pair.publicKey, bytes(message!), bytes(signature!))).toBe(true);
    }
  });

  it('verifies no signature that was changed, cut or made by another', () => {
    const pair = suite().signingKeyPair(new Uint8Array(32).fill(1));
    const other = suite().signingKeyPair(new Uint8Array(32).fill(2));
    const message = new Uint8Array(150).fill(5);
    const signature = suite().sign(pair.secretKey, message);
    expect(suite().verify(other.publicKey, message, signature)).toBe(false);
    expect(suite().verify(pair.publicKey, message.slice(1), signature)).toBe(false);
    expect(suite().verify(pair.publicKey, message, signature.slice(1))).toBe(false);
    expect(suite().verify(new Uint8Array(32).fill(0xff), message, signature)).toBe(false);
    for (let at = 0; at < 64; at++) {
      const forged = signature.slice();
      forged[at]! ^= 0x10;
      expect(suite().verify(pair.publicKey, message, forged)).toBe(false);
    }
  });
}

function testHashes(suite: () => CryptoSuite): void {
  it('hashes as RFC 7693, appendix B', () => {
    expect(hex(suite().hash(new Uint8Array([0x61, 0x62, 0x63])))).toBe(
      '508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982',
    );
  });

  it('authenticates as HMAC is built from the hash', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.uint8Array({ maxLength: 200 }), (key, data) => {
        const inner = new Uint8Array(64).fill(0x36);
        const outer = new Uint8Array(64).fill(0x5c);
        key.forEach((byte, index) => {
          inner[index]! ^= byte;
          outer[index]! ^= byte;
        });
        const hash = (...parts: Uint8Array[]): Uint8Array =>
          suite().hash(new Uint8Array(Buffer.concat(parts)));
        expect(hex(suite().hmac(key, data))).toBe(hex(hash(outer, hash(inner, data))));
      }),
      { numRuns: 50 },
    );
  });
}

const aliceSecret = '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a';
const bobSecret = '5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb';

const ed25519Vectors = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;
