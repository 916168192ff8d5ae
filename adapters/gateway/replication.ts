// Sends every player its snapshot when it is due: at most one a frame, every `ticksPerSnapshot` ticks, or less often on the
// last step of the crowd ladder.

import { Channel, unreliableBytesMax } from '#adapters/protocol/session/bytes/packet-layout.js';
import { tickRate } from '#adapters/protocol/generated/game.js';
import type { Frame } from '#ports/threads/frame.js';
import { AreaOfInterest } from '#application/replication/area-of-interest.js';
import { LoadLadder, crowdSteps, stepBySeen } from '#application/replication/crowd-ladder.js';
import type { Players } from './players.js';
import { SnapshotComposer } from './snapshot-composer.js';

/** Room that queued messages leave for the snapshot in its datagram. */
const reserveBytes = 700;
/** A resend waits a round trip and a bit more than the time between two snapshots, in ticks. */
const resendSlackTicks = 5;
const resendTicksMax = 120;
/** After this many snapshots, a millisecond or less of work, `between` is called. */
const clientsPerSlice = 64;
/**
 * Who is in sight is looked up every fourth snapshot, clients in turns, and where snapshots are rare every other; who is gone
 * is noticed at once.
 */
const ticksPerLook = 10;
const ticksPerLookWhenSlow = 24;
/** A player that is farther than this from where it looked last, in units of both axes together, looks at once: 8 m. */
const lookAgainUnits = 8 * 64;

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
  readonly ladder = new LoadLadder();
  private lastTick = 0;
  private readonly interest = new AreaOfInterest();
  private readonly composer: SnapshotComposer;
  private readonly options = { budgetBytes: 0, resendAfterTicks: 0, step: crowdSteps[0]! };

  constructor(
    private readonly players: Players,
    private readonly ticksPerSnapshot: number,
  ) {
    this.composer = new SnapshotComposer(players.views, players.flights);
  }

  /** `between` slices of clients something else may be done, such as receiving: many snapshots take long. */
  replicate(endpoint: SnapshotCarrier, frame: Frame, between?: () => void): void {
    const { tick } = frame;
    if (tick === this.lastTick) return;
    this.lastTick = tick;
    const { nextTick, slotsEnd } = this.players;
    const pauseTicks = this.ticksPerSnapshot * crowdSteps[this.ladder.step]!.slowness;
    let due = 0;
    for (let slot = 0; slot < slotsEnd; slot++) {
      if (nextTick[slot] === 0 || nextTick[slot]! > tick) continue;
      if (++due % clientsPerSlice === 0 && between !== undefined) between();
      // Its session may have ended in between.
      if (nextTick[slot] === 0) continue;
      // After a pause the turns go on from now instead of being made up for.
      nextTick[slot] = Math.max(nextTick[slot]! + pauseTicks, tick + 1);
      this.send(endpoint, frame, slot);
    }
  }

  /** Players placed now whose client is on this step of the crowd ladder. */
  clientsOnStep(step: number): number {
    const { nextTick, slotsEnd, step: steps } = this.players;
    let count = 0;
    for (let slot = 0; slot < slotsEnd; slot++) if (nextTick[slot] !== 0 && steps[slot] === step) count++;
    return count;
  }

  private send(endpoint: SnapshotCarrier, frame: Frame, slot: number): void {
    const entity = this.players.views.entity[slot]!;
    // Between its placing and the frame that shows it, and after its end, the player has no snapshot.
    if (frame.columns.id[entity & 0xffff] !== entity) return;
    if (!endpoint.beginPacket(slot, reserveBytes)) return;
    const room = Math.min(endpoint.messageRoom, unreliableBytesMax);
    const at = endpoint.beginMessage(Channel.sequenced, room);
    if (at >= 0) {
      const connection = endpoint.connection(slot);
      const { options, players } = this;
      this.look(slot, frame);
      players.flights.open(slot, connection.packetNumber, frame.tick);
      const roundTripTicks = Math.ceil((connection.roundTrip.smoothedMs * tickRate) / 1000);
      options.budgetBytes = room;
      options.resendAfterTicks = Math.min(resendTicksMax, roundTripTicks + resendSlackTicks);
      options.step = crowdSteps[players.step[slot]!]!;
      endpoint.endMessage(this.composer.compose(slot, frame, options, endpoint.packetBytes, at));
      this.snapshotsSent++;
    }
    endpoint.finishPacket();
  }

  /** Looks who is in the player's sight, if it is time. */
  private look(slot: number, frame: Frame): void {
    const { players, interest } = this;
    const { views, nextLookTick, lookX, lookY, lookMap } = players;
    const { columns, tick } = frame;
    const self = views.entity[slot]! & 0xffff;
    const x = columns.x[self]!;
    const y = columns.y[self]!;
    const map = columns.map[self]!;
    const next = nextLookTick[slot]!;
    const moved = Math.abs(x - lookX[slot]!) + Math.abs(y - lookY[slot]!);
    if (tick < next && map === lookMap[slot] && moved < lookAgainUnits) return;
    // The first time comes when players do, often many at once; from then on they take turns.
    const pause = crowdSteps[this.ladder.step]!.slowness > 1 ? ticksPerLookWhenSlow : ticksPerLook;
    nextLookTick[slot] = tick + (next === 0 ? 1 + ((slot * this.ticksPerSnapshot) % pause) : pause);
    lookX[slot] = x;
    lookY[slot] = y;
    lookMap[slot] = map;
    const before = players.step[slot]!;
    interest.look(views, slot, frame, crowdSteps[before]!.nearest);
    players.step[slot] = Math.max(this.ladder.step, stepBySeen(before, views.around[slot]!));
  }
}
