// A client's socket behind a router that gives it another port now and then.

import type { DatagramCounters, DatagramReceiver, DatagramSocket } from '#ports/network/datagram-socket.js';

export class NatSocket implements DatagramSocket {
  readonly kind = 'nat';
  readonly blocking = false;

  constructor(
    private inner: DatagramSocket,
    private readonly open: () => Promise<DatagramSocket>,
  ) {}

  get localPort(): number {
    return this.inner.localPort;
  }

  get receiveBufferBytes(): number {
    return this.inner.receiveBufferBytes;
  }

  get counters(): DatagramCounters {
    return this.inner.counters;
  }

  get outgoing(): Uint8Array {
    return this.inner.outgoing;
  }

  /** What is sent from now on comes from another port; what goes to the old one is lost. */
  async rebind(): Promise<void> {
    const old = this.inner;
    this.inner = await this.open();
    await old.close();
  }

  receive(receiver: DatagramReceiver, waitMs: number): number {
    return this.inner.receive(receiver, waitMs);
  }

  claim(): number {
    return this.inner.claim();
  }

  commit(length: number, address: Uint8Array, addressAt: number): void {
    this.inner.commit(length, address, addressAt);
  }

  flush(): void {
    this.inner.flush();
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
