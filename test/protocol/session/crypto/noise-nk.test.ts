// Noise NK against the published vector for Noise_NK_25519_ChaChaPoly_BLAKE2s (cacophony, public domain), on both suites.

import { describe, expect, it } from '@jest/globals';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { NoiseInitiator, NoiseResponder } from '#adapters/protocol/session/crypto/noise-nk.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

const prologue = bytes('4a6f686e2047616c74');
const clientEphemeral = bytes('893e28b9dc6ca8d611ab664754b8ceb7bac5117349a4439a6b0569da977c464a');
const serverKey = bytes('31e0303fd6418d2f8c0e78b91f22e8caed0fbe48656dcf4767e4834f701b8f62');
const serverSecret = bytes('4a3acbfdb163dec651dfa3194dece676d437029c62a408b4c5ea9114246e4893');
const serverEphemeral = bytes('bbdb4cdbd309f1a1f2e1456967fe288cadd6f712d65dc7b7793d5e63da6b375b');
const messages = [
  [
    '4c756477696720766f6e204d69736573',
    'ca35def5ae56cec33dc2036731ab14896bc4c75dbb07a61f879f8e3afa4c794454ae7612d1724af42adb130160a9a94e67b5b169b4e00c189f6467cd17eb7cad',
  ],
  [
    '4d757272617920526f746862617264',
    '95ebc60d2b1fa672c1f46a8aa265ef51bfe38e7ccb39ec5be34069f144808843986a5c929337e337ac8b4a074af12ab9f76318a5f18c8b599a443af07383ce',
  ],
  ['462e20412e20486179656b', '550027c7a5d450017bcb5e12b8253b1c53fd2213aeda84891d5f95'],
  ['4361726c204d656e676572', 'dfbce0c38210ccee35e830aca9dd8b8b3997b933e75bfc8864b759'],
] as const;

describe.each([
  ['sodium', new SodiumCryptoSuite()],
  ['noble', new NobleCryptoSuite()],
] as const)('noise NK with %s', (_name, crypto) => {
  it('gives the bytes of the published vector', () => {
    const identity = crypto.keyPair(serverSecret);
    expect(hex(identity.publicKey)).toBe(hex(serverKey));
    const client = new NoiseInitiator(crypto, prologue, crypto.keyPair(clientEphemeral), serverKey);
    const server = new NoiseResponder(crypto, prologue, identity);

    const first = client.writeFirst(bytes(messages[0][0]))!;
    expect(hex(first)).toBe(messages[0][1]);
    expect(hex(server.readFirst(first)!)).toBe(messages[0][0]);

    const second = server.writeSecond(crypto.keyPair(serverEphemeral), bytes(messages[1][0]))!;
    expect(hex(second.message)).toBe(messages[1][1]);
    const opened = client.readSecond(second.message)!;
    expect(hex(opened.payload)).toBe(messages[1][0]);

    // Transport messages of the vector: the initiator sends first, each direction counts from 0.
    for (const [index, key] of [opened.keys.send, second.keys.send].entries()) {
      const payload = bytes(messages[index + 2]![0]);
      const buffer = new Uint8Array(payload.length + 16);
      buffer.set(payload);
      crypto.seal(key, 0, 0, buffer, 0, 0, 0, payload.length);
      expect(hex(buffer)).toBe(messages[index + 2]![1]);
    }
    expect(opened.keys.receive).toEqual(second.keys.send);
    expect(opened.keys.send).toEqual(second.keys.receive);
  });

  it('a changed message opens nothing, and the true one still does afterwards', () => {
    const identity = crypto.keyPair(serverSecret);
    const client = new NoiseInitiator(crypto, prologue, crypto.keyPair(clientEphemeral), serverKey);
    const first = client.writeFirst(new Uint8Array(10))!;
    for (let at = 0; at < first.length; at++) {
      const forged = first.slice();
      forged[at]! ^= 1;
      expect(new NoiseResponder(crypto, prologue, identity).readFirst(forged)).toBeUndefined();
    }
    const server = new NoiseResponder(crypto, prologue, identity);
    expect(server.readFirst(first)).toBeDefined();
    const { message } = server.writeSecond(crypto.keyPair(serverEphemeral), new Uint8Array(3))!;
    for (let at = 0; at < message.length; at++) {
      const forged = message.slice();
      forged[at]! ^= 1;
      expect(client.readSecond(forged)).toBeUndefined();
    }
    expect(client.readSecond(message)).toBeDefined();
  });

  it('another prologue or another server key does not fit', () => {
    const ephemeral = crypto.keyPair(clientEphemeral);
    const identity = crypto.keyPair(serverSecret);
    const other = crypto.keyPair(serverEphemeral);
    const first = new NoiseInitiator(crypto, prologue, ephemeral, serverKey).writeFirst(new Uint8Array(4))!;
    expect(new NoiseResponder(crypto, bytes('00'), identity).readFirst(first)).toBeUndefined();
    expect(new NoiseResponder(crypto, prologue, other).readFirst(first)).toBeUndefined();
    expect(
      new NoiseInitiator(crypto, prologue, ephemeral, new Uint8Array(32)).writeFirst(first),
    ).toBeUndefined();
  });
});
