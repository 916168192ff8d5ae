// What every player directory promises about batches.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { DirectoryBatch, ToldCharacter } from '#ports/admin/players/directory-batch.js';
import type { PlayerDirectory } from '#ports/admin/players/player-directory.js';

const mark = (digit: string): string => digit.repeat(32);
const accounts: Readonly<Record<string, string>> = {
  Ann: randomUUID(),
  Bob: randomUUID(),
  Cid: randomUUID(),
};
const ids: Readonly<Record<string, number>> = { Ann: 1, Bob: 2, Cid: 3 };

function told(name: string, part: Partial<ToldCharacter> = {}): ToldCharacter {
  return {
    ...{
      characterId: ids[name] ?? 9,
      accountId: accounts[name] ?? randomUUID(),
      name,
      level: 1,
      map: 'meadow',
    },
    ...{ playedSeconds: 10, createdAtUnixMs: 500, savedAtUnixMs: 800 },
    ...part,
  };
}

function batch(characters: readonly ToldCharacter[], part: Partial<DirectoryBatch> = {}): DirectoryBatch {
  const first = { telling: mark('a'), number: 1, mark: mark('1'), previous: null, asOf: 10 };
  return { ...first, characters, gone: [], isWhole: true, ...part };
}

export function testBatches(make: () => Promise<PlayerDirectory>): void {
  describe('of what a game file tells', () => {
    const here = randomUUID();
    const elsewhere = randomUUID();
    let directory: PlayerDirectory;
    beforeEach(async () => {
      directory = await make();
    });
    const players = async (serverId = here) => (await directory.page({ limit: 100, serverId })).players;
    const levels = async () => Object.fromEntries((await players()).map(({ name, level }) => [name, level]));

    it('takes a first batch, and what follows on it', async () => {
      expect(await directory.takeBatch(here, batch([told('Ann'), told('Bob')]), 1_000)).toBe('first');
      const [ann] = await players();
      expect(ann).toEqual({
        ...{ id: expect.any(String), serverId: here, online: false, characterId: 1, name: 'Ann' },
        ...{ accountId: accounts['Ann'], level: 1, map: 'meadow', playedSeconds: 10 },
        ...{ firstSeenAtUnixMs: 500, lastSeenAtUnixMs: 800 },
      });
      const second = batch([told('Ann', { level: 2 })], { mark: mark('2'), previous: mark('1'), asOf: 11 });
      expect(await directory.takeBatch(here, second, 1_000)).toBe('next');
      expect(await levels()).toEqual({ Ann: 2, Bob: 1 });
      expect((await players())[0]!.id).toBe(ann!.id);
    });

    it('says where a batch would stand, and changes nothing', async () => {
      const first = batch([told('Ann')]);
      expect(await directory.placeOfBatch(here, first)).toBe('first');
      const next = batch([told('Bob')], { mark: mark('2'), previous: mark('1'), asOf: 11 });
      expect(await directory.placeOfBatch(here, next)).toBe('diverged');
      expect(await players()).toEqual([]);
      expect(await directory.takeBatch(here, first, 1_000)).toBe('first');
      expect(await directory.placeOfBatch(here, next)).toBe('next');
      expect(await directory.placeOfBatch(here, first)).toBe('again');
      expect(await directory.placeOfBatch(elsewhere, next)).toBe('diverged');
      expect(await levels()).toEqual({ Ann: 1 });
    });

    it('remembers who was erased, by number and the moment at which it was made, without a name', async () => {
      await directory.takeBatch(here, batch([told('Ann'), told('Bob')]), 1_000);
      const [ann] = await players();
      expect(await directory.findCharacter(here, 1)).toEqual(ann);
      expect(await directory.findCharacter(elsewhere, 1)).toBeUndefined();
      const erased = [{ characterId: 1, createdAtUnixMs: 500 }];
      const gone = { mark: mark('2'), previous: mark('1'), asOf: 11, gone: [1], erased };
      for (let times = 0; times < 2; times++) await directory.takeBatch(here, batch([], gone), 1_000);
      expect(await levels()).toEqual({ Bob: 1 });
      expect(await directory.erasureOf(ann!.id)).toEqual({ serverId: here, characterId: 1 });
      expect(await directory.erasureOf(randomUUID())).toBeUndefined();
      const asked = [told('Ann'), told('Ann', { createdAtUnixMs: 501 }), told('Bob')];
      const known = { ...erased[0]!, playerId: ann!.id, receipts: [] };
      expect(await directory.erasedAmong(here, asked)).toEqual([known]);
      expect(await directory.erasedAmong(elsewhere, asked)).toEqual([]);
      expect(await directory.erasedAmong(here, [])).toEqual([]);
      expect([await directory.countErased(here), await directory.countErased(elsewhere)]).toEqual([1, 0]);
    });

    it('remembers the player whose erasure was ordered, also of one that was told before without an order', async () => {
      await directory.takeBatch(here, batch([told('Ann')]), 1_000);
      const [before] = await players();
      const erased = [{ characterId: 1, createdAtUnixMs: 500 }];
      const place = (digit: number) => ({
        mark: mark(`${digit}`),
        previous: mark(`${digit - 1}`),
        asOf: 9 + digit,
      });
      await directory.takeBatch(here, batch([], { ...place(2), gone: [1], erased }), 1_000);
      await directory.takeBatch(here, batch([told('Ann')], place(3)), 1_000);
      const [ann] = await players();
      expect(ann!.id).not.toBe(before!.id);
      const ordered = [{ ...erased[0]!, orderedAs: ann!.id }];
      await directory.takeBatch(here, batch([], { ...place(4), gone: [1], erased: ordered }), 1_000);
      expect((await directory.erasedAmong(here, erased))[0]!.playerId).toBe(ann!.id);
      expect(await directory.erasureOf(ann!.id)).toEqual({ serverId: here, characterId: 1 });
      // What is told again without an order changes nothing of that.
      await directory.takeBatch(here, batch([told('Ann')], place(5)), 1_000);
      await directory.takeBatch(here, batch([], { ...place(6), gone: [1], erased }), 1_000);
      expect((await directory.erasedAmong(here, erased))[0]!.playerId).toBe(ann!.id);
    });

    it('remembers each receipt that came with an erasure, the oldest first', async () => {
      const receipts = ['b', 'a', 'a', 'c'].map((digit) => digit.repeat(64));
      const one = { characterId: 7, createdAtUnixMs: 500 };
      let previous: string | null = null;
      for (const [index, receipt] of receipts.entries()) {
        const place = { mark: mark(`${index}`), previous, erased: [{ ...one, receipt }] };
        await directory.takeBatch(here, batch([], place), 1_000 + index);
        previous = mark(`${index}`);
      }
      const [known] = await directory.erasedAmong(here, [one]);
      const different = ['b', 'a', 'c'].map((digit) => digit.repeat(64));
      expect(known).toEqual({ ...one, playerId: undefined, receipts: different });
      expect(await directory.erasedAmong(elsewhere, [one])).toEqual([]);
      expect([await directory.countErased(here), await directory.countErased(elsewhere)]).toEqual([3, 0]);
    });

    it('takes a batch once more, also with newer states, and never an older state for a newer', async () => {
      const first = batch([told('Ann', { level: 5 })]);
      await directory.takeBatch(here, first, 1_000);
      expect(await directory.takeBatch(here, first, 1_000)).toBe('again');
      expect(await levels()).toEqual({ Ann: 5 });
      const newer = batch([told('Ann', { level: 7 })], { asOf: 12 });
      expect(await directory.takeBatch(here, newer, 1_000)).toBe('again');
      expect(await directory.takeBatch(here, first, 1_000)).toBe('diverged');
      expect(await levels()).toEqual({ Ann: 7 });
    });

    it('takes nothing of what does not follow on the last batch', async () => {
      await directory.takeBatch(here, batch([told('Ann')]), 1_000);
      const lost = batch([told('Ann', { level: 9 }), told('Bob')], {
        mark: mark('3'),
        previous: mark('2'),
        asOf: 50,
      });
      expect(await directory.takeBatch(here, lost, 1_000)).toBe('diverged');
      const foreign = batch([told('Bob')], { telling: mark('b'), mark: mark('9'), previous: mark('8') });
      expect(await directory.takeBatch(here, foreign, 1_000)).toBe('diverged');
      expect(await directory.takeBatch(elsewhere, foreign, 1_000)).toBe('diverged');
      const restored = batch([told('Bob')], { mark: mark('7'), asOf: 60 });
      expect(await directory.takeBatch(here, restored, 1_000)).toBe('diverged');
      expect(await levels()).toEqual({ Ann: 1 });
    });

    it('gives up what an earlier telling said when another is whole, but not who is online', async () => {
      await directory.takeBatch(here, batch([told('Ann', { level: 8 }), told('Bob'), told('Cid')]), 1_000);
      await directory.takeBatch(elsewhere, batch([told('Bob')]), 1_000);
      await directory.noteJoined(here, [told('Cid')], 1_000);
      const another = { telling: mark('b'), asOf: 3 };
      const begun = batch([told('Ann', { level: 2 })], { ...another, mark: mark('4'), isWhole: false });
      expect(await directory.takeBatch(here, begun, 2_000)).toBe('first');
      expect(await levels()).toEqual({ Ann: 2, Bob: 1, Cid: 1 });
      const rest = batch([], { ...another, number: 2, mark: mark('5'), previous: mark('4') });
      await directory.takeBatch(here, rest, 2_000);
      expect(await levels()).toEqual({ Ann: 2, Cid: 1 });
      expect(await players(elsewhere)).toHaveLength(1);
    });

    it('keeps a player’s id over tellings, unless the id of the character is another’s now', async () => {
      await directory.takeBatch(here, batch([told('Ann'), told('Bob')]), 1_000);
      const [ann, bob] = await players();
      const stranger = told('Zed', { characterId: 2 });
      const another = batch([told('Ann'), stranger], { telling: mark('b'), mark: mark('4') });
      await directory.takeBatch(here, another, 2_000);
      const after = await players();
      expect(after.map(({ name }) => name)).toEqual(['Ann', 'Zed']);
      expect(after[0]!.id).toBe(ann!.id);
      expect(after[1]!.id).not.toBe(bob!.id);
    });

    it('removes characters that are no more', async () => {
      await directory.takeBatch(here, batch([told('Ann'), told('Bob')]), 1_000);
      const gone = batch([], { mark: mark('2'), previous: mark('1'), asOf: 11, gone: [2, 77] });
      await directory.takeBatch(here, gone, 1_000);
      expect(await levels()).toEqual({ Ann: 1 });
    });

    it('believes batches about what is stored, and reports about who is online', async () => {
      await directory.noteJoined(here, [{ ...told('Ann'), level: 3, map: 'cave' }], 1_000);
      await directory.takeBatch(here, batch([told('Ann', { level: 4 })]), 2_000);
      expect((await players())[0]).toMatchObject({ online: true, level: 4, lastSeenAtUnixMs: 1_000 });
      await directory.noteChanged(here, [told('Ann', { level: 2, map: 'cave' })], 3_000);
      await directory.noteLeft(here, [told('Ann', { level: 2, playedSeconds: 1 })], 4_000);
      const state = { level: 4, map: 'meadow', playedSeconds: 10 };
      expect((await players())[0]).toMatchObject({ ...state, online: false, lastSeenAtUnixMs: 4_000 });
      await directory.noteJoined(here, [told('Ann', { level: 2, map: 'cave' })], 5_000);
      expect((await players())[0]).toMatchObject({ ...state, online: true, lastSeenAtUnixMs: 5_000 });
    });

    it('takes no times later than its own', async () => {
      const future = told('Ann', { createdAtUnixMs: 9_000, savedAtUnixMs: 9_500 });
      await directory.takeBatch(here, batch([future]), 1_000);
      expect((await players())[0]).toMatchObject({ firstSeenAtUnixMs: 1_000, lastSeenAtUnixMs: 1_000 });
    });

    it('asks for all again from a server that was removed, and lists nobody of it, but who plays elsewhere', async () => {
      await directory.takeBatch(here, batch([told('Ann')]), 1_000);
      await directory.noteJoined(here, [told('Bob')], 1_000);
      await directory.noteJoined(elsewhere, [told('Cid')], 1_000);
      await directory.removeServer(here);
      expect([await players(), await players(elsewhere)]).toMatchObject([[], [{ name: 'Cid' }]]);
      const second = batch([], { mark: mark('2'), previous: mark('1') });
      expect(await directory.takeBatch(here, second, 1_000)).toBe('diverged');
    });

    it('judges two batches that come at once one after the other', async () => {
      await directory.takeBatch(here, batch([told('Ann')]), 1_000);
      const after = { previous: mark('1'), asOf: 20 };
      const places = await Promise.all(
        ['2', '3', '4', '5'].map((digit) =>
          directory.takeBatch(here, batch([told('Ann')], { ...after, mark: mark(digit) }), 1_000),
        ),
      );
      expect(places.sort()).toEqual(['diverged', 'diverged', 'diverged', 'next']);
    });
  });
}
