// Who holds connections and hears of what arrives on them.

import type { AeadKey } from '#ports/network/aead-key.js';
import type { Channel } from '../bytes/packet-layout.js';

export interface ConnectionOwner {
  /** `buffer` holds the message only until this returns. */
  onConnectionMessage(
    sessionRow: number,
    channel: Channel,
    buffer: Uint8Array,
    at: number,
    length: number,
  ): void;
  onConnectionPacketAcked(sessionRow: number, packetNumber: number): void;
  /** The packet counts as lost. */
  onConnectionPacketLost(sessionRow: number, packetNumber: number): void;
  /** A packet told lost had arrived after all. */
  onConnectionPacketFound(sessionRow: number): void;
  /** One direction has a new key; both current ones are told. */
  onConnectionRekeyed?(sessionRow: number, send: AeadKey, receive: AeadKey): void;
}
