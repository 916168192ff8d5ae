// The receiving half of the reliable channel: puts frames in order and fragments together. Frames that came early wait
// in the endpoint's block pool; what cannot be kept is refused, and its packet is then not acknowledged.

import { type BlockPool, noBlock } from '../bytes/block-pool.js';
import type { PacketFrame } from '../bytes/frame.js';
import { fragmentBytes, reliableWindow } from '../bytes/packet-layout.js';

/** Early frames and unfinished messages of one connection: this many of the longest messages. */
const keptMessagesMax = 4;
const keptBytesCeiling = 512 * 1024;
/** How long the fragments of one message may take. */
const assemblyTimeoutMs = 30_000;

export const Arrival = {
  /** Seen before: nothing to do. */
  duplicate: 0,
  /** In order: deliver now, straight from the packet. */
  deliver: 1,
  /** Kept; `takeNext` may have something. */
  kept: 2,
  /** No room: the packet must not be acknowledged. */
  refused: 3,
  /** Against the rules: the connection ends. */
  violation: 4,
} as const;
export type Arrival = (typeof Arrival)[keyof typeof Arrival];

/** The frames of one window that wait for their turn. */
class KeptFrames {
  readonly block = new Int32Array(reliableWindow).fill(noBlock);
  readonly bytes = new Uint16Array(reliableWindow);
  readonly fragment = new Uint8Array(reliableWindow);
  readonly fragmentCount = new Uint8Array(reliableWindow);
  readonly isCompressed = new Uint8Array(reliableWindow);
}

export class ReliableReceiver {
  /** Whether the message that `takeNext` gave last is compressed. */
  tookCompressed = false;
  private expected = 0;
  private keptBytes = 0;
  /** Made when the first frame has to wait: most connections never need it. */
  private kept: KeptFrames | undefined;
  /** The message being put together: its fragments so far. */
  private assembly = noBlock;
  private assemblyBytes = 0;
  private assemblyNext = 0;
  private assemblyCount = 0;
  private assemblyStartMs = 0;

  constructor(
    private readonly pool: BlockPool,
    private readonly messageBytesMax: number,
  ) {}

  /** Gives all memory back. */
  reset(): void {
    const block = this.kept?.block;
    if (block !== undefined) {
      for (let position = 0; position < reliableWindow; position++) {
        if (block[position]! >= 0) this.pool.free(block[position]!);
        block[position] = noBlock;
      }
    }
    this.dropAssembly();
    this.expected = 0;
    this.keptBytes = 0;
  }

  /** An unfinished message has waited too long for its fragments. */
  isOverdue(nowMs: number): boolean {
    return this.assemblyCount !== 0 && ((nowMs - this.assemblyStartMs) | 0) > assemblyTimeoutMs;
  }

  /** Takes a frame. After `deliver` and `kept`, call `takeNext` until it returns -1. */
  arrive(frame: PacketFrame, data: Uint8Array): Arrival {
    const ahead = (frame.sequence - this.expected) & 0xffff;
    // A frame behind the window was delivered; the other side never has more than a window open.
    if (ahead >= 0x8000) return Arrival.duplicate;
    if (ahead >= reliableWindow) return Arrival.violation;
    const position = frame.sequence % reliableWindow;
    if (this.kept !== undefined && this.kept.block[position] !== noBlock) return Arrival.duplicate;
    if (frame.fragmentCount !== 0) {
      if (frame.fragmentCount * fragmentBytes >= this.messageBytesMax + fragmentBytes)
        return Arrival.violation;
      const isLast = frame.fragment === frame.fragmentCount - 1;
      if (isLast ? frame.bytes > fragmentBytes : frame.bytes !== fragmentBytes) return Arrival.violation;
    } else if (ahead === 0) {
      if (this.assemblyCount !== 0) return Arrival.violation;
      this.expected = (this.expected + 1) & 0xffff;
      return Arrival.deliver;
    }
    // The frame that everything waits for is taken in while there is any room: it is what frees the others.
    if (ahead !== 0 && !this.mayKeep(frame.bytes)) return Arrival.refused;
    const block = this.pool.store(data, frame.bodyAt, frame.bytes);
    if (block === noBlock) return Arrival.refused;
    const kept = (this.kept ??= new KeptFrames());
    kept.block[position] = block;
    kept.bytes[position] = frame.bytes;
    kept.fragment[position] = frame.fragment;
    kept.fragmentCount[position] = frame.fragmentCount;
    kept.isCompressed[position] = frame.isCompressed ? 1 : 0;
    this.keptBytes += frame.bytes;
    return Arrival.kept;
  }

  private mayKeep(bytes: number): boolean {
    const bytesMax = Math.min(keptBytesCeiling, keptMessagesMax * this.messageBytesMax);
    return this.keptBytes + bytes <= bytesMax && this.pool.grants(this.keptBytes, bytes);
  }

  /**
   * Copies the next message in order to `out` and returns its length; -1 when none is complete, -2 when the fragments
   * contradict each other. `out` has room for `messageBytesMax`.
   */
  takeNext(out: Uint8Array, nowMs: number): number {
    const { kept } = this;
    if (kept === undefined) return -1;
    for (;;) {
      const position = this.expected % reliableWindow;
      const block = kept.block[position]!;
      if (block === noBlock) return -1;
      const bytes = kept.bytes[position]!;
      const count = kept.fragmentCount[position]!;
      const isCompressed = kept.isCompressed[position] === 1;
      // All fragments of a message say the same.
      const isContradiction = this.assemblyCount !== 0 && isCompressed !== this.tookCompressed;
      this.tookCompressed = isCompressed;
      kept.block[position] = noBlock;
      this.expected = (this.expected + 1) & 0xffff;
      if (count === 0) {
        this.keptBytes -= bytes;
        this.pool.load(block, bytes, out, 0);
        this.pool.free(block);
        return this.assemblyCount === 0 ? bytes : -2;
      }
      if (isContradiction) {
        this.keptBytes -= bytes;
        this.pool.free(block);
        return -2;
      }
      if (!this.assemble(block, bytes, kept.fragment[position]!, count, nowMs)) return -2;
      if (this.assemblyNext === this.assemblyCount) return this.takeAssembly(out);
    }
  }

  /** False when the fragment does not continue the message, which is then forgotten. */
  private assemble(block: number, bytes: number, fragment: number, count: number, nowMs: number): boolean {
    if (this.assemblyCount === 0) {
      this.assemblyCount = count;
      this.assemblyStartMs = nowMs;
    }
    const fits =
      fragment === this.assemblyNext &&
      count === this.assemblyCount &&
      this.assemblyBytes + bytes <= this.messageBytesMax;
    this.assembly = this.pool.join(this.assembly, block);
    this.assemblyBytes += bytes;
    this.assemblyNext++;
    return fits;
  }

  private takeAssembly(out: Uint8Array): number {
    const length = this.assemblyBytes;
    this.pool.load(this.assembly, length, out, 0);
    this.dropAssembly();
    return length;
  }

  private dropAssembly(): void {
    if (this.assembly !== noBlock) this.pool.free(this.assembly);
    this.keptBytes -= this.assemblyBytes;
    this.assembly = noBlock;
    this.assemblyBytes = 0;
    this.assemblyNext = 0;
    this.assemblyCount = 0;
  }
}
