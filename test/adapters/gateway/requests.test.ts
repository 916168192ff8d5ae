// Whatever the schema lets a player say inside a session, on its way: the gateway forwards it or answers it, and the
// simulation's inbox decodes it, once, for the table of handlers. That none is forgotten is the compiler's business.

import { describe, expect, it } from '@jest/globals';
import { Gateway } from '#adapters/gateway/gateway.js';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import {
  encodePlayerPlaced,
  encodeSessionEnd,
  PlayerPlaced,
  SessionEnd,
} from '#adapters/protocol/generated/internal.js';
import { packets } from '#adapters/protocol/generated/packets.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import type { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import { SimulationInbox } from '#adapters/threads/records/simulation-inbox.js';
import type { Simulation } from '#application/tick/simulation.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { RecordSink } from '#ports/threads/record-queue.js';
import { goldenVectors } from '../../codegen/support/golden-vectors.js';

/** Ids below are the session layer's own. */
const gameIdsFrom = 0x10;
const requests = packets.filter(({ from, id }) => from === 'client' && id >= gameIdsFrom);
const forRules = requests.filter(({ state }) => state === 'playing');
const vectors = goldenVectors('game');
const sessionRow = 3;
const session = 3;

interface Pushed {
  readonly kind: number;
  readonly subject: number;
  readonly bytes: readonly number[];
}

/** A gateway with one session, whose endpoint and rings note what they are told. */
class Harness {
  readonly pushed: Pushed[] = [];
  readonly ended: string[] = [];
  readonly gateway: Gateway;
  private readonly waiting: ((sink: RecordSink) => void)[] = [];

  constructor() {
    this.gateway = new Gateway({
      index: 0,
      sessionsMax: 8,
      ticksPerSnapshot: 3,
      toSimulation: {
        refused: 0,
        publish: () => {},
        push: (kind, subject, data, at, length) => {
          this.pushed.push({ kind, subject, bytes: [...data.subarray(at, at + length)] });
          return true;
        },
      },
      fromSimulation: {
        pendingBytes: 0,
        drain: (sink) => this.waiting.splice(0).map((tell) => tell(sink)).length,
      },
      fromControl: { pendingBytes: 0, drain: () => 0 },
      frames: { newestTick: 0, acquire: () => undefined, release: () => {} },
    });
    const end = (what: string) => (sessionRow: number, reason: unknown) => {
      this.ended.push(`${what} ${sessionRow} ${String(reason)}`);
      this.gateway.onSessionClosed(sessionRow, DisconnectReason.left);
    };
    this.gateway.attach({
      receive: () => 0,
      update: () => {},
      flush: () => {},
      disconnect: end('disconnect'),
      violation: end('violation'),
    } as unknown as ServerEndpoint);
    this.gateway.onSessionOpened(sessionRow, new Uint8Array(16), 'Ada', false);
    this.pushed.length = 0;
  }

  /** The simulation says that its player stands in the world. */
  enterWorld(): void {
    const placed = new PlayerPlaced();
    placed.entity = 0x10007;
    this.tell(RecordKind.placed, (out) => encodePlayerPlaced(placed, out, 0));
  }

  tell(kind: number, encode: (out: Uint8Array) => number): void {
    const bytes = new Uint8Array(128);
    const length = encode(bytes);
    this.waiting.push((sink) => sink.onRecord(kind, session, bytes, 0, length));
    this.gateway.turn(0);
  }

  receive(bytes: Uint8Array): void {
    this.gateway.onMessage(sessionRow, Channel.reliable, bytes, 0, bytes.length);
  }
}

/** Notes which of its commands were called. */
function listeningSimulation(): { simulation: Simulation; called: string[] } {
  const called: string[] = [];
  const requests = new Proxy({}, { get: (_target, name) => () => called.push(String(name)) });
  const kick = (session: number, reason: number): void => void called.push(`kick ${session} ${reason}`);
  return { simulation: { requests, kick } as unknown as Simulation, called };
}

describe.each(forRules.map(({ name }) => name))('%s', (name) => {
  const examples = vectors.filter((vector) => vector.name === name).map(({ bytes }) => bytes);

  it('is forwarded as it came, once its player stands in the world', () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const bytes of examples) {
      const harness = new Harness();
      harness.enterWorld();
      harness.receive(bytes);
      expect(harness.pushed).toEqual([{ kind: RecordKind.message, subject: session, bytes: [...bytes] }]);
      expect(harness.gateway.counters.requestsTooEarly).toBe(0);
    }
  });

  it('is dropped and counted before that', () => {
    const harness = new Harness();
    harness.receive(examples[0]!);
    expect(harness.pushed).toEqual([]);
    expect(harness.ended).toEqual([]);
    expect(harness.gateway.counters.requestsTooEarly).toBe(1);
  });

  it('reaches the simulation as one command', () => {
    for (const bytes of examples) {
      const { simulation, called } = listeningSimulation();
      const inbox = new SimulationInbox(simulation);
      inbox.onRecord(RecordKind.message, 1, bytes, 0, bytes.length);
      expect(called).toHaveLength(1);
      expect(called[0]).not.toContain('kick');
    }
  });

  it('ends its session when it does not decode', () => {
    const { simulation, called } = listeningSimulation();
    const inbox = new SimulationInbox(simulation);
    const tooLong = Uint8Array.of(...examples[0]!, 0);
    inbox.onRecord(RecordKind.message, 1, tooLong, 0, tooLong.length);
    expect(called).toEqual([`kick 1 ${DisconnectReason.protocolViolation}`]);
    // It is the client's fault, not that of another thread.
    expect(inbox.malformed).toBe(0);
  });
});

describe('a gateway', () => {
  it('lets go who asks to leave, in the world or not', () => {
    for (const { bytes } of vectors.filter(({ name }) => name === 'LeaveRequest')) {
      const harness = new Harness();
      harness.receive(bytes);
      expect(harness.ended).toEqual([`disconnect ${sessionRow} ${DisconnectReason.left}`]);
    }
  });

  it('ends the session whose request to itself does not decode', () => {
    const harness = new Harness();
    harness.receive(Uint8Array.of(0x15, 1));
    expect(harness.ended).toEqual([`violation ${sessionRow} undecodable message`]);
    expect(harness.gateway.counters.messagesUndecodable).toBe(1);
  });

  it('counts those that the simulation ended because of what they sent', () => {
    const harness = new Harness();
    harness.enterWorld();
    const end = new SessionEnd();
    end.reason = DisconnectReason.protocolViolation;
    harness.tell(RecordKind.end, (out) => encodeSessionEnd(end, out, 0));
    expect(harness.ended).toEqual([`disconnect ${sessionRow} ${DisconnectReason.protocolViolation}`]);
    expect(harness.gateway.counters.messagesUndecodable).toBe(1);
  });

  it('takes nobody for in the world after its session ended', () => {
    const harness = new Harness();
    harness.enterWorld();
    harness.gateway.onSessionClosed(sessionRow, DisconnectReason.timeout);
    harness.gateway.onSessionOpened(sessionRow, new Uint8Array(16), 'Bob', false);
    harness.pushed.length = 0;
    harness.receive(vectors.find(({ name }) => name === 'UseSkill')!.bytes);
    expect(harness.pushed).toEqual([]);
    expect(harness.gateway.counters.requestsTooEarly).toBe(1);
  });
});

it('all requests of the schema were looked at', () => {
  expect(requests.map(({ name }) => name)).toContain('UseSkill');
  expect(forRules.length).toBeGreaterThanOrEqual(5);
});
