// Players and HTTP may have addresses of their own, as behind a proxy on the same machine.

import { describe, expect, it } from '@jest/globals';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { requireFreePorts } from '#src/process/require-free-ports.js';
import { startBanner } from '#src/process/start-banner.js';

const anywhere = { udpPort: 0, gameHttpPort: 0, apiPort: 0, httpHost: undefined };
const ports = ['udpPort', 'gameHttpPort', 'apiPort'] as const;

describe('the ports of a start', () => {
  it('are asked for at the address of HTTP, where that is another', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.2', resolve));
    const { port } = taken.address() as AddressInfo;
    const places = { ...anywhere, host: '127.0.0.1', apiPort: port };
    await expect(requireFreePorts(places, ports)).resolves.toBeUndefined();
    await expect(requireFreePorts({ ...places, httpHost: '127.0.0.2' }, ports)).rejects.toThrow(
      `TOS_API_PORT: another program uses TCP 127.0.0.2:${port}`,
    );
    await new Promise((resolve) => taken.close(resolve));
  });

  it('name the setting whose address is not of this machine, once', async () => {
    const elsewhere = { ...anywhere, apiPort: 24101, gameHttpPort: 24102 };
    const words = 'is not an address of this machine; choose one of its own, or 0.0.0.0 for all';
    await expect(
      requireFreePorts({ ...elsewhere, host: '127.0.0.1', httpHost: '192.0.2.1' }, ports),
    ).rejects.toThrow(new Error(`TOS_HTTP_HOST: 192.0.2.1 ${words}`));
    await expect(requireFreePorts({ ...elsewhere, host: '192.0.2.1' }, ports)).rejects.toThrow(
      new Error(`TOS_HOST: 192.0.2.1 ${words}`),
    );
  });
});

describe('an address that is not of this machine', () => {
  const words = 'is not an address of this machine; choose one of its own, or 0.0.0.0 for all';

  it('is seen whatever the ports are, and told as the setting that gave it', async () => {
    await expect(
      requireFreePorts({ ...anywhere, host: '127.0.0.1', httpHost: '192.0.2.1' }, ports),
    ).rejects.toThrow(new Error(`TOS_HTTP_HOST: 192.0.2.1 ${words}`));
    await expect(
      requireFreePorts({ ...anywhere, host: '192.0.2.1', httpHost: '127.0.0.1' }, ports),
    ).rejects.toThrow(new Error(`TOS_HOST: 192.0.2.1 ${words}`));
    await expect(
      requireFreePorts({ ...anywhere, host: '192.0.2.1', httpHost: '198.51.100.7' }, ports),
    ).rejects.toThrow(new Error(`TOS_HOST: 192.0.2.1 ${words}\nTOS_HTTP_HOST: 198.51.100.7 ${words}`));
    await expect(requireFreePorts({ ...anywhere, host: '127.0.0.1' }, ports)).resolves.toBeUndefined();
  });
});

describe('the banner', () => {
  const parts = {
    api: {
      url: 'http://127.0.0.1:8080',
      ...{ ownerPassword: undefined, passwordFile: '/data/first-password', isOwnerLost: false },
    },
    game: { udpPort: 7777, httpUrl: 'http://127.0.0.1:7780', udpReport: '1 × dgram' },
    isTerminal: false,
  };

  it('tells people the address in front of a proxy, and probes the one behind it', () => {
    const configuration = { host: '0.0.0.0', dataDir: '/data', publicUrl: 'https://game.example.com' };
    const lines = startBanner({ ...parts, configuration });
    expect(lines).toContain(
      '  console    https://game.example.com/   (its proxy finds it at http://127.0.0.1:8080)',
    );
    expect(lines.find((line) => line.startsWith('  health'))).toContain('http://127.0.0.1:8080/health/ready');
  });

  it('tells an IPv6 address in brackets, so that the port is one', () => {
    const configuration = { host: '::', dataDir: '/data', publicUrl: undefined };
    expect(startBanner({ ...parts, configuration })).toContain('  players    UDP [::]:7777   (1 × dgram)');
  });

  it('tells where it listens where nothing is in front', () => {
    const configuration = { host: '127.0.0.1', dataDir: '/data', publicUrl: undefined };
    expect(startBanner({ ...parts, configuration })).toContain('  console    http://127.0.0.1:8080/');
  });
});
