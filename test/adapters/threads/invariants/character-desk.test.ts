// The control thread's end of the way to stored characters (docs/threads.md, C7 and C8).

import { describe, expect, it } from '@jest/globals';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { CharacterDesk } from '#adapters/threads/records/character-desk.js';
import { RingCharacterCourier } from '#adapters/threads/records/ring-character-courier.js';
import { SimulationInbox } from '#adapters/threads/records/simulation-inbox.js';
import type { NameLookup } from '#application/persistence/name-lookup.js';
import type { Simulation } from '#application/tick/simulation.js';
import type { CharacterKeeper } from '#application/persistence/character-keeper.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { Records } from '../../../contract/record-queue.js';
import { storedCharacter } from '../../../contract/storage/character-store.js';

const recordsPerDrain = 2048;
const none = new Uint8Array(0);

function desk() {
  const [from, to] = [createRing(65_536), createRing(1024)];
  const kept: StoredCharacter[] = [];
  const keeper = {
    room: recordsPerDrain,
    keep: (character: StoredCharacter) => kept.push(character) > 0,
    load: async () => undefined,
  };
  const nobody = () => undefined;
  const listener = { entered: nobody, departed: nobody, saved: nobody };
  const toSimulation = new RingProducer(to);
  const made = new CharacterDesk({ fromSimulation: new RingConsumer(from), toSimulation, listener });
  const lookedUp: string[] = [];
  const names = { look: async (name: string) => void lookedUp.push(name) };
  made.attach(keeper as unknown as CharacterKeeper, names as unknown as NameLookup);
  const simulation = new RingConsumer(to);
  return {
    desk: made,
    kept,
    lookedUp,
    keeper,
    courier: new RingCharacterCourier(new RingProducer(from)),
    toSimulation,
    simulation,
  };
}

function sheet(name: string): CharacterSheet {
  return Object.assign(new CharacterSheet(), { name, mapKey: 'field', level: 1 });
}

const subjects = (consumer: RingConsumer) => {
  const records = new Records();
  consumer.drain(records, 1000);
  return records.all.filter(({ kind }) => kind < 200).map(({ subject }) => subject);
};

describe('the desk between simulation and store', () => {
  it('carries names that are wanted, what becomes of them, and the date', () => {
    const { desk: made, lookedUp, courier, simulation } = desk();
    for (const name of ['Ada', 'Ünal']) expect(courier.requestName(name)).toBe(true);
    made.drain();
    expect(lookedUp).toEqual(['Ada', 'Ünal']);
    made.lookedUp('Ada', 7);
    made.lookedUp('Ünal', undefined);
    made.tellDate(1_800_000_000_999);
    const told: unknown[] = [];
    const listener = {
      tellName: (...args: unknown[]) => void told.push(args),
      tellTime: (seconds: number) => void told.push(seconds),
    };
    const inbox = new SimulationInbox(listener as unknown as Simulation);
    simulation.drain(inbox, 100);
    expect([told, inbox.malformed]).toEqual([[['Ada', 7], ['Ünal', undefined], 1_800_000_000], 0]);
  });

  it('takes nothing while the keeper has no room for all that it may take', () => {
    const { desk: made, kept, keeper, courier } = desk();
    expect(courier.save(sheet('Ada'))).toBe(true);
    keeper.room = recordsPerDrain - 1;
    made.drain();
    expect(kept).toEqual([]);
    keeper.room = recordsPerDrain;
    made.drain();
    expect(kept.map(({ name }) => name)).toEqual(['Ada']);
  });

  it('answers in order what found no room, before anything newer', () => {
    const { desk: made, toSimulation, simulation } = desk();
    while (toSimulation.push(255, 0, none, 0, 0));
    made.loaded(1, storedCharacter({ name: 'Ada' }));
    made.unavailable(2, DisconnectReason.nameTaken, 'taken');
    made.drain();
    expect(subjects(simulation)).toEqual([]);
    // There is room again, and nobody used it yet.
    made.loaded(3, storedCharacter({ name: 'Cleo' }));
    made.drain();
    expect(subjects(simulation)).toEqual([1, 2, 3]);
  });

  it('tells that all characters were taken only behind them', async () => {
    const { desk: made, kept, courier, simulation } = desk();
    let isTaken = false;
    const taken = made.takeAll().then(() => (isTaken = true));
    const asked = new Records();
    simulation.drain(asked, 10);
    expect(asked.all.map(({ kind }) => kind)).toEqual([RecordKind.saveAll]);
    courier.save(sheet('Ada'));
    made.drain();
    await Promise.resolve();
    expect(isTaken).toBe(false);
    courier.save(sheet('Bob'));
    courier.allSaved();
    made.drain();
    await taken;
    expect(kept.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
  });

  it('has no room for a save: the simulation keeps the character', () => {
    const ring = createRing(1024);
    const courier = new RingCharacterCourier(new RingProducer(ring));
    let saved = 0;
    while (courier.save(sheet('Ada'))) saved++;
    expect(saved).toBeGreaterThan(1);
    const records = new Records();
    new RingConsumer(ring).drain(records, 100);
    expect(records.all).toHaveLength(saved);
    expect(courier.save(sheet('Ada'))).toBe(true);
  });

  it('has no room for what is only told: it waits its turn, in order, before everything that comes later', () => {
    const ring = createRing(1024);
    const producer = new RingProducer(ring);
    const courier = new RingCharacterCourier(producer);
    const consumer = new RingConsumer(ring);
    const taken = (): number[] => {
      const records = new Records();
      consumer.drain(records, 100);
      return records.all.map(({ kind }) => kind).filter((kind) => kind !== filler);
    };
    const filler = 255;
    while (producer.push(filler, 0, new Uint8Array(0), 0, 0));
    courier.departed(1, sheet('Ada'));
    courier.entered(2, sheet('Bob'));
    courier.allSaved();
    expect(courier.save(sheet('Cyd'))).toBe(false);
    expect(courier.requestLoad(3, sheet('Cyd').accountId, 'Cyd')).toBe(false);
    expect(courier.passOn()).toBe(false);
    expect(taken()).toEqual([]);
    expect(courier.passOn()).toBe(true);
    expect(courier.save(sheet('Cyd'))).toBe(true);
    expect(taken()).toEqual([RecordKind.departed, RecordKind.entered, RecordKind.allSaved, RecordKind.save]);
  });
});
