// Sessions without network: takes the snapshots of all clients, counts them, and gives their acknowledgements a round trip
// later.

import type { Players } from '#adapters/gateway/players.js';

/** As much as a datagram has for a snapshot when no message waits. */
export const roomBytes = 1146;
/** Where in `packetBytes` snapshots begin. */
export const snapshotAt = 40;
const ringTicks = 64;

export class PacketSink {
  packets = 0;
  bytes = 0;
  /** Told of every snapshot while it is set. */
  received: ((sessionRow: number, bytes: Uint8Array, end: number) => void) | undefined;
  readonly packetBytes = new Uint8Array(2048);
  readonly messageRoom = roomBytes;
  private readonly current = { packetNumber: 0, roundTrip: { smoothedMs: 0 } };
  private readonly nextNumber: Uint32Array;
  private readonly sentRows: Uint16Array[];
  private readonly sentNumbers: Uint32Array[];
  private readonly sentCount = new Uint32Array(ringTicks);
  private tick = 0;
  private sessionRow = 0;

  constructor(
    clients: number,
    private readonly roundTripTicks: number,
  ) {
    this.nextNumber = new Uint32Array(clients);
    this.sentRows = Array.from({ length: ringTicks }, () => new Uint16Array(clients));
    this.sentNumbers = Array.from({ length: ringTicks }, () => new Uint32Array(clients));
    this.current.roundTrip.smoothedMs = (roundTripTicks * 1000) / 60;
  }

  beginTick(tick: number): void {
    this.tick = tick;
    this.sentCount[tick % ringTicks] = 0;
  }

  /** What was sent a round trip ago is acknowledged now. */
  acknowledge(players: Players): void {
    if (this.tick <= this.roundTripTicks) return;
    const at = (this.tick - this.roundTripTicks) % ringTicks;
    const rows = this.sentRows[at]!;
    const numbers = this.sentNumbers[at]!;
    const count = this.sentCount[at]!;
    for (let i = 0; i < count; i++) players.acknowledged(rows[i]!, numbers[i]!);
    this.sentCount[at] = 0;
  }

  // — what replication asks of the endpoint —

  connection(sessionRow: number): {
    readonly packetNumber: number;
    readonly roundTrip: { readonly smoothedMs: number };
  } {
    this.current.packetNumber = this.nextNumber[sessionRow]!;
    return this.current;
  }

  beginPacket(sessionRow: number): boolean {
    this.sessionRow = sessionRow;
    return true;
  }

  beginMessage(): number {
    return snapshotAt;
  }

  endMessage(end: number): void {
    this.packets++;
    this.bytes += end - snapshotAt;
    this.received?.(this.sessionRow, this.packetBytes, end);
  }

  finishPacket(): number {
    const number = this.nextNumber[this.sessionRow]!++;
    const at = this.tick % ringTicks;
    const count = this.sentCount[at]!++;
    this.sentRows[at]![count] = this.sessionRow;
    this.sentNumbers[at]![count] = number;
    return number;
  }
}
