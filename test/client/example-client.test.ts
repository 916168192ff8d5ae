// The program in client/README.md, run as a user runs it: its own process, over UDP.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import type { MemoryDatagramSocket } from '#adapters/memory/datagram-socket.js';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { addressOf } from '#ports/datagram-address.js';
import { addressBytes, type DatagramSocket } from '#ports/datagram-socket.js';
import { requireContent } from '#src/process/require-content.js';
import { serverAddress, tickMs, WholeServer } from '../support/whole-server.js';

const root = join(import.meta.dirname, '../..');

describe('the example client', () => {
  it('is the program that the README shows', async () => {
    const readme = await readFile(join(root, 'client/README.md'), 'utf8');
    const program = await readFile(join(root, 'src/example-client.ts'), 'utf8');
    expect(readme).toContain(program);
  });

  it('joins a server, sees others, walks in a square, and leaves', async () => {
    const server = new WholeServer({ content: await requireContent('content') });
    const bob = server.connect('Bob');
    await server.until(() => bob.self.tick > 0);
    const udp = await DgramSocket.open({ host: '127.0.0.1', port: 0 });
    const inside = server.network.open(addressOf('127.0.0.1', 30_000));
    let isOver = false;
    const printed = runExample(udp.localPort, 5).finally(() => (isOver = true));
    try {
      const startedMs = performance.now();
      for (let tick = 1; !isOver; tick++) {
        relay(udp, inside, server);
        await server.step();
        relay(udp, inside, server);
        await pause(Math.max(0, startedMs + tick * tickMs - performance.now()));
      }
      const lines = await printed;
      expect(lines[0]).toMatch(/^in \w+ as Ada$/);
      expect(lines).toContainEqual(expect.stringContaining(`entity ${bob.self.entity} at`));
      const places = lines.flatMap(
        (line) => /^at ([\d.]+), ([\d.]+), (\d+) in sight$/.exec(line)?.slice(1) ?? [],
      );
      expect(places.length).toBeGreaterThanOrEqual(3 * 3);
      expect(new Set(places).size).toBeGreaterThan(4);
      expect(lines.join('\n')).toMatch(/closed \{ kind: 'disconnected', reason: 1,.*byPeer: true/s);
    } finally {
      await udp.close();
    }
  }, 30_000);
});

async function runExample(port: number, seconds: number): Promise<string[]> {
  const words = ['src/example-client.ts', '127.0.0.1', String(port), 'Ada', String(seconds)];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--import', './test/support/typescript-hooks.mjs', ...words],
    { cwd: root, timeout: 25_000 },
  );
  return stdout.trim().split('\n');
}

const clientAddress = new Uint8Array(addressBytes);

/** Carries datagrams between the one client outside and the server's network. */
function relay(udp: DatagramSocket, inside: MemoryDatagramSocket, server: WholeServer): void {
  udp.receive(
    {
      onDatagram(buffer, at, length, address, addressAt) {
        clientAddress.set(address.subarray(addressAt, addressAt + addressBytes));
        pass(inside, buffer, at, length, serverAddress(0));
      },
    },
    0,
  );
  inside.flush();
  server.network.deliverDue();
  inside.receive({ onDatagram: (buffer, at, length) => pass(udp, buffer, at, length, clientAddress) }, 0);
  udp.flush();
}

function pass(to: DatagramSocket, buffer: Uint8Array, at: number, length: number, address: Uint8Array): void {
  const slot = to.claim();
  if (slot < 0) return;
  to.outgoing.set(buffer.subarray(at, at + length), slot);
  to.commit(length, address, 0);
}
