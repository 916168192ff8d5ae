// What every ledger of commands promises.

import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';
import type { CommandLedger } from '#ports/storage/command-ledger.js';
import type { GameStage, GameStoreContracts } from '../../support/storage/store-contracts.js';

export const contracts: GameStoreContracts = {
  commands: (name, stage) =>
    describe(`${name} as a ledger of commands`, () => {
      let opened: GameStage | undefined;
      afterEach(() => opened?.close());
      const make = async () => {
        opened = await stage();
        const { stores, reopen } = opened;
        const ledger: CommandLedger = stores.commands;
        return { ledger, reopen: async () => (await reopen()).commands };
      };

      it('knows what was begun, once, also after a restart', async () => {
        const { ledger, reopen } = await make();
        const id = randomUUID();
        expect(await ledger.find(id)).toBeUndefined();
        expect(await ledger.begin(id, 'kick', 1_000)).toBe(true);
        expect(await ledger.begin(id, 'kick', 2_000)).toBe(false);
        expect(await ledger.find(id)).toEqual({ state: 'begun' });
        const next = await reopen();
        expect(await next.find(id)).toEqual({ state: 'begun' });
        expect(await next.begin(id, 'kick', 3_000)).toBe(false);
      });

      it.each<CommandAnswer>([
        { outcome: 'applied', players: 10_000 },
        { outcome: 'refused', reason: 'already-draining' },
        { outcome: 'interrupted' },
      ])('keeps the first answer: %o', async (answer) => {
        const { ledger, reopen } = await make();
        const id = randomUUID();
        await ledger.begin(id, 'kick', 1_000);
        await ledger.conclude(id, answer);
        await ledger.conclude(id, { outcome: 'refused', reason: 'busy' });
        expect(await ledger.find(id)).toEqual({ state: 'answered', answer });
        expect(await (await reopen()).find(id)).toEqual({ state: 'answered', answer });
      });

      it('has no answer to what was never begun', async () => {
        const { ledger } = await make();
        const id = randomUUID();
        await ledger.conclude(id, { outcome: 'interrupted' });
        expect(await ledger.find(id)).toBeUndefined();
      });

      it('forgets what was begun long ago', async () => {
        const { ledger } = await make();
        const [old, young] = [randomUUID(), randomUUID()];
        await ledger.begin(old, 'kick', 1_000);
        await ledger.begin(young, 'kick', 2_000);
        await ledger.forget(2_000);
        expect(await ledger.find(old)).toBeUndefined();
        expect(await ledger.find(young)).toEqual({ state: 'begun' });
      });
    }),
};
