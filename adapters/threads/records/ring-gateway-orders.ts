// The control thread's orders to the gateways, as records in the ring of each. A ring that is full of orders drops more:
// a gateway that takes none for so long has stopped.

import { SessionEnd, encodeSessionEnd, sessionEndSizeMax } from '#adapters/protocol/generated/internal.js';
import type { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { Admits, type GatewayOrders } from '#ports/threads/gateway-orders.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { RecordProducer } from '#ports/threads/record-queue.js';

export class RingGatewayOrders implements GatewayOrders {
  private readonly end = new SessionEnd();
  private readonly scratch = new Uint8Array(sessionEndSizeMax);

  constructor(private readonly rings: readonly RecordProducer[]) {}

  refuseNewcomers(): void {
    this.admit(Admits.nobody);
  }

  admitReturning(): void {
    this.admit(Admits.returning);
  }

  admitAll(): void {
    this.admit(Admits.all);
  }

  endAll(reason: DisconnectReason, detail: string): void {
    this.end.reason = reason;
    this.end.detail = detail;
    const length = encodeSessionEnd(this.end, this.scratch, 0);
    if (length < 0) throw new Error(`'${detail}' does not fit into a record`);
    for (const ring of this.rings) ring.push(RecordKind.endAll, 0, this.scratch, 0, length);
  }

  private admit(who: Admits): void {
    for (const ring of this.rings) ring.push(RecordKind.door, who, this.scratch, 0, 0);
  }
}
