// What the connections of one endpoint share: they are served one at a time.

import type { Compressor } from '#ports/compressor.js';
import { BlockPool } from './block-pool.js';
import { Frame } from './frame.js';
import { MessagePacking } from './message-packing.js';
import { PacketWriter } from './packet-writer.js';

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

  constructor(sizes: {
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
  }
}
