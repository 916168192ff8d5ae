// What the connections of one endpoint share: they are served one at a time.

import type { Compressor } from '#ports/compressor.js';
import { BlockPool } from './block-pool.js';
import { Frame } from './frame.js';
import { MessagePacking } from './message-packing.js';
import { PacketWriter } from './packet-writer.js';
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
  readonly frame = new Frame();
  readonly packing: MessagePacking;
  /** What every packet needs of its connection, side by side for all of them: see `takePlace`. */
  readonly replays: ReplayWindows;
  readonly received: ReceivedPackets;
  private readonly connectionsMax: number;
  private placesTaken = 0;

  constructor(sizes: {
    /** Connections that share this memory; default 1. */
    readonly connectionsMax?: number;
    readonly outgoingBlocks: number;
    readonly incomingBlocks: number;
    readonly messageBytesMax: number;
    /** With it long messages are sent compressed where that pays. */
    readonly compressor?: Compressor | undefined;
  }) {
    this.packing = new MessagePacking(sizes.messageBytesMax, sizes.compressor);
    this.outgoing = new BlockPool(sizes.outgoingBlocks);
    this.incoming = new BlockPool(sizes.incomingBlocks);
    this.scratch = new Uint8Array(sizes.messageBytesMax);
    this.connectionsMax = sizes.connectionsMax ?? 1;
    this.replays = new ReplayWindows(this.connectionsMax);
    this.received = new ReceivedPackets(this.connectionsMax);
  }

  /** A connection's place in what is kept side by side, for as long as it exists. Throws beyond `connectionsMax`. */
  takePlace(): number {
    if (this.placesTaken >= this.connectionsMax) {
      throw new RangeError(`memory for ${this.connectionsMax} connections has no place for another`);
    }
    return this.placesTaken++;
  }
}
