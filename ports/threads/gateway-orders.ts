// What the control thread tells all gateways to do with their sessions.

import type { DisconnectReason } from '#domain/vocabulary/generated/words.js';

/** Who is let in, as a number for records. */
export const Admits = { all: 0, returning: 1, nobody: 2 } as const;
export type Admits = (typeof Admits)[keyof typeof Admits];

export interface GatewayOrders {
  /** No session begins any more. */
  refuseNewcomers(): void;
  /** Only sessions that were lost are taken up again; nobody new is let in. */
  admitReturning(): void;
  /** Takes back either. */
  admitAll(): void;
  /** Every session ends with this reason; `detail` is for people, at most 64 bytes of UTF-8. */
  endAll(reason: DisconnectReason, detail: string): void;
}
