// Opens, sizes and binds a Linux UDP socket. Throws UdpError and leaves nothing open when any step is refused.

import { isIPv4, isIPv6 } from 'node:net';
import { addressOf } from '#ports/network/datagram-address.js';
import { interfaceAt, remoteBytes } from '#ports/network/datagram-socket.js';
import {
  datagramNonBlocking,
  familyIpv4,
  familyIpv6,
  levelIpv4,
  levelIpv6,
  levelSocket,
  type LinuxNetwork,
  optionAttachSteering,
  optionIpv6Only,
  optionPacketInfoIpv6,
  optionReceiveBuffer,
  optionReceiveBufferForce,
  optionReusePort,
  optionSendBuffer,
  optionSendBufferForce,
  packetInfoIpv4,
} from './linux-network.js';
import {
  type FilterStep,
  isWildcard,
  receiveBufferBytesDefault,
  sendBufferBytesDefault,
  UdpError,
  udpFault,
  type UdpOptions,
} from './udp-options.js';

export interface OpenedLinuxSocket {
  readonly fd: number;
  readonly overIpv6: boolean;
  readonly localPort: number;
  /** As the system counts it: payload and its own bookkeeping, so twice what was asked for. */
  readonly receiveBufferBytes: number;
  readonly receiveBufferNote: string;
  /** Whether received datagrams tell the address that they came to. */
  readonly keepsDestination: boolean;
  /** Whether `steering` was given and taken. */
  readonly isSteered: boolean;
}

/** `options.host` is a literal. */
export function openLinuxSocket(network: LinuxNetwork, options: UdpOptions): OpenedLinuxSocket {
  const { host, port } = options;
  const overIpv6 = isIPv6(host);
  if (!overIpv6 && !isIPv4(host)) throw new UdpError('address-unavailable', `not an IP address: ${host}`);
  const fd = network.socket(overIpv6 ? familyIpv6 : familyIpv4, datagramNonBlocking, 0);
  if (fd < 0) throw refused(network, 'socket', options);
  try {
    if (overIpv6) setNumber(network, fd, levelIpv6, optionIpv6Only, isWildcard(host) ? 0 : 1);
    if (options.reusePort && !setNumber(network, fd, levelSocket, optionReusePort, 1)) {
      throw refused(network, 'SO_REUSEPORT', options);
    }
    const keepsDestination =
      options.keepsDestination === true &&
      isWildcard(host) &&
      (overIpv6
        ? setNumber(network, fd, levelIpv6, optionPacketInfoIpv6, 1)
        : setNumber(network, fd, levelIpv4, packetInfoIpv4, 1));
    const sendBytes = options.sendBufferBytes ?? sendBufferBytesDefault;
    setBuffer(network, fd, sendBytes, optionSendBufferForce, optionSendBuffer);
    const receiveBytes = options.receiveBufferBytes ?? receiveBufferBytesDefault;
    const forced = setBuffer(network, fd, receiveBytes, optionReceiveBufferForce, optionReceiveBuffer);

    const address = socketAddress(overIpv6, host, port);
    if (network.bind(fd, address.bytes, address.length) !== 0) throw refused(network, 'bind', options);
    const isSteered = options.steering !== undefined && steer(network, fd, options.steering);
    const receiveBufferBytes = getNumber(network, fd, levelSocket, optionReceiveBuffer);
    // The system doubles what was asked for, to have room for its own bookkeeping.
    const capped = receiveBufferBytes < receiveBytes * 2;
    const receiveBufferNote = capped
      ? `${receiveBufferBytes} of ${receiveBytes * 2} bytes: raise net.core.rmem_max or grant CAP_NET_ADMIN`
      : `${receiveBufferBytes} bytes${forced ? ', by privilege' : ''}`;
    return {
      fd,
      overIpv6,
      localPort: boundPort(network, fd, options),
      receiveBufferBytes,
      receiveBufferNote,
      keepsDestination,
      isSteered,
    };
  } catch (error) {
    network.close(fd);
    throw error;
  }
}

/** sockaddr_in or sockaddr_in6 in memory that does not move. */
function socketAddress(overIpv6: boolean, host: string, port: number): { bytes: Uint8Array; length: number } {
  const bytes = new Uint8Array(new ArrayBuffer(128));
  const address = addressOf(host, port);
  bytes[0] = overIpv6 ? familyIpv6 : familyIpv4;
  bytes.set(address.subarray(16, remoteBytes), 2);
  if (overIpv6) {
    bytes.set(address.subarray(0, 16), 8);
    bytes.set(address.subarray(interfaceAt, interfaceAt + 4), 24);
  } else bytes.set(address.subarray(12, 16), 4);
  return { bytes, length: overIpv6 ? 28 : 16 };
}

function boundPort(network: LinuxNetwork, fd: number, options: UdpOptions): number {
  const { bytes } = socketAddress(false, '0.0.0.0', 0);
  const length = numberBytes(28);
  if (network.getsockname(fd, bytes, length) !== 0) throw refused(network, 'getsockname', options);
  return (bytes[2]! << 8) | bytes[3]!;
}

/** Whether the privileged option was granted; else the ordinary one, which the system caps silently. */
function setBuffer(network: LinuxNetwork, fd: number, bytes: number, force: number, plain: number): boolean {
  if (setNumber(network, fd, levelSocket, force, bytes)) return true;
  setNumber(network, fd, levelSocket, plain, bytes);
  return false;
}

/** struct sock_fprog: length (u16), pointer at 8. A step is code (u16), two jumps (u8), k (u32). */
function steer(network: LinuxNetwork, fd: number, steps: readonly FilterStep[]): boolean {
  const program = new DataView(new ArrayBuffer(Math.max(128, steps.length * 8)));
  steps.forEach(({ code, jumpTrue, jumpFalse, k }, i) => {
    program.setUint16(i * 8, code, true);
    program.setUint8(i * 8 + 2, jumpTrue);
    program.setUint8(i * 8 + 3, jumpFalse);
    program.setUint32(i * 8 + 4, k, true);
  });
  const head = new DataView(new ArrayBuffer(128));
  head.setUint16(0, steps.length, true);
  head.setBigUint64(8, BigInt(network.addressOf(new Uint8Array(program.buffer))), true);
  const bytes = new Uint8Array(head.buffer);
  return network.setsockopt(fd, levelSocket, optionAttachSteering, bytes, 16) === 0;
}

function setNumber(network: LinuxNetwork, fd: number, level: number, option: number, value: number): boolean {
  return network.setsockopt(fd, level, option, numberBytes(value), 4) === 0;
}

function getNumber(network: LinuxNetwork, fd: number, level: number, option: number): number {
  const value = numberBytes(0);
  if (network.getsockopt(fd, level, option, value, numberBytes(4)) !== 0) return 0;
  return new Int32Array(value.buffer)[0]!;
}

function numberBytes(value: number): Uint8Array {
  const words = new Int32Array(new ArrayBuffer(128));
  words[0] = value;
  return new Uint8Array(words.buffer);
}

function refused(network: LinuxNetwork, step: string, options: UdpOptions): UdpError {
  const name = network.errorName(network.errno());
  const where = `${options.host} port ${options.port}`;
  return new UdpError(udpFault(name), `cannot open a UDP socket on ${where}: ${step} gave ${name}`);
}
