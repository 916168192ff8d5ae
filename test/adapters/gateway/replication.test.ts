// Area of interest, composer and bookkeeping together, against a client that keeps the table a real client would.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AreaOfInterest, defaultRadii } from '#application/replication/area-of-interest.js';
import { ClientViews } from '#application/replication/client-views.js';
import { crowdSteps } from '#application/replication/crowd-ladder.js';
import { headBytes, updateBytes } from '#adapters/gateway/generated/snapshot-writer.js';
import { SnapshotComposer } from '#adapters/gateway/snapshot-composer.js';
import { SnapshotsInFlight } from '#application/replication/snapshots-in-flight.js';
import {
  EntityStateMask,
  Snapshot,
  decodeSnapshot,
  encodeSnapshot,
} from '#adapters/protocol/generated/game.js';
import { FakeFrames, type FakeEntity } from '../../support/worlds/fake-frames.js';

interface Known {
  id: number;
  x: number;
  y: number;
  facing: number;
  health: number;
  status: number;
  level: number;
  name: string;
}

/** Not the first, so that one client's slots are told from another's. */
const client = 1;

class Harness {
  readonly world: FakeFrames;
  readonly views = new ClientViews(2);
  readonly flights = new SnapshotsInFlight(2);
  readonly table = new Map<number, Known>();
  readonly self: FakeEntity;
  budgetBytes = 1100;
  lastBytes = 0;
  lastEntities = 0;
  step = crowdSteps[0]!;
  private readonly interest = new AreaOfInterest();
  private readonly composer = new SnapshotComposer(this.views, this.flights);
  private readonly out = new Uint8Array(2048);
  private readonly twin = new Uint8Array(2048);
  private readonly snapshot = new Snapshot();
  private packetNumber = 0;

  constructor(sidesM?: readonly number[]) {
    this.world = new FakeFrames(sidesM);
    this.self = this.world.add(1, { x: 100, y: 100 });
    this.views.entity[client] = this.world.idOf(this.self);
  }

  get selfId(): number {
    return this.views.entity[client]!;
  }

  /** One snapshot; returns its packet number for `acknowledge`. A lost one never reaches the client. */
  send(arrives = true): number {
    const frame = this.world.next();
    this.interest.look(this.views, client, frame, this.step.nearest);
    const number = this.packetNumber++;
    this.flights.open(client, number, frame.tick);
    const options = { budgetBytes: this.budgetBytes, resendAfterTicks: 3, step: this.step };
    const end = this.composer.compose(client, frame, options, this.out, 0);
    expect(end).toBeGreaterThan(0);
    this.lastBytes = end;
    expect(decodeSnapshot(this.snapshot, this.out, 0, end)).toBe(end);
    // The generated codec is the plain twin: it writes what it read, byte for byte.
    expect(encodeSnapshot(this.snapshot, this.twin, 0)).toBe(end);
    expect(this.twin.subarray(0, end)).toEqual(this.out.subarray(0, end));
    this.lastEntities = this.snapshot.entitiesCount;
    if (arrives) this.receive();
    return number;
  }

  acknowledge(packetNumber: number): void {
    this.flights.acknowledged(client, packetNumber, this.views);
  }

  private receive(): void {
    const { snapshot, table } = this;
    for (let i = 0; i < snapshot.removedCount; i++) table.delete(snapshot.removed[i]!);
    for (let i = 0; i < snapshot.entitiesCount; i++) {
      const { slot, state } = snapshot.entities[i]!;
      if ((state.mask & EntityStateMask.identity) !== 0) {
        const name = new TextDecoder().decode(state.name.subarray(0, state.nameLength));
        const old = table.get(slot);
        const kept = old?.id === state.id ? old : { x: NaN, y: NaN, facing: NaN, health: NaN, status: NaN };
        table.set(slot, { ...kept, id: state.id, level: state.level, name });
      }
      const known = table.get(slot);
      if (known === undefined) throw new Error(`an update for slot ${slot}, which the client does not know`);
      if ((state.mask & EntityStateMask.position) !== 0) Object.assign(known, { x: state.x, y: state.y });
      if ((state.mask & EntityStateMask.facing) !== 0) known.facing = state.facing;
      if ((state.mask & EntityStateMask.vitals) !== 0) known.health = state.health;
      if ((state.mask & EntityStateMask.status) !== 0) known.status = state.status;
    }
  }

  /** What the client should know: everything in sight, as it is. Its own position stands in the head instead. */
  truth(): Map<number, Omit<Known, 'x' | 'y' | 'facing'>> {
    const truth = new Map<number, Omit<Known, 'x' | 'y' | 'facing'>>();
    for (const entity of this.world.entities.values()) {
      const far = Math.hypot(entity.x - this.self.x, entity.y - this.self.y);
      if (entity.map !== this.self.map || far > defaultRadii.enterM) continue;
      truth.set(this.world.idOf(entity), this.expected(entity));
    }
    return truth;
  }

  expected(entity: FakeEntity): Known {
    const { health, status, level, name, facing } = entity;
    const [x, y] = [Math.round(entity.x * 64), Math.round(entity.y * 64)];
    return { id: this.world.idOf(entity), x, y, facing, health, status, level, name };
  }

  known(): Map<number, Known> {
    return new Map([...this.table.values()].map((known) => [known.id, known]));
  }
}

describe('replication to one client', () => {
  it('an entity that comes near is told with everything about it', () => {
    const h = new Harness();
    const wolf = h.world.add(7, { x: 110, y: 100, kind: 2, facing: 9, health: 100, name: '' });
    h.send();
    expect(h.known().get(h.world.idOf(wolf))).toEqual(h.expected(wolf));
  });

  it('an entity at the edge does not flicker: it leaves farther out than it enters', () => {
    const h = new Harness();
    const other = h.world.add(7, { x: 100 + defaultRadii.enterM - 1, y: 100 });
    h.send();
    other.x = 100 + defaultRadii.enterM + 2;
    h.send();
    expect(h.known().has(h.world.idOf(other))).toBe(true);
    other.x = 100 + defaultRadii.leaveM + 1;
    h.send();
    expect(h.known().has(h.world.idOf(other))).toBe(false);
    other.x = 100 + defaultRadii.enterM + 2;
    h.send();
    expect(h.known().has(h.world.idOf(other))).toBe(false);
  });

  it('nothing of an entity is sent again once it is acknowledged and does not change', () => {
    const h = new Harness();
    h.world.add(7, { x: 110, y: 100 });
    h.acknowledge(h.send());
    h.send();
    expect(h.lastEntities).toBe(0);
    expect(h.lastBytes).toBe(19);
  });

  it('what was lost is sent again with the values of now', () => {
    const h = new Harness();
    const other = h.world.add(7, { x: 110, y: 100 });
    h.acknowledge(h.send());
    other.health = 50;
    h.send(false);
    other.health = 60;
    for (let i = 0; i < 4; i++) h.send();
    expect(h.known().get(h.world.idOf(other))).toEqual(h.expected(other));
  });

  it('an acknowledgement of an old snapshot does not vouch for what changed after it', () => {
    const h = new Harness();
    const other = h.world.add(7, { x: 110, y: 100 });
    const first = h.send();
    other.health = 50;
    h.send(false);
    h.acknowledge(first);
    for (let i = 0; i < 4; i++) h.send();
    expect(h.known().get(h.world.idOf(other))!.health).toBe(50);
  });

  it('a reused row is another entity', () => {
    const h = new Harness();
    const first = h.world.add(7, { x: 110, y: 100, name: 'first' });
    h.acknowledge(h.send());
    h.world.remove(7);
    const second = h.world.add(7, { x: 111, y: 100, name: 'second' });
    h.send();
    expect(h.known().has(h.world.idOf(first))).toBe(false);
    expect(h.known().get(h.world.idOf(second))).toMatchObject({ name: 'second' });
  });

  it('entities of another map are out of sight', () => {
    const h = new Harness([256, 64]);
    const other = h.world.add(7, { x: 110, y: 100 });
    h.send();
    const there = h.world.add(8, { x: 40, y: 40, map: 1 });
    Object.assign(h.self, { map: 1, x: 42, y: 42 });
    h.send();
    expect([...h.known().keys()]).toEqual([h.selfId, h.world.idOf(there)]);
    expect(h.known().has(h.world.idOf(other))).toBe(false);
  });

  it('what only moves is told less often the farther away it is, and what is hurt at once', () => {
    const h = new Harness();
    const told = (distanceM: number): number => {
      const other = h.world.add(20 + distanceM, { x: 100 + distanceM, y: 100 });
      h.acknowledge(h.send());
      let count = 0;
      for (let i = 0; i < 60; i++) {
        other.y += 0.05;
        h.acknowledge(h.send());
        count += h.lastEntities;
      }
      other.health = 99;
      h.send();
      expect(h.known().get(h.world.idOf(other))!.health).toBe(99);
      h.world.remove(other.row);
      h.acknowledge(h.send());
      return count;
    };
    expect(told(5)).toBe(60);
    // A newcomer's first turn comes by its row.
    expect([11, 12]).toContain(told(18));
    expect(told(33)).toBe(5);
  });

  it('never more bytes than the budget, and everybody has a turn', () => {
    const h = new Harness();
    h.budgetBytes = 200;
    for (let row = 2; row < 152; row++) h.world.add(row, { x: 90 + (row % 20), y: 90 + row / 20 });
    const numbers: number[] = [];
    for (let i = 0; i < 60; i++) {
      for (const entity of h.world.entities.values()) if (entity !== h.self) entity.facing = i;
      numbers.push(h.send());
      expect(h.lastBytes).toBeLessThanOrEqual(200);
      h.acknowledge(numbers[i]!);
    }
    expect(h.known().size).toBe(151);
    for (const { facing, id } of h.known().values()) if (id !== h.selfId) expect(facing).toBeGreaterThan(30);
  });

  it('in a crowd the nearest are shown, as many as the step allows', () => {
    for (const step of crowdSteps) {
      const h = new Harness();
      h.step = step;
      const distanceM = new Map<number, number>();
      for (let row = 2; row < 402; row++) {
        const [x, y] = [90 + (row % 20), 90 + row / 20];
        distanceM.set(h.world.idOf(h.world.add(row, { x, y })), Math.hypot(x - 100, y - 100));
      }
      for (let i = 0; i < 60; i++) h.acknowledge(h.send());
      const known = h.known();
      expect(known.size).toBeLessThanOrEqual(step.nearest);
      expect(known.size).toBeGreaterThan(step.nearest * 0.7);
      const nearest = [...distanceM].sort((a, b) => a[1] - b[1]).slice(0, Math.floor(step.nearest * 0.7));
      for (const [id] of nearest) expect(known.has(id)).toBe(true);
    }
  });

  it('a crowd on one spot does not take more slots than there are', () => {
    const h = new Harness();
    for (let row = 2; row < 402; row++) h.world.add(row, { x: 100, y: 100 });
    for (let i = 0; i < 40; i++) h.acknowledge(h.send());
    expect(h.known().size).toBeGreaterThan(crowdSteps[0]!.nearest);
    expect(h.known().size).toBeLessThanOrEqual(250);
    h.step = crowdSteps[3]!;
    for (let i = 0; i < 40; i++) h.acknowledge(h.send());
    expect(h.known().size).toBeLessThanOrEqual(crowdSteps[3]!.nearest * 1.4);
    expect(h.known().has(h.selfId)).toBe(true);
  });

  it('in a crowd an opponent stays in sight, however many are nearer', () => {
    const h = new Harness();
    h.step = crowdSteps[3]!;
    for (let row = 10; row < 310; row++) h.world.add(row, { x: 90 + (row % 20), y: 92 + row / 20 });
    const attacker = h.world.add(2, { x: 130, y: 100, foe: 1 });
    const target = h.world.add(3, { x: 70, y: 100 });
    h.self.foe = 3;
    const bystander = h.world.add(4, { x: 130, y: 101 });
    for (let i = 0; i < 20; i++) h.acknowledge(h.send());
    const known = h.known();
    expect(known.has(h.world.idOf(attacker))).toBe(true);
    expect(known.has(h.world.idOf(target))).toBe(true);
    expect(known.has(h.world.idOf(bystander))).toBe(false);
    attacker.foe = 0;
    for (let i = 0; i < 20; i++) h.acknowledge(h.send());
    expect(h.known().has(h.world.idOf(attacker))).toBe(false);
  });

  it('what came back for a moment, and was not told of, is told to be gone', () => {
    const h = new Harness();
    const other = h.world.add(7, { x: 110, y: 100 });
    h.acknowledge(h.send());
    other.x = 160;
    h.send(false);
    other.x = 110;
    // No room for it in the snapshot that would have told of its return.
    h.budgetBytes = 20;
    h.send();
    h.budgetBytes = 1100;
    other.x = 160;
    for (let i = 0; i < 5; i++) h.acknowledge(h.send());
    expect(h.known().has(h.world.idOf(other))).toBe(false);
  });

  it('the size of an update is what the codec writes', () => {
    const h = new Harness();
    h.world.add(7, { x: 110, y: 100, name: 'abc' });
    h.send();
    const { columns } = h.world.next();
    const own = updateBytes(columns, 1, 0, 0x1f);
    const other = updateBytes(columns, 7, 1, 0x1f);
    expect(h.lastBytes).toBe(headBytes + own + other);
  });

  it('whatever is lost, late or reordered, client and server agree when the network is well again', () => {
    const step = fc.record({
      move: fc.array(
        fc.record({ row: fc.integer({ min: 2, max: 12 }), x: fc.integer({ min: 60, max: 160 }) }),
        { maxLength: 4 },
      ),
      kill: fc.option(fc.integer({ min: 2, max: 12 })),
      hurt: fc.option(fc.integer({ min: 2, max: 12 })),
      walk: fc.option(fc.integer({ min: 60, max: 160 })),
      arrives: fc.boolean(),
      acknowledged: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
        const h = new Harness();
        const arrived: number[] = [];
        for (const { move, kill, hurt, walk, arrives, acknowledged } of steps) {
          for (const { row, x } of move) {
            const entity = h.world.entities.get(row);
            if (entity === undefined) h.world.add(row, { x, y: 100 });
            else entity.x = x;
          }
          if (kill !== null) h.world.remove(kill);
          const hurtOne = hurt === null ? undefined : h.world.entities.get(hurt);
          if (hurtOne !== undefined) hurtOne.health = (hurtOne.health + 200) % 256;
          if (walk !== null) h.self.x = walk;
          const number = h.send(arrives);
          if (arrives) arrived.push(number);
          const late = arrived[arrived.length - 1 - acknowledged];
          if (late !== undefined) h.acknowledge(late);
        }
        for (let i = 0; i < 16; i++) h.acknowledge(h.send());
        const known = h.known();
        expect(known.size).toBe(h.table.size);
        for (const [id, expected] of h.truth()) {
          const actual = known.get(id);
          expect(actual).toMatchObject(id === h.selfId ? { id } : expected);
        }
        for (const { id } of known.values()) {
          expect([...h.world.entities.values()].some((entity) => h.world.idOf(entity) === id)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
