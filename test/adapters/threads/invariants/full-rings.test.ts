// What happens when a ring is full (docs/threads.md, C3 to C6): who writes never waits, what must not vanish does not, and
// what may is counted.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { Gateway } from '#adapters/gateway/gateway.js';
import {
  ChatRequest,
  PlayerInput,
  chatRequestSizeMax,
  encodeChatRequest,
  encodePlayerInput,
  playerInputSizeMax,
} from '#adapters/protocol/generated/game.js';
import {
  PlayerPlaced,
  SessionEnd,
  decodeSessionEnd,
  encodePlayerPlaced,
  playerPlacedSizeMax,
} from '#adapters/protocol/generated/internal.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import type { ServerEndpoint } from '#adapters/protocol/session/server-endpoint.js';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { PacketPlayerOutput } from '#adapters/threads/records/packet-player-output.js';
import { ChatScope, DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import { sessionNumber } from '#ports/threads/session-number.js';
import { Records } from '../../../contract/record-queue.js';

const none = new Uint8Array(0);
const account = new Uint8Array(16);

function taken(consumer: RingConsumer): Records {
  const records = new Records();
  consumer.drain(records, 10_000);
  return records;
}

function fill(producer: RingProducer): void {
  while (producer.push(255, 0, none, 0, 0));
}

const line = (text: string) => ({ scope: ChatScope.say, speaker: 1, name: '', text });

describe('what the simulation tells a gateway that does not read', () => {
  const gateways = [createRing(1024), createRing(1024)];
  const consumers = gateways.map((ring) => new RingConsumer(ring));
  const output = new PacketPlayerOutput(gateways.map((ring) => new RingProducer(ring)));
  const [stuck, well] = [sessionNumber(0, 1, 7), sessionNumber(1, 1, 7)];
  const speak = (session: number) => output.toSession.chat(session, line('x'.repeat(100)));

  it('ends the session that missed something, as soon as there is room, and no other', () => {
    for (let i = 0; i < 20; i++) speak(stuck);
    // To the last byte: what is for all near somebody may be lost, and ends nobody's session.
    for (let i = 0; i < 20; i++) output.toNearby.chat(1, line(''));
    taken(consumers[1]!);
    speak(well);
    output.endOverrunSessions();
    const before = taken(consumers[0]!).all;
    // The end itself found no room: it comes with the next try.
    expect(before.map(({ kind }) => kind)).not.toContain(RecordKind.end);
    output.endOverrunSessions();
    const after = taken(consumers[0]!).all;
    expect(after[0]).toMatchObject({ kind: RecordKind.end, subject: stuck });
    const end = new SessionEnd();
    decodeSessionEnd(end, Uint8Array.from(after[0]!.data), 0, after[0]!.data.length);
    expect(end.reason).toBe(DisconnectReason.overloaded);
    expect(taken(consumers[1]!).all.map(({ kind }) => kind)).toEqual([RecordKind.reliable]);
  });
});

/** What a gateway asks of its endpoint, and which sessions it ended. */
class StandInEndpoint {
  readonly ended: (readonly [slot: number, reason: number])[] = [];
  readonly sent: number[] = [];
  receive = (): number => 0;
  update = (): void => undefined;
  flush = (): void => undefined;
  send = (slot: number): void => void this.sent.push(slot);
  disconnect = (slot: number, reason: number): void => void this.ended.push([slot, reason]);
}

describe('a gateway', () => {
  let endpoint: StandInEndpoint;
  let gateway: Gateway;
  let toSimulation: RingProducer;
  let simulation: RingConsumer;
  let fromSimulation: RingProducer;

  beforeEach(() => {
    const [to, from, control] = [createRing(1024), createRing(1024), createRing(1024)];
    toSimulation = new RingProducer(to, { publishByHand: true });
    simulation = new RingConsumer(to);
    fromSimulation = new RingProducer(from);
    endpoint = new StandInEndpoint();
    gateway = new Gateway({
      ...{ index: 3, sessionsMax: 4, ticksPerSnapshot: 3, toSimulation },
      fromSimulation: new RingConsumer(from),
      fromControl: new RingConsumer(control),
      frames: { acquire: () => undefined, release: () => undefined, newestTick: 0 },
    });
    gateway.attach(endpoint as unknown as ServerEndpoint);
    gateway.onSessionOpened(2, account, 'Ada', true);
    const placed = new Uint8Array(playerPlacedSizeMax);
    const length = encodePlayerPlaced(Object.assign(new PlayerPlaced(), { entity: 5 }), placed, 0);
    fromSimulation.push(RecordKind.placed, sessionNumber(3, 0, 2), placed, 0, length);
    gateway.turn(0);
  });

  const send = (bytes: Uint8Array, length: number) =>
    gateway.onMessage(2, Channel.reliable, bytes, 0, length);

  it('loses an input that finds no room and counts it; the session goes on', () => {
    fill(toSimulation);
    const refusedBefore = toSimulation.refused;
    const input = new Uint8Array(playerInputSizeMax);
    send(input, encodePlayerInput(new PlayerInput(), input, 0));
    expect(endpoint.ended).toEqual([]);
    expect(toSimulation.refused).toBe(refusedBefore + 1);
  });

  it('ends the session whose request finds no room: it was acknowledged as delivered', () => {
    fill(toSimulation);
    const request = new ChatRequest();
    request.scope = ChatScope.say;
    request.text = 'hello';
    const chat = new Uint8Array(chatRequestSizeMax);
    send(chat, encodeChatRequest(request, chat, 0));
    expect(endpoint.ended).toEqual([[2, DisconnectReason.overloaded]]);
  });

  it('tells of a session’s end until the simulation has it, once', () => {
    taken(simulation);
    fill(toSimulation);
    gateway.onSessionClosed(2, DisconnectReason.timeout);
    for (let turn = 0; turn < 3; turn++) gateway.turn(0);
    const left = () =>
      taken(simulation)
        .all.filter(({ kind }) => kind === RecordKind.left)
        .map(({ subject }) => subject);
    expect(left()).toEqual([]);
    gateway.turn(0);
    expect(left()).toEqual([sessionNumber(3, 0, 2)]);
    gateway.turn(0);
    expect(left()).toEqual([]);
  });

  it('gives nobody what was meant for an earlier session of the slot, or for another gateway’s', () => {
    const say = (session: number) => fromSimulation.push(RecordKind.reliable, session, none, 0, 0);
    gateway.onSessionClosed(2, DisconnectReason.left);
    say(sessionNumber(3, 0, 2));
    gateway.turn(0);
    gateway.onSessionOpened(2, account, 'Bob', true);
    say(sessionNumber(3, 0, 2));
    say(sessionNumber(2, 1, 2));
    gateway.turn(0);
    expect(endpoint.sent).toEqual([]);
    say(sessionNumber(3, 1, 2));
    gateway.turn(0);
    expect(endpoint.sent).toEqual([2]);
  });
});
