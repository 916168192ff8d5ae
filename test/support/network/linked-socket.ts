// Datagram sockets over shared-memory rings: a server in one thread, many clients in another, no network between. For
// measuring one side's memory by itself. Clients are numbered; their number is the port of their address.
import { RingConsumer, RingProducer, createRing, type RingHandle } from '#adapters/threads/memory/ring.js';
import { addressOf, portOf } from '#ports/network/datagram-address.js';
import {
  remoteBytes,
  slotBytes,
  type DatagramCounters,
  type DatagramReceiver,
  type DatagramSocket,
} from '#ports/network/datagram-socket.js';
import type { RecordSink } from '#ports/threads/record-queue.js';

export interface LinkHandles {
  readonly toServer: RingHandle;
  readonly toClients: RingHandle;
}

const ringBytes = 16 * 1024 * 1024;
const firstPort = 1000;

export function createLink(): LinkHandles {
  return { toServer: createRing(ringBytes), toClients: createRing(ringBytes) };
}

function noCounters(): DatagramCounters {
  return {
    packetsIn: 0,
    bytesIn: 0,
    packetsOut: 0,
    bytesOut: 0,
    truncated: 0,
    sendDropped: 0,
    receiveDropped: 0,
    errors: 0,
  };
}

/** The server's one socket. Allocates nothing per datagram. */
export class LinkedServerSocket implements DatagramSocket, RecordSink {
  readonly kind = 'linked';
  readonly blocking = false;
  readonly receiveBufferBytes = 0;
  readonly localPort = 7777;
  readonly counters = noCounters();
  readonly outgoing = new Uint8Array(slotBytes);
  private readonly address = addressOf('127.0.0.1', firstPort);
  private readonly incoming: RingConsumer;
  private readonly out: RingProducer;
  private receiver: DatagramReceiver | undefined;
  /** Datagrams are opened in place, which the ring's own memory does not allow. */
  private readonly buffer = new Uint8Array(slotBytes);

  constructor(link: LinkHandles) {
    this.incoming = new RingConsumer(link.toServer);
    this.out = new RingProducer(link.toClients);
  }

  receive(receiver: DatagramReceiver): number {
    this.receiver = receiver;
    return this.incoming.drain(this, 100_000);
  }

  onRecord(_kind: number, client: number, data: Uint8Array, at: number, length: number): void {
    const port = firstPort + client;
    this.address[remoteBytes - 2] = port >>> 8;
    this.address[remoteBytes - 1] = port & 0xff;
    for (let i = 0; i < length; i++) this.buffer[i] = data[at + i]!;
    this.counters.packetsIn++;
    this.receiver!.onDatagram(this.buffer, 0, length, this.address, 0);
  }

  claim(): number {
    return 0;
  }

  commit(length: number, address: Uint8Array, addressAt: number): void {
    this.counters.packetsOut++;
    this.out.push(1, portOf(address, addressAt) - firstPort, this.outgoing, 0, length);
  }

  flush(): void {
    // Committed datagrams are on their way already.
  }

  async close(): Promise<void> {
    // Nothing to close.
  }
}

/** All clients of the other thread; `deliver` moves what has come to their sockets. */
export class LinkedClients implements RecordSink {
  private readonly sockets: LinkedClientSocket[] = [];
  private readonly incoming: RingConsumer;
  private readonly out: RingProducer;

  constructor(link: LinkHandles) {
    this.incoming = new RingConsumer(link.toClients);
    this.out = new RingProducer(link.toServer);
  }

  open(): DatagramSocket {
    const socket = new LinkedClientSocket(this.out, this.sockets.length);
    this.sockets.push(socket);
    return socket;
  }

  deliver(): void {
    this.incoming.drain(this, 100_000);
  }

  onRecord(_kind: number, client: number, data: Uint8Array, at: number, length: number): void {
    this.sockets[client]?.waiting.push(data.slice(at, at + length));
  }
}

class LinkedClientSocket implements DatagramSocket {
  readonly kind = 'linked';
  readonly blocking = false;
  readonly receiveBufferBytes = 0;
  readonly counters = noCounters();
  readonly outgoing = new Uint8Array(slotBytes);
  readonly waiting: Uint8Array[] = [];
  private readonly server = addressOf('127.0.0.1', 7777);

  private readonly out: RingProducer;
  private readonly client: number;

  constructor(out: RingProducer, client: number) {
    this.out = out;
    this.client = client;
  }

  get localPort(): number {
    return firstPort + this.client;
  }

  receive(receiver: DatagramReceiver): number {
    const arrived = this.waiting.splice(0);
    for (const datagram of arrived) receiver.onDatagram(datagram, 0, datagram.length, this.server, 0);
    return arrived.length;
  }

  claim(): number {
    return 0;
  }

  commit(length: number): void {
    this.out.push(1, this.client, this.outgoing, 0, length);
  }

  flush(): void {
    // Committed datagrams are on their way already.
  }

  async close(): Promise<void> {
    // Nothing to close.
  }
}
