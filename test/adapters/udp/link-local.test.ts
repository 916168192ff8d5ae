// Two machines with two links between them, as network namespaces: a server for all addresses answers on the link that a
// datagram came by, also where both links have the same addresses. Takes root and the `ip` command.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const [server, client] = [`tosa${process.pid}`, `tosb${process.pid}`];
const root = path.join(import.meta.dirname, '../../..');
const programs = path.join(import.meta.dirname, 'programs');
const node = [process.execPath, '--no-warnings', '--import', './test/support/typescript-hooks.mjs'];

function ip(line: string): string {
  return execFileSync('ip', line.split(' '), { stdio: ['ignore', 'pipe', 'pipe'] }).toString();
}

/** Whether this machine lets a test make networks of its own. */
function canMakeNetworks(): boolean {
  try {
    ip(`netns add ${server}`);
    ip(`netns add ${client}`);
    ip(`link add va1 netns ${server} type veth peer name vb1 netns ${client}`);
    ip(`link add va2 netns ${server} type veth peer name vb2 netns ${client}`);
    return true;
  } catch {
    removeNetworks();
    return false;
  }
}

function removeNetworks(): void {
  for (const name of [server, client]) {
    try {
      ip(`netns del ${name}`);
    } catch {
      // It was not made.
    }
  }
}

function address(namespace: string, device: string, ...addresses: string[]): void {
  for (const each of addresses) {
    ip(`-n ${namespace} addr add ${each} dev ${device}${each.includes(':') ? ' nodad' : ''}`);
  }
  ip(`-n ${namespace} link set ${device} up`);
}

const links = [
  [server, 'va1'],
  [server, 'va2'],
  [client, 'vb1'],
  [client, 'vb2'],
] as const;

/** The system starts a link in its own time, also when both ends are up. */
async function linkRuns(namespace: string, device: string): Promise<void> {
  while (!ip(`-n ${namespace} link show ${device}`).includes('LOWER_UP')) await sleep(10);
}

const isAble = process.platform === 'linux' && canMakeNetworks();
if (!isAble) process.stderr.write('skipped: link-local addresses; takes Linux, root and the ip command\n');
const whereAble = isAble ? describe : describe.skip;

whereAble('a server for all addresses of a machine with two links', () => {
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    for (const name of [server, client]) ip(`-n ${name} link set lo up`);
    // The same link-local addresses on both links; the route to 169.254.0.0/16 goes by the first one.
    address(server, 'va1', 'fe80::a/64', '10.91.1.1/24', '10.91.1.3/24', '169.254.9.9/16');
    address(server, 'va2', 'fe80::a/64', '10.91.2.1/24', 'fd00:91::1/64', 'fd00:91::3/64', '169.254.9.1/16');
    address(client, 'vb1', 'fe80::b/64', '10.91.1.2/24');
    address(client, 'vb2', 'fe80::b/64', '10.91.2.2/24', 'fd00:91::2/64', '169.254.9.2/16');
    for (const [namespace, device] of links) await linkRuns(namespace, device);
    // The other end of this one is never set up: an interface with an address whose link does not run.
    ip(`link add vc1 netns ${client} type veth peer name vc2 netns ${client}`);
    address(client, 'vc1', 'fe80::c/64');
  });

  afterAll(() => {
    for (const child of running) child.kill('SIGKILL');
    removeNetworks();
  });

  async function serve(technique: string, host: string): Promise<string> {
    const program = [...node, path.join(programs, 'echo-server.ts'), technique, host];
    const child = spawn('ip', ['netns', 'exec', server, ...program], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.push(child);
    const [printed] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as unknown[];
    if (!Buffer.isBuffer(printed)) throw new Error(`the server on ${host} did not start`);
    return printed.toString().trim();
  }

  function ask(port: string, hosts: readonly string[]): unknown {
    const program = [...node, path.join(programs, 'ask-echo.ts'), port, ...hosts];
    return JSON.parse(
      execFileSync('ip', ['netns', 'exec', client, ...program], { cwd: root, timeout: 50_000 }).toString(),
    );
  }

  const ipv4 = ['10.91.1.1', '10.91.1.3', '10.91.2.1'];
  const ipv6 = ['fe80::a%vb1', 'fe80::a%vb2', 'fd00:91::1', 'fd00:91::3'];
  const thereFor = (hosts: readonly string[]): unknown =>
    Object.fromEntries(hosts.map((host) => [host, 'from there']));

  it.each(['recvmmsg', 'dgram'])(
    '%s answers from each address, by the link',
    async (technique) => {
      expect(ask(await serve(technique, '::'), [...ipv6, ...ipv4])).toEqual(thereFor([...ipv6, ...ipv4]));
      expect(ask(await serve(technique, '0.0.0.0'), ipv4)).toEqual(thereFor(ipv4));
    },
    60_000,
  );

  it('recvmmsg answers an IPv4 link-local client by its link, not by the first that has such addresses', async () => {
    expect(ask(await serve('recvmmsg', '0.0.0.0'), ['169.254.9.1'])).toEqual(thereFor(['169.254.9.1']));
  }, 60_000);

  it('an interface is found by its name before its link runs', () => {
    expect(ask('1', ['fe80::a%vc1'])).toEqual({ 'fe80::a%vc1': 'no answer' });
  }, 60_000);

  it.each(['fe80::a%vb9', 'fe80::a%99', 'fe80::a'])('nothing is sent to %s, by no link', (host) => {
    expect(ask('1', [host])).toEqual({ [host]: expect.stringContaining('address-unavailable') });
  });

  it.each(['recvmmsg', 'dgram'])(
    '%s listens on a link-local address alone',
    async (technique) => {
      const port = await serve(technique, 'fe80::a%va2');
      expect(ask(port, ['fe80::a%vb2'])).toEqual(thereFor(['fe80::a%vb2']));
    },
    60_000,
  );
});
