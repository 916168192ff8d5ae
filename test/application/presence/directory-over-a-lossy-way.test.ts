// Whatever is lost, doubled or late between outbox and directory, in the end the directory says what is stored.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { MemoryPlayerDirectory } from '#adapters/memory/admin/players/player-directory.js';
import { MemoryCharacterStore } from '#adapters/memory/storage/character-store.js';
import type { DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { storedCharacter } from '../../contract/storage/character-store.js';

const serverId = randomUUID();
const query = { limit: 3, restingSinceUnixMs: Infinity };

const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      who: fc.nat(30),
      level: fc.integer({ min: 1, max: 255 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('tell' as const),
      fate: fc.constantFrom('arrives', 'lost', 'answer lost' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('double' as const), which: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('online' as const), who: fc.nat(30) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('directory is lost' as const) }) },
);

class Way {
  readonly store = new MemoryCharacterStore();
  readonly characters: StoredCharacter[] = [];
  directory = new MemoryPlayerDirectory();
  readonly sent: DirectoryBatch[] = [];
  nowUnixMs = 1_000;

  async tell(fate: 'arrives' | 'lost' | 'answer lost'): Promise<boolean> {
    const { outbox } = this.store;
    const batch = await outbox.next(query);
    if (batch === undefined) return false;
    this.sent.push(batch);
    if (fate === 'lost') return true;
    const place = await this.directory.takeBatch(serverId, batch, this.nowUnixMs);
    if (fate === 'answer lost') return true;
    if (place === 'diverged') await outbox.startOver();
    else await outbox.acknowledged(batch.mark, this.nowUnixMs);
    return true;
  }

  async take(one: typeof step extends fc.Arbitrary<infer Step> ? Step : never): Promise<void> {
    this.nowUnixMs += 1_000;
    const { store, directory, characters, sent } = this;
    if (one.kind === 'create') {
      const character = storedCharacter({ name: `Ann ${characters.length}` });
      const characterId = await store.create(character, this.nowUnixMs);
      characters.push({ ...character, characterId });
    } else if (one.kind === 'tell') await this.tell(one.fate);
    else if (one.kind === 'double' && sent.length > 0)
      await directory.takeBatch(serverId, sent[one.which % sent.length]!, this.nowUnixMs);
    else if (one.kind === 'directory is lost') this.directory = new MemoryPlayerDirectory();
    else if ('who' in one && characters.length > 0) await this.#change(one, one.who % characters.length);
  }

  async #change(one: { readonly kind: string; readonly level?: number }, who: number): Promise<void> {
    const character = this.characters[who]!;
    if (one.kind === 'online') {
      const { characterId, name, accountId } = character;
      // An old state: reports are not believed about what batches tell.
      const joined = { characterId, name, accountId, level: 1, map: 'elsewhere' };
      await this.directory.noteJoined(serverId, [joined], this.nowUnixMs);
      return;
    }
    this.characters[who] = { ...character, level: one.level! };
    await this.store.save([this.characters[who]], this.nowUnixMs);
  }
}

describe('outbox and directory over a way that loses, doubles and delays', () => {
  it('end with what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const way = new Way();
        for (const one of steps) await way.take(one);
        // A directory that was lost is noticed with the next news, as play makes every few seconds.
        if (way.characters.length > 0) await way.take({ kind: 'save', who: 0, level: 7 });
        // From now on everything arrives.
        while (await way.tell('arrives'));
        const { players } = await way.directory.page({ limit: 200, serverId });
        const known = players.map(({ characterId, name, level, map }) => ({ characterId, name, level, map }));
        const stored = way.characters.map(({ characterId, name, level, mapKey }) => ({
          ...{ characterId, name, level },
          map: mapKey,
        }));
        const byId = (
          a: { characterId?: number | undefined },
          b: { characterId?: number | undefined },
        ): number => a.characterId! - b.characterId!;
        expect(known.sort(byId)).toEqual(stored);
      }),
      { numRuns: 300 },
    );
  });
});
