// What a UDP socket is opened with, and how opening fails. Both techniques take the same options.

import { addressOf, isIpv4 } from '#ports/network/datagram-address.js';

export interface UdpOptions {
  /** A literal or a name to resolve; '::' takes IPv4 and IPv6, '0.0.0.0' IPv4 only. */
  readonly host: string;
  /**
   * With a `host` that stands for all addresses of the machine: an answer leaves from the address that the datagram came to,
   * as its address tells. Else the system chooses the sender, and clients of the other addresses hear nothing.
   */
  readonly keepsDestination?: boolean;
  /** 0 lets the system choose. */
  readonly port: number;
  /**
   * Several sockets may share the port; the system keeps each sender's address on one of them while the set does not change.
   * It also shares with sockets of other programs of the same user: see claim-udp-port.ts.
   * Refused with 'technique-unavailable' where the system cannot (macOS, Windows).
   */
  readonly reusePort?: boolean;
  /**
   * Which of the sockets that share the port gets a datagram: a classic BPF program over its bytes that returns the socket's
   * number in order of binding (recvmmsg only). Where the system refuses it, the sender's address decides.
   */
  readonly steering?: readonly FilterStep[];
  /** Asked of the system; what it granted is `receiveBufferBytes` of the socket. */
  readonly receiveBufferBytes?: number;
  readonly sendBufferBytes?: number;
  /** Datagrams that wait between system and `receive` (dgram), or taken by one system call (recvmmsg). 1 to 4096. */
  readonly receiveSlots?: number;
  /** Datagrams under way to the system at one time (dgram), or given by one system call (recvmmsg). 1 to 4096. */
  readonly sendSlots?: number;
  /**
   * Memory for the slots that never moves, such as a cipher that works in its own memory has (recvmmsg only). Without it, or
   * where it gives undefined, the socket makes its own.
   */
  readonly slotMemory?: (bytes: number) => Uint8Array | undefined;
}

/** One instruction, as linux/filter.h has it. */
export interface FilterStep {
  readonly code: number;
  readonly jumpTrue: number;
  readonly jumpFalse: number;
  readonly k: number;
}

/**
 * Linux grants twice this: 21,000 small datagrams of 768 B kernel memory each, which at 600,000/s bridges a pause of 35 ms
 * (the collector, another process on the core). More would only keep what has become too old.
 */
export const receiveBufferBytesDefault = 8 * 1024 * 1024;
export const sendBufferBytesDefault = 4 * 1024 * 1024;

/**
 * For a socket that serves one player: 200 KB instead of 400 KB (recvmmsg) or 6 MB (dgram), so that one process can hold
 * thousands. A server's answer is a few datagrams at a time.
 */
export const oneClientSocket = {
  receiveSlots: 64,
  sendSlots: 64,
  receiveBufferBytes: 256 * 1024,
  sendBufferBytes: 256 * 1024,
} as const satisfies Partial<UdpOptions>;

export type UdpFault =
  'address-in-use' | 'address-unavailable' | 'permission-denied' | 'technique-unavailable' | 'system-refused';

export class UdpError extends Error {
  override readonly name = 'UdpError';
  constructor(
    readonly code: UdpFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** `errorName` as the system spells it: EADDRINUSE and so on. */
export function udpFault(errorName: string | undefined): UdpFault {
  switch (errorName) {
    case 'EADDRINUSE':
      return 'address-in-use';
    case 'EADDRNOTAVAIL':
    case 'EAFNOSUPPORT':
      return 'address-unavailable';
    case 'EACCES':
    case 'EPERM':
      return 'permission-denied';
    case 'ENOTSUP':
    case 'ENOPROTOOPT':
      // In practice SO_REUSEPORT, which spreads senders on Linux and some BSDs only.
      return 'technique-unavailable';
    default:
      return 'system-refused';
  }
}

/** Whether `host`, a literal, stands for all addresses of the machine, however it is written. */
export function isWildcard(host: string): boolean {
  const bytes = addressOf(host.split('%', 1)[0]!, 0);
  return (
    bytes.subarray(12, 16).every((byte) => byte === 0) &&
    (isIpv4(bytes, 0) || bytes.every((byte) => byte === 0))
  );
}

export function slotCount(wanted: number | undefined, otherwise: number, what: string): number {
  const count = wanted ?? otherwise;
  if (!Number.isInteger(count) || count < 1 || count > 4096) {
    throw new RangeError(`${what} must be 1 to 4096, not ${count}`);
  }
  return count;
}
