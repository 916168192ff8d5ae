// What every player directory promises.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { JoinedPlayer, PlayerDirectory } from '#ports/player-directory.js';

const nil = '00000000-0000-0000-0000-000000000000';

export function testPlayerDirectory(name: string, make: () => Promise<PlayerDirectory>): void {
  describe(`${name} as a player directory`, () => {
    const here = randomUUID();
    const elsewhere = randomUUID();
    let directory: PlayerDirectory;
    beforeEach(async () => {
      directory = await make();
    });

    const joined = (playerName: string, part: Partial<JoinedPlayer> = {}): JoinedPlayer => ({
      name: playerName,
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

    it('takes the last of a name that is given twice', async () => {
      await directory.noteJoined(here, [joined('Ann', { level: 1 }), joined('ann', { level: 2 })], 1_000);
      const page = await directory.page({ limit: 10 });
      expect(page.players.map(({ level }) => level)).toEqual([2]);
    });

    it('takes those offline who left, with their level and time played', async () => {
      await directory.noteJoined(here, [joined('Ann'), joined('Bob')], 1_000);
      await directory.noteLeft(here, [{ name: 'ann', level: 7, playedSeconds: 90.5 }], 9_000);
      const [ann] = (await directory.page({ limit: 10, search: 'ann' })).players;
      expect(ann).toMatchObject({ online: false, level: 7, playedSeconds: 90.5, lastSeenAtUnixMs: 9_000 });
      expect(await names({ online: true })).toEqual(['Bob']);
    });

    it('does not take a player offline who is meanwhile on another server', async () => {
      await directory.noteJoined(here, [joined('Ann')], 1_000);
      await directory.noteJoined(elsewhere, [joined('Ann')], 2_000);
      await directory.noteLeft(here, [{ name: 'Ann', level: 1, playedSeconds: 1 }], 3_000);
      expect(await names({ online: true })).toEqual(['Ann']);
    });

    it('ignores the leaving of somebody it does not know', async () => {
      await directory.noteLeft(here, [{ name: 'Ghost', level: 1, playedSeconds: 1 }], 3_000);
      expect(await names({})).toEqual([]);
    });

    it('takes a new level and map of those online there, and of nobody else', async () => {
      await directory.noteJoined(here, [joined('Ann'), joined('Bob')], 1_000);
      await directory.noteJoined(elsewhere, [joined('Eve')], 1_000);
      await directory.noteLeft(here, [{ name: 'Bob', level: 2, playedSeconds: 5 }], 2_000);
      const changed = ['ANN', 'Bob', 'Eve', 'Ghost'].map((one) => ({ name: one, level: 9, map: 'cave' }));
      await directory.noteChanged(here, [{ name: 'Ann', level: 8, map: 'cave' }, ...changed], 3_000);
      const { players } = await directory.page({ limit: 10 });
      expect(players.map((one) => [one.name, one.level, one.map, one.online, one.lastSeenAtUnixMs])).toEqual([
        ['Ann', 9, 'cave', true, 3_000],
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
      const seen: string[] = [];
      let afterName: string | undefined;
      let pages = 0;
      for (let more = true; more; pages++) {
        const page = await directory.page({ limit: 2, ...(afterName !== undefined && { afterName }) });
        expect(page.total).toBe(5);
        seen.push(...page.players.map((player) => player.name));
        afterName = seen.at(-1);
        more = page.more;
      }
      expect(seen).toEqual(all);
      expect(pages).toBe(3);
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
