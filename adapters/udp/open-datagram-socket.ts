// Chooses how datagrams are moved and opens the socket. 'auto' takes recvmmsg where it works, else node:dgram, and
// `report` says which and why, for the log; a technique asked for by name is never replaced by another.

import { type DatagramSocket } from '#ports/network/datagram-socket.js';
import { hostBeforePort } from '#ports/network/host-name.js';
import { DgramSocket } from './dgram-socket.js';
import { loadLinuxNetwork } from './linux-network.js';
import { MmsgSocket } from './mmsg-socket.js';
import { resolveHost } from './resolve-host.js';
import { isWildcard, UdpError, type UdpOptions } from './udp-options.js';

export type UdpTechnique = 'auto' | 'dgram' | 'recvmmsg';

export interface OpenedDatagramSocket {
  readonly socket: DatagramSocket;
  /** One line, such as 'recvmmsg on 127.0.0.1:7777, receive buffer 8388608 bytes, by privilege'. */
  readonly report: string;
}

/** Rejects with UdpError: the address is taken or not ours, the port privileged, the technique not available here. */
export async function openDatagramSocket(
  technique: UdpTechnique,
  options: UdpOptions,
): Promise<OpenedDatagramSocket> {
  const resolved = { ...options, host: await resolveHost(options.host) };
  if (technique === 'dgram') return openDgram(resolved, '');
  const network = await loadLinuxNetwork().catch((error: unknown) => reasonOf(error));
  if (typeof network !== 'string') {
    const socket = new MmsgSocket(network, resolved);
    const notes = note(socket.keepsDestination, resolved);
    const steered = options.steering === undefined ? '' : socket.isSteered ? ', steered' : ', not steered';
    return { socket, report: report(socket, resolved.host, socket.receiveBufferNote + steered + notes) };
  }
  if (technique === 'recvmmsg') {
    throw new UdpError('technique-unavailable', `recvmmsg is not available: ${network}`);
  }
  return openDgram(resolved, ` (recvmmsg is not available: ${network})`);
}

async function openDgram(options: UdpOptions, why: string): Promise<OpenedDatagramSocket> {
  const socket = await DgramSocket.open(options);
  const ofNow = socket.keepsDestination
    ? '; answers leave from the address that was asked, of those that the machine has now'
    : '';
  const buffer = `${socket.receiveBufferBytes} bytes${why}${ofNow}${note(socket.keepsDestination, options)}`;
  return { socket, report: report(socket, options.host, buffer) };
}

/** What an operator must know of a host that stands for many addresses. */
function note(keepsDestination: boolean, { host, keepsDestination: isAsked }: UdpOptions): string {
  if (isAsked !== true || keepsDestination || !isWildcard(host)) return '';
  return '; answers leave from the address that the system chooses, so name the one that players use';
}

function report(socket: DatagramSocket, host: string, buffer: string): string {
  const where = hostBeforePort(host);
  return `${socket.kind} on ${where}:${socket.localPort}, receive buffer ${buffer}`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
