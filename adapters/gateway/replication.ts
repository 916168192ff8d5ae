// Sends every player its snapshot when it is due: at most one a frame, every `ticksPerSnapshot` ticks.

import { Channel, unreliableBytesMax } from '#adapters/protocol/session/packet-layout.js';
import { tickRate } from '#adapters/protocol/generated/game.js';
import type { Frame } from '#ports/frame.js';
import { AreaOfInterest } from './area-of-interest.js';
import type { Players } from './players.js';
import { SnapshotComposer } from './snapshot-composer.js';

/** Room that queued messages leave for the snapshot in its datagram. */
const reserveBytes = 700;
/** A resend waits a round trip and a bit more than the time between two snapshots, in ticks. */
const resendSlackTicks = 5;
const resendTicksMax = 120;

/** What replication asks of a ServerEndpoint; benchmarks have one without sessions. */
export interface SnapshotCarrier {
  readonly packetBytes: Uint8Array;
  readonly messageRoom: number;
  connection(slot: number): {
    readonly packetNumber: number;
    readonly roundTrip: { readonly smoothedMs: number };
  };
  beginPacket(slot: number, reserveBytes: number): boolean;
  beginMessage(channel: Channel, bytesMax: number): number;
  endMessage(end: number): void;
  finishPacket(): number;
}

export class Replication {
  snapshotsSent = 0;
  private lastTick = 0;
  private readonly interest = new AreaOfInterest();
  private readonly composer = new SnapshotComposer();
  private readonly compose = { budgetBytes: 0, resendAfterTicks: 0 };

  constructor(
    private readonly players: Players,
    private readonly ticksPerSnapshot: number,
  ) {}

  replicate(endpoint: SnapshotCarrier, frame: Frame): void {
    const { tick } = frame;
    if (tick === this.lastTick) return;
    this.lastTick = tick;
    const { nextTick } = this.players;
    const slots = this.players.views.length;
    for (let slot = 0; slot < slots; slot++) {
      if (nextTick[slot] === 0 || nextTick[slot]! > tick) continue;
      // After a pause the turns go on from now instead of being made up for.
      nextTick[slot] = Math.max(nextTick[slot]! + this.ticksPerSnapshot, tick + 1);
      this.send(endpoint, frame, slot);
    }
  }

  private send(endpoint: SnapshotCarrier, frame: Frame, slot: number): void {
    const view = this.players.views[slot]!;
    // Between its placing and the frame that shows it, and after its end, the player has no snapshot.
    if (frame.columns.id[view.entity & 0xffff] !== view.entity) return;
    if (!endpoint.beginPacket(slot, reserveBytes)) return;
    const connection = endpoint.connection(slot);
    const room = Math.min(endpoint.messageRoom, unreliableBytesMax);
    const at = endpoint.beginMessage(Channel.sequenced, room);
    if (at >= 0) {
      const flight = this.players.flights[slot]!;
      this.interest.update(view, frame);
      flight.open(connection.packetNumber, frame.tick);
      this.compose.budgetBytes = room;
      const roundTripTicks = Math.ceil((connection.roundTrip.smoothedMs * tickRate) / 1000);
      this.compose.resendAfterTicks = Math.min(resendTicksMax, roundTripTicks + resendSlackTicks);
      const end = this.composer.compose(view, frame, flight, this.compose, endpoint.packetBytes, at);
      if (end < 0) throw new Error(`a snapshot could not be encoded: fault ${end}`);
      endpoint.endMessage(end);
      this.snapshotsSent++;
    }
    endpoint.finishPacket();
  }
}
