// Which gateway of a server a datagram belongs to, read from its bytes alone, so that it is the same whatever the system
// chose and wherever the client's address moved: a sealed packet names it in its connection id, a handshake is looked
// after by one gateway that follows from the client's key. Whoever sent it may have written what it liked there.

import { connectId, helloId, tokenRequestId } from '../../generated/handshake.js';
import { connectionIdAt, keyPhaseBit, sealedBytesMin, sealedType } from './packet-layout.js';

/** Where the gateway's number stands in a sealed packet: the highest byte of the connection id. */
export const gatewayAt = connectionIdAt + 3;
/** Where the handshake's datagrams have the client's key; its first byte, modulo the number of gateways, names its home. */
export const helloKeyAt = 10;
export const requestKeyAt = 1;

/** -1 when it names none. */
export function homeGateway(buffer: Uint8Array, at: number, length: number, gateways: number): number {
  if (length === 0) return -1;
  const type = buffer[at]!;
  if ((type & ~keyPhaseBit) === sealedType) {
    if (length < sealedBytesMin) return -1;
    const gateway = buffer[at + gatewayAt]!;
    return gateway < gateways ? gateway : -1;
  }
  const keyAt = type === helloId ? helloKeyAt : requestKeyAt;
  if (type !== helloId && type !== tokenRequestId && type !== connectId) return -1;
  return length > keyAt ? buffer[at + keyAt]! % gateways : -1;
}
