// The client library against a real server endpoint: what it sends, and what it makes of what it is told.

import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  ChatScope,
  CombatEvent,
  CombatOutcome,
  decodeChatRequest,
  decodePickUp,
  decodePlayerInput,
  decodeUseSkill,
  ChatRequest,
  encodeCombatEvent,
  encodeInventorySlot,
  encodeMapChanged,
  encodeSnapshot,
  encodeWelcome,
  EntityKind,
  EntityStateMask,
  InventorySlot,
  MapChanged,
  PickUp,
  PlayerInput,
  Snapshot,
  UseSkill,
  Welcome,
} from '#adapters/protocol/generated/game.js';
import { Channel } from '#adapters/protocol/session/bytes/packet-layout.js';
import { GameClient } from '#client/game-client.js';
import type { KnownEntity } from '#client/known-entities.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { crypto, idOf, SeededRandom, SessionLab } from '../protocol/session/session-lab.js';

const appeared: string[] = [];
const left: number[] = [];
const heard: string[] = [];

describe('game client', () => {
  let lab: SessionLab;
  let client: GameClient;
  const bytes = new Uint8Array(1200);

  beforeEach(() => {
    for (const list of [appeared, left, heard]) list.length = 0;
    lab = new SessionLab();
    client = new GameClient({
      socket: lab.network.open(addressOf('10.0.0.9', 9999)),
      crypto,
      random: new SeededRandom(5),
      clock: lab.clock,
      serverAddress: lab.serverAddress,
      credentials: { kind: 'guest', name: 'Ada' },
      listener: {
        onEntityAppeared: (entity: KnownEntity) => appeared.push(`${entity.id} ${entity.name}`),
        onEntityLeft: (id: number) => left.push(id),
        onCombat: (event) => heard.push(`combat ${event.amount}`),
        onWelcome: (welcome) => heard.push(`welcome ${welcome.name} ${welcome.mapKey}`),
        onClosed: (end) => heard.push(`closed ${end.kind}`),
      },
    });
    run(100);
    expect(client.session.isConnected).toBe(true);
  });

  function run(ms: number): void {
    for (let passed = 0; passed < ms; passed += 5) {
      lab.run(5);
      client.update();
    }
  }

  function tell<T>(
    encode: (message: T, out: Uint8Array, at: number) => number,
    message: T,
    reliable = true,
  ): void {
    const end = encode(message, bytes, 0);
    expect(end).toBeGreaterThan(0);
    expect(lab.server.send(0, reliable, bytes, 0, end)).toBe(true);
  }

  function show(snapshot: Snapshot): void {
    expect(lab.server.beginPacket(0, 1000)).toBe(true);
    const at = lab.server.beginMessage(Channel.sequenced, 900);
    const end = encodeSnapshot(snapshot, lab.server.packetBytes, at);
    expect(end).toBeGreaterThan(at);
    lab.server.endMessage(end);
    lab.server.finishPacket();
    lab.server.flush();
    run(5);
  }

  it.each([
    [
      'a name of 40 letters',
      { credentials: { kind: 'guest', name: 'A'.repeat(40) } },
      'credentials.name is "AAAA',
    ],
    ['a name with other letters', { credentials: { kind: 'guest', name: 'Zoë' } }, 'A–Z, a–z, 0–9'],
    [
      'a secret key that is none',
      { credentials: { kind: 'token', token: bytes.slice(0, 100), clientSecretKey: bytes.slice(0, 31) } },
      'credentials.clientSecretKey has 31 bytes',
    ],
    [
      'no token',
      { credentials: { kind: 'token', token: bytes.slice(0, 0), clientSecretKey: bytes.slice(0, 32) } },
      'credentials.token has 0 bytes',
    ],
    [
      'a server key in text',
      { serverKey: new TextEncoder().encode('00'.repeat(32)) },
      'serverKey has 64 bytes',
    ],
    ['a server key that gives no secret', { serverKey: new Uint8Array(32) }, 'serverKey gives no secret'],
    [
      'another server key that gives no secret',
      { serverKey: Uint8Array.of(1, ...new Uint8Array(31)) },
      'serverKey gives no secret',
    ],
    [
      'a server key in digits',
      { serverKey: '00'.repeat(32) as never },
      'serverKey is no Uint8Array; hexadecimal',
    ],
    [
      'a token as the API wrote it',
      { credentials: { kind: 'token', token: 'AQDr' as never, clientSecretKey: bytes.slice(0, 32) } },
      'credentials.token is no Uint8Array; base64url',
    ],
    ['another kind', { credentials: { kind: 'gest', name: 'Eve' } as never }, 'credentials.kind is "gest"'],
    ['no credentials', { credentials: undefined as never }, 'there must be credentials'],
    ['an address without port', { serverAddress: bytes.slice(0, 16) }, 'serverAddress has 16 bytes'],
    [
      'a link-local address of no link',
      { serverAddress: addressOf('fe80::a', 7777) },
      'without an interface',
    ],
  ] as const)('refuses %s before anything is sent', (_what, wrong, message) => {
    const socket = lab.network.open(addressOf('10.0.0.10', 9999));
    const options = {
      ...{ socket, crypto, random: new SeededRandom(6), clock: lab.clock, listener: {} },
      ...{ serverAddress: lab.serverAddress, credentials: { kind: 'guest', name: 'Eve' } as const },
    };
    expect(() => new GameClient({ ...options, ...wrong })).toThrow(RangeError);
    expect(() => new GameClient({ ...options, ...wrong })).toThrow(message);
  });

  function welcome(): void {
    tell(
      encodeWelcome,
      Object.assign(new Welcome(), { entity: 0x1_0005, tick: 9, name: 'Ada', map: 1, mapKey: 'meadow' }),
    );
    run(50);
  }

  it('is in the world once it is welcomed', () => {
    expect(client.isInWorld).toBe(false);
    welcome();
    expect(client.isInWorld).toBe(true);
    expect(client.self).toMatchObject({ entity: 0x1_0005, name: 'Ada', mapKey: 'meadow' });
    expect(heard).toEqual(['welcome Ada meadow']);
  });

  it('sends each movement step three times, numbered, newest last', () => {
    expect(client.move(1, 0, 0, 2)).toBe(false);
    welcome();
    for (let step = 1; step <= 5; step++) {
      client.move(step / 10, -1, step, 2);
      run(5);
    }
    run(20);
    const inputs = lab.log.messages.map(({ bytes: data }) => {
      const input = new PlayerInput();
      expect(decodePlayerInput(input, data, 0, data.length)).toBe(data.length);
      return [input.sequence, input.steps.slice(0, input.stepsCount).map((step) => step.facing)];
    });
    expect(inputs).toEqual([
      [1, [1]],
      [2, [1, 2]],
      [3, [1, 2, 3]],
      [4, [2, 3, 4]],
      [5, [3, 4, 5]],
    ]);
  });

  it('says why a request cannot be sent, and sends nothing', () => {
    const reasons = [
      client.useSkill(-1, 77),
      client.useSkill(1.5, 77),
      client.useSkill(1, 2 ** 32),
      client.pickUp(1, NaN),
      client.chat(ChatScope.say, 'x'.repeat(201)),
      client.chat(ChatScope.say, 'half a pair: \ud800'),
      client.chat(9 as ChatScope, 'to nobody'),
    ].map((outcome) => outcome.reason);
    expect(reasons).toEqual([
      'out-of-range',
      'out-of-range',
      'out-of-range',
      'out-of-range',
      'too-long',
      'bad-text',
      'out-of-range',
    ]);
    run(50);
    expect(lab.log.messages).toEqual([]);
    client.disconnect();
    run(200);
    expect(client.respawn()).toEqual({ ok: false, reason: 'no-session' });
  });

  it('asks for nothing that only a player in the world may, until it is one', () => {
    const early = { ok: false, reason: 'not-in-world' };
    expect([client.useSkill(1, 77), client.pickUp(1, 78), client.respawn()]).toEqual([early, early, early]);
    expect(client.chat(ChatScope.say, 'hello')).toEqual(early);
    run(50);
    expect(lab.log.messages).toEqual([]);
    expect(client.leave().ok).toBe(true);
  });

  it('asks for skills, loot and chat as it was told to', () => {
    welcome();
    expect(client.useSkill(1, 77).ok).toBe(true);
    expect(client.pickUp(1, 78).ok).toBe(true);
    expect(client.chat(ChatScope.say, 'grüß dich').ok).toBe(true);
    expect(client.respawn().ok).toBe(true);
    expect(client.leave().ok).toBe(true);
    run(50);
    const [skill, loot, chat] = [new UseSkill(), new PickUp(), new ChatRequest()];
    const datas = lab.log.messages.map((message) => message.bytes);
    decodeUseSkill(skill, datas[0]!, 0, datas[0]!.length);
    decodePickUp(loot, datas[1]!, 0, datas[1]!.length);
    decodeChatRequest(chat, datas[2]!, 0, datas[2]!.length);
    expect([skill.skill, skill.target, loot.loot, chat.text]).toEqual([1, 77, 78, 'grüß dich']);
    expect(datas.slice(3).map((data) => data[0])).toEqual([idOf('RespawnRequest'), idOf('LeaveRequest')]);
  });

  it('keeps entities by slot: appearing, changing, another in the same slot, gone', () => {
    const snapshot = Object.assign(new Snapshot(), { tick: 10, x: 5, y: 6, health: 50, mana: 20 });
    const entity = snapshot.entities[0]!;
    entity.slot = 3;
    Object.assign(entity.state, {
      mask: 0x1f,
      id: 0x2_0007,
      kind: EntityKind.player,
      level: 4,
      x: 640,
      y: 128,
      nameLength: 3,
    });
    entity.state.name.set([0x42, 0x6f, 0x62]);
    snapshot.entitiesCount = 1;
    show(snapshot);
    expect(client.entities.find(0x2_0007)).toMatchObject({
      name: 'Bob',
      level: 4,
      x: 10,
      y: 2,
      changedTick: 10,
    });
    expect(client.self).toMatchObject({ x: 5, y: 6, health: 50, mana: 20, tick: 10 });

    Object.assign(entity.state, { mask: EntityStateMask.position, x: 704 });
    snapshot.tick = 13;
    show(snapshot);
    expect(client.entities.find(0x2_0007)).toMatchObject({ name: 'Bob', x: 11, y: 2, changedTick: 13 });

    Object.assign(entity.state, {
      mask: 0x1f,
      id: 0x3_0007,
      kind: EntityKind.creature,
      template: 2,
      nameLength: 0,
    });
    show(snapshot);
    expect(client.entities.find(0x2_0007)).toBeUndefined();
    expect(client.entities.count).toBe(1);

    snapshot.entitiesCount = 0;
    snapshot.removed[0] = 3;
    snapshot.removedCount = 1;
    show(snapshot);
    show(snapshot);
    expect(client.entities.count).toBe(0);
    expect(appeared).toEqual([`${0x2_0007} Bob`, `${0x3_0007} `]);
    expect(left).toEqual([0x2_0007, 0x3_0007]);
  });

  it('an update of a slot that was never told of changes nothing', () => {
    const snapshot = Object.assign(new Snapshot(), { tick: 10, entitiesCount: 1 });
    Object.assign(snapshot.entities[0]!.state, { mask: EntityStateMask.position, x: 640 });
    show(snapshot);
    expect(client.entities.count).toBe(0);
    expect(client.entities.orphanUpdates).toBe(1);
  });

  it('follows inventory, map changes and fights', () => {
    tell(encodeInventorySlot, Object.assign(new InventorySlot(), { slot: 2, item: 7, count: 3 }));
    tell(encodeInventorySlot, Object.assign(new InventorySlot(), { slot: 3, item: 8, count: 1 }));
    tell(encodeInventorySlot, Object.assign(new InventorySlot(), { slot: 3, item: 0, count: 0 }));
    tell(encodeMapChanged, Object.assign(new MapChanged(), { map: 2, mapKey: 'cave', x: 4, y: 8 }));
    const hit = { source: 1, target: 2, skill: 1, outcome: CombatOutcome.hit, amount: 12 };
    tell(encodeCombatEvent, Object.assign(new CombatEvent(), hit), false);
    run(50);
    expect([...client.self.inventory]).toEqual([[2, { item: 7, count: 3, wear: 0, bound: false }]]);
    expect(client.self).toMatchObject({ map: 2, mapKey: 'cave', x: 4, y: 8 });
    expect(heard).toEqual(['combat 12']);
  });

  it('a message that does not decode is counted and changes nothing', () => {
    lab.server.send(0, true, Uint8Array.of(idOf('Welcome'), 1, 2, 3), 0, 4);
    lab.server.send(0, true, Uint8Array.of(0xee), 0, 1);
    run(50);
    expect(client.figures.malformed).toBe(2);
    expect(client.isInWorld).toBe(false);
  });

  it('measures round trips and counts snapshots', () => {
    welcome();
    for (let round = 0; round < 20; round++) {
      client.move(0, 0, 0, 1);
      run(15);
      show(Object.assign(new Snapshot(), { tick: round + 1 }));
    }
    const roundTrips: number[] = [];
    client.figures.takeRoundTrips((ms) => roundTrips.push(ms));
    expect(roundTrips.length).toBeGreaterThan(5);
    expect(client.figures).toMatchObject({ inputsSent: 20, snapshots: 20, packetsLost: 0 });
  });

  it('tells once how the session ended', () => {
    client.disconnect();
    client.disconnect();
    run(100);
    expect(heard).toEqual(['closed disconnected']);
    expect(client.ended).toMatchObject({ kind: 'disconnected' });
    expect(client.move(1, 0, 0, 1)).toBe(false);
    expect(lab.log.closed).toHaveLength(1);
  });
});
