// Real sockets on loopback: 127.0.0.x are different addresses to the server.
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

import { addressOf, ConnectionLimits } from '#adapters/system/connection-limits.js';
import { budgetOf } from '#adapters/system/descriptor-budget.js';
import { RecordingLog } from '../../support/silent-log.js';

const open: (Server | Socket)[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) {
    if ('destroy' in one) one.destroy();
    else await new Promise((resolve) => (one.close(resolve), one.closeAllConnections()));
  }
});

interface Guarded {
  readonly limits: ConnectionLimits;
  readonly log: RecordingLog;
  from(address: string): Promise<Socket>;
}

async function guarded(connectionsMax: number, trustedProxies: readonly string[] = []): Promise<Guarded> {
  const log = new RecordingLog();
  const limits = new ConnectionLimits({ name: 'tos_test', connectionsMax, trustedProxies, log });
  const server = createServer((_, response) => void response.end('well'));
  limits.watch(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  const { port } = server.address() as AddressInfo;
  return {
    ...{ limits, log },
    from: (localAddress) =>
      new Promise((resolve) => {
        const socket = connect({ port, host: '127.0.0.1', localAddress });
        open.push(socket);
        socket.on('error', () => undefined);
        socket.once('connect', () => resolve(socket));
      }),
  };
}

/** What the server answers; '' when it ends the connection instead. */
function ask(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.once('data', (bytes) => resolve(bytes.toString().split('\r\n', 1)[0]!));
    socket.once('close', () => resolve(''));
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  });
}

const ended = (socket: Socket): Promise<void> =>
  new Promise((resolve) => (socket.closed ? resolve() : socket.once('close', () => resolve())));

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('connections that say nothing', () => {
  it('keep nobody out: the one silent longest makes room, and is counted', async () => {
    const { limits, from } = await guarded(4);
    const silent = [
      await from('127.0.0.2'),
      await from('127.0.0.3'),
      await from('127.0.0.4'),
      await from('127.0.0.5'),
    ];
    await until(() => limits.open === 4);
    const visitor = await from('127.0.0.9');
    expect(await ask(visitor)).toBe('HTTP/1.1 200 OK');
    await ended(silent[0]!);
    expect(limits.open).toBe(4);
    expect(limits.refused).toEqual({ full: 0, address: 0, silent: 1 });
  });

  it('of one address make room for that address first', async () => {
    const { limits, from } = await guarded(8);
    const other = await from('127.0.0.9');
    const silent = [];
    for (let i = 0; i < 4; i++) silent.push(await from('127.0.0.2'));
    await until(() => limits.open === 5);
    expect(await ask(await from('127.0.0.2'))).toBe('HTTP/1.1 200 OK');
    await ended(silent[0]!);
    expect(await ask(other)).toBe('HTTP/1.1 200 OK');
  });
});

describe('connections that have spoken', () => {
  it('are kept, and newcomers beyond the limit refused, told once, until one leaves', async () => {
    const { limits, log, from } = await guarded(2);
    const kept = [await from('127.0.0.2'), await from('127.0.0.3')];
    for (const socket of kept) expect(await ask(socket)).toBe('HTTP/1.1 200 OK');
    for (const address of ['127.0.0.4', '127.0.0.5']) expect(await ask(await from(address))).toBe('');
    expect(limits.refused).toEqual({ full: 2, address: 0, silent: 0 });
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    kept[0]!.destroy();
    await until(() => limits.open === 1);
    expect(await ask(await from('127.0.0.4'))).toBe('HTTP/1.1 200 OK');
  });

  it('of one address are limited, and others still come in', async () => {
    const { limits, from } = await guarded(4);
    for (let i = 0; i < 2; i++) expect(await ask(await from('127.0.0.2'))).toBe('HTTP/1.1 200 OK');
    expect(await ask(await from('127.0.0.2'))).toBe('');
    expect(await ask(await from('127.0.0.3'))).toBe('HTTP/1.1 200 OK');
    expect(limits.refused).toEqual({ full: 0, address: 1, silent: 0 });
  });

  it.each([['127.0.0.2'], ['127.0.0.0/30'], ['::ffff:127.0.0.2/128', '127.0.0.2/32']])(
    'of a trusted proxy (%s) are all that fit, since it speaks for many',
    async (...proxies) => {
      const { limits, from } = await guarded(4, proxies);
      for (let i = 0; i < 4; i++) expect(await ask(await from('127.0.0.2'))).toBe('HTTP/1.1 200 OK');
      expect(limits.refused.address).toBe(0);
    },
  );
});

describe('the metrics of connections', () => {
  it('show what is open and what was refused, by reason', async () => {
    const { limits, from } = await guarded(1);
    await ask(await from('127.0.0.2'));
    await ask(await from('127.0.0.3'));
    const shown = Object.fromEntries(limits.series.map(({ name, samples }) => [name, samples()]));
    expect(shown['tos_test_connections']).toEqual([{ value: 1 }]);
    expect(shown['tos_test_connections_refused_total']).toContainEqual({
      value: 1,
      labels: { reason: 'full' },
    });
  });
});

describe('an address', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    [undefined, 'unknown'],
  ])('%s counts as %s', (remote, expected) => {
    expect(addressOf(remote)).toBe(expected);
  });
});

describe('the budget of descriptors', () => {
  it('leaves a reserve to everything else, and says when it is low', () => {
    expect(budgetOf(1024)).toEqual({
      descriptorsMax: 1024,
      apiConnectionsMax: 384,
      gameConnectionsMax: 48,
      isLow: true,
    });
    expect(budgetOf(20_000)).toMatchObject({ apiConnectionsMax: 1000, gameConnectionsMax: 64, isLow: false });
    expect(budgetOf(undefined)).toMatchObject({ apiConnectionsMax: 1000, isLow: false });
    expect(budgetOf(Infinity)).toMatchObject({ apiConnectionsMax: 1000, isLow: false });
    expect(budgetOf(64)).toMatchObject({ apiConnectionsMax: 16, gameConnectionsMax: 8, isLow: true });
  });
});
