// What players meet when their characters cannot be loaded, as readiness tells it.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { FailedLoads } from '#application/persistence/failed-loads.js';
import { CharacterStoreError } from '#ports/storage/characters/character-store.js';

let loads: FailedLoads;
let nowMs: number;
let broken: Set<string>;
const store = {
  find: async (name: string) => {
    if (broken.has(name)) throw new Error('database disk image is malformed');
    return undefined;
  },
};
const malformed = new Error('database disk image is malformed');

beforeEach(() => {
  nowMs = 0;
  broken = new Set();
  loads = new FailedLoads({ nowMs: () => nowMs });
});

describe('a load that failed', () => {
  it('is told with its reason, for as long as it fails', async () => {
    expect(await loads.check(store)).toEqual({ ok: true });
    broken.add('Ada');
    loads.failed('find', 'Ada', malformed);
    for (nowMs = 0; nowMs < 300_000; nowMs += 60_000) {
      expect(await loads.check(store)).toEqual({
        ok: false,
        reason: 'the character Ada could not be loaded: database disk image is malformed',
      });
    }
    broken.clear();
    expect(await loads.check(store)).toEqual({ ok: true });
  });

  it('is over when that character was loaded again', async () => {
    broken.add('Ada');
    loads.failed('find', 'Ada', malformed);
    loads.worked('find', 'ADA');
    expect(await loads.check(store)).toEqual({ ok: true });
  });

  it('is something to look at, while others are loaded', async () => {
    broken.add('Ada');
    loads.failed('find', 'Ada', malformed);
    loads.worked('find', 'Bob');
    expect(await loads.check(store)).toMatchObject({ ok: true, reason: expect.stringContaining('Ada') });
    loads.failed('find', 'Ada', malformed);
    expect(await loads.check(store)).toMatchObject({ ok: false });
  });

  it('because the journal does not say what is owned is told until it says so of that one, or for a minute', async () => {
    const told = {
      ok: false,
      reason: 'what is owned by the character Ada could not be loaded: database disk image is malformed',
    };
    loads.failed('own', 'Ada', malformed);
    expect(await loads.check(store)).toEqual(told);
    loads.worked('own', 'Bob');
    expect(await loads.check(store)).toMatchObject({ ok: true, reason: told.reason });
    loads.worked('own', 'ada');
    expect(await loads.check(store)).toEqual({ ok: true });
    loads.failed('own', 'Ada', malformed);
    nowMs += 60_000;
    expect(await loads.check(store)).toEqual({ ok: true });
  });

  it('of a new character is told until one was made, or nobody met it for a minute', async () => {
    loads.failed('create', 'Ada', new Error('disk I/O error'));
    loads.worked('find', 'Bob');
    expect(await loads.check(store)).toEqual({
      ok: false,
      reason: 'the new character Ada could not be loaded: disk I/O error',
    });
    loads.worked('create', 'Bob');
    expect(await loads.check(store)).toEqual({ ok: true });
    loads.failed('create', 'Ada', new Error('disk I/O error'));
    nowMs += 60_000;
    expect(await loads.check(store)).toEqual({ ok: true });
  });

  it('is none when the store only said no', async () => {
    loads.failed('create', 'Ada', new CharacterStoreError('name-taken', 'another character bears the name'));
    expect(await loads.check(store)).toEqual({ ok: true });
  });
});
