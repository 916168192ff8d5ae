// Memory for one sendmmsg call whose messages the system cuts into datagrams (UDP_SEGMENT, Linux 4.18): datagrams lie one
// behind the other, and neighbours of one length and one destination make a run, which passes through the network stack
// once. Only a run's last datagram may be shorter. Structures as in adapters/udp/message-batch.ts, and for each header:
//   cmsghdr 24: cmsg_len 0 (u64) = 18, cmsg_level 8 (i32), cmsg_type 12 (i32), segment size 16 (u16)

import { slotBytes } from '#ports/network/datagram-socket.js';
import { familyIpv4 } from '#adapters/udp/linux-network.js';

const headerBytes = 64;
const vectorBytes = 16;
const nameBytes = 16;
const controlBytes = 24;
const controlLength = 18;
const levelUdp = 17;
const typeSegment = 103;
const two32 = 2 ** 32;

/** The system takes 64 segments (128 since Linux 6.9), together no more than one IP packet. */
export const segmentsMax = 64;
const runBytesMax = 65_000;
const runsMax = 64;
/** Datagrams of one batch, together. */
export const segmentedBytesMax = 256 * 1024;

export class SegmentedBatch {
  /** Datagrams, one behind the other. */
  readonly bytes: Uint8Array;
  /** Where the next datagram goes; `slotBytes` are free there unless `isFull`. */
  end = 0;
  runs = 0;
  readonly #headers = new Int32Array(new ArrayBuffer(runsMax * headerBytes));
  readonly #vectors = new Int32Array(new ArrayBuffer(runsMax * vectorBytes));
  readonly #controls = new Uint16Array(new ArrayBuffer(runsMax * controlBytes));
  readonly #names = new Uint8Array(new ArrayBuffer(runsMax * nameBytes));
  readonly #tails = Array.from(
    { length: runsMax },
    (_, i) => new Uint8Array(this.#headers.buffer, i * headerBytes),
  );
  readonly #segments = new Uint8Array(runsMax);
  readonly #bytesAddress: number;
  /** Whether the newest run may grow. */
  #isOpen = false;

  /** `perRun` 1 makes each datagram a message of its own, which any Linux understands. */
  constructor(
    addressOf: (memory: Uint8Array) => number,
    private readonly perRun: number,
    bytes: Uint8Array = new Uint8Array(new ArrayBuffer(segmentedBytesMax)),
  ) {
    this.bytes = bytes;
    const addressOfBuffer = ({ buffer }: { buffer: ArrayBuffer }): number =>
      addressOf(new Uint8Array(buffer));
    const controls32 = new Int32Array(this.#controls.buffer);
    const namesAt = addressOfBuffer(this.#names);
    const vectorsAt = addressOfBuffer(this.#vectors);
    const controlsAt = addressOfBuffer(this.#controls);
    this.#bytesAddress = addressOf(this.bytes);
    for (let i = 0; i < runsMax; i++) {
      const header = i * 16;
      writeAddress(this.#headers, header, namesAt + i * nameBytes);
      this.#headers[header + 2] = nameBytes;
      writeAddress(this.#headers, header + 4, vectorsAt + i * vectorBytes);
      this.#headers[header + 6] = 1;
      writeAddress(this.#headers, header + 8, controlsAt + i * controlBytes);
      controls32[i * 6] = controlLength;
      controls32[i * 6 + 2] = levelUdp;
      controls32[i * 6 + 3] = typeSegment;
    }
  }

  /** Whether there may be no room for another datagram: send and `clear` first. */
  get isFull(): boolean {
    return this.end + slotBytes > segmentedBytesMax || this.runs === runsMax;
  }

  /** Array of mmsghdr from run `i` on. */
  from(i: number): Uint8Array {
    return this.#tails[i]!;
  }

  segments(i: number): number {
    return this.#segments[i]!;
  }

  runBytes(i: number): number {
    return this.#vectors[i * 4 + 2]!;
  }

  /** Adds the `length` bytes at `end`, for an IPv4 address in the port's form. */
  add(length: number, address: Uint8Array, addressAt: number): void {
    if (!this.#grow(length, address, addressAt)) this.#begin(length, address, addressAt);
    this.end += length;
  }

  clear(): void {
    this.end = 0;
    this.runs = 0;
    this.#isOpen = false;
  }

  #grow(length: number, address: Uint8Array, addressAt: number): boolean {
    const run = this.runs - 1;
    if (!this.#isOpen || length === 0) return false;
    const size = this.#controls[run * 12 + 8]!;
    const total = this.runBytes(run) + length;
    if (length > size || total > runBytesMax) return false;
    const name = run * nameBytes;
    for (let k = 0; k < 4; k++) if (this.#names[name + 4 + k] !== address[addressAt + 12 + k]) return false;
    for (let k = 0; k < 2; k++) if (this.#names[name + 2 + k] !== address[addressAt + 16 + k]) return false;
    this.#vectors[run * 4 + 2] = total;
    const segments = ++this.#segments[run]!;
    this.#headers[run * 16 + 10] = controlBytes;
    this.#isOpen = length === size && segments < this.perRun;
    return true;
  }

  #begin(length: number, address: Uint8Array, addressAt: number): void {
    const run = this.runs++;
    const name = run * nameBytes;
    this.#names[name] = familyIpv4;
    for (let k = 0; k < 2; k++) this.#names[name + 2 + k] = address[addressAt + 16 + k]!;
    for (let k = 0; k < 4; k++) this.#names[name + 4 + k] = address[addressAt + 12 + k]!;
    writeAddress(this.#vectors, run * 4, this.#bytesAddress + this.end);
    this.#vectors[run * 4 + 2] = length;
    this.#controls[run * 12 + 8] = length;
    this.#segments[run] = 1;
    // One datagram needs no cutting, and no control message that says so.
    this.#headers[run * 16 + 10] = 0;
    this.#isOpen = length > 0 && this.perRun > 1;
  }
}

/** As 64 bits, little-endian; addresses are below 2^47. */
function writeAddress(words: Int32Array, at: number, address: number): void {
  words[at] = address >>> 0;
  words[at + 1] = Math.floor(address / two32);
}
