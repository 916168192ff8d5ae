// Sealed packets made by hand, in one session whose keys are bytes that are all alike.

import { keyLogLine } from '#adapters/protocol/session/crypto/key-log.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { type AeadKey, aeadKeyOf } from '#ports/network/aead-key.js';
import { addressOf } from '#ports/network/datagram-address.js';
import type { Datagram } from './capture.js';

const crypto = new SodiumCryptoSuite();
export const key = (byte: number): AeadKey => aeadKeyOf(new Uint8Array(32).fill(byte));
const [client, server] = [addressOf('10.0.0.2', 40_000), addressOf('10.0.0.1', 7777)];
export const id = 0x03010002;
export const keyLog = keyLogLine(id, key(1), key(2));

export const toServer = (bytes: Uint8Array): Datagram => ({ atMs: 0, from: client, to: server, bytes });
export const fromServer = (bytes: Uint8Array): Datagram => ({ atMs: 0, from: server, to: client, bytes });

export function sealed(number: number, keyByte: number, frames: Uint8Array, phase = 0): Uint8Array {
  const datagram = new Uint8Array(7 + 7 + frames.length + 16);
  const view = new DataView(datagram.buffer);
  view.setUint8(0, 0x40 | phase);
  view.setUint32(1, id, true);
  view.setUint16(5, number % 65_536, true);
  datagram.set(frames, 14);
  crypto.seal(key(keyByte), 0, number, datagram, 0, 7, 7, 7 + frames.length);
  return datagram;
}

export function frameOf(message: Uint8Array): Uint8Array {
  const length =
    message.length < 128 ? [message.length] : [(message.length & 0x7f) | 0x80, message.length >>> 7];
  return Uint8Array.of(0, ...length, ...message);
}
