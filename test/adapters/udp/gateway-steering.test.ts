// The program that Linux runs says the same as the gateways' own rule, in a plain interpreter and in the system.

import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { homeGateway } from '#adapters/protocol/session/bytes/home-gateway.js';
import { gatewaySteering } from '#adapters/udp/gateway-steering.js';
import { loadLinuxNetwork } from '#adapters/udp/linux-network.js';
import { MmsgSocket } from '#adapters/udp/mmsg-socket.js';
import type { FilterStep } from '#adapters/udp/udp-options.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { sendTo } from '../../contract/datagram-socket.js';

/** What the classic BPF instructions in use do. */
function interpret(steps: readonly FilterStep[], data: Uint8Array): number {
  let a = 0;
  for (let at = 0; ; at++) {
    const { code, k, jumpTrue, jumpFalse } = steps[at]!;
    if (code === 0x30) {
      if (k >= data.length) return 0;
      a = data[k]!;
    } else if (code === 0x15) at += a === k ? jumpTrue : jumpFalse;
    else if (code === 0x94) a %= k;
    else if (code === 0x16) return a;
    else if (code === 0x06) return k;
    else throw new Error(`unknown instruction ${code}`);
  }
}

/** Datagrams of every kind that have a home, and others. */
const datagrams = fc
  .tuple(
    fc.constantFrom(0x01, 0x02, 0x03, 0x05, 0x06, 0x40, 0x41, 0x42, 0xff),
    fc.uint8Array({ maxLength: 60 }),
  )
  .map(([type, rest]) => Uint8Array.of(type, ...rest));

describe('steering', () => {
  it('chooses the gateway that each datagram belongs to', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 16 }), datagrams, (gateways, data) => {
        const home = homeGateway(data, 0, data.length, gateways);
        const chosen = interpret(gatewaySteering(gateways), data);
        if (home >= 0) expect(chosen).toBe(home);
      }),
      { numRuns: 5000 },
    );
  });

  const opened: MmsgSocket[] = [];
  afterEach(async () => {
    for (const socket of opened.splice(0)) await socket.close();
  });

  // Elsewhere gateways hand over.
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('is done by the system, whatever address a datagram comes from', async () => {
    const network = await loadLinuxNetwork();
    const open = (port: number, isGateway = true): MmsgSocket => {
      const sharing = isGateway ? { reusePort: true, steering: gatewaySteering(3) } : {};
      const socket = new MmsgSocket(network, { host: '127.0.0.1', port, ...sharing });
      opened.push(socket);
      return socket;
    };
    const first = open(0);
    const gateways = [first, open(first.localPort), open(first.localPort)];
    expect(gateways.map(({ isSteered }) => isSteered)).toEqual([true, true, true]);
    const got = gateways.map(() => [] as number[]);
    const to = addressOf('127.0.0.1', first.localPort);
    for (let client = 0; client < 12; client++) {
      const socket = open(0, false);
      for (let gateway = 0; gateway < 3; gateway++) {
        const packet = new Uint8Array(40);
        packet.set([0x40 | (client & 1), 9, 9, 9, gateway]);
        sendTo(socket, packet, to);
        const hello = new Uint8Array(60).fill(0x07, 10);
        hello.set([0x01, 1, 2, 3, 4, 5, 6, 7, 8, 9, 30 + gateway]);
        sendTo(socket, hello, to);
        sendTo(socket, Uint8Array.of(0x05, 60 + gateway, 1, 2), to);
      }
      socket.flush();
    }
    gateways.forEach((socket, index) => {
      const note = { onDatagram: (data: Uint8Array, at: number) => void got[index]!.push(data[at]!) };
      while (socket.receive(note, 20) > 0);
    });
    expect(got.map((types) => types.length)).toEqual([36, 36, 36]);
    for (const types of got) expect(types.filter((type) => type === 0x01)).toHaveLength(12);
  });
});
