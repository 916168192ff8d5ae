// Whether the program will get its ports: asked before anything is made, and of all at once. Each is bound plainly and
// let go. With SO_REUSEPORT, as gateways bind, a second server would get a share of the first one's players unnoticed.

import { createServer } from 'node:net';
import { probeUdpPort } from '#adapters/udp/claim-udp-port.js';
import { resolveHost } from '#adapters/udp/resolve-host.js';
import type { Configuration, SettingKey } from '../configuration/settings.js';
import { settingOf } from '../configuration/settings.js';

export type PortSetting = Extract<SettingKey, 'udpPort' | 'gameHttpPort' | 'apiPort'>;

/**
 * Rejects with a line a port that cannot be had, which names its setting, or with one that says what is wrong with the
 * host. Port 0 can always be had.
 */
export async function requireFreePorts(
  configuration: Pick<Configuration, PortSetting | 'host'>,
  settings: readonly PortSetting[],
): Promise<void> {
  try {
    await resolveHost(configuration.host);
  } catch (error) {
    throw new Error(`${settingOf('host').env}: ${(error as Error).message}`, { cause: error });
  }
  const faults = await Promise.all(settings.map((setting) => faultOf(configuration, setting)));
  const told = faults.filter((fault) => fault !== undefined);
  if (told.length > 0) throw new Error(told.join('\n'));
}

async function faultOf(
  configuration: Pick<Configuration, PortSetting | 'host'>,
  setting: PortSetting,
): Promise<string | undefined> {
  const { host, [setting]: port } = configuration;
  if (port === 0) return undefined;
  try {
    await (setting === 'udpPort' ? probeUdpPort(host, port) : bindTcp(host, port));
    return undefined;
  } catch (error) {
    return portFault(setting, host, port, error);
  }
}

/** What to say of a port that could not be bound, with what to do. */
export function portFault(setting: PortSetting, host: string, port: number, error: unknown): string {
  const { code, message } = systemErrorOf(error);
  const { env } = settingOf(setting);
  const where = `${setting === 'udpPort' ? 'UDP' : 'TCP'} ${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (code === 'EADDRINUSE')
    return `${env}: another program uses ${where}; stop it, or choose another ${env}`;
  if (code === 'EADDRNOTAVAIL')
    return `TOS_HOST: ${host} is not an address of this machine; choose one of its own, or 0.0.0.0 for all`;
  if (code === 'EACCES')
    return `${env}: this user may not listen on ${where}; choose a port above 1023, or let the program`;
  return `${env}: ${where} cannot be listened on (${message})`;
}

/** What the system said: adapters wrap it in an error of their own. */
function systemErrorOf(error: unknown): { code?: string; message: string } {
  const { cause } = error as Error;
  return (cause instanceof Error ? cause : error) as NodeJS.ErrnoException;
}

function bindTcp(host: string, port: number): Promise<void> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}
