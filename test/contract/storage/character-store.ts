// What every character store must do.

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
  ownsNothing,
  type CharacterStore,
  type StoredCharacter,
} from '#ports/storage/characters/character-store.js';
import {
  characterRanges,
  leastCharacterNumbers,
  type CharacterNumbers,
} from '#ports/storage/generated/character-numbers.js';
import type { GameStoreContracts } from '../../support/storage/store-contracts.js';

const nowUnixMs = 1_800_000_000_000;

export function storedCharacter(changes: Partial<StoredCharacter> = {}): StoredCharacter {
  return {
    characterId: 0,
    accountId: '00000000-0000-0000-0000-000000000000',
    name: 'Aldric',
    mapKey: 'meadow',
    ...leastCharacterNumbers,
    ...{ x: 12.5, y: 900.015625, level: 3, health: 80, kills: 2, deaths: 1 },
    ...{ playedSeconds: 3600, inCombatTicks: 250, globalCooldownTicks: 17 },
    cooldowns: [
      { slot: 0, ticks: 60 },
      { slot: 7, ticks: 4_294_967_295 },
    ],
    sales: [
      { instance: 9, coins: 4 },
      { instance: 2 ** 53 - 1, coins: 65_535_000_000 },
    ],
    savedUnixMs: 0,
    inventory: [],
    ...changes,
  };
}

export const contracts: GameStoreContracts = {
  characters: (name, stage) =>
    testCharacterStore(name, async () => {
      const { stores, close } = await stage();
      const { characters } = stores;
      return {
        find: (characterName) => characters.find(characterName),
        create: (character, nowUnixMs) => characters.create(character, nowUnixMs),
        save: (list, nowUnixMs) => characters.save(list, nowUnixMs),
        count: () => characters.count(),
        close,
      };
    }),
};

/** `make` gives a new, empty store each time. */
function testCharacterStore(name: string, make: () => Promise<CharacterStore>): void {
  describe(`${name} as a character store`, () => {
    let store: CharacterStore;

    beforeEach(async () => {
      store = await make();
    });

    afterEach(() => store.close());

    const create = async (changes: Partial<StoredCharacter> = {}): Promise<StoredCharacter> => {
      const character = storedCharacter(changes);
      return { ...character, savedUnixMs: nowUnixMs, characterId: await store.create(character, nowUnixMs) };
    };
    const names = (): void => testNames(() => store, create);
    const saving = (): void => testSaving(() => store, create);
    const faults = (): void => testFaults(() => store, create);

    it('knows nobody at first', async () => {
      expect(await store.find('Aldric')).toBeUndefined();
      expect(await store.count()).toBe(0);
    });

    it('gives back what was created', async () => {
      const created = await create();
      expect(created.characterId).toBeGreaterThan(0);
      expect(await store.find('Aldric')).toEqual(created);
      expect(await store.count()).toBe(1);
    });

    it('keeps nothing of what it owns, which is the journal’s', async () => {
      const owned = { coins: 17, experience: 1234, inventory: [{ slot: 2, item: 5, count: 1 }] };
      const created = await create(owned);
      expect(await store.find('Aldric')).toEqual({ ...created, ...ownsNothing });
      await store.save([{ ...created, kills: 9 }], nowUnixMs);
      expect(await store.find('Aldric')).toEqual({ ...created, ...ownsNothing, kills: 9 });
    });

    it('gives back cooldowns in the order of their slots', async () => {
      await create({ cooldowns: [7, 2, 4].map((slot) => ({ slot, ticks: 1 })) });
      expect((await store.find('Aldric'))!.cooldowns.map(({ slot }) => slot)).toEqual([2, 4, 7]);
    });

    it('gives back what was paid for what was sold, the first sold first', async () => {
      const sales = [7, 2, 4].map((instance) => ({ instance, coins: 10 - instance }));
      await create({ sales });
      expect((await store.find('Aldric'))!.sales).toEqual(sales);
    });

    it('keeps every character that lies within the ranges', async () => {
      await fc.assert(
        fc.asyncProperty(characters, async (character) => {
          const id = await store.create(character, nowUnixMs);
          expect(await store.find(character.name)).toEqual({
            ...character,
            ...ownsNothing,
            savedUnixMs: nowUnixMs,
            characterId: id,
          });
        }),
        { numRuns: 60 },
      );
    });

    describe('names', names);
    describe('saving', saving);
    describe('faults', faults);

    it('refuses everything after it was closed, but closing again is harmless', async () => {
      const created = await create();
      await store.close();
      await store.close();
      const closed = { code: 'closed' };
      await expect(store.find('Aldric')).rejects.toMatchObject(closed);
      await expect(store.count()).rejects.toMatchObject(closed);
      await expect(store.save([created], nowUnixMs)).rejects.toMatchObject(closed);
      await expect(store.create(storedCharacter({ name: 'Other' }), nowUnixMs)).rejects.toMatchObject(closed);
    });
  });
}

type Create = (changes?: Partial<StoredCharacter>) => Promise<StoredCharacter>;

function testNames(store: () => CharacterStore, create: Create): void {
  it.each(['Aldric', 'aldric', 'ALDRIC'])('finds Aldric as %s', async (wanted) => {
    const created = await create();
    expect(await store().find(wanted)).toEqual(created);
  });

  it.each([
    ['Aldric', 'aLDRIC'],
    ['Élan', 'éLAN'],
    ['Ａlan', 'alan'],
  ])('takes %s and %s for one name', async (first, second) => {
    await create({ name: first });
    await expect(create({ name: second })).rejects.toMatchObject({ code: 'name-taken' });
    expect(await store().count()).toBe(1);
  });

  it('gives two names two ids', async () => {
    const first = await create({ name: 'One' });
    const second = await create({ name: 'Two' });
    expect(second.characterId).not.toBe(first.characterId);
  });
}

function testSaving(store: () => CharacterStore, create: Create): void {
  it('replaces numbers, place, cooldowns and sales as a whole', async () => {
    const created = await create();
    const later = {
      ...created,
      mapKey: 'forest',
      x: 1,
      y: 2,
      level: 4,
      health: 0,
      kills: 4_000_000_000,
      deadTicks: 77,
      cooldowns: [{ slot: 3, ticks: 5 }],
      sales: [{ instance: 11, coins: 1 }],
    };
    await store().save([later], nowUnixMs + 1);
    expect(await store().find('aldric')).toEqual({ ...later, savedUnixMs: nowUnixMs + 1 });
  });

  it('takes the later of two states of one character', async () => {
    const created = await create();
    await store().save(
      [
        { ...created, kills: 1 },
        { ...created, kills: 2 },
      ],
      nowUnixMs,
    );
    expect((await store().find('Aldric'))!.kills).toBe(2);
  });

  it('gives a character without an account to the first that comes, and to no other', async () => {
    const created = await create();
    const [first, second] = [1, 2].map((n) => `${n}1111111-2222-8333-8444-555555555555`) as [string, string];
    await store().save([{ ...created, accountId: first }], nowUnixMs);
    await store().save([{ ...created, accountId: second }], nowUnixMs);
    expect((await store().find('Aldric'))!.accountId).toBe(first);
  });

  it('leaves name and account as they were created', async () => {
    const created = await create({ accountId: '99999999-2222-3333-4444-555555555555' });
    const accountId = '11111111-2222-3333-4444-555555555555';
    await store().save([{ ...created, name: 'ALDRIC', accountId, kills: 5 }], nowUnixMs);
    expect(await store().find('Aldric')).toEqual({ ...created, kills: 5 });
  });

  it('says when it was', async () => {
    const created = await create();
    await store().save([{ ...created, savedUnixMs: 5 }], nowUnixMs + 9);
    expect((await store().find('Aldric'))!.savedUnixMs).toBe(nowUnixMs + 9);
  });

  it('is not moved by what the caller does with its object afterwards', async () => {
    const created = await create();
    const sales = [{ instance: 5, coins: 6 }];
    const sheet = { ...created, kills: 7, cooldowns: [{ slot: 1, ticks: 1 }], sales };
    const saved = store().save([sheet], nowUnixMs);
    sheet.kills = 99;
    sheet.cooldowns[0]!.ticks = 99;
    sales[0]!.coins = 99;
    await saved;
    const found = await store().find('Aldric');
    expect(found).toMatchObject({
      kills: 7,
      cooldowns: [{ slot: 1, ticks: 1 }],
      sales: [{ instance: 5, coins: 6 }],
    });
  });

  it('of nobody is allowed', async () => {
    await expect(store().save([], nowUnixMs)).resolves.toBeUndefined();
  });
}

function testFaults(store: () => CharacterStore, create: Create): void {
  it.each([
    ['no such id', { characterId: 4711 }],
    ['the id of another name', { name: 'Somebody' }],
  ])('refuses the whole batch when one has %s', async (_case, wrong) => {
    const good = await create({ name: 'Good' });
    const bad = await create({ name: 'Bad' });
    const batch = [
      { ...good, kills: 500 },
      { ...bad, ...wrong, kills: 500 },
    ];
    await expect(store().save(batch, nowUnixMs)).rejects.toMatchObject({ code: 'unknown-character' });
    expect(await store().find('Good')).toEqual(good);
    expect(await store().find('Bad')).toEqual(bad);
  });

  it.each(characterRanges)(
    'keeps the least and the most of $field, and refuses what is beyond',
    async (range) => {
      const { field, least, most, kept } = range;
      for (const value of [field === 'level' ? 1 : least, most]) {
        const created = await create({ [field]: value, name: `At${value}` });
        expect((await store().find(created.name))?.[field]).toBe(kept ? value : 0);
      }
      const created = await create();
      const beyond = { ...created, [field]: most + 1 };
      await expect(store().save([beyond], nowUnixMs)).rejects.toMatchObject({
        message: expect.stringContaining(field),
      });
    },
  );

  it.each<[string, Partial<StoredCharacter>]>([
    ['accountId', { accountId: 'guest' }],
    ['name', { name: '' }],
    ['name', { name: 'é'.repeat(13) }],
    ['name', { name: 'half \ud800' }],
    ['mapKey', { mapKey: 'm'.repeat(33) }],
    ['x', { x: Number.NaN }],
    ['y', { y: 1024.5 }],
    ['level', { level: 0 }],
    ['experience', { experience: -1 }],
    ['health', { health: 1.5 }],
    ['coins', { coins: 2 ** 32 }],
    ['slot 32', { inventory: [{ slot: 32, item: 1, count: 1 }] }],
    ['slot 31 occurs twice', { inventory: [31, 31].map((slot) => ({ slot, item: 1, count: 1 })) }],
    ['deadTicks', { deadTicks: 2 ** 32 }],
    ['cooldown slot 8', { cooldowns: [{ slot: 8, ticks: 1 }] }],
    ['cooldown slot 7 occurs twice', { cooldowns: [7, 7].map((slot) => ({ slot, ticks: 1 })) }],
    ['cooldown slot 2', { cooldowns: [{ slot: 2, ticks: 0 }] }],
    ['9 sales', { sales: Array.from({ length: 9 }, (_, i) => ({ instance: i + 1, coins: 1 })) }],
    ['a sale of stack 0', { sales: [{ instance: 0, coins: 1 }] }],
    ['sale of stack 3 occurs twice', { sales: [3, 3].map((instance) => ({ instance, coins: 1 })) }],
    ['sale of stack 3 for 0 coins', { sales: [{ instance: 3, coins: 0 }] }],
    ['item 0', { inventory: [{ slot: 1, item: 0, count: 1 }] }],
    ['0 pieces', { inventory: [{ slot: 1, item: 1, count: 0 }] }],
  ])('refuses a wrong %s, naming it, and changes nothing', async (named, wrong) => {
    const invalid = { code: 'invalid-character', message: expect.stringContaining(named) };
    await expect(store().create(storedCharacter(wrong), nowUnixMs)).rejects.toMatchObject(invalid);
    const created = await create();
    await expect(store().save([{ ...created, ...wrong }], nowUnixMs)).rejects.toMatchObject(invalid);
    expect(await store().find('Aldric')).toEqual(created);
  });
}

/** Of every number that is declared: what it may be, its ends often. */
const numbers = Object.fromEntries(
  characterRanges.map(({ field, least, most, whole }) => {
    const from = field === 'level' ? 1 : least;
    const between = whole
      ? fc.integer({ min: from, max: most })
      : fc.double({ min: from, max: most, noNaN: true }).map((value) => value + 0);
    return [field, fc.oneof(fc.constantFrom(from, most), between)];
  }),
) as { readonly [K in keyof CharacterNumbers]: fc.Arbitrary<number> };
let named = 0;

const characters: fc.Arbitrary<StoredCharacter> = fc.record({
  characterId: fc.constant(0),
  accountId: fc.uuid(),
  name: fc.constant('').map(() => `P${(named += 1)}`),
  mapKey: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' }),
  ...numbers,
  cooldowns: fc
    .uniqueArray(
      fc.record({ slot: fc.integer({ min: 0, max: 7 }), ticks: fc.integer({ min: 1, max: 0xffff_ffff }) }),
      { selector: (cooldown) => cooldown.slot, maxLength: 8 },
    )
    .map((cooldowns) => cooldowns.sort((a, b) => a.slot - b.slot)),
  sales: fc.uniqueArray(
    fc.record({
      instance: fc.maxSafeNat().map((id) => id || 1),
      coins: fc.maxSafeNat().map((coins) => coins || 1),
    }),
    { selector: (sale) => sale.instance, maxLength: 8 },
  ),
  savedUnixMs: fc.constant(0),
  inventory: fc
    .uniqueArray(
      fc.record({
        slot: fc.integer({ min: 0, max: 31 }),
        item: fc.integer({ min: 1, max: 0xffff }),
        count: fc.integer({ min: 1, max: 0xffff }),
      }),
      { selector: (item) => item.slot, maxLength: 32 },
    )
    .map((items) => items.sort((a, b) => a.slot - b.slot)),
});
