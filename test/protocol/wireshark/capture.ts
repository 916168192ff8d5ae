// Datagrams between clients and a server, kept as they pass, and written as a pcap file (the classic format: microseconds,
// raw IPv4).

import type { DatagramReceiver, DatagramSocket } from '#ports/network/datagram-socket.js';

export interface Datagram {
  readonly atMs: number;
  /** 18 bytes, see ports/network/datagram-address. */
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  readonly bytes: Uint8Array;
}

/** A socket that notes what goes through it. */
export class RecordingSocket implements DatagramSocket {
  #claimedAt = 0;

  constructor(
    readonly inner: DatagramSocket,
    readonly address: Uint8Array,
    readonly record: (from: Uint8Array, to: Uint8Array, bytes: Uint8Array) => void,
  ) {}

  get kind(): string {
    return this.inner.kind;
  }
  get blocking(): boolean {
    return this.inner.blocking;
  }
  get localPort(): number {
    return this.inner.localPort;
  }
  get receiveBufferBytes(): number {
    return this.inner.receiveBufferBytes;
  }
  get counters(): DatagramSocket['counters'] {
    return this.inner.counters;
  }
  get outgoing(): Uint8Array {
    return this.inner.outgoing;
  }

  receive(receiver: DatagramReceiver, waitMs: number): number {
    const noting: DatagramReceiver = {
      onDatagram: (buffer, at, length, address, addressAt) => {
        this.record(
          address.slice(addressAt, addressAt + 18),
          this.address,
          Uint8Array.from(buffer.subarray(at, at + length)),
        );
        receiver.onDatagram(buffer, at, length, address, addressAt);
      },
    };
    return this.inner.receive(noting, waitMs);
  }

  claim(): number {
    return (this.#claimedAt = this.inner.claim());
  }

  commit(length: number, address: Uint8Array, addressAt: number): void {
    const bytes = Uint8Array.from(this.outgoing.subarray(this.#claimedAt, this.#claimedAt + length));
    this.record(this.address, address.slice(addressAt, addressAt + 18), bytes);
    this.inner.commit(length, address, addressAt);
  }

  flush(): void {
    this.inner.flush();
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}

export function pcapFile(datagrams: readonly Datagram[]): Uint8Array {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(65_535, 16);
  // LINKTYPE_RAW
  header.writeUInt32LE(101, 20);
  return Buffer.concat([header, ...datagrams.map(pcapRecord)]);
}

function pcapRecord({ atMs, from, to, bytes }: Datagram): Buffer {
  const length = 28 + bytes.length;
  const record = Buffer.alloc(16 + length);
  record.writeUInt32LE(Math.floor(atMs / 1000), 0);
  record.writeUInt32LE(Math.floor((atMs % 1000) * 1000), 4);
  record.writeUInt32LE(length, 8);
  record.writeUInt32LE(length, 12);
  const ip = record.subarray(16);
  ip.writeUInt8(0x45, 0);
  ip.writeUInt16BE(length, 2);
  ip.writeUInt8(64, 8);
  ip.writeUInt8(17, 9);
  ip.set(from.subarray(12, 16), 12);
  ip.set(to.subarray(12, 16), 16);
  // Ports are the last two bytes of an address; a UDP checksum of 0 means that there is none.
  ip.set(from.subarray(16, 18), 20);
  ip.set(to.subarray(16, 18), 22);
  ip.writeUInt16BE(8 + bytes.length, 24);
  ip.set(bytes, 28);
  return record;
}
