import { beforeEach, describe, expect, it } from '@jest/globals';
import { JournalOwnership } from '#application/persistence/journal-ownership.js';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import { CharacterKeeper } from '#application/persistence/character-keeper.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';
import { Item, smallContent } from '../../support/worlds/small-content.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import { noteCoinsChanged, noteStackChanged } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';

function encoded(rows: FactRows): Uint8Array {
  const bytes = new Uint8Array(rows.count * factSizeMax);
  let end = 0;
  for (let row = 0; row < rows.count; row++) end = encodeFact(rows, row, bytes, end);
  return bytes.subarray(0, end);
}

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
    sales: [],
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
  let errors: string[];
  let infos: string[];
  let nowMs: number;
  let journal: MemoryJournal;
  let canSettle: boolean;

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
      },
      content: smallContent(),
      ownership: new JournalOwnership(journal, { drain: () => canSettle }),
      ...options,
    });
  }

  /** A state of a character that is in the store. */
  async function created(name: string, changes: Partial<StoredCharacter> = {}): Promise<StoredCharacter> {
    const found = await store.find(name);
    const characterId = found?.characterId ?? (await store.create(character(name), nowUnixMs));
    return character(name, { characterId, ...changes });
  }

  beforeEach(() => {
    store = new MemoryCharacterStore();
    journal = new MemoryJournal();
    canSettle = true;
    loaded = [];
    unavailable = [];
    errors = [];
    infos = [];
    nowMs = 0;
    keep();
  });

  it('an unknown name is answered with a character that was never in the world', async () => {
    await keeper.load(7, account, 'Ada');
    // It has its id before it comes into the world.
    expect(loaded).toMatchObject([{ name: 'Ada', characterId: 1, level: 0, coins: 0 }]);
    expect(await store.find('Ada')).toMatchObject({ characterId: 1 });
  });

  it('a load that fails is told to readiness until it works again', async () => {
    const { find } = store;
    store.find = () => Promise.reject(new Error('database disk image is malformed'));
    await keeper.load(7, account, 'Ada');
    expect(unavailable).toEqual([[7, DisconnectReason.characterUnavailable]]);
    expect(await keeper.loads.check(store)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('malformed'),
    });
    store.find = find;
    expect(await keeper.loads.check(store)).toEqual({ ok: true });
  });

  it('a state is written to the character that was created when it was loaded', async () => {
    keeper.keep(await created('Ada', { kills: 5 }));
    await keeper.flush();
    keeper.keep({ ...(await store.find('Ada'))!, kills: 9 });
    await keeper.flush();
    expect(await store.count()).toBe(1);
    expect(await store.find('ada')).toMatchObject({ kills: 9 });
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
    await store.create(character('Ada', { playedSeconds: 5 }), 1);
    await keeper.load(1, '33333333-2222-4333-8444-555555555555', 'Ada');
    expect(unavailable).toEqual([[1, DisconnectReason.nameTaken]]);
    await keeper.load(2, first!, 'Ada');
    expect(loaded).toMatchObject([{ accountId: first, playedSeconds: 5 }]);
    keeper.keep(loaded[0]!);
    await keeper.load(3, second!, 'Ada');
    expect(unavailable.slice(1)).toEqual([[3, DisconnectReason.nameTaken]]);
  });

  it('a load right after a save meets the saved state', async () => {
    keeper.keep(await created('Ada', { kills: 5 }));
    await keeper.load(1, account, 'Ada');
    expect(loaded).toMatchObject([{ kills: 5 }]);
  });

  it('a load gives what the journal says that the character owns, whatever was saved with it', async () => {
    const rows = new FactRows(2);
    const deed = [
      LedgerVerb.grant,
      9,
      Item.pelt,
      3,
      3,
      HolderKind.inventory,
      1,
      4,
      HolderKind.nowhere,
    ] as const;
    noteStackChanged(rows, 0, 0, 1, 0, 0, ...deed, 0, 0, 0, 0);
    noteCoinsChanged(rows, 0, 1, 0, 0, LedgerVerb.grant, 7, 7, PurseKind.wallet, 1);
    journal.append(1, encoded(rows));
    await store.create(character('Ada', { coins: 5 }), 1);
    await keeper.load(1, account, 'Ada');
    expect(loaded).toMatchObject([
      { level: 1, coins: 7, inventory: [], possessions: { stacks: [{ instance: 9, slot: 4, count: 3 }] } },
    ]);
  });

  it('nobody is loaded while the journal cannot be written', async () => {
    canSettle = false;
    await keeper.load(7, account, 'Ada');
    expect(unavailable).toEqual([[7, DisconnectReason.characterUnavailable]]);
    expect(await store.count()).toBe(0);
  });

  it("another account's name is taken", async () => {
    keeper.keep(await created('Ada'));
    await keeper.load(3, '11111111-1111-1111-1111-111111111111', 'ada');
    expect(unavailable).toEqual([[3, DisconnectReason.nameTaken]]);
  });

  it('the newest of several waiting states is the one that is stored', async () => {
    keeper.keep(await created('Ada', { kills: 1 }));
    keeper.keep(await created('ADA', { kills: 2 }));
    expect(keeper.waiting).toBe(1);
    await keeper.flush();
    expect(await store.find('Ada')).toMatchObject({ kills: 2 });
  });

  it('what does not fit is refused, so that it is offered again', async () => {
    keep({ pendingMax: 1 });
    expect(keeper.keep(await created('Ada'))).toBe(true);
    expect(keeper.keep(await created('Bob'))).toBe(false);
    expect(keeper.keep(await created('ada', { kills: 3 }))).toBe(true);
  });

  it('a load waits for the state of its own character, not for those that keep coming', async () => {
    const ada = await created('Ada', { kills: 5 });
    const others = await Promise.all(['Bob', 'Cleo', 'Dan'].map((name) => created(name)));
    const save = store.save.bind(store);
    let writes = 0;
    store.save = async (list, at) => {
      await save(list, at);
      // Always one more that waits.
      if (writes++ < 50) keeper.keep(others[writes % 3]!);
    };
    keeper.keep(others[0]!);
    const flushing = keeper.flush();
    keeper.keep(ada);
    await keeper.load(1, account, 'Ada');
    expect(loaded).toMatchObject([{ kills: 5 }]);
    expect(writes).toBeLessThan(10);
    await flushing;
  });

  it('takes no more while many loads are under way', async () => {
    const room = keeper.room;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    store.find = () => promise;
    const loads = Array.from({ length: 6144 }, (_, session) => keeper.load(session, account, `P${session}`));
    expect(keeper.room).toBe(0);
    resolve(undefined);
    await Promise.all(loads);
    expect(keeper.room).toBe(room);
  });

  it('a failed write loses nothing and is tried again', async () => {
    const save = store.save.bind(store);
    store.save = () => Promise.reject(new Error('disk full'));
    keeper.keep(await created('Ada', { kills: 4 }));
    await expect(keeper.flush()).rejects.toThrow('disk full');
    expect(keeper.waiting).toBe(1);
    store.save = save;
    await keeper.flush();
    expect(await store.find('Ada')).toMatchObject({ kills: 4 });
  });

  it('failing writes are told by number, age and reason, and by one line when it begins and one when it ends', async () => {
    expect(keeper.saving).toEqual({ unsaved: 0, oldestMs: 0, fault: undefined });
    const save = store.save.bind(store);
    store.save = () => Promise.reject(new Error('disk full'));
    keeper.keep(await created('Ada', { kills: 4 }));
    nowMs = 5000;
    keeper.keep(await created('Bob'));
    for (let tries = 0; tries < 20; tries++) await expect(keeper.flush()).rejects.toThrow('disk full');
    // A newer state is no younger: what it replaces was never stored.
    keeper.keep(await created('Ada', { kills: 5 }));
    await expect(keeper.flush()).rejects.toThrow('disk full');
    expect(keeper.saving).toEqual({ unsaved: 2, oldestMs: 5000, fault: 'disk full' });
    expect(errors).toHaveLength(1);
    nowMs = 66_000;
    await expect(keeper.flush()).rejects.toThrow('disk full');
    expect(errors).toHaveLength(2);
    await keeper.load(9, account, 'Ada');
    expect(unavailable).toEqual([[9, DisconnectReason.characterUnavailable]]);
    expect(errors).toHaveLength(2);

    store.save = save;
    await keeper.flush();
    expect(keeper.saving).toEqual({ unsaved: 0, oldestMs: 0, fault: undefined });
    expect(infos).toEqual(['characters are saved again']);
    expect(await store.find('Ada')).toMatchObject({ kills: 5 });
  });

  it('a state that the store can never take does not keep others from being written', async () => {
    keeper.keep(await created('Ada', { kills: -1 }));
    keeper.keep(await created('Bob', { kills: 2 }));
    await keeper.flush();
    expect(keeper.refused).toBe(1);
    expect(errors).toHaveLength(1);
    expect(await store.find('Bob')).toMatchObject({ kills: 2 });
  });
});
