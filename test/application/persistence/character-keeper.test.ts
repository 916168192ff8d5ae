import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { CharacterKeeper } from '#application/persistence/character-keeper.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import type { StoredCharacter } from '#ports/storage/character-store.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';

const nowUnixMs = 1_700_000_000_000;
const account = '00000000-0000-0000-0000-000000000000';

function character(name: string, changes: Partial<StoredCharacter> = {}): StoredCharacter {
  return {
    characterId: 0,
    accountId: account,
    name,
    mapKey: 'meadow',
    ...leastCharacterNumbers,
    ...{ x: 10, y: 10, level: 1, health: 10 },
    cooldowns: [],
    savedUnixMs: 0,
    inventory: [],
    ...changes,
  };
}

describe('the character keeper', () => {
  let store: MemoryCharacterStore;
  let keeper: CharacterKeeper;
  let loaded: StoredCharacter[];
  let unavailable: [session: number, reason: DisconnectReason][];
  let numbered: [name: string, characterId: number][];
  let errors: string[];
  let infos: string[];
  let nowMs: number;

  function keep(options: { pendingMax?: number } = {}): void {
    const quiet = (): void => undefined;
    keeper = new CharacterKeeper({
      store,
      clock: { nowMs: () => nowMs, unixMs: () => nowUnixMs },
      log: {
        debug: quiet,
        info: (message) => infos.push(message),
        warn: quiet,
        error: (message) => errors.push(message),
      },
      answers: {
        loaded: (_, found) => loaded.push(found),
        unavailable: (session, reason) => unavailable.push([session, reason]),
        numbered: ({ name, characterId }) => numbered.push([name, characterId]),
      },
      ...options,
    });
  }

  beforeEach(() => {
    store = new MemoryCharacterStore();
    loaded = [];
    unavailable = [];
    numbered = [];
    errors = [];
    infos = [];
    nowMs = 0;
    keep();
  });

  it('an unknown name is answered with a character that was never in the world', async () => {
    await keeper.load(7, account, 'Ada');
    expect(loaded).toMatchObject([{ name: 'Ada', characterId: 0, level: 0 }]);
    expect(await store.count()).toBe(0);
  });

  it('the first save creates the character, later ones change it', async () => {
    keeper.keep(character('Ada', { coins: 5 }));
    await keeper.flush();
    keeper.keep(character('Ada', { coins: 9 }));
    await keeper.flush();
    expect(await store.count()).toBe(1);
    expect(await store.find('ada')).toMatchObject({ coins: 9 });
  });

  it('tells the id of every character that it was given without one', async () => {
    keeper.keep(character('Ada'));
    keeper.keep(character('Bob'));
    await keeper.flush();
    keeper.keep(character('ADA'));
    keeper.keep(character('Bob', { characterId: 2 }));
    await keeper.flush();
    expect(numbered).toEqual([
      ['Ada', 1],
      ['Bob', 2],
      ['ADA', 1],
    ]);
  });

  it('hands over a character with the time that it was away: cooldowns ran on, the dead are dead longer', async () => {
    const times = { deadTicks: 10, inCombatTicks: 300, globalCooldownTicks: 5 };
    const cooldowns = [
      { slot: 1, ticks: 50 },
      { slot: 2, ticks: 900 },
    ];
    await store.create(character('Ada', { ...times, cooldowns }), nowUnixMs - 2000);
    await keeper.load(7, account, 'Ada');
    expect(loaded).toMatchObject([
      { deadTicks: 130, inCombatTicks: 180, globalCooldownTicks: 0, cooldowns: [{ slot: 2, ticks: 780 }] },
    ]);
  });

  it('lets no time pass where the clock was put back', async () => {
    await store.create(character('Ada', { deadTicks: 10, inCombatTicks: 300 }), nowUnixMs + 3_600_000);
    await keeper.load(7, account, 'Ada');
    expect(loaded).toMatchObject([{ deadTicks: 10, inCombatTicks: 300 }]);
  });

  it('gives a guest’s character from before guests had secrets to the guest who comes first', async () => {
    const [first, second] = ['11111111-2222-8333-8444-555555555555', '22222222-2222-8333-8444-555555555555'];
    await store.create(character('Ada', { coins: 5 }), 1);
    await keeper.load(1, '33333333-2222-4333-8444-555555555555', 'Ada');
    expect(unavailable).toEqual([[1, DisconnectReason.nameTaken]]);
    await keeper.load(2, first!, 'Ada');
    expect(loaded).toMatchObject([{ accountId: first, coins: 5 }]);
    keeper.keep(loaded[0]!);
    await keeper.load(3, second!, 'Ada');
    expect(unavailable.slice(1)).toEqual([[3, DisconnectReason.nameTaken]]);
  });

  it('a load right after a save meets the saved state', async () => {
    keeper.keep(character('Ada', { coins: 5 }));
    await keeper.load(1, account, 'Ada');
    expect(loaded).toMatchObject([{ coins: 5 }]);
  });

  it("another account's name is taken", async () => {
    keeper.keep(character('Ada'));
    await keeper.load(3, '11111111-1111-1111-1111-111111111111', 'ada');
    expect(unavailable).toEqual([[3, DisconnectReason.nameTaken]]);
  });

  it('the newest of several waiting states is the one that is stored', async () => {
    keeper.keep(character('Ada', { coins: 1 }));
    keeper.keep(character('ADA', { coins: 2 }));
    expect(keeper.waiting).toBe(1);
    await keeper.flush();
    expect(await store.find('Ada')).toMatchObject({ coins: 2 });
  });

  it('what does not fit is refused, so that it is offered again', () => {
    keep({ pendingMax: 1 });
    expect(keeper.keep(character('Ada'))).toBe(true);
    expect(keeper.keep(character('Bob'))).toBe(false);
    expect(keeper.keep(character('ada', { coins: 3 }))).toBe(true);
  });

  it('a failed write loses nothing and is tried again', async () => {
    const create = store.create.bind(store);
    store.create = () => Promise.reject(new Error('disk full'));
    keeper.keep(character('Ada', { coins: 4 }));
    await expect(keeper.flush()).rejects.toThrow('disk full');
    expect(keeper.waiting).toBe(1);
    store.create = create;
    await keeper.flush();
    expect(await store.find('Ada')).toMatchObject({ coins: 4 });
  });

  it('failing writes are told by number, age and reason, and by one line when it begins and one when it ends', async () => {
    expect(keeper.saving).toEqual({ unsaved: 0, oldestMs: 0, fault: undefined });
    const create = store.create.bind(store);
    store.create = () => Promise.reject(new Error('disk full'));
    keeper.keep(character('Ada', { coins: 4 }));
    nowMs = 5000;
    keeper.keep(character('Bob'));
    for (let tries = 0; tries < 20; tries++) await expect(keeper.flush()).rejects.toThrow('disk full');
    // A newer state is no younger: what it replaces was never stored.
    keeper.keep(character('Ada', { coins: 5 }));
    await expect(keeper.flush()).rejects.toThrow('disk full');
    expect(keeper.saving).toEqual({ unsaved: 2, oldestMs: 5000, fault: 'disk full' });
    expect(errors).toHaveLength(1);
    nowMs = 66_000;
    await expect(keeper.flush()).rejects.toThrow('disk full');
    expect(errors).toHaveLength(2);
    await keeper.load(9, account, 'Ada');
    expect(unavailable).toEqual([[9, DisconnectReason.characterUnavailable]]);
    expect(errors).toHaveLength(2);

    store.create = create;
    await keeper.flush();
    expect(keeper.saving).toEqual({ unsaved: 0, oldestMs: 0, fault: undefined });
    expect(infos).toEqual(['characters are saved again']);
    expect(await store.find('Ada')).toMatchObject({ coins: 5 });
  });

  it('a state that the store can never take does not keep others from being written', async () => {
    keeper.keep(character('Ada', { coins: -1 }));
    keeper.keep(character('Bob', { coins: 2 }));
    await keeper.flush();
    expect(keeper.refused).toBe(1);
    expect(errors).toHaveLength(1);
    expect(await store.find('Bob')).toMatchObject({ coins: 2 });
  });
});
