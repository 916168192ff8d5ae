// The players' port while its gateways are opened: no other server can slip in between the question whether it is free and
// the sockets that share it.

import { type ClaimedUdpPort, claimUdpPort } from '#adapters/udp/claim-udp-port.js';
import { UdpError } from '#adapters/udp/udp-options.js';
import type { Configuration } from '../configuration/settings.js';
import { portFault } from '../process/require-free-ports.js';

type PlayersPort = Pick<Configuration, 'host' | 'udpPort'>;

/** Nobody else takes the port before `release`, after the gateways' sockets are open. Rejects with what to do about it. */
export async function claimPlayersPort({ host, udpPort }: PlayersPort): Promise<ClaimedUdpPort> {
  try {
    return await claimUdpPort(host, udpPort);
  } catch (error) {
    if (!(error instanceof UdpError)) throw error;
    throw new Error(portFault({ setting: 'udpPort', host, hostSetting: 'host', port: udpPort }, error), {
      cause: error,
    });
  }
}

export function portTaken({ host, udpPort }: PlayersPort): string {
  return portFault({ setting: 'udpPort', host, hostSetting: 'host', port: udpPort }, { code: 'EADDRINUSE' });
}
