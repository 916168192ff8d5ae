// What every DatagramSocket does, whatever moves the datagrams. The tests use loopback or memory, where nothing is lost
// as long as no buffer overflows.

import { describe, expect, it } from '@jest/globals';
import { addressOf, addressText } from '#ports/network/datagram-address.js';
import {
  addressBytes,
  type DatagramReceiver,
  type DatagramSocket,
  slotBytes,
} from '#ports/network/datagram-socket.js';

/** Where a suite's sockets live. */
export interface DatagramWorld {
  /** On a free port of `host`. */
  open(host: string): Promise<DatagramSocket>;
  /** Hosts at which a socket can be opened and reached. */
  readonly hosts: readonly string[];
  /** Lets the system do what it does between two turns. */
  turn(): Promise<void>;
  /** Sends one datagram longer than a slot, where that is possible. */
  sendOversized?(to: { host: string; port: number }): Promise<void>;
  /** A host that takes IPv4 and IPv6, where the world has one, and the IPv4 host by which it is reached. */
  readonly dualStack?: { readonly open: string; readonly reach: string };
}

interface Received {
  readonly bytes: Uint8Array;
  readonly from: Uint8Array;
}

class Inbox implements DatagramReceiver {
  readonly all: Received[] = [];

  onDatagram(buffer: Uint8Array, at: number, length: number, address: Uint8Array, addressAt: number): void {
    this.all.push({
      bytes: buffer.slice(at, at + length),
      from: address.slice(addressAt, addressAt + addressBytes),
    });
  }
}

export function sendTo(socket: DatagramSocket, bytes: Uint8Array, to: Uint8Array): boolean {
  const at = socket.claim();
  if (at < 0) return false;
  socket.outgoing.set(bytes, at);
  socket.commit(bytes.length, to, 0);
  return true;
}

const patienceMs = 5000;

/** Receives until `inbox` holds `count` datagrams or patience ends. */
async function receiveUntil(world: DatagramWorld, socket: DatagramSocket, inbox: Inbox, count: number) {
  const end = performance.now() + patienceMs;
  while (inbox.all.length < count && performance.now() < end) {
    socket.receive(inbox, 5);
    await world.turn();
  }
}

/** Turns until nothing has come for some time. */
async function quiet(world: DatagramWorld, socket: DatagramSocket, inbox: DatagramReceiver) {
  for (let idle = 0; idle < 10; idle++) {
    await world.turn();
    if (socket.receive(inbox, 2) > 0) idle = 0;
  }
}

/** `length` bytes that tell which datagram they are. */
function pattern(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 7 + (seed >> 8)) & 255);
}

export function testDatagramSocket(name: string, make: () => Promise<DatagramWorld>): void {
  describe(`datagram socket: ${name}`, () => {
    async function withPair(
      host: string,
      body: (a: DatagramSocket, b: DatagramSocket, world: DatagramWorld) => Promise<void>,
    ): Promise<void> {
      const world = await make();
      const a = await world.open(host);
      const b = await world.open(host);
      try {
        await body(a, b, world);
      } finally {
        await a.close();
        await b.close();
      }
    }

    it('a datagram arrives as it was sent and can be answered at its sender, over every kind of address', async () => {
      for (const host of (await make()).hosts) {
        await withPair(host, async (a, b, world) => {
          const atB = new Inbox();
          const atA = new Inbox();
          sendTo(a, pattern(64, 1), addressOf(host, b.localPort));
          a.flush();
          await receiveUntil(world, b, atB, 1);
          expect(atB.all[0]?.bytes).toEqual(pattern(64, 1));
          expect(addressText(atB.all[0]!.from, 0)).toBe(addressText(addressOf(host, a.localPort), 0));

          sendTo(b, pattern(32, 2), atB.all[0]!.from);
          b.flush();
          await receiveUntil(world, a, atA, 1);
          expect(atA.all[0]?.bytes).toEqual(pattern(32, 2));
          expect(addressText(atA.all[0]!.from, 0)).toBe(addressText(addressOf(host, b.localPort), 0));
        });
      }
    });

    it('every size from nothing to an Ethernet frame arrives whole', async () => {
      await withPair('127.0.0.1', async (a, b, world) => {
        const inbox = new Inbox();
        const to = addressOf('127.0.0.1', b.localPort);
        for (let size = 0; size <= 1472; size++) {
          expect(sendTo(a, pattern(size, size), to)).toBe(true);
          if (size % 50 !== 0 && size !== 1472) continue;
          a.flush();
          await receiveUntil(world, b, inbox, size + 1);
        }
        expect(inbox.all.map(({ bytes }) => bytes.length)).toEqual(Array.from({ length: 1473 }, (_, i) => i));
        const wrong = inbox.all.filter(({ bytes }, size) => !Buffer.from(bytes).equals(pattern(size, size)));
        expect(wrong).toEqual([]);
        expect(b.counters).toMatchObject({ packetsIn: 1473, bytesIn: (1472 * 1473) / 2, truncated: 0 });
        await world.turn();
        expect(a.counters).toMatchObject({ packetsOut: 1473, bytesOut: (1472 * 1473) / 2, sendDropped: 0 });
      });
    });

    it('the datagrams of one sender keep their order, in batches of any size', async () => {
      await withPair('127.0.0.1', async (a, b, world) => {
        const inbox = new Inbox();
        const to = addressOf('127.0.0.1', b.localPort);
        let sent = 0;
        for (const burst of [1, 63, 64, 65, 127, 128, 129, 300]) {
          for (let i = 0; i < burst; i++, sent++) sendTo(a, Uint8Array.of(sent >> 8, sent & 255), to);
          a.flush();
          await receiveUntil(world, b, inbox, sent);
        }
        expect(inbox.all.map(({ bytes }) => (bytes[0]! << 8) | bytes[1]!)).toEqual(
          Array.from({ length: sent }, (_, i) => i),
        );
      });
    });

    it('what is claimed but not committed is never sent, and its slot is not lost', async () => {
      await withPair('127.0.0.1', async (a, b, world) => {
        const inbox = new Inbox();
        const first = a.claim();
        const others = Array.from({ length: 10_000 }, () => a.claim()).filter((slot) => slot !== first);
        expect(others).toEqual([]);
        a.outgoing.fill(9, first, first + 8);
        a.flush();
        sendTo(a, Uint8Array.of(1, 2, 3), addressOf('127.0.0.1', b.localPort));
        a.flush();
        await receiveUntil(world, b, inbox, 1);
        await quiet(world, b, inbox);
        expect(inbox.all.map(({ bytes }) => [...bytes])).toEqual([[1, 2, 3]]);
      });
    });

    it('a commit without a claim, or of more than a slot, is a mistake of the caller', async () => {
      await withPair('127.0.0.1', async (a, b) => {
        const to = addressOf('127.0.0.1', b.localPort);
        expect(() => a.commit(1, to, 0)).toThrow(RangeError);
        a.claim();
        expect(() => a.commit(slotBytes + 1, to, 0)).toThrow(RangeError);
        a.claim();
        expect(() => a.commit(-1, to, 0)).toThrow(RangeError);
      });
    });

    it('a receiver may write what it was given and answer from within', async () => {
      await withPair('127.0.0.1', async (a, b, world) => {
        const inbox = new Inbox();
        const echo: DatagramReceiver = {
          onDatagram(buffer, at, length, address, addressAt) {
            for (let i = 0; i < length; i++) buffer[at + i] = buffer[at + i]! ^ 255;
            const to = b.claim();
            b.outgoing.set(buffer.subarray(at, at + length), to);
            b.commit(length, address, addressAt);
          },
        };
        for (let i = 0; i < 100; i++) sendTo(a, Uint8Array.of(i), addressOf('127.0.0.1', b.localPort));
        a.flush();
        for (let got = 0, turns = 0; got < 100 && turns < 500; turns++) {
          got += b.receive(echo, 5);
          b.flush();
          await world.turn();
        }
        await receiveUntil(world, a, inbox, 100);
        expect(inbox.all.map(({ bytes }) => bytes[0]! ^ 255)).toEqual(
          Array.from({ length: 100 }, (_, i) => i),
        );
      });
    });

    it('sending to a port where nobody listens does not keep anything else from arriving', async () => {
      await withPair('127.0.0.1', async (a, b, world) => {
        const inbox = new Inbox();
        const gone = await world.open('127.0.0.1');
        const nobody = addressOf('127.0.0.1', gone.localPort);
        await gone.close();
        for (let i = 0; i < 200; i++) {
          sendTo(a, Uint8Array.of(i), nobody);
          sendTo(a, Uint8Array.of(i), addressOf('127.0.0.1', b.localPort));
          sendTo(b, Uint8Array.of(i), addressOf('127.0.0.1', a.localPort));
          a.flush();
          b.flush();
          await world.turn();
        }
        await receiveUntil(world, a, inbox, 200);
        expect(inbox.all).toHaveLength(200);
        await receiveUntil(world, b, inbox, 400);
        expect(inbox.all).toHaveLength(400);
      });
    });

    it('100,000 sends leave every slot free', async () => {
      await withPair('127.0.0.1', async (a, b, world) => {
        const to = addressOf('127.0.0.1', b.localPort);
        let got = 0;
        const count = {
          onDatagram: () => {
            got++;
          },
        };
        const byte = Uint8Array.of(1);
        let refused = 0;
        for (let sent = 0; sent < 100_000;) {
          for (let i = 0; i < 100; i++, sent++) if (!sendTo(a, byte, to)) refused++;
          a.flush();
          for (let turns = 0; got < sent && turns < 1000; turns++) {
            b.receive(count, 1);
            await world.turn();
          }
        }
        expect(refused).toBe(0);
        expect(a.counters).toMatchObject({
          packetsOut: 100_000,
          bytesOut: 100_000,
          sendDropped: 0,
          errors: 0,
        });
        expect(got).toBe(100_000);
      });
    });

    it('a closed socket receives and sends nothing, and may be closed again', async () => {
      await withPair('127.0.0.1', async (a, b, world) => {
        const inbox = new Inbox();
        sendTo(a, Uint8Array.of(7), addressOf('127.0.0.1', b.localPort));
        await a.close();
        await a.close();
        expect(a.claim()).toBe(-1);
        expect(a.receive(inbox, 5)).toBe(0);
        a.flush();
        await receiveUntil(world, b, inbox, 1);
        expect(inbox.all.map(({ bytes }) => [...bytes])).toEqual([[7]]);
      });
    });

    it('a datagram longer than a slot is dropped and counted, the next one arrives', async () => {
      await withPair('127.0.0.1', async (a, b, world) => {
        if (!world.sendOversized) return;
        const inbox = new Inbox();
        await world.sendOversized({ host: '127.0.0.1', port: b.localPort });
        sendTo(a, Uint8Array.of(5), addressOf('127.0.0.1', b.localPort));
        a.flush();
        await receiveUntil(world, b, inbox, 1);
        expect(inbox.all.map(({ bytes }) => [...bytes])).toEqual([[5]]);
        expect(b.counters.truncated).toBe(1);
      });
    });

    it('a socket for both families sees IPv4 senders in mapped form and answers them', async () => {
      const world = await make();
      if (!world.dualStack) return;
      const server = await world.open(world.dualStack.open);
      const client = await world.open(world.dualStack.reach);
      const atServer = new Inbox();
      const atClient = new Inbox();
      sendTo(client, Uint8Array.of(1), addressOf(world.dualStack.reach, server.localPort));
      client.flush();
      await receiveUntil(world, server, atServer, 1);
      expect(atServer.all[0]?.from).toEqual(addressOf(world.dualStack.reach, client.localPort));
      sendTo(server, Uint8Array.of(2), atServer.all[0]!.from);
      server.flush();
      await receiveUntil(world, client, atClient, 1);
      expect(atClient.all.map(({ bytes }) => [...bytes])).toEqual([[2]]);
      await server.close();
      await client.close();
    });
  });
}
