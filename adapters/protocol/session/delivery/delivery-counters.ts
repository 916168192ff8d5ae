// What is counted while messages are delivered, for all connections of one endpoint together.

import type { PackingCounters } from '../bytes/message-packing.js';

export interface DeliveryCounters extends PackingCounters {
  /** Frames of reliable messages sent again. */
  retransmits: number;
  /** Unreliable messages that were never sent: too many waited, and the oldest made room, or memory was short. */
  unreliableDropped: number;
}

export function noDeliveries(): DeliveryCounters {
  return { retransmits: 0, unreliableDropped: 0, messagesPacked: 0, packedBytesSaved: 0 };
}
