// What every store of what was found in backups promises.

import { describe, expect, it } from '@jest/globals';
import { backupChecksMax, ownBackups, type NewBackupCheck } from '#ports/admin/backups/backup-check-store.js';
import { backupWordsMax } from '#ports/backups/backup-desk.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';

const server = '22222222-2222-4222-8222-222222222222';

function found(part: Partial<NewBackupCheck> = {}): NewBackupCheck {
  return {
    ...{ of: ownBackups, name: '00000001-20261130T120000Z', fault: undefined, words: '', actorName: 'ada' },
    ...part,
  };
}

export const contracts: StoreContracts = {
  backupChecks: (name, stage) =>
    describe(`${name} as a store of what was found in backups`, () => {
      const make = async () => (await stage()).stores.backupChecks;

      it('keeps what was found, by whom and when', async () => {
        const store = await make();
        const damaged = found({ fault: 'damaged', words: 'x'.repeat(backupWordsMax) });
        await store.keep(damaged);
        const [kept] = await store.about(ownBackups);
        expect(kept).toEqual({ ...damaged, atUnixMs: expect.any(Number) });
        expect(kept!.atUnixMs).toBeGreaterThan(0);
      });

      it('keeps the last of each backup', async () => {
        const store = await make();
        await store.keep(found({ fault: 'other-key', words: 'another key' }));
        await store.keep(found({ name: '00000002-20261130T130000Z' }));
        await store.keep(found({ actorName: 'bob' }));
        const kept = await store.about(ownBackups);
        expect(kept).toHaveLength(2);
        expect(kept).toContainEqual({ ...found({ actorName: 'bob' }), atUnixMs: expect.any(Number) });
      });

      it('keeps servers apart, and forgets one of them', async () => {
        const store = await make();
        await store.keep(found());
        await store.keep(found({ of: server, fault: 'damaged', words: 'half' }));
        expect(await store.about(server)).toMatchObject([{ of: server, fault: 'damaged' }]);
        await store.forget(server);
        expect(await store.about(server)).toEqual([]);
        expect(await store.about(ownBackups)).toHaveLength(1);
      });

      it('makes room: the oldest go, of the same server', async () => {
        const store = await make();
        await store.keep(found({ of: server }));
        const nameOf = (number: number): string => `${String(number).padStart(8, '0')}-20261130T120000Z`;
        for (let number = 1; number <= backupChecksMax + 2; number++)
          await store.keep(found({ name: nameOf(number) }));
        const names = (await store.about(ownBackups)).map((check) => check.name);
        expect(names).toHaveLength(backupChecksMax);
        expect(names).not.toContain(nameOf(2));
        expect(names).toContain(nameOf(3));
        expect(await store.about(server)).toHaveLength(1);
      });
    }),
};
