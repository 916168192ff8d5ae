// Erasing a character, between whoever keeps characters and whoever notes erasures: nobody gets in meanwhile, nothing of it
// is stored afterwards, and what cannot be ended leaves it as it is.

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { MemoryErasureBook } from '#adapters/memory/storage/erasure-book.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import { CharacterKeeper } from '#application/persistence/character-keeper.js';
import { EraseCharacters } from '#application/persistence/erase-characters.js';
import { JournalOwnership } from '#application/persistence/journal-ownership.js';
import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';
import { storedCharacter } from '../../contract/storage/character-store.js';
import { silentLog } from '../../support/silent-log.js';
import { smallContent } from '../../support/worlds/small-content.js';

const ada = storedCharacter({ name: 'Ada' });

let store: MemoryCharacterStore;
let keeper: CharacterKeeper;
let erasures: EraseCharacters;
let characterId: number;
/** What the world answers. */
let inTick: () => Promise<CommandAnswer>;
let canSettle: boolean;
/** Ids of those that were loaded, -1 for one that was not. */
let loads: number[];

beforeEach(async () => {
  store = new MemoryCharacterStore();
  characterId = await store.create(ada, 1);
  inTick = async () => applied(1);
  canSettle = true;
  loads = [];
  let nowMs = 0;
  const journal = new MemoryJournal();
  const clock = { nowMs: () => nowMs, unixMs: () => nowMs };
  const ownership = new JournalOwnership(journal, { drain: () => canSettle });
  keeper = new CharacterKeeper({
    ...{ store, clock, ownership, content: smallContent(), log: silentLog },
    answers: {
      loaded: (_, found) => loads.push(found.characterId),
      unavailable: () => loads.push(-1),
    },
  });
  erasures = new EraseCharacters({
    ...{ keeper, ownership, clock, log: silentLog },
    book: new MemoryErasureBook(store, journal),
    tick: { run: () => inTick() },
    pauses: { pause: async (ms) => void (nowMs += ms) },
  });
});

const load = () => keeper.load(1, ada.accountId, 'ADA');
const erase = () => erasures.erase({ characterId, name: 'Ada' });

describe('a character that is being erased', () => {
  it('is loaded for nobody until it is done; then its name is somebody new', async () => {
    inTick = async () => {
      await load();
      return applied(1);
    };
    expect(await erase()).toBe('erased');
    expect(loads).toEqual([-1]);
    await load();
    expect(loads).toEqual([-1, characterId + 1]);
  });

  it('has nothing of it stored any more that waited for it', async () => {
    expect(keeper.keep({ ...ada, characterId })).toBe(true);
    expect(await erase()).toBe('erased');
    expect(keeper.waiting).toBe(0);
    await keeper.flush();
    expect([keeper.saved, keeper.refused, keeper.failedWrites]).toEqual([0, 0, 0]);
  });

  it('is told of when it is done', async () => {
    let told = 0;
    erasures.onErased = () => void told++;
    inTick = async () => refused('unfinished');
    await erase();
    expect(told).toBe(0);
    inTick = async () => applied(1);
    await erasures.resume();
    expect(told).toBe(1);
  });

  it('stays as it is, and can be played, while the world still knows of it', async () => {
    inTick = async () => refused('unfinished');
    expect(await erase()).toBe('unfinished');
    expect(await store.find('Ada')).toMatchObject({ characterId });
    await load();
    expect(loads).toEqual([characterId]);
  });

  it('is begun, and goes on by itself, where a later step breaks off', async () => {
    inTick = async () => {
      throw new Error('the world is away');
    };
    expect(await erase()).toBe('unfinished');
    expect(await store.find('Ada')).toMatchObject({ characterId });
    await load();
    expect(loads).toEqual([characterId]);
    // Nor does it keep others waiting who are to be erased after it.
    const bobId = await store.create(storedCharacter({ name: 'Bob', accountId: randomUUID() }), 1);
    const bob = { characterId: bobId, name: 'Bob' };
    inTick = async () => refused('unfinished');
    expect(await erasures.erase(bob)).toBe('unfinished');
    inTick = async () => {
      inTick = async () => applied(1);
      throw new Error('the world is away once more');
    };
    await erasures.resume();
    expect(await store.find('Bob')).toBeUndefined();
    await erasures.resume();
    expect(await store.find('Ada')).toBeUndefined();
  });

  it('stays as it is while nothing can be stored, and goes when it is taken up again', async () => {
    canSettle = false;
    expect(await erase()).toBe('unfinished');
    expect(await store.find('Ada')).toMatchObject({ characterId });
    canSettle = true;
    await erasures.resume();
    expect(await store.find('Ada')).toBeUndefined();
  });
});
