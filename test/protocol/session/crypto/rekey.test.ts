// Keys are replaced while a session lasts: by count and by time, in both directions, whatever the network does.

import { describe, expect, it } from '@jest/globals';
import { Received } from '#adapters/protocol/session/connection/packet-receiver.js';
import { Queued } from '#adapters/protocol/session/delivery/outgoing-messages.js';
import { keepAliveId } from '#adapters/protocol/generated/handshake.js';
import { nextKey, ReceivingKeys, SendingKey } from '#adapters/protocol/session/crypto/key-phases.js';
import { type AeadKey, aeadKeyOf, bytesOfAeadKey } from '#ports/network/aead-key.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { ConnectionPair, numbered, numberIn } from '../connection-pair.js';
import { chatBytes, crypto, SeededRandom, SessionLab } from '../session-lab.js';

const often = { packets: 40, ms: 600_000 };
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Fails when one key seals two different texts under one number. */
class WatchedSuite extends SodiumCryptoSuite {
  readonly sealed = new Map<string, string>();
  readonly keys = new Set<string>();

  override seal(...call: Parameters<CryptoSuite['seal']>): void {
    const [keys, keyAt, nonce, buffer, adAt, adLength, textAt, textLength] = call;
    const key = hex(bytesOfAeadKey(keys.slice(keyAt, keyAt + 8)));
    const name = `${key} ${nonce}`;
    const what =
      hex(buffer.subarray(adAt, adAt + adLength)) + hex(buffer.subarray(textAt, textAt + textLength));
    const before = this.sealed.get(name);
    if (before !== undefined && before !== what) throw new Error(`nonce ${nonce} was used twice`);
    this.sealed.set(name, what);
    this.keys.add(key);
    super.seal(...call);
  }
}

describe('rekeying', () => {
  it.each([
    [1, {}],
    [2, { lossRatio: 0.2, delayMs: 50, reorderRatio: 0.3, reorderMs: 60 }],
    [3, { lossRatio: 0.25, duplicateRatio: 0.25, delayMs: 150, jitterMs: 200 }],
  ])('link %i: messages arrive once and in order while keys are replaced all the time', (seed, link) => {
    const suite = new WatchedSuite();
    const pair = new ConnectionPair(link, seed, 4096, 65_000, { suite, rekey: often });
    const next = [0, 0];
    pair.run(60_000, () => {
      [pair.a, pair.b].forEach((peer, side) => {
        if (next[side]! < 400 && peer.enqueue(numbered(next[side]!)) === Queued.ok) next[side]!++;
      });
      if (next[0]! < 400) pair.a.sendPacket(numbered(next[0]!), 1);
    });
    for (const peer of [pair.a, pair.b]) {
      const reliable = peer.messages.filter(({ channel }) => channel === 2);
      expect(reliable.map(({ bytes }) => numberIn(bytes))).toEqual(Array.from({ length: 400 }, (_u, i) => i));
      expect(peer.results).not.toContain(Received.malformed);
      expect(peer.rekeyed).toBeGreaterThan(8);
    }
    expect(suite.keys.size).toBeGreaterThan(10);
  });

  it('only what left the replay window is ever taken for not authentic', () => {
    const link = { delayMs: 20, reorderRatio: 0.3, reorderMs: 80, duplicateRatio: 0.2 };
    const pair = new ConnectionPair(link, 9, 4096, 65_000, { rekey: often });
    pair.run(5000, () => pair.a.sendPacket(numbered(1)));
    expect(pair.b.results).not.toContain(Received.unauthentic);
    expect(pair.b.rekeyed).toBeGreaterThan(10);
  });

  it('a key is replaced by time too, and each side counts for itself', () => {
    const pair = new ConnectionPair({}, 1, 4096, 65_000, { rekey: { packets: 1e9, ms: 10_000 } });
    pair.run(35_000);
    // Three of its own and three of the other side's.
    expect([pair.a.rekeyed, pair.b.rekeyed]).toEqual([6, 6]);
  });

  it('packets under way at the switch open in any order, forged ones of either phase change nothing', () => {
    const pair = new ConnectionPair({}, 1, 4096, 65_000, { rekey: { packets: 3, ms: 600_000 } });
    pair.a.sendPacket(numbered(0));
    pair.receive(pair.b);
    pair.b.sendPacket();
    pair.receive(pair.a);
    pair.a.keepSent = true;
    pair.a.socket.conditions.lossRatio = 1;
    for (let number = 1; number < 8; number++) pair.a.sendPacket(numbered(number));
    const { sent } = pair.a;
    expect(sent.map((packet) => packet[0])).toEqual([0x40, 0x40, 0x41, 0x41, 0x41, 0x41, 0x41]);
    const give = (packet: Uint8Array): Received =>
      pair.b.connection.receive(packet.slice(), 0, packet.length, pair.nowMs);
    for (const packet of sent) {
      for (const at of [0, 5, 9, packet.length - 1]) {
        const forged = packet.slice();
        forged[at]! ^= 1;
        expect(give(forged)).toBe(Received.unauthentic);
      }
    }
    for (const index of [5, 0, 3, 6, 1, 2, 4]) expect(give(sent[index]!)).toBe(Received.ok);
    expect(pair.b.messages.map(({ bytes }) => numberIn(bytes)).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('a sender does not replace its key again before the other side has acknowledged the last', () => {
    const sending = new SendingKey(crypto, { packets: 10, ms: 600_000 });
    sending.open(aeadKeyOf(new Uint8Array(32)), 0);
    expect(sending.advance(11, 0, 0)).toBe(false);
    expect(sending.advance(11, 1, 0)).toBe(true);
    expect(sending.advance(30, 10, 0)).toBe(false);
    expect(sending.advance(31, 11, 0)).toBe(true);
    expect(sending.phase).toBe(0);
  });

  it('an old key is forgotten once its packets are past the replay window', () => {
    const receiving = new ReceivingKeys(crypto);
    receiving.open(aeadKeyOf(new Uint8Array(32)));
    receiving.find(1, 50);
    expect(receiving.accept(1, 50)).toBe(true);
    expect(receiving.find(0, 49)).toBeDefined();
    expect(receiving.accept(1, 50 + 1024)).toBe(false);
    expect(receiving.find(0, 49)).toBeUndefined();
  });

  it('the next key does not lead back', () => {
    const first = aeadKeyOf(new Uint8Array(32).fill(7));
    const second = nextKey(crypto, first);
    expect(second).not.toEqual(first);
    expect(nextKey(crypto, second)).not.toEqual(first);
  });

  it('no nonce is ever reused, across restart and rekey too', () => {
    const suite = new WatchedSuite();
    const lines: AeadKey[] = [];
    const keyLog = (_id: number, ...keys: AeadKey[]): void => void lines.push(...keys);
    for (let start = 0; start < 3; start++) {
      // The identity stays, randomness never repeats.
      const random = new SeededRandom(1000 + start);
      const lab = new SessionLab({ lossRatio: 0.1 }, { crypto: suite, random, rekey: often, keyLog }, start);
      for (let client = 0; client < 3; client++) {
        lab.join(undefined, { crypto: suite, options: { rekey: often, random } });
      }
      lab.run(6000, 5, () => {
        for (const { session } of lab.clients) session.send(false, Uint8Array.of(keepAliveId), 0, 1);
        for (const { sessionRow } of lab.log.opened) lab.server.send(sessionRow, true, chatBytes(1), 0, 20);
      });
      expect(lab.server.counters.rekeys).toBeGreaterThan(20);
    }
    const logged = new Set(lines.map((key) => hex(bytesOfAeadKey(key))));
    for (const key of suite.sealed.keys()) {
      const [name, nonce] = key.split(' ');
      // Number 0 is the handshake's.
      if (nonce !== '0') expect(logged.has(name!)).toBe(true);
    }
  });
});
