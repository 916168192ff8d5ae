// Orders to gateways, as each of them reads them.

import { describe, expect, it } from '@jest/globals';
import { SessionEnd, decodeSessionEnd } from '#adapters/protocol/generated/internal.js';
import { RingConsumer, RingProducer, createRing } from '#adapters/threads/memory/ring.js';
import { RingGatewayOrders } from '#adapters/threads/records/ring-gateway-orders.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { Admits } from '#ports/threads/gateway-orders.js';
import { RecordKind } from '#ports/threads/record-kinds.js';

describe('orders to gateways', () => {
  const rings = [createRing(4096), createRing(4096)];
  const orders = new RingGatewayOrders(rings.map((ring) => new RingProducer(ring)));

  it('reach every gateway, in order, with reason and detail', () => {
    orders.admitReturning();
    orders.admitAll();
    orders.refuseNewcomers();
    orders.endAll(DisconnectReason.shuttingDown, 'the server is shutting down');
    for (const ring of rings) {
      const taken: [kind: number, reason?: number, detail?: string][] = [];
      const onRecord = (
        kind: number,
        subject: number,
        data: Uint8Array,
        at: number,
        length: number,
      ): void => {
        const end = new SessionEnd();
        if (length === 0) taken.push([kind, subject]);
        else if (decodeSessionEnd(end, data, at, at + length) > 0) taken.push([kind, end.reason, end.detail]);
      };
      new RingConsumer(ring).drain({ onRecord }, 10);
      expect(taken).toEqual([
        [RecordKind.door, Admits.returning],
        [RecordKind.door, Admits.all],
        [RecordKind.door, Admits.nobody],
        [RecordKind.endAll, DisconnectReason.shuttingDown, 'the server is shutting down'],
      ]);
    }
  });

  it('with words that no record holds are a mistake of ours', () => {
    expect(() => orders.endAll(DisconnectReason.kicked, 'x'.repeat(65))).toThrow('does not fit');
  });
});
