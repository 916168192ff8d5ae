// A client written from STANDARD.md and SESSION.md alone, with nothing but Node's own cryptography: it joins a server,
// talks on the reliable channel both ways, and leaves. Uses none of the project's session code.

import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { protocolHash } from '#adapters/protocol/generated/packets.js';
import type { MemoryDatagramSocket } from '#adapters/memory/network/datagram-socket.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { chatBytes, numberOf, SessionLab } from './session-lab.js';

const hash = (...parts: Uint8Array[]): Buffer =>
  createHash('blake2s256').update(Buffer.concat(parts)).digest();
const hmac = (key: Uint8Array, ...parts: Uint8Array[]): Buffer =>
  createHmac('blake2s256', key).update(Buffer.concat(parts)).digest();

function hkdf(chainingKey: Uint8Array, input: Uint8Array): [Buffer, Buffer] {
  const temporary = hmac(chainingKey, input);
  const first = hmac(temporary, Buffer.of(1));
  return [first, hmac(temporary, first, Buffer.of(2))];
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64LE(BigInt(number), 4);
  return nonce;
}

function seal(key: Uint8Array, number: number, ad: Uint8Array, text: Uint8Array): Buffer {
  const cipher = createCipheriv('chacha20-poly1305', key, nonceOf(number), { authTagLength: 16 });
  cipher.setAAD(ad, { plaintextLength: text.length });
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function open(key: Uint8Array, number: number, ad: Uint8Array, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('chacha20-poly1305', key, nonceOf(number), { authTagLength: 16 });
  const text = sealed.subarray(0, -16);
  decipher.setAAD(ad, { plaintextLength: text.length });
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(text), decipher.final()]);
}

const rawKey = (key: KeyObject): Buffer => Buffer.from(key.export({ format: 'jwk' }).x!, 'base64url');
const publicKeyOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({
    key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  });

describe('a stranger with the documents', () => {
  let lab: SessionLab;
  let socket: MemoryDatagramSocket;
  let inbox: Buffer[];

  const send = (datagram: Uint8Array): void => {
    socket.outgoing.set(datagram, socket.claim());
    socket.commit(datagram.length, lab.serverAddress, 0);
    socket.flush();
  };
  const request = (message: Uint8Array): void =>
    send(Buffer.concat([message, Buffer.alloc(1200 - message.length)]));
  const receive = (): Buffer[] => {
    lab.run(5);
    lab.network.advanceTo(lab.clock.ms);
    socket.receive(
      { onDatagram: (data, at, length) => inbox.push(Buffer.from(data.slice(at, at + length))) },
      0,
    );
    return inbox.splice(0);
  };

  beforeEach(() => {
    lab = new SessionLab();
    socket = lab.network.open(addressOf('10.0.0.50', 5050));
    inbox = [];
  });

  it('joins, says something reliably, hears the server, and leaves', () => {
    const { privateKey, publicKey } = generateKeyPairSync('x25519');
    const clientKey = rawKey(publicKey);

    request(Buffer.concat([Buffer.of(0x01, 2), protocolHash, clientKey]));
    const [challenge] = receive();
    expect(challenge).toHaveLength(65);
    const [cookie, serverKey] = [challenge!.subarray(1, 33), challenge!.subarray(33, 65)];

    request(Buffer.concat([Buffer.of(0x03), clientKey, cookie, Buffer.of(8), Buffer.from('stranger')]));
    const [grant] = receive();
    expect(grant![0]).toBe(0x04);
    const token = grant!.subarray(35, 35 + grant!.readUInt16LE(33));

    // Noise NK, the initiator's side.
    let h = hash(Buffer.from('Noise_NK_25519_ChaChaPoly_BLAKE2s'));
    let chainingKey = h;
    h = hash(h, Buffer.concat([Buffer.from('tos-session'), Buffer.of(2), protocolHash]));
    h = hash(h, serverKey);
    h = hash(h, clientKey);
    let key: Buffer;
    [chainingKey, key] = hkdf(chainingKey, diffieHellman({ privateKey, publicKey: publicKeyOf(serverKey) }));
    const secret = Buffer.alloc(32, 9);
    const sealedToken = seal(key, 0, h, Buffer.concat([token, secret]));
    h = hash(h, sealedToken);
    const first = Buffer.concat([clientKey, sealedToken]);
    const length = Buffer.alloc(2);
    length.writeUInt16LE(first.length);
    request(Buffer.concat([Buffer.of(0x05), clientKey, cookie, length, first]));
    const [accept] = receive();
    expect(accept![0]).toBe(0x06);
    expect(accept!.subarray(1, 9)).toEqual(clientKey.subarray(0, 8));
    const second = accept!.subarray(10, 10 + accept![9]!);
    h = hash(h, second.subarray(0, 32));
    const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(second.subarray(0, 32)) });
    [chainingKey, key] = hkdf(chainingKey, shared);
    const parameters = open(key, 0, h, second.subarray(32));
    expect(parameters).toHaveLength(12);
    const connectionId = parameters.subarray(0, 4);
    const [sendKey, receiveKey] = hkdf(chainingKey, Buffer.alloc(0));

    const packet = (number: number, acknowledgement: Uint8Array, ...frames: Uint8Array[]): Buffer => {
      const header = Buffer.concat([Buffer.of(0x40), connectionId, Buffer.of(number & 255, number >> 8)]);
      return Buffer.concat([
        header,
        seal(sendKey, number, header, Buffer.concat([acknowledgement, ...frames])),
      ]);
    };
    const nothing = Buffer.of(0, 0, 0, 0, 0, 0, 255);
    const chat = chatBytes(4711);
    send(packet(1, nothing, Buffer.of(0x02, 0, 0, chat.length), chat));
    receive();
    // Its account, as the document has it: from BLAKE2s, with the bits of a UUID of version 8.
    const account = hash(Buffer.from('tos-guest-1'), secret).subarray(0, 16);
    account[6] = (account[6]! & 0x0f) | 0x80;
    account[8] = (account[8]! & 0x3f) | 0x80;
    expect(lab.log.opened).toMatchObject([
      { name: 'stranger', guest: true, accountId: account.toString('hex') },
    ]);
    expect(lab.log.messages.map(({ bytes }) => numberOf(bytes))).toEqual([4711]);

    lab.server.send(0, true, Uint8Array.of(0x46, 0x11, 0x02), 0, 3);
    const texts: Buffer[] = [];
    for (let wait = 0; wait < 20; wait++) {
      for (const sealed of receive()) {
        texts.push(open(receiveKey, sealed.readUInt16LE(5), sealed.subarray(0, 7), sealed.subarray(7)));
      }
    }
    const withMessage = texts.find((text) => text.length > 7)!;
    // It acknowledges our packet 1, and carries the reliable frame with sequence number 0.
    expect(withMessage.readUInt16LE(0)).toBe(1);
    expect([...withMessage.subarray(7)]).toEqual([0x02, 0, 0, 3, 0x46, 0x11, 0x02]);

    send(packet(2, Buffer.of(1, 0, 0, 0, 0, 0, 0), Buffer.of(0x00, 3, 0x08, 1, 0)));
    receive();
    expect(lab.log.closed).toEqual([{ sessionRow: 0, reason: 1 }]);
  });
});
