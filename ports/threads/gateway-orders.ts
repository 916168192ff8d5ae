// What the control thread tells all gateways to do with their sessions.

import type { DisconnectReason } from '#domain/vocabulary/vocabulary.js';

export interface GatewayOrders {
  /** No session begins any more. */
  refuseNewcomers(): void;
  /** Every session ends with this reason; `detail` is for people, at most 64 bytes of UTF-8. */
  endAll(reason: DisconnectReason, detail: string): void;
}
