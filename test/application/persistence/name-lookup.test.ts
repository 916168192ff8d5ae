// Names that the simulation asks for, looked up in the store.

import { expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { NameLookup } from '#application/persistence/name-lookup.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { silentLog } from '../../support/silent-log.js';

it('are found whatever their case, or not; where the store fails that is told, and what it says later', async () => {
  const store = new MemoryCharacterStore();
  const id = await store.create(storedCharacter({ name: 'Ünal' }), 1);
  const told: unknown[] = [];
  let fails = false;
  const errors: string[] = [];
  const names = new NameLookup({
    store: { find: async (name) => (fails ? Promise.reject(new Error('locked')) : store.find(name)) },
    answers: { lookedUp: (...answer) => void told.push(answer) },
    log: { ...silentLog, error: (words) => void errors.push(words) },
  });
  await names.look('üNAL');
  await names.look('nobody');
  expect(told.splice(0)).toEqual([
    ['üNAL', id],
    ['nobody', 0],
  ]);
  await names.lookAgain();
  fails = true;
  await names.look('Ünal');
  await names.look('nobody');
  await names.lookAgain();
  expect(told.splice(0)).toEqual(
    [...Array(2).keys()].flatMap(() => [
      ['Ünal', undefined],
      ['nobody', undefined],
    ]),
  );
  expect(errors).toHaveLength(1);
  fails = false;
  await names.lookAgain();
  await names.lookAgain();
  expect(told).toEqual([
    ['Ünal', id],
    ['nobody', 0],
  ]);
});
