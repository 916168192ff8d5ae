// What any number of segmented sockets of one thread share, for they are served one at a time: the slots into which they
// receive, and the datagrams that the one which sends now has ready. So the same few kilobytes stay in the nearest cache.

import type { LinuxNetwork } from '#adapters/udp/linux-network.js';
import { MessageBatch } from '#adapters/udp/message-batch.js';
import type { UdpOptions } from '#adapters/udp/udp-options.js';
import { slotBytes } from '#ports/network/datagram-socket.js';
import { SegmentedBatch, segmentedBytesMax } from './segmented-batch.js';

const receiveSlots = 128;
/** What both ways take of `slotMemory`. */
export const segmentedMemoryBytes = receiveSlots * slotBytes + segmentedBytesMax;

export class SegmentedMemory {
  readonly in: MessageBatch;
  readonly out: SegmentedBatch;
  /** Whose datagrams lie in `out`. */
  sender: { flush(): void } | undefined;

  /** `perRun`: how many datagrams the system may cut from one message. */
  constructor(
    network: LinuxNetwork,
    readonly perRun: number,
    slotMemory: UdpOptions['slotMemory'] = () => undefined,
  ) {
    const addressOf = (memory: Uint8Array): number => network.addressOf(memory);
    this.in = new MessageBatch(receiveSlots, false, addressOf, slotMemory(receiveSlots * slotBytes));
    this.out = new SegmentedBatch(addressOf, perRun, slotMemory(segmentedBytesMax));
  }
}
