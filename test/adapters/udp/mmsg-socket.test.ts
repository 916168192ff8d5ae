// What only the batched Linux socket does: blocking, sharing a port, counting what the system dropped.

import { afterEach, describe, expect, it } from '@jest/globals';
import { NobleCryptoSuite } from '#adapters/noble/noble-crypto-suite.js';
import { loadLinuxNetwork } from '#adapters/udp/linux-network.js';
import { MmsgSocket } from '#adapters/udp/mmsg-socket.js';
import type { UdpOptions } from '#adapters/udp/udp-options.js';
import { WasmCryptoSuite } from '#adapters/wasm/wasm-crypto-suite.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { slotBytes } from '#ports/network/datagram-socket.js';
import { sendTo } from '../../contract/datagram-socket.js';

const onLinux = process.platform === 'linux' ? describe : describe.skip;
if (process.platform !== 'linux') process.stderr.write('skipped: recvmmsg exists on Linux only\n');

onLinux('recvmmsg socket', () => {
  const opened: MmsgSocket[] = [];
  const host = '127.0.0.1';

  async function open(options: Partial<UdpOptions> = {}): Promise<MmsgSocket> {
    const socket = new MmsgSocket(await loadLinuxNetwork(), { host, port: 0, ...options });
    opened.push(socket);
    return socket;
  }

  afterEach(async () => {
    for (const socket of opened.splice(0)) await socket.close();
  });

  function counting() {
    const seen = { count: 0, onDatagram: () => void seen.count++ };
    return seen;
  }

  it('receive hands over what arrives while it blocks', async () => {
    const a = await open();
    const b = await open();
    const seen = counting();
    sendTo(a, Uint8Array.of(1), addressOf(host, b.localPort));
    a.flush();
    expect(b.receive(seen, 1000)).toBe(1);
    expect(b.receive(seen, 0.25)).toBe(0);
    expect(seen.count).toBe(1);
  });

  it('keeps its slots in memory it is given, as long as there is some', async () => {
    const suite = new WasmCryptoSuite(new NobleCryptoSuite(), { allocatableBytes: 3 * 8 * slotBytes });
    const slotMemory = (bytes: number) => suite.allocate(bytes);
    const own = suite.allocate(1)!.buffer;
    const slots = { receiveSlots: 8, sendSlots: 8, slotMemory };
    const a = await open(slots);
    while (slotMemory(8 * slotBytes) !== undefined);
    const b = await open(slots);
    const inTheirs: boolean[] = [];
    const seen: number[] = [];
    const keep = {
      onDatagram(buffer: Uint8Array, at: number) {
        inTheirs.push(buffer.buffer === own);
        seen.push(buffer[at]!);
      },
    };
    for (let i = 0; i < 20; i++) sendTo(a, Uint8Array.of(i), addressOf(host, b.localPort));
    a.flush();
    for (let i = 20; i < 40; i++) sendTo(b, Uint8Array.of(i), addressOf(host, a.localPort));
    b.flush();
    while (b.receive(keep, 100) > 0);
    while (a.receive(keep, 100) > 0);
    expect(seen).toEqual(Array.from({ length: 40 }, (_, i) => i));
    expect(inTheirs).toEqual(Array.from({ length: 40 }, (_, i) => i >= 20));
    expect([a.outgoing.buffer === own, b.outgoing.buffer === own]).toEqual([true, false]);
  });

  it('one receive takes several batches, but not without end', async () => {
    const a = await open();
    const b = await open({ receiveSlots: 16 });
    const seen = counting();
    const to = addressOf(host, b.localPort);
    for (let i = 0; i < 200; i++) sendTo(a, Uint8Array.of(i), to);
    a.flush();
    const handed: number[] = [];
    for (let turns = 0; seen.count < 200 && turns < 200; turns++) handed.push(b.receive(seen, 5));
    expect(seen.count).toBe(200);
    expect(Math.max(...handed)).toBeGreaterThan(16);
    expect(Math.max(...handed)).toBeLessThanOrEqual(8 * 16);
  });

  it('datagrams lost for want of room in the system are counted', async () => {
    const a = await open();
    const b = await open({ receiveBufferBytes: 4096 });
    const seen = counting();
    const to = addressOf(host, b.localPort);
    for (let i = 0; i < 1000; i++) sendTo(a, new Uint8Array(1000), to);
    a.flush();
    while (b.receive(seen, 20) > 0);
    await b.close();
    expect(b.counters.receiveDropped).toBeGreaterThan(900);
    expect(b.counters.receiveDropped + seen.count).toBe(1000);
  });

  it('sockets that share a port each keep their own clients', async () => {
    const first = await open({ reusePort: true });
    const second = await open({ reusePort: true, port: first.localPort });
    const to = addressOf(host, first.localPort);
    const clients = await Promise.all(
      Array.from({ length: 32 }, () => open({ sendSlots: 4, receiveSlots: 4 })),
    );
    const socketsOf = new Map<number, Set<string>>();
    const note = (which: string) => ({
      onDatagram(buffer: Uint8Array, at: number) {
        const client = buffer[at]!;
        socketsOf.set(client, (socketsOf.get(client) ?? new Set()).add(which));
      },
    });
    const atFirst = note('first');
    const atSecond = note('second');
    let got = 0;
    for (let round = 0; round < 20; round++) {
      clients.forEach((client, i) => {
        sendTo(client, Uint8Array.of(i), to);
        client.flush();
      });
    }
    for (let turns = 0; got < 32 * 20 && turns < 200; turns++) {
      got += first.receive(atFirst, 5) + second.receive(atSecond, 5);
    }
    expect(got).toBe(32 * 20);
    expect([...socketsOf.values()].every((sockets) => sockets.size === 1)).toBe(true);
    expect(new Set([...socketsOf.values()].map((sockets) => [...sockets][0]))).toEqual(
      new Set(['first', 'second']),
    );
  });

  it('an address of the other family or without a port is refused, counted, and the rest of the batch goes out', async () => {
    const a = await open();
    const b = await open();
    const seen = counting();
    const good = addressOf(host, b.localPort);
    sendTo(a, Uint8Array.of(1), good);
    sendTo(a, Uint8Array.of(2), addressOf('::1', b.localPort));
    sendTo(a, Uint8Array.of(3), addressOf(host, 0));
    sendTo(a, Uint8Array.of(4), good);
    a.flush();
    while (b.receive(seen, 10) > 0);
    expect(seen.count).toBe(2);
    expect(a.counters).toMatchObject({ packetsOut: 2, sendDropped: 2, errors: 1 });
  });

  it('says how large its receive buffer became', async () => {
    const socket = await open({ receiveBufferBytes: 65_536 });
    expect(socket.receiveBufferBytes).toBe(131_072);
    expect(socket.receiveBufferNote).toMatch(/^131072 bytes/);
  });
});
