// Between the gateways of one server, which share a port: what the system gave to one of them although another has the
// session or the handshake it belongs to. Bounded for each pair; copies, allocates nothing.

import type { DatagramReceiver } from '../network/datagram-socket.js';

export interface RelayReceiver extends DatagramReceiver {
  /** A client proved to another gateway that it takes up the session that this resume token names. Copy what is kept. */
  onResumedElsewhere(tokenId: Uint8Array): void;
}

export interface DatagramRelay {
  /** How many gateways there are, this one included. */
  readonly gateways: number;
  /** Whether `receive` would hand something over. */
  readonly isWaiting: boolean;
  /** Passes a datagram, with all that its address tells, to another gateway. False when there is no room: it is lost. */
  pass(
    gateway: number,
    buffer: Uint8Array,
    at: number,
    length: number,
    address: Uint8Array,
    addressAt: number,
  ): boolean;
  /** Tells the gateway that has the session. False when there is no room. */
  passResumed(gateway: number, tokenId: Uint8Array): boolean;
  /** Hands over what others passed here, bounded as a socket's `receive`. Returns how many datagrams. */
  receive(receiver: RelayReceiver): number;
}
