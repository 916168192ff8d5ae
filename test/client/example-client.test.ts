// The program in client/README.md, run as a user runs it: its own process, over UDP.

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { serverNearby } from '#src/configuration/server-nearby.js';
import { parseExampleFlags } from '#src/example/example-flags.js';
import { requireContent } from '#src/process/require-content.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { servedOverUdp } from '../support/network/udp-relay.js';
import { WholeServer } from '../support/servers/whole-server.js';

const root = join(import.meta.dirname, '../..');

describe('the example client', () => {
  it('is the program that the README shows', async () => {
    const readme = await readFile(join(root, 'client/README.md'), 'utf8');
    const program = await readFile(join(root, 'src/programs/example-client.ts'), 'utf8');
    expect(readme).toContain(program);
  });

  it('ends at once when its name is none', async () => {
    const failed = await runExample(7777, 20, 'Zoë').catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('credentials.name is "Zoë"') });
  });

  it('joins a server, sees others, walks in a square, and leaves', async () => {
    const server = new WholeServer({ content: await requireContent('content') });
    const bob = server.connect('Bob');
    await server.until(() => bob.self.tick > 0);
    const lines = await servedOverUdp(server, (port) => runExample(port, 5));
    expect(lines[0]).toMatch(/^in \w+ as Ada$/);
    expect(lines).toContainEqual(expect.stringContaining(`entity ${bob.self.entity} at`));
    const positions = lines.flatMap(
      (line) => /^at ([\d.]+), ([\d.]+), (\d+) in sight$/.exec(line)?.slice(1) ?? [],
    );
    expect(positions.length).toBeGreaterThanOrEqual(3 * 3);
    expect(new Set(positions).size).toBeGreaterThan(4);
    expect(lines.join('\n')).toMatch(/closed \{ kind: 'disconnected', reason: 1,.*byPeer: true/s);
  }, 30_000);
});

describe('without a server', () => {
  it('the example fails, and says that nobody answered', async () => {
    const silent = await DgramSocket.open({ host: '127.0.0.1', port: 0 });
    try {
      const failed = await runExample(silent.localPort, 1).catch((error: unknown) => error);
      const words = `example: gave up after 1 s: no answer from 127.0.0.1 port ${silent.localPort}\n`;
      expect(failed).toMatchObject({ code: 1, stdout: '', stderr: words });
    } finally {
      await silent.close();
    }
  }, 30_000);

  it('the example says at each try that nobody answers', async () => {
    const silent = await DgramSocket.open({ host: '127.0.0.1', port: 0 });
    try {
      const failed = await runExample(silent.localPort, 12).catch((error: unknown) => error);
      const nobody = `no answer from 127.0.0.1 port ${silent.localPort}`;
      expect(failed).toMatchObject({
        code: 1,
        stdout: expect.stringMatching(new RegExp(`^${nobody}, trying again in \\d+ ms\n$`)),
        stderr: `example: gave up after 12 s: ${nobody}\n`,
      });
    } finally {
      await silent.close();
    }
  }, 30_000);

  it('the example looks for it where the settings say', () => {
    const nearby = serverNearby({ TOS_UDP_PORT: '9001', TOS_HOST: '0.0.0.0' }, '/nowhere');
    expect(parseExampleFlags([], nearby)).toMatchObject({ flags: { host: '127.0.0.1', port: 9001 } });
    expect(parseExampleFlags([], serverNearby({ TOS_UDP_PORT: 'x' }, '/nowhere'))).toMatchObject({
      kind: 'faulty',
      problems: [expect.stringContaining("TOS_UDP_PORT: 'x' is not allowed")],
    });
  });
});

async function runExample(port: number, seconds: number, name = 'Ada'): Promise<string[]> {
  const words = ['src/programs/example-client.ts', '127.0.0.1', String(port), name, String(seconds)];
  words.push('--secret-file', join(temporaryFolder(), 'secret'));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--no-warnings', '--import', './test/support/typescript-hooks.mjs', ...words],
    { cwd: root, timeout: 25_000 },
  );
  return stdout.trim().split('\n');
}
