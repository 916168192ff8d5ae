// The players' port, found free before anything is made that would outlast a start that fails.

import { type ClaimedUdpPort, claimUdpPort, probeUdpPort } from '#adapters/udp/claim-udp-port.js';
import { UdpError } from '#adapters/udp/udp-options.js';
import type { Configuration } from '../configuration/settings.js';

type Place = Pick<Configuration, 'host' | 'udpPort'>;

/** Rejects with what to do about it when players could not be received there. Takes nothing. */
export async function requireFreeUdpPort(place: Place): Promise<void> {
  await explained(place, () => probeUdpPort(place.host, place.udpPort));
}

/** As `requireFreeUdpPort`, and no other server takes the port before `release`, after the gateways' sockets are open. */
export function claimPlayersPort(place: Place): Promise<ClaimedUdpPort> {
  return explained(place, () => claimUdpPort(place.host, place.udpPort));
}

export function portTaken({ host, udpPort }: Place): string {
  return `another program receives on UDP ${host}:${udpPort}; stop it, or choose another TOS_UDP_PORT`;
}

async function explained<Result>(place: Place, ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof UdpError ? new Error(explanation(place, error), { cause: error }) : error;
  }
}

function explanation(
  { host, udpPort }: Place,
  { code, message }: Pick<UdpError, 'code' | 'message'>,
): string {
  const where = `UDP ${host}:${udpPort}`;
  switch (code) {
    case 'address-in-use':
      return portTaken({ host, udpPort });
    case 'address-unavailable':
      return `${where} is no address of this machine; TOS_HOST must be one, or 0.0.0.0 or :: for all`;
    case 'permission-denied':
      return `this user may not receive on ${where}; choose a TOS_UDP_PORT above 1023`;
    default:
      return message;
  }
}
