// Whether the program will get its ports: asked before anything is made, and of all at once. Each is bound plainly and
// let go. With SO_REUSEPORT, as gateways bind, a second server would get a share of the first one's players unnoticed.

import { createServer } from 'node:net';
import { probeUdpPort } from '#adapters/udp/claim-udp-port.js';
import { resolveHost } from '#adapters/udp/resolve-host.js';
import type { Configuration, HostSetting, SettingKey } from '../configuration/settings.js';
import { hostBeforePort } from '#ports/network/host-name.js';
import { httpHostSettingOf, settingOf } from '../configuration/settings.js';

export type PortSetting = Extract<SettingKey, 'udpPort' | 'gameHttpPort' | 'apiPort'>;

type Places = Pick<Configuration, PortSetting | 'host' | 'httpHost'>;

/**
 * Rejects with a line a port that cannot be had, which names its setting, or with one that says what is wrong with the
 * host. Port 0 can always be had, but not at every host.
 */
export async function requireFreePorts(
  configuration: Places,
  settings: readonly PortSetting[],
): Promise<void> {
  for (const setting of ['host', 'httpHost'] as const) {
    try {
      await resolveHost(configuration[setting] ?? configuration.host);
    } catch (error) {
      throw new Error(`${settingOf(setting).env}: ${(error as Error).message}`, { cause: error });
    }
  }
  const faults = await Promise.all(settings.map((setting) => faultOf(configuration, setting)));
  // An address that is not this machine's is in the way of several.
  const told = [...new Set(faults.filter((fault) => fault !== undefined))];
  if (told.length > 0) throw new Error(told.join('\n'));
}

async function faultOf(configuration: Places, setting: PortSetting): Promise<string | undefined> {
  const { [setting]: port } = configuration;
  const isHttp = setting !== 'udpPort';
  const hostSetting = isHttp ? httpHostSettingOf(configuration) : 'host';
  const host = configuration[hostSetting]!;
  try {
    await (isHttp ? bindTcp(host, port) : probeUdpPort(host, port));
    return undefined;
  } catch (error) {
    return portFault({ setting, host, hostSetting, port }, error);
  }
}

export interface AskedPort {
  readonly setting: PortSetting;
  readonly host: string;
  /** Which setting gave the host. */
  readonly hostSetting: HostSetting;
  readonly port: number;
}

/** What to say of a port that could not be bound, with what to do. */
export function portFault({ setting, host, hostSetting, port }: AskedPort, error: unknown): string {
  const { code, message } = systemErrorOf(error);
  const { env } = settingOf(setting);
  const where = `${setting === 'udpPort' ? 'UDP' : 'TCP'} ${hostBeforePort(host)}:${port}`;
  if (code === 'EADDRINUSE')
    return `${env}: another program uses ${where}; stop it, or choose another ${env}`;
  if (code === 'EADDRNOTAVAIL')
    return `${settingOf(hostSetting).env}: ${host} is not an address of this machine; choose one of its own, or 0.0.0.0 for all`;
  if (code === 'EACCES')
    return `${env}: this user may not listen on ${where}; choose a port above 1023, or let the program`;
  return `${env}: ${where} cannot be listened on (${message})`;
}

/** What the system said: adapters wrap it in an error of their own. */
function systemErrorOf(error: unknown): { code?: string; message: string } {
  const { cause } = error as { cause?: unknown };
  return (typeof cause === 'object' && cause !== null ? cause : error) as NodeJS.ErrnoException;
}

function bindTcp(host: string, port: number): Promise<void> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve()));
  });
}
