// Most of the swarm's clients acknowledge what they do not read. The other side must see an ordinary client.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Connection, Received } from '#adapters/protocol/session/connection.js';
import { EndpointMemory } from '#adapters/protocol/session/endpoint-memory.js';
import { Channel } from '#adapters/protocol/session/packet-layout.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { UnreadSession } from '../../bench/server/unread-session.js';

const crypto = new SodiumCryptoSuite();
const keyTo = crypto.aeadKey(new Uint8Array(32).fill(1));
const keyFrom = crypto.aeadKey(new Uint8Array(32).fill(2));
const message = Uint8Array.of(0x10, 7, 8, 9);

function pair() {
  const heard: number[][] = [];
  const owner = {
    onConnectionMessage: (_slot: number, _channel: Channel, data: Uint8Array, at: number, length: number) => {
      heard.push([...data.subarray(at, at + length)]);
    },
    onConnectionPacketAcked: () => undefined,
    onConnectionPacketLost: () => undefined,
    onConnectionPacketFound: () => undefined,
  };
  const memory = new EndpointMemory({
    connectionsMax: 2,
    outgoingBlocks: 64,
    incomingBlocks: 64,
    messageBytesMax: 4096,
  });
  const make = () => new Connection(0, owner, crypto, memory);
  const [server, client] = [make(), make()];
  server.open(5, { send: keyFrom, receive: keyTo }, 0);
  client.open(5, { send: keyTo, receive: keyFrom }, 0);
  return { server, client, heard };
}

const out = new Uint8Array(2048);

function send(from: Connection, nowMs: number): number {
  from.beginPacket(out, 0, 100, nowMs);
  const at = from.outgoing.beginMessage(Channel.unreliable, 16);
  out.set(message, at);
  from.outgoing.endMessage(at + message.length);
  return from.finishPacket();
}

function sendUnread(session: UnreadSession, nowMs: number): number {
  const at = session.begin(out, 0, 16, nowMs);
  out.set(message, at);
  return session.finish(at + message.length);
}

describe('an unread session', () => {
  it('is heard, and acknowledges what arrived, whatever is lost', () => {
    const turns = fc.array(fc.record({ down: fc.boolean(), up: fc.boolean(), lost: fc.boolean() }), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(turns, (taken) => {
        const { server, client, heard } = pair();
        expect(server.receive(out, 0, send(client, 0), 0)).toBe(Received.ok);
        const session = new UnreadSession(client, crypto, keyTo);
        let [nowMs, sent, arrived] = [0, 1, 0];
        for (const { down, up, lost } of taken) {
          nowMs += 5;
          if (down) {
            send(server, nowMs);
            if (!lost) session.receive(out, 0, nowMs);
            if (!lost) arrived++;
          }
          if (up) expect(server.receive(out, 0, sendUnread(session, nowMs), nowMs)).toBe(Received.ok);
          if (up) sent++;
        }
        expect(heard).toEqual(Array.from({ length: sent }, () => [...message]));
        server.receive(out, 0, sendUnread(session, nowMs), nowMs);
        // An acknowledgement names the latest 33.
        if (taken.length <= 33) expect(server.sentPackets.acked).toBe(arrived);
      }),
    );
  });

  it('gives the connection back where it is', () => {
    const { server, client, heard } = pair();
    const session = new UnreadSession(client, crypto, keyTo);
    for (let i = 0; i < 300; i++) server.receive(out, 0, sendUnread(session, i), i);
    session.giveBack();
    expect(server.receive(out, 0, send(client, 300), 300)).toBe(Received.ok);
    expect(heard).toHaveLength(301);
  });
});
