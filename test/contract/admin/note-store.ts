// What every store of notes promises.

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { noteCharactersMax, notesMax, type NewNote } from '#ports/admin/players/note-store.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

const server = '22222222-2222-4222-8222-222222222222';
const otherServer = '22222222-2222-4222-8222-222222222223';

function newNote(part: Partial<NewNote> = {}): NewNote {
  return {
    ...{ id: randomUUID(), serverId: server, characterId: 7, text: 'asked for help with a quest' },
    ...{ actorId: '44444444-4444-4444-8444-444444444444', actorName: 'mo', ...part },
  };
}

export const contracts: StoreContracts = {
  notes: (name, stage) =>
    describe(`${name} as a store of notes`, () => {
      const make = async () => (await stage()).stores.notes;

      it('keeps what was written, as it was and when, newest first', async () => {
        const store = await make();
        const first = (await store.add(newNote()))!;
        const longest = '😀'.repeat(noteCharactersMax / 2);
        const second = (await store.add(newNote({ text: longest })))!;
        expect(second.text).toBe(longest);
        expect(second.writtenAtUnixMs).toBeGreaterThanOrEqual(first.writtenAtUnixMs);
        expect(await store.about(server, 7)).toEqual([second, first]);
        expect(await store.find(first.id)).toEqual(first);
        expect(await store.find(randomUUID())).toBeUndefined();
      });

      it('keeps characters apart, by server and number', async () => {
        const store = await make();
        await store.add(newNote());
        const other = (await store.add(newNote({ characterId: 8 })))!;
        const elsewhere = (await store.add(newNote({ serverId: otherServer })))!;
        expect(await store.about(server, 8)).toEqual([other]);
        expect(await store.about(otherServer, 7)).toEqual([elsewhere]);
        expect(await store.about(otherServer, 8)).toEqual([]);
      });

      it('has room for so many of a character, however many are written at once, and for more of others', async () => {
        const store = await make();
        const written = await Promise.all(Array.from({ length: notesMax + 5 }, () => store.add(newNote())));
        expect(written.filter((note) => note !== undefined)).toHaveLength(notesMax);
        expect(await store.about(server, 7)).toHaveLength(notesMax);
        expect(await store.add(newNote({ characterId: 8 }))).toBeDefined();
        await store.remove((await store.about(server, 7))[0]!.id);
        expect(await store.add(newNote())).toBeDefined();
      });

      it('takes away one, once', async () => {
        const store = await make();
        const [first, second] = [(await store.add(newNote()))!, (await store.add(newNote()))!];
        const gone = await Promise.all([store.remove(first.id), store.remove(first.id)]);
        expect(gone.filter((note) => note !== undefined)).toEqual([first]);
        expect(await store.about(server, 7)).toEqual([second]);
      });

      it('forgets a player, and a server', async () => {
        const store = await make();
        for (const part of [{}, {}, { characterId: 8 }, { serverId: otherServer }])
          await store.add(newNote(part));
        await store.forgetPlayer(server, 7);
        const left = async () =>
          Promise.all([store.about(server, 7), store.about(server, 8), store.about(otherServer, 7)]);
        expect((await left()).map(({ length }) => length)).toEqual([0, 1, 1]);
        await store.removeServer(server);
        expect((await left()).map(({ length }) => length)).toEqual([0, 0, 1]);
      });
    }),
};
