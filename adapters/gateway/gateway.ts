// One gateway: the sessions behind one socket, what their players send to the simulation, and what the simulation and
// its frames have for them. Single-threaded, driven by `turn`. Owns no time of its own and never throws for what comes
// from the network.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import { playerInputId } from '#adapters/protocol/generated/game.js';
import { GatewayRequestReader, isGameRequest } from '#adapters/protocol/generated/requests.js';
import type { GatewayRequestHandlers } from '#adapters/protocol/generated/requests.js';
import {
  SessionJoined,
  SessionLeft,
  encodeSessionJoined,
  encodeSessionLeft,
  sessionJoinedSizeMax,
} from '#adapters/protocol/generated/internal.js';
import type { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import type { SessionListener } from '#adapters/protocol/session/sessions/session-listener.js';
import type { FrameReader } from '#ports/threads/frame.js';
import type { BatchedRecordProducer, RecordConsumer } from '#ports/threads/record-queue.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import { Players } from './players.js';
import { Replication } from './replication.js';
import { SimulationRecords } from './simulation-records.js';

export interface GatewayOptions {
  readonly index: number;
  readonly sessionsMax: number;
  readonly toSimulation: BatchedRecordProducer;
  readonly fromSimulation: RecordConsumer;
  readonly fromControl: RecordConsumer;
  readonly frames: FrameReader;
  /** World steps between two snapshots to one client. */
  readonly ticksPerSnapshot: number;
  /** Told the index of each phase of `gatewayPhases` as it begins. */
  readonly timer?: TickTimer;
}

/** Indexes in `gatewayPhases`. */
const [phaseReceive, phaseWait, phaseRecords, phaseReplicate, phaseSend] = [0, 1, 2, 3, 4] as const;

export interface GatewayCounters {
  inputsReceived: number;
  /** Sessions ended because a message of theirs did not decode, here or in the simulation. */
  messagesUndecodable: number;
  /** Requests that only a player in the world can make, of sessions that have none yet; dropped. */
  requestsTooEarly: number;
}

/** Key exchanges of newcomers after each slice of snapshots: about as long as the slice, so that neither waits for the other. */
const exchangesBetween = 2;
/** Records taken from a ring in one turn. */
const recordsPerTurnMax = 32_768;

export class Gateway implements SessionListener, GatewayRequestHandlers {
  readonly counters: GatewayCounters = { inputsReceived: 0, messagesUndecodable: 0, requestsTooEarly: 0 };
  readonly players: Players;
  readonly replication: Replication;
  /** What clients ask of the gateway itself. */
  private readonly requests = new GatewayRequestReader(this);
  private readonly joined = new SessionJoined();
  private readonly left = new SessionLeft();
  private readonly scratch = new Uint8Array(sessionJoinedSizeMax);
  private records: SimulationRecords | undefined;
  private endpoint: ServerEndpoint | undefined;
  /** Sessions whose end the simulation's ring had no room for; at most as many as there are rows. */
  private readonly owedLeaves: number[] = [];

  constructor(private readonly options: GatewayOptions) {
    this.players = new Players(options.index, options.sessionsMax, options.ticksPerSnapshot);
    this.replication = new Replication(this.players, options.ticksPerSnapshot);
  }

  /** Records for sessions that had ended meanwhile. */
  get staleRecords(): number {
    return this.records?.stale ?? 0;
  }

  /** The endpoint, whose listener this is. Once, before the first `turn`. */
  attach(endpoint: ServerEndpoint): void {
    this.endpoint = endpoint;
    this.records = new SimulationRecords(endpoint, this.players, this.counters);
  }

  /**
   * Receives, hands over, replicates, sends. Waits up to `waitMs` for datagrams if the socket can block. Returns how many
   * datagrams came.
   */
  turn(waitMs: number): number {
    const endpoint = this.endpoint!;
    const records = this.records!;
    const { frames, toSimulation, fromSimulation, fromControl } = this.options;
    const { timer } = this.options;
    timer?.begin(phaseReceive);
    let received = endpoint.receive(0);
    if (received === 0 && waitMs > 0) {
      timer?.begin(phaseWait);
      received = endpoint.receive(waitMs);
    }
    toSimulation.publish();
    timer?.begin(phaseRecords);
    this.settleOwedLeaves();
    fromControl.drain(records, recordsPerTurnMax);
    const frame = frames.acquire();
    records.frame = frame;
    fromSimulation.drain(records, recordsPerTurnMax);
    timer?.begin(phaseReplicate);
    if (frame !== undefined) this.replication.replicate(endpoint, frame, this.receiveBetween);
    timer?.begin(phaseSend);
    records.frame = undefined;
    frames.release();
    endpoint.update();
    endpoint.flush();
    toSimulation.publish();
    timer?.end();
    return received;
  }

  /** While thousands get their snapshots, inputs and requests would fill the socket's queue and be lost. */
  private readonly receiveBetween = (): void => {
    const { timer } = this.options;
    timer?.begin(phaseReceive);
    this.endpoint!.receive(0, exchangesBetween);
    this.options.toSimulation.publish();
    timer?.begin(phaseReplicate);
  };

  // — SessionListener —

  onSessionOpened(sessionRow: number, accountId: Uint8Array, characterName: string, guest: boolean): void {
    const session = this.players.open(sessionRow);
    this.joined.accountId.set(accountId);
    this.joined.characterName = characterName;
    this.joined.guest = guest;
    const length = encodeSessionJoined(this.joined, this.scratch, 0);
    if (length < 0 || !this.push(RecordKind.joined, session, this.scratch, 0, length)) {
      this.endpoint!.disconnect(sessionRow, DisconnectReason.overloaded, 'the server is overloaded');
    }
  }

  onMessage(sessionRow: number, _channel: Channel, buffer: Uint8Array, at: number, length: number): void {
    const id = buffer[at]!;
    if (isGameRequest[id] !== 0) this.forward(sessionRow, id, buffer, at, length);
    else if (!this.requests.read(sessionRow, buffer, at, at + length)) {
      this.counters.messagesUndecodable++;
      this.endpoint!.violation(sessionRow, 'undecodable message');
    }
  }

  /** To the simulation, which decodes it: a gateway looks at nothing but whose it is. */
  private forward(sessionRow: number, id: number, buffer: Uint8Array, at: number, length: number): void {
    const { players, counters } = this;
    if (!players.isInWorld(sessionRow)) {
      counters.requestsTooEarly++;
      return;
    }
    const accepted = this.push(RecordKind.message, players.session(sessionRow), buffer, at, length);
    if (id === playerInputId) counters.inputsReceived++;
    // An input may be lost, the next one repeats it. What was acknowledged as delivered may not.
    else if (!accepted)
      this.endpoint!.disconnect(sessionRow, DisconnectReason.overloaded, 'the server is overloaded');
  }

  // — GatewayRequestHandlers —

  leave(sessionRow: number): void {
    this.endpoint!.disconnect(sessionRow, DisconnectReason.left, '');
  }

  // — SessionListener, the rest —

  onSessionClosed(sessionRow: number, reason: DisconnectReason): void {
    const session = this.players.close(sessionRow);
    this.left.reason = reason;
    const length = encodeSessionLeft(this.left, this.scratch, 0);
    if (!this.push(RecordKind.left, session, this.scratch, 0, length)) this.owedLeaves.push(session);
  }

  onPacketAcked(sessionRow: number, packetNumber: number): void {
    this.players.acknowledged(sessionRow, packetNumber);
  }

  onPacketLost(): void {
    // Nothing to do: what a lost snapshot carried goes out again because it is not acknowledged.
  }

  /** False when the ring has no room, which it counts: inputs are lost, anything else ends its session. */
  private push(kind: number, session: number, data: Uint8Array, at: number, length: number): boolean {
    return this.options.toSimulation.push(kind, session, data, at, length);
  }

  private settleOwedLeaves(): void {
    while (this.owedLeaves.length > 0) {
      this.left.reason = DisconnectReason.overloaded;
      const length = encodeSessionLeft(this.left, this.scratch, 0);
      if (!this.push(RecordKind.left, this.owedLeaves[0]!, this.scratch, 0, length)) return;
      this.owedLeaves.shift();
    }
  }
}
