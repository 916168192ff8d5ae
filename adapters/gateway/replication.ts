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
  connection(sessionRow: number): {
    readonly packetNumber: number;
    readonly roundTrip: { readonly smoothedMs: number };
  };
  beginPacket(sessionRow: number, reserveBytes: number): boolean;
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
    const { nextTick, sessionRowsEnd } = this.players;
    const pauseTicks = this.ticksPerSnapshot * crowdSteps[this.ladder.step]!.slowness;
    let due = 0;
    for (let sessionRow = 0; sessionRow < sessionRowsEnd; sessionRow++) {
      if (nextTick[sessionRow] === 0 || nextTick[sessionRow]! > tick) continue;
      if (++due % clientsPerSlice === 0 && between !== undefined) between();
      // Its session may have ended in between.
      if (nextTick[sessionRow] === 0) continue;
      // After a pause the turns go on from now instead of being made up for.
      nextTick[sessionRow] = Math.max(nextTick[sessionRow]! + pauseTicks, tick + 1);
      this.send(endpoint, frame, sessionRow);
    }
  }

  /** Players placed now whose client is on this step of the crowd ladder. */
  clientsOnStep(step: number): number {
    const { nextTick, sessionRowsEnd, step: steps } = this.players;
    let count = 0;
    for (let sessionRow = 0; sessionRow < sessionRowsEnd; sessionRow++)
      if (nextTick[sessionRow] !== 0 && steps[sessionRow] === step) count++;
    return count;
  }

  private send(endpoint: SnapshotCarrier, frame: Frame, sessionRow: number): void {
    const entity = this.players.views.entity[sessionRow]!;
    // Between its placing and the frame that shows it, and after its end, the player has no snapshot.
    if (frame.columns.id[entity & 0xffff] !== entity) return;
    if (!endpoint.beginPacket(sessionRow, reserveBytes)) return;
    const room = Math.min(endpoint.messageRoom, unreliableBytesMax);
    const at = endpoint.beginMessage(Channel.sequenced, room);
    if (at >= 0) {
      const connection = endpoint.connection(sessionRow);
      const { options, players } = this;
      this.look(sessionRow, frame);
      players.flights.open(sessionRow, connection.packetNumber, frame.tick);
      const roundTripTicks = Math.ceil((connection.roundTrip.smoothedMs * tickRate) / 1000);
      options.budgetBytes = room;
      options.resendAfterTicks = Math.min(resendTicksMax, roundTripTicks + resendSlackTicks);
      options.step = crowdSteps[players.step[sessionRow]!]!;
      endpoint.endMessage(this.composer.compose(sessionRow, frame, options, endpoint.packetBytes, at));
      this.snapshotsSent++;
    }
    endpoint.finishPacket();
  }

  /** Looks who is in the player's sight, if it is time. */
  private look(sessionRow: number, frame: Frame): void {
    const { players, interest } = this;
    const { views, nextLookTick, lookX, lookY, lookMap } = players;
    const { columns, tick } = frame;
    const self = views.entity[sessionRow]! & 0xffff;
    const x = columns.x[self]!;
    const y = columns.y[self]!;
    const map = columns.map[self]!;
    const next = nextLookTick[sessionRow]!;
    const moved = Math.abs(x - lookX[sessionRow]!) + Math.abs(y - lookY[sessionRow]!);
    if (tick < next && map === lookMap[sessionRow] && moved < lookAgainUnits) return;
    // The first time comes when players do, often many at once; from then on they take turns.
    const pause = crowdSteps[this.ladder.step]!.slowness > 1 ? ticksPerLookWhenSlow : ticksPerLook;
    nextLookTick[sessionRow] =
      tick + (next === 0 ? 1 + ((sessionRow * this.ticksPerSnapshot) % pause) : pause);
    lookX[sessionRow] = x;
    lookY[sessionRow] = y;
    lookMap[sessionRow] = map;
    const before = players.step[sessionRow]!;
    interest.look(views, sessionRow, frame, crowdSteps[before]!.nearest);
    players.step[sessionRow] = Math.max(this.ladder.step, stepBySeen(before, views.around[sessionRow]!));
  }
}
