// What every store of operators' commands promises.

import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  answerSlackMs,
  askedAgainMs,
  documentMs,
  type CommandChange,
  type CommandQuestion,
  type CommandStore,
  type NewCommand,
} from '#ports/admin/operations/command-store.js';
import { openCommandsMax } from '#ports/admin/operations/operator-command.js';
import type { StoreContracts } from '../../support/admin/store-contracts.js';
import { testProposals } from '../proposals.js';

export interface StoreAndTime {
  readonly store: CommandStore;
  /** Lets so much time pass for what is in the store. */
  pass(ms: number): Promise<void>;
}

export const someServer = '22222222-2222-4222-8222-222222222222';
const lifeMs = 30_000;

export function command(part: Partial<NewCommand> = {}): NewCommand {
  return {
    id: randomUUID(),
    serverId: someServer,
    kind: 'kick',
    args: { characterId: 7, name: 'Ada', message: 'enough' },
    target: 'player:33333333-3333-4333-8333-333333333333',
    reason: 'spoke ill of the wolf',
    actorId: '44444444-4444-4444-8444-444444444444',
    actorName: 'mo',
    address: '192.0.2.7',
    requestId: 'r-1',
    ...part,
  };
}

export const contracts: StoreContracts = {
  commands: (name, stage) => {
    const make = async (): Promise<StoreAndTime> => {
      const { stores, pass } = await stage();
      return { store: stores.commands, pass };
    };
    testCommandStore(name, make);
    testProposals(name, make);
  },
};

function testCommandStore(name: string, make: () => Promise<StoreAndTime>): void {
  describe(`${name} as a store of commands`, () => {
    const leaves: (() => void)[] = [];
    afterEach(() => leaves.splice(0).forEach((leave) => leave()));
    const given = { limit: 16, known: [] as string[] };
    const take = (store: CommandStore, serverId = someServer, { limit, known } = given) =>
      store.handOut(serverId, known, limit);
    const stateOf = async (store: CommandStore, { id }: NewCommand) => (await store.find(id))?.state;

    it('keeps what was issued, as it was', async () => {
      const { store } = await make();
      const one = command();
      expect(await store.issue(one, lifeMs)).toBe(true);
      const found = (await store.find(one.id))!;
      expect(found).toMatchObject({ ...one, state: 'queued' });
      expect(found.deadlineUnixMs - found.issuedAtUnixMs).toBe(lifeMs);
      expect([found.refusal, found.players, found.deliveredAtUnixMs, found.endedAtUnixMs]).toEqual(
        Array(4).fill(undefined),
      );
      expect(await store.find(randomUUID())).toBeUndefined();
    });

    it('forgets who a player was in all commands about it, ended or not, and in no other', async () => {
      const { store } = await make();
      const [open, ended] = [command(), command({ kind: 'export', args: { characterId: 7, name: 'Ada' } })];
      // From before its server was removed from the list and came back: another id, and the same character.
      const target = 'player:55555555-5555-4555-8555-555555555555';
      const former = command({ target, args: { characterId: 7, name: 'ADA' } });
      const others = [
        command({ target, args: { characterId: 7, name: 'Bob' } }),
        command({ target, args: { characterId: 8, name: 'Ada' } }),
        command({ target, args: { characterId: 7, name: 'Ada' }, serverId: randomUUID() }),
      ];
      for (const one of [open, ended, former, ...others]) await store.issue(one, lifeMs);
      await take(store);
      await store.conclude(someServer, ended.id, {
        outcome: 'applied',
        players: 1,
        document: '{"name":"Ada"}',
      });
      const playerId = open.target.replace('player:', '');
      await store.forgetPlayer({ playerId, characterId: 7, name: 'Ada', serverId: open.serverId });
      for (const one of [open, ended, former])
        expect(await store.find(one.id)).toMatchObject({ args: { characterId: 7 }, reason: one.reason });
      expect((await store.find(open.id))!.args).toEqual({ characterId: 7 });
      for (const other of others) expect((await store.find(other.id))!.args).toEqual(other.args);
      expect(await store.takeDocument(ended.id)).toBeUndefined();
    });

    it('leaves those out that only read, where that is asked', async () => {
      const { store } = await make();
      const kinds = [
        'kick',
        'backups',
        'possessions',
        'drain',
        'playerLedger',
        'stackHistory',
        'export',
      ] as const;
      for (const kind of kinds) await store.issue(command({ kind } as never), lifeMs);
      const found = async (part: Partial<CommandQuestion>) =>
        (await store.page({ limit: 3, ...part })).map(({ kind }) => kind);
      expect(await found({ onlyActs: true })).toEqual(['export', 'drain', 'kick']);
      expect(await found({})).toEqual(['export', 'stackHistory', 'playerLedger']);
    });

    it('finds those about a player under any of its ids, and those of a kind', async () => {
      const { store } = await make();
      const target = 'player:55555555-5555-4555-8555-555555555555';
      const listed = command({ args: { characterId: 9, name: 'Ada' } });
      const former = command({ target, args: { characterId: 7, name: 'ADA' } });
      const other = command({ kind: 'export', target, args: { characterId: 7, name: 'Bob' } });
      const apart = [
        command({ target, args: { characterId: 8, name: 'Ada' } }),
        command({ target, args: { characterId: 7, name: 'Ada' }, serverId: randomUUID() }),
      ];
      for (const one of [listed, former, other, ...apart]) await store.issue(one, lifeMs);
      const whose = {
        playerId: listed.target.replace('player:', ''),
        characterId: 7,
        serverId: listed.serverId,
      };
      const ids = async (part: Partial<CommandQuestion>) =>
        (await store.page({ limit: 9, ...part })).map(({ id }) => id);
      expect(await ids({ about: { ...whose, name: 'Ada' } })).toEqual([former.id, listed.id]);
      expect(await ids({ about: { ...whose, playerId: undefined } })).toEqual([other.id, former.id]);
      expect(await ids({ about: whose, kind: 'export' })).toEqual([other.id]);
      // Also where the name is forgotten.
      await store.forgetPlayer({ ...whose, name: 'Ada' });
      expect(await ids({ about: { ...whose, playerId: undefined } })).toEqual([other.id, former.id]);
      expect(await ids({ about: { ...whose, name: 'Ada' } })).toEqual([listed.id]);
    });

    it('hands a server its own commands, oldest first, and says how long they may wait', async () => {
      const { store, pass } = await make();
      const [first, second] = [command(), command({ kind: 'reopen', args: {} })];
      await store.issue(first, lifeMs);
      await store.issue(command({ serverId: randomUUID() }), lifeMs);
      await store.issue(second, lifeMs);
      await pass(10_000);
      const handed = await take(store);
      expect(handed.map(({ command }) => command.id)).toEqual([first.id, second.id]);
      expect(handed[0]!.command).toMatchObject({ state: 'delivered', args: first.args });
      for (const { withinMs } of handed) {
        expect(withinMs).toBeLessThanOrEqual(20_000);
        expect(withinMs).toBeGreaterThan(10_000);
      }
      expect((await store.find(first.id))!.deliveredAtUnixMs).toBeDefined();
    });

    it('hands over the document of an answer once, and keeps one that nobody takes for minutes only', async () => {
      const { store, pass } = await make();
      const [taken, left] = [command(), command()];
      for (const one of [taken, left]) {
        await store.issue(one, lifeMs);
        await take(store);
        const answer = { outcome: 'applied', players: 1, document: `{"of":"${one.id}"}` } as const;
        expect(await store.conclude(someServer, one.id, answer)).toBe(true);
        expect(await store.find(one.id)).not.toHaveProperty('document');
      }
      expect(await store.takeDocument(taken.id)).toBe(`{"of":"${taken.id}"}`);
      expect(await store.takeDocument(taken.id)).toBeUndefined();
      expect(await store.takeDocument(randomUUID())).toBeUndefined();
      await pass(documentMs + 1);
      await store.forget(30 * 24 * 60 * 60_000);
      expect(await store.takeDocument(left.id)).toBeUndefined();
      expect(await store.find(left.id)).toMatchObject({ state: 'applied' });
    });

    it('hands out again what the server does not say it knows, and no more than asked for', async () => {
      const { store } = await make();
      const three = [command(), command(), command()];
      for (const one of three) await store.issue(one, lifeMs);
      const ids = async (known: string[], limit: number) =>
        (await take(store, someServer, { known, limit })).map(({ command }) => command.id);
      expect(await ids([], 2)).toEqual([three[0]!.id, three[1]!.id]);
      expect(await ids([], 16)).toEqual(three.map(({ id }) => id));
      expect(await ids([three[0]!.id, three[2]!.id], 16)).toEqual([three[1]!.id]);
      expect(
        await ids(
          three.map(({ id }) => id),
          16,
        ),
      ).toEqual([]);
    });

    it('takes one answer to what it handed out, from the server it was for', async () => {
      const { store } = await make();
      const [done, refused, broken] = [command(), command(), command()];
      for (const one of [done, refused, broken]) await store.issue(one, lifeMs);
      const applied = { outcome: 'applied', players: 1 } as const;
      expect(await store.conclude(someServer, done.id, applied)).toBe(false);
      await take(store);
      expect(await store.conclude(randomUUID(), done.id, applied)).toBe(false);
      expect(await store.conclude(someServer, randomUUID(), applied)).toBe(false);
      expect(await store.conclude(someServer, done.id, applied)).toBe(true);
      expect(await store.conclude(someServer, done.id, { outcome: 'refused', reason: 'busy' })).toBe(false);
      await store.conclude(someServer, refused.id, { outcome: 'refused', reason: 'not-here' });
      await store.conclude(someServer, broken.id, { outcome: 'interrupted' });
      expect(await store.find(done.id)).toMatchObject({ state: 'applied', players: 1, refusal: undefined });
      expect(await store.find(refused.id)).toMatchObject({ state: 'refused', refusal: 'not-here' });
      expect(await store.find(broken.id)).toMatchObject({ state: 'interrupted', refusal: undefined });
      expect((await store.find(done.id))!.endedAtUnixMs).toBeDefined();
      expect(await take(store)).toEqual([]);
    });

    it('never hands out what was not delivered in time', async () => {
      const { store, pass } = await make();
      const one = command();
      await store.issue(one, lifeMs);
      await pass(lifeMs - 1_000);
      expect(await store.endOverdue()).toBe(0);
      await pass(1_000);
      expect(await take(store)).toEqual([]);
      expect(await store.endOverdue()).toBe(1);
      expect(await stateOf(store, one)).toBe('timed-out');
      expect(await take(store)).toEqual([]);
      expect(await store.conclude(someServer, one.id, { outcome: 'interrupted' })).toBe(false);
    });

    it('ends what waits for a server that was removed, and what it has fetched goes on', async () => {
      const { store } = await make();
      const [fetched, waiting] = [command(), command()];
      const elsewhere = command({ serverId: randomUUID() });
      await store.issue(fetched, lifeMs);
      await take(store);
      for (const one of [waiting, elsewhere]) await store.issue(one, lifeMs);
      expect(await store.endQueued(someServer)).toBe(1);
      const states = [fetched, waiting, elsewhere].map((one) => stateOf(store, one));
      expect(await Promise.all(states)).toEqual(['delivered', 'timed-out', 'queued']);
      expect(await store.takeUnaudited(10, 5_000)).toMatchObject([{ id: waiting.id }]);
      expect((await take(store)).map(({ command: { id } }) => id)).toEqual([fetched.id]);
    });

    it('tells what was delivered and not answered from what was not delivered, and takes a late answer for a day', async () => {
      const { store, pass } = await make();
      const [early, never] = [command(), command()];
      for (const one of [early, never]) await store.issue(one, lifeMs);
      await take(store);
      await pass(lifeMs + answerSlackMs - 1_000);
      expect(await store.endOverdue()).toBe(0);
      await pass(1_000);
      expect(await store.endOverdue()).toBe(2);
      expect(await stateOf(store, early)).toBe('unanswered');
      const [again] = await take(store);
      expect(again).toMatchObject({ command: { id: early.id, state: 'unanswered' } });
      expect(again!.withinMs).toBeLessThan(0);
      expect(await store.conclude(someServer, early.id, { outcome: 'applied', players: 3 })).toBe(true);
      expect(await store.find(early.id)).toMatchObject({ state: 'applied', players: 3 });
      await pass(askedAgainMs);
      expect(await take(store)).toEqual([]);
      expect(await stateOf(store, never)).toBe('unanswered');
    });

    it('takes only so many for a server that have not ended', async () => {
      const { store, pass } = await make();
      for (let i = 0; i < openCommandsMax; i++) expect(await store.issue(command(), lifeMs)).toBe(true);
      expect(await store.issue(command(), lifeMs)).toBe(false);
      expect(await store.issue(command({ serverId: randomUUID() }), lifeMs)).toBe(true);
      await pass(lifeMs);
      await store.endOverdue();
      expect(await store.issue(command(), lifeMs)).toBe(true);
    });

    it('lists the newest first, of a server or a target', async () => {
      const { store } = await make();
      const [one, two, elsewhere] = [
        command(),
        command({ target: 'server:x' }),
        command({ serverId: randomUUID() }),
      ];
      for (const each of [one, two, elsewhere]) await store.issue(each, lifeMs);
      const ids = async (question: { serverId?: string; target?: string }, limit = 10) =>
        (await store.page({ ...question, limit })).map(({ id }) => id);
      expect(await ids({})).toEqual([elsewhere.id, two.id, one.id]);
      expect(await ids({}, 1)).toEqual([elsewhere.id]);
      expect(await ids({ serverId: someServer })).toEqual([two.id, one.id]);
      expect(await ids({ serverId: someServer, target: one.target })).toEqual([one.id]);
    });

    it('gives each end to one who writes it down, again when nobody did, and anew when the truth came late', async () => {
      const { store, pass } = await make();
      const [one, waiting] = [command(), command()];
      await store.issue(one, lifeMs);
      await take(store);
      await store.issue(waiting, 10 * lifeMs);
      await pass(lifeMs + answerSlackMs);
      await store.endOverdue();
      const ids = async () => (await store.takeUnaudited(10, 5_000)).map(({ id, state }) => `${id} ${state}`);
      expect(await ids()).toEqual([`${one.id} unanswered`]);
      expect(await ids()).toEqual([]);
      await pass(5_000);
      expect(await ids()).toEqual([`${one.id} unanswered`]);
      await store.noteAudited([one.id]);
      await pass(5_000);
      expect(await ids()).toEqual([]);
      await store.conclude(someServer, one.id, { outcome: 'interrupted' });
      expect(await ids()).toEqual([`${one.id} interrupted`]);
    });

    it('forgets old ones whose end was written down', async () => {
      const { store, pass } = await make();
      const [written, unwritten, young] = [command(), command(), command()];
      for (const one of [written, unwritten]) await store.issue(one, lifeMs);
      await pass(lifeMs);
      await store.endOverdue();
      await store.noteAudited([written.id]);
      await pass(100_000);
      await store.issue(young, lifeMs);
      await store.forget(100_000);
      expect(await stateOf(store, written)).toBeUndefined();
      expect(await stateOf(store, unwritten)).toBe('timed-out');
      expect(await stateOf(store, young)).toBe('queued');
    });

    it('tells who watches of every change', async () => {
      const { store } = await make();
      const heard: CommandChange[] = [];
      leaves.push(store.watch((change) => heard.push(change)));
      const one = command();
      const times = async (count: number) => {
        while (heard.filter((change) => change?.id === one.id).length < count)
          await new Promise((resolve) => setTimeout(resolve, 5));
      };
      // A store that is only just being heard may tell of the first with undefined.
      while (!heard.some((change) => change?.serverId === someServer)) {
        await store.issue(command(), lifeMs);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await store.issue(one, lifeMs);
      await times(1);
      await take(store, someServer, { known: [], limit: 100 });
      await times(2);
      await store.conclude(someServer, one.id, { outcome: 'interrupted' });
      await times(3);
      expect(heard).toContainEqual({ serverId: someServer, id: one.id });
    });
  });
}
