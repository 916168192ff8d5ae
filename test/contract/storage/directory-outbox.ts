// What every outbox for the player directory promises.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import type { CharacterStore, StoredCharacter } from '#ports/storage/characters/character-store.js';
import type { BatchQuery, DirectoryOutbox } from '#ports/storage/characters/directory-outbox.js';
import { storedCharacter } from './character-store.js';
import type { GameStoreContracts } from '../../support/storage/store-contracts.js';

interface OutboxStage {
  readonly store: Omit<CharacterStore, 'close'>;
  readonly outbox: DirectoryOutbox;
  close(): Promise<void>;
}

const all: BatchQuery = { limit: 100, restingSinceUnixMs: Infinity };

export const contracts: GameStoreContracts = {
  outbox: (name, stage) =>
    testDirectoryOutbox(name, async () => {
      const { stores, close } = await stage();
      return { store: stores.characters, outbox: stores.outbox, close };
    }),
};

function testDirectoryOutbox(name: string, make: () => Promise<OutboxStage>): void {
  describe(`${name} as an outbox for the player directory`, () => {
    let stage: OutboxStage;
    beforeEach(async () => {
      stage = await make();
    });
    afterEach(() => stage.close());

    const create = async (characterName: string, nowUnixMs = 1_000): Promise<StoredCharacter> => {
      const character = storedCharacter({ name: characterName });
      const characterId = await stage.store.create(character, nowUnixMs);
      return { ...character, characterId };
    };
    const save = (character: StoredCharacter, part: Partial<StoredCharacter>, nowUnixMs = 2_000) =>
      stage.store.save([{ ...character, ...part }], nowUnixMs);
    const next = (part: Partial<BatchQuery> = {}) => stage.outbox.next({ ...all, ...part });
    const levels = (batch: DirectoryBatch | undefined) =>
      batch && Object.fromEntries(batch.characters.map((one) => [one.name, one.level]));
    /** Everything told and acknowledged. */
    const settle = async (): Promise<void> => {
      for (let batch = await next(); batch !== undefined; batch = await next())
        await stage.outbox.acknowledged(batch.mark, 5_000);
    };

    it('tells of an empty store that it is whole, once', async () => {
      const batch = await next();
      expect(batch).toMatchObject({ number: 1, previous: null, characters: [], gone: [], isWhole: true });
      expect(batch?.telling).toMatch(/^[0-9a-f]{32}$/);
      expect(batch?.mark).toMatch(/^[0-9a-f]{32}$/);
      await stage.outbox.acknowledged(batch!.mark, 1);
      expect(await next()).toBeUndefined();
    });

    it('greets when it is asked to, though there is nothing to tell', async () => {
      await create('Ann');
      const first = await next();
      await stage.outbox.acknowledged(first!.mark, 1);
      expect(await next()).toBeUndefined();
      const greeting = await next({ isGreeting: true });
      expect(greeting).toMatchObject({
        number: 2,
        previous: first!.mark,
        characters: [],
        gone: [],
        isWhole: true,
      });
      // Until it is acknowledged it is the same.
      expect(await next()).toMatchObject({ mark: greeting!.mark });
      await stage.outbox.acknowledged(greeting!.mark, 2);
      expect(await next()).toBeUndefined();
    });

    it('tells a character as it is stored', async () => {
      const ann = await create('Ann');
      await save(ann, { level: 4, playedSeconds: 77, mapKey: 'cave' });
      expect((await next())?.characters).toEqual([
        {
          ...{ characterId: ann.characterId, accountId: ann.accountId, name: 'Ann', level: 4, map: 'cave' },
          ...{ playedSeconds: 77, createdAtUnixMs: 1_000, savedAtUnixMs: 2_000 },
        },
      ]);
    });

    it('gives a batch again, under its mark and with what is newer, until it is acknowledged', async () => {
      const ann = await create('Ann');
      const first = await next();
      await save(ann, { level: 9 });
      const again = await next();
      expect(again).toMatchObject({ mark: first!.mark, number: 1, previous: null });
      expect(levels(again)).toEqual({ Ann: 9 });
      expect(again!.asOf).toBeGreaterThan(first!.asOf);
      await stage.outbox.acknowledged(again!.mark, 3_000);
      expect(await next()).toBeUndefined();
    });

    it('makes a chain: each batch names the one before', async () => {
      const ann = await create('Ann');
      const first = await next();
      await stage.outbox.acknowledged(first!.mark, 3_000);
      await save(ann, { level: 5 });
      const second = await next();
      expect(second).toMatchObject({ telling: first!.telling, number: 2, previous: first!.mark });
      expect(second!.mark).not.toBe(first!.mark);
    });

    it('keeps what changed while the batch was under way', async () => {
      const ann = await create('Ann');
      await create('Bob');
      const batch = await next();
      await save(ann, { level: 6 });
      await stage.outbox.acknowledged(batch!.mark, 3_000);
      expect(levels(await next())).toEqual({ Ann: 6 });
    });

    it('takes no acknowledgement of another batch', async () => {
      await create('Ann');
      const batch = await next();
      await stage.outbox.acknowledged('0'.repeat(32), 3_000);
      expect((await next())?.mark).toBe(batch!.mark);
    });

    it('holds one note of a character, however often it changes', async () => {
      const ann = await create('Ann');
      await settle();
      for (let level = 2; level < 40; level += 1) await save(ann, { level }, 6_000 + level);
      expect(await stage.outbox.figures()).toEqual({ waiting: 1, oldestUnixMs: 6_002, isWhole: true });
      expect(levels(await next())).toEqual({ Ann: 39 });
    });

    it('lets rest who did nothing but play, and nobody else', async () => {
      const [ann, bob] = [await create('Ann'), await create('Bob')];
      await settle();
      await save(ann, { playedSeconds: 4_000 }, 10_000);
      await save(bob, { mapKey: 'cave' }, 10_000);
      const batch = await next({ restingSinceUnixMs: 9_999 });
      expect(levels(batch)).toEqual({ Bob: 3 });
      await stage.outbox.acknowledged(batch!.mark, 10_500);
      expect(await next({ restingSinceUnixMs: 9_999 })).toBeUndefined();
      expect(levels(await next({ restingSinceUnixMs: 10_000 }))).toEqual({ Ann: 3 });
    });

    it('lets rest anew whose time played was told meanwhile', async () => {
      const ann = await create('Ann');
      await settle();
      await save(ann, { playedSeconds: 4_000 }, 10_000);
      const batch = await next();
      await save(ann, { playedSeconds: 4_010 }, 20_000);
      await stage.outbox.acknowledged(batch!.mark, 20_500);
      expect(await next({ restingSinceUnixMs: 20_499 })).toBeUndefined();
      expect((await next({ restingSinceUnixMs: 20_500 }))?.characters[0]?.playedSeconds).toBe(4_010);
    });

    it('tells nothing of what was not stored', async () => {
      const ann = await create('Ann');
      await settle();
      const stranger = { ...ann, name: 'Stranger', characterId: 99 };
      await expect(stage.store.save([{ ...ann, level: 9 }, stranger], 6_000)).rejects.toThrow();
      expect(await next()).toBeUndefined();
    });

    it('tells everybody in batches of a size, each once, and says with the last that it is whole', async () => {
      const names = ['Ann', 'Bob', 'Cid', 'Dan', 'Eve', 'Fay', 'Gil'];
      for (const one of names) await create(one);
      await settle();
      await stage.outbox.startOver();
      const told: string[] = [];
      const wholes: boolean[] = [];
      let telling: string | undefined;
      for (let batch = await next({ limit: 3 }); batch; batch = await next({ limit: 3 })) {
        telling ??= batch.telling;
        expect(batch.telling).toBe(telling);
        expect(batch.characters.length).toBeLessThanOrEqual(3);
        told.push(...batch.characters.map((one) => one.name));
        wholes.push(batch.isWhole);
        await stage.outbox.acknowledged(batch.mark, 7_000);
      }
      expect(told).toEqual(names);
      expect(wholes).toEqual([false, false, true]);
      expect((await stage.outbox.figures()).isWhole).toBe(true);
    });

    it('begins a telling with another name, from the first number, without one before', async () => {
      await create('Ann');
      const before = await next();
      await stage.outbox.acknowledged(before!.mark, 1);
      await stage.outbox.startOver();
      const batch = await next();
      expect(batch).toMatchObject({ number: 1, previous: null, isWhole: true });
      expect(batch!.telling).not.toBe(before!.telling);
      expect(batch!.mark).not.toBe(before!.mark);
    });

    it('has room for a telling of all beside those who change', async () => {
      const names = ['Ann', 'Bob', 'Cid', 'Dan'];
      const [ann, bob] = [await create('Ann'), await create('Bob'), await create('Cid'), await create('Dan')];
      await settle();
      await stage.outbox.startOver();
      const told = new Set<string>();
      for (let level = 10; level < 20; level += 1) {
        await save(ann, { level });
        await save(bob, { level });
        const batch = await next({ limit: 2 });
        for (const one of batch!.characters) told.add(one.name);
        await stage.outbox.acknowledged(batch!.mark, 7_000);
      }
      expect([...told].sort()).toEqual(names);
    });
  });
}
