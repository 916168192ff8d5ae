// What a gateway hears from its ServerEndpoint. A session is named by its row, below the endpoint's `sessionsMax`.

import type { DisconnectReason } from '../../generated/handshake.js';
import type { Channel } from '../bytes/packet-layout.js';

export interface SessionListener {
  /** A client proved its keys and its address. `accountId` is 16 bytes, a guest's made of its secret, and valid during the call. */
  onSessionOpened(sessionRow: number, accountId: Uint8Array, characterName: string, guest: boolean): void;
  /**
   * A message within its limits; starts with its packet id, has a possible length and came on its own channel, but is
   * not decoded yet. `buffer` holds only during the call. Call `ServerEndpoint.violation` when it does not decode.
   */
  onMessage(sessionRow: number, channel: Channel, buffer: Uint8Array, at: number, length: number): void;
  /** Called once for every opened session, whoever ended it. The row is free for others soon after. */
  onSessionClosed(sessionRow: number, reason: DisconnectReason): void;
  /** Packets that `finishPacket` numbered, and those the endpoint sent on its own. Numbers of one session rise from 1. */
  onPacketAcked(sessionRow: number, packetNumber: number): void;
  /** The packet counts as lost: what it carried unreliably must be thought not to have arrived. */
  onPacketLost(sessionRow: number, packetNumber: number): void;
}
