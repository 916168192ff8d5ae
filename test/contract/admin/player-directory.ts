// What every player directory promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { JoinedPlayer, PlayerDirectory } from '#ports/admin/players/player-directory.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';
import { testBatches } from '../directory-batches.js';

const nil = '00000000-0000-0000-0000-000000000000';

export const contracts: StoreContracts = {
  players: (name, stage) => testPlayerDirectory(name, async () => (await stage()).stores.players),
};

function testPlayerDirectory(name: string, make: () => Promise<PlayerDirectory>): void {
  describe(`${name} as a player directory`, () => {
    const here = randomUUID();
    const elsewhere = randomUUID();
    let directory: PlayerDirectory;
    beforeEach(async () => {
      directory = await make();
    });
    testBatches(make);

    /** The same number for the same name, whatever its case. */
    const numbers = new Map<string, number>();
    const characterId = (playerName: string): number => {
      const key = playerName.toLowerCase();
      numbers.set(key, numbers.get(key) ?? numbers.size + 1);
      return numbers.get(key)!;
    };
    const known = (playerName: string) => ({ characterId: characterId(playerName), name: playerName });

    const joined = (playerName: string, part: Partial<JoinedPlayer> = {}): JoinedPlayer => ({
      ...known(playerName),
      accountId: nil,
      level: 1,
      map: 'meadow',
      ...part,
    });
    const names = async (query: { online?: boolean; search?: string }) =>
      (await directory.page({ limit: 100, ...query })).players.map((player) => player.name);

    it('remembers who joined, and who joined again under the same id', async () => {
      await directory.noteJoined(here, [joined('Ann')], 1_000);
      const [before] = (await directory.page({ limit: 10 })).players;
      await directory.noteJoined(here, [joined('ANN', { level: 4, map: 'cave' })], 5_000);
      expect(await directory.find(before!.id)).toEqual({
        id: before!.id,
        characterId: characterId('Ann'),
        name: 'ANN',
        accountId: nil,
        level: 4,
        online: true,
        serverId: here,
        map: 'cave',
        firstSeenAtUnixMs: 1_000,
        lastSeenAtUnixMs: 5_000,
        playedSeconds: 0,
      });
      expect(await directory.find(randomUUID())).toBeUndefined();
    });

    it('takes the last of a character that is given twice', async () => {
      await directory.noteJoined(here, [joined('Ann', { level: 1 }), joined('ann', { level: 2 })], 1_000);
      const page = await directory.page({ limit: 10 });
      expect(page.players.map(({ level }) => level)).toEqual([2]);
    });

    it('takes those offline who left, with their level and time played', async () => {
      await directory.noteJoined(here, [joined('Ann'), joined('Bob')], 1_000);
      await directory.noteLeft(here, [{ ...known('ann'), level: 7, playedSeconds: 90.5 }], 9_000);
      const [ann] = (await directory.page({ limit: 10, search: 'ann' })).players;
      expect(ann).toMatchObject({ online: false, level: 7, playedSeconds: 90.5, lastSeenAtUnixMs: 9_000 });
      expect(await names({ online: true })).toEqual(['Bob']);
    });

    it('keeps characters of the same name on two servers apart', async () => {
      await directory.noteJoined(here, [joined('Ann', { level: 3 })], 1_000);
      await directory.noteJoined(elsewhere, [joined('Ann', { level: 9 })], 2_000);
      await directory.noteLeft(here, [{ ...known('Ann'), level: 4, playedSeconds: 1 }], 3_000);
      const { players, total } = await directory.page({ limit: 10, search: 'ann' });
      const seen = players.map(({ serverId, level, online }) => [serverId, level, online]);
      expect(seen).toHaveLength(2);
      expect(seen).toContainEqual([here, 4, false]);
      expect(seen).toContainEqual([elsewhere, 9, true]);
      expect(total).toBe(2);
    });

    it('keeps two characters apart of which one took the other’s name', async () => {
      await directory.noteJoined(here, [joined('Ann', { characterId: 901 })], 1_000);
      await directory.noteJoined(here, [joined('Ann', { characterId: 902 })], 2_000);
      expect((await directory.page({ limit: 10 })).total).toBe(2);
    });

    it('follows a character that has another name', async () => {
      await directory.noteJoined(here, [joined('Ann', { characterId: 901 })], 1_000);
      await directory.noteChanged(here, [{ characterId: 901, name: 'Bea', level: 1, map: 'cave' }], 2_000);
      expect(await names({ search: 'BEA' })).toEqual(['Bea']);
      expect(await names({ search: 'ann' })).toEqual([]);
      await directory.noteLeft(here, [{ characterId: 901, name: 'Cleo', level: 1, playedSeconds: 1 }], 3_000);
      await directory.noteJoined(here, [joined('Dora', { characterId: 901 })], 4_000);
      expect(await names({})).toEqual(['Dora']);
    });

    it('ignores the leaving of somebody it does not know', async () => {
      await directory.noteLeft(here, [{ ...known('Ghost'), level: 1, playedSeconds: 1 }], 3_000);
      expect(await names({})).toEqual([]);
    });

    it('takes a new level and map of those online there, and of nobody else', async () => {
      await directory.noteJoined(here, [joined('Ann'), joined('Bob')], 1_000);
      await directory.noteJoined(elsewhere, [joined('Eve')], 1_000);
      await directory.noteLeft(here, [{ ...known('Bob'), level: 2, playedSeconds: 5 }], 2_000);
      const changed = ['ANN', 'Bob', 'Eve', 'Ghost'].map((one) => ({ ...known(one), level: 9, map: 'cave' }));
      await directory.noteChanged(here, [{ ...known('Ann'), level: 8, map: 'cave' }, ...changed], 3_000);
      const { players } = await directory.page({ limit: 10 });
      expect(players.map((one) => [one.name, one.level, one.map, one.online, one.lastSeenAtUnixMs])).toEqual([
        ['ANN', 9, 'cave', true, 3_000],
        ['Bob', 2, 'meadow', false, 2_000],
        ['Eve', 1, 'meadow', true, 1_000],
      ]);
    });

    it('replaces who is online on a server, and only there', async () => {
      await directory.noteJoined(here, [joined('Ann'), joined('Bob')], 1_000);
      await directory.noteJoined(elsewhere, [joined('Eve')], 1_000);
      await directory.replaceOnline(here, [joined('Bob'), joined('Cid')], 2_000);
      expect(await names({ online: true })).toEqual(['Bob', 'Cid', 'Eve']);
      await directory.replaceOnline(here, [], 3_000);
      expect(await names({ online: true })).toEqual(['Eve']);
    });

    it('takes all players of a lost server offline', async () => {
      await directory.noteJoined(here, [joined('Ann'), joined('Bob')], 1_000);
      expect(await directory.markServerLost(here)).toBe(2);
      expect(await directory.markServerLost(here)).toBe(0);
      expect(await names({ online: false })).toEqual(['Ann', 'Bob']);
    });

    it('gives every player once over pages, and the same total on each', async () => {
      const all = ['ann', 'Bea', 'cid', 'Dan', 'eve'];
      await directory.noteJoined(
        here,
        all.map((one) => joined(one)),
        1_000,
      );
      await directory.noteJoined(elsewhere, [joined('Bea'), joined('Bea', { characterId: 77 })], 1_000);
      all.splice(1, 0, 'Bea', 'Bea');
      const seen: string[] = [];
      let after: { name: string; id: string } | undefined;
      let pages = 0;
      for (let more = true; more; pages++) {
        const page = await directory.page({ limit: 2, ...(after !== undefined && { after }) });
        expect(page.total).toBe(7);
        seen.push(...page.players.map((player) => player.name));
        after = page.players.at(-1);
        more = page.more;
      }
      expect(seen).toEqual(all);
      expect(pages).toBe(4);
    });

    it('counts who is online on a server', async () => {
      await directory.noteJoined(here, [joined('Ann'), joined('Bob')], 1_000);
      await directory.noteJoined(elsewhere, [joined('Eve')], 1_000);
      await directory.noteLeft(here, [{ ...known('Bob'), level: 1, playedSeconds: 1 }], 2_000);
      expect(await directory.countOnline(here)).toBe(1);
    });

    it('forgets who was not seen for long, and the longest unseen of too many, but nobody online', async () => {
      const all = ['Ann', 'Bob', 'Cid', 'Dan'];
      for (const [index, one] of all.entries()) {
        await directory.noteJoined(here, [joined(one)], (index + 1) * 1_000);
        if (one !== 'Ann') {
          const left = { ...known(one), level: 1, playedSeconds: 1 };
          await directory.noteLeft(here, [left], (index + 1) * 1_000);
        }
      }
      await directory.forget({ seenBeforeUnixMs: 3_000, perServerMax: 10 });
      expect(await names({})).toEqual(['Ann', 'Cid', 'Dan']);
      await directory.forget({ seenBeforeUnixMs: 0, perServerMax: 2 });
      expect(await names({})).toEqual(['Ann', 'Dan']);
    });

    it('searches for parts of names without regard to case', async () => {
      await directory.noteJoined(here, [joined('Anna'), joined('Joanna'), joined('Bob')], 1_000);
      expect(await names({ search: 'AnN' })).toEqual(['Anna', 'Joanna']);
      expect((await directory.page({ limit: 1, search: 'ann' })).total).toBe(2);
    });

    it('takes the signs of search patterns literally', async () => {
      await directory.noteJoined(here, [joined('a_b'), joined('axb'), joined('100%'), joined('c\\d')], 1_000);
      expect(await names({ search: 'a_b' })).toEqual(['a_b']);
      expect(await names({ search: '%' })).toEqual(['100%']);
      expect(await names({ search: '\\' })).toEqual(['c\\d']);
    });
  });
}
