// What the connections of one endpoint share: they are served one at a time.

import type { Compressor } from '#ports/network/compressor.js';
import { BlockPool } from '../bytes/block-pool.js';
import { ConnectionRows } from './connection-rows.js';
import { PacketFrame } from '../bytes/frame.js';
import { MessagePacking } from '../bytes/message-packing.js';
import { PacketWriter } from '../bytes/packet-writer.js';
import { type DeliveryCounters, noDeliveries } from './delivery-counters.js';
import type { ConnectionOfRow } from './connection-of-row.js';
import { ReceivedPackets } from './received-packets.js';
import { ReplayWindows } from './replay-window.js';

export class EndpointMemory {
  /** Messages that wait to be sent or acknowledged. */
  readonly outgoing: BlockPool;
  /** Messages received early or in part. Apart from the other: what peers withhold must not use up what is to be sent. */
  readonly incoming: BlockPool;
  /** Where a message is put together before it is handed over: the longest that may be received. */
  readonly scratch: Uint8Array;
  readonly writer = new PacketWriter();
  /** The one being read. */
  readonly frame = new PacketFrame();
  readonly packing: MessagePacking;
  /** What every packet needs of its connection, side by side for all of them: see `takeRow`. */
  readonly rows: ConnectionRows;
  readonly replays: ReplayWindows;
  readonly received: ReceivedPackets;
  readonly counters: DeliveryCounters;
  private readonly connections: ConnectionOfRow[] = [];

  constructor(sizes: {
    /** Connections that share this memory; default 1. */
    readonly connectionsMax?: number;
    readonly outgoingBlocks: number;
    readonly incomingBlocks: number;
    readonly messageBytesMax: number;
    /** With it long messages are sent compressed where that pays. */
    readonly compressor?: Compressor | undefined;
    /** How long an acknowledgement of what is not reliable may wait for company; default `clientLazyMs`. */
    readonly lazyMs?: number;
    /** Default: its own. */
    readonly counters?: DeliveryCounters;
  }) {
    this.counters = sizes.counters ?? noDeliveries();
    this.packing = new MessagePacking(sizes.messageBytesMax, sizes.compressor, this.counters);
    this.outgoing = new BlockPool(sizes.outgoingBlocks);
    this.incoming = new BlockPool(sizes.incomingBlocks);
    this.scratch = new Uint8Array(sizes.messageBytesMax);
    this.rows = new ConnectionRows(sizes.connectionsMax ?? 1);
    this.replays = new ReplayWindows(this.rows);
    this.received = new ReceivedPackets(this.rows, sizes.lazyMs);
  }

  /** A connection's row in what is kept side by side, from 0 up, for as long as it exists. Throws when all are taken. */
  takeRow(connection: ConnectionOfRow): number {
    const { length } = this.connections;
    if (length >= this.rows.connections) {
      throw new RangeError(`memory for ${length} connections has no row for another`);
    }
    return this.connections.push(connection) - 1;
  }

  connection(row: number): ConnectionOfRow {
    return this.connections[row]!;
  }
}
