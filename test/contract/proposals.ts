// What every store of operators' commands promises of those that wait for a second person.

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { CommandStore, NewCommand } from '#ports/admin/operations/command-store.js';
import { openCommandsMax } from '#ports/admin/operations/operator-command.js';
import {
  proposalLifeMs,
  proposalsOfAccountMax,
  proposalsOfServerMax,
  type Decision,
} from '#ports/admin/operations/proposal-store.js';

interface StoreAndTime {
  readonly store: CommandStore;
  pass(ms: number): Promise<void>;
}

const someServer = '22222222-2222-4222-8222-222222222222';
const lifeMs = 30_000;
/** Of each race: who wins is chance. */
const rounds = 12;

function proposal(part: Partial<NewCommand> = {}): NewCommand {
  return {
    id: randomUUID(),
    serverId: someServer,
    kind: 'grantCoins',
    args: { characterId: 7, name: 'Ada', coins: 50_000 },
    target: 'player:33333333-3333-4333-8333-333333333333',
    reason: 'lost by our fault',
    actorId: '44444444-4444-4444-8444-444444444444',
    actorName: 'mo',
    address: '192.0.2.7',
    requestId: 'r-1',
    ...part,
  };
}

function decision(part: Partial<Decision> = {}): Decision {
  return {
    ...{ deciderId: '55555555-5555-4555-8555-555555555555', deciderName: 'ann', words: 'I saw it' },
    ...{ address: '192.0.2.8', requestId: 'r-2', ...part },
  };
}

/** Who a proposal is about. */
function playerOf({ target, serverId }: NewCommand) {
  return { playerId: target.slice('player:'.length), serverId, characterId: 7, name: 'Ada' };
}

export function testProposals(name: string, make: () => Promise<StoreAndTime>): void {
  describe(`${name} as a store of proposals`, () => {
    const take = async (store: CommandStore) =>
      (await store.handOut(someServer, [], 100)).map(({ command }) => command.id);
    const open = async (store: CommandStore) =>
      (await store.openProposals({ limit: 100 })).map(({ id }) => id);
    const ends = async (store: CommandStore) =>
      (await store.takeUnaudited(100, 5_000)).map(({ id, state, refusal }) => [id, state, refusal]);

    it('keeps what was proposed, as it was, for a day, and no server hears of it', async () => {
      const { store, pass } = await make();
      const one = proposal();
      expect(await store.propose(one)).toBe('proposed');
      const found = (await store.find(one.id))!;
      expect(found).toMatchObject({ ...one, state: 'proposed' });
      expect(found.proposal).toEqual({ proposedAtUnixMs: found.issuedAtUnixMs, decision: undefined });
      expect(found.deadlineUnixMs - found.issuedAtUnixMs).toBe(proposalLifeMs);
      expect(found.endedAtUnixMs).toBeUndefined();
      await pass(proposalLifeMs - 1_000);
      expect(await store.endOverdue()).toBe(0);
      expect(await take(store)).toEqual([]);
      expect(await store.conclude(someServer, one.id, { outcome: 'interrupted' })).toBe(false);
      expect(await open(store)).toEqual([one.id]);
    });

    it('queues it once it is approved, with the whole life of a command before it', async () => {
      const { store, pass } = await make();
      const one = proposal();
      await store.propose(one);
      await pass(60_000);
      expect(await store.approve(one.id, decision(), lifeMs)).toBe('decided');
      const found = (await store.find(one.id))!;
      expect(found).toMatchObject({ ...one, state: 'queued', endedAtUnixMs: undefined });
      expect(found.proposal).toMatchObject({ decision: { ...decision() } });
      const { proposedAtUnixMs, decision: decided } = found.proposal!;
      expect(found.issuedAtUnixMs - proposedAtUnixMs).toBeGreaterThanOrEqual(60_000);
      expect(decided!.decidedAtUnixMs).toBe(found.issuedAtUnixMs);
      expect(found.deadlineUnixMs - found.issuedAtUnixMs).toBe(lifeMs);
      expect(await open(store)).toEqual([]);
      expect(await take(store)).toEqual([one.id]);
      expect(await store.conclude(someServer, one.id, { outcome: 'applied', players: 1 })).toBe(true);
      expect(await store.find(one.id)).toMatchObject({ state: 'applied', proposal: found.proposal });
    });

    it('lets nobody approve or decline their own, by no spelling, and nobody withdraw another’s', async () => {
      const { store } = await make();
      const one = proposal();
      await store.propose(one);
      const own = decision({ deciderId: one.actorId, deciderName: one.actorName });
      const spelt = decision({ deciderName: one.actorName.toUpperCase() });
      for (const by of [own, spelt]) {
        expect(await store.approve(one.id, by, lifeMs)).toBe('own-proposal');
        expect(await store.decline(one.id, by)).toBe('own-proposal');
      }
      expect(await store.withdraw(one.id, decision())).toBe('foreign-proposal');
      expect(await store.find(one.id)).toMatchObject({
        state: 'proposed',
        proposal: { decision: undefined },
      });
      expect(await store.withdraw(one.id, own)).toBe('decided');
      expect(await store.find(one.id)).toMatchObject({ state: 'withdrawn', proposal: { decision: own } });
    });

    it('takes one decision, and none of what is no proposal', async () => {
      const { store } = await make();
      const [approved, declined, plain] = [proposal(), proposal(), proposal()];
      for (const one of [approved, declined]) await store.propose(one);
      await store.issue(plain, lifeMs);
      await store.approve(approved.id, decision(), lifeMs);
      expect(await store.decline(declined.id, decision({ words: 'no' }))).toBe('decided');
      expect(await store.find(declined.id)).toMatchObject({ state: 'declined', refusal: undefined });
      for (const { id } of [approved, declined, plain, { id: randomUUID() }]) {
        const own = decision({ deciderId: proposal().actorId, deciderName: 'mo' });
        expect(await store.approve(id, decision(), lifeMs)).toBe('not-open');
        expect(await store.decline(id, decision())).toBe('not-open');
        expect(await store.withdraw(id, own)).toBe('not-open');
        expect(await store.lapse(id, 'player-gone')).toBe(false);
      }
      expect(await ends(store)).toEqual([[declined.id, 'declined', undefined]]);
      expect((await take(store)).sort()).toEqual([approved.id, plain.id].sort());
    });

    it('ends what nobody decides in a day, and gives its end to who writes it down', async () => {
      const { store, pass } = await make();
      const [late, void_] = [proposal(), proposal()];
      for (const one of [late, void_]) await store.propose(one);
      expect(await store.lapse(void_.id, 'proposer-may-not')).toBe(true);
      expect(await ends(store)).toEqual([[void_.id, 'lapsed', 'proposer-may-not']]);
      await pass(proposalLifeMs);
      // Whether or not a round has ended it yet.
      expect(await store.approve(late.id, decision(), lifeMs)).toBe('not-open');
      expect(await open(store)).toEqual([]);
      expect(await store.countProposals()).toBe(0);
      await store.noteAudited([void_.id]);
      expect(await store.endOverdue()).toBe(1);
      expect(await ends(store)).toEqual([[late.id, 'lapsed', 'not-decided']]);
      expect(await take(store)).toEqual([]);
    });

    it('leaves it proposed while its server has as many waiting as it takes', async () => {
      const { store, pass } = await make();
      const one = proposal();
      await store.propose(one);
      for (let i = 0; i < openCommandsMax; i++)
        expect(await store.issue(proposal({ target: 'server:x' }), lifeMs)).toBe(true);
      expect(await store.approve(one.id, decision(), lifeMs)).toBe('too-many-commands');
      expect(await store.find(one.id)).toMatchObject({
        state: 'proposed',
        proposal: { decision: undefined },
      });
      await pass(lifeMs);
      await store.endOverdue();
      expect(await store.approve(one.id, decision(), lifeMs)).toBe('decided');
    });

    it('takes only so many open ones of an account, and for a server; these are no commands that wait', async () => {
      const { store, pass } = await make();
      const by = (account: number) => ({
        actorId: `44444444-4444-4444-8444-${String(account).padStart(12, '0')}`,
      });
      for (let i = 0; i < proposalsOfAccountMax; i++)
        expect(await store.propose(proposal(by(1)))).toBe('proposed');
      expect(await store.propose(proposal(by(1)))).toBe('too-many-of-account');
      expect(await store.propose(proposal({ ...by(1), serverId: randomUUID() }))).toBe('too-many-of-account');
      for (let i = proposalsOfAccountMax; i < proposalsOfServerMax; i++)
        expect(await store.propose(proposal(by(100 + i)))).toBe('proposed');
      expect(await store.propose(proposal(by(2)))).toBe('too-many-of-server');
      expect(await store.countProposals()).toBe(proposalsOfServerMax);
      for (let i = 0; i < openCommandsMax; i++) await store.issue(proposal(), lifeMs);
      expect(await store.propose(proposal({ ...by(2), serverId: randomUUID() }))).toBe('proposed');
      await pass(proposalLifeMs);
      expect(await store.propose(proposal(by(1)))).toBe('proposed');
    });

    it('lists the open ones, oldest first, a page at a time', async () => {
      const { store } = await make();
      const three = [proposal(), proposal({ serverId: randomUUID() }), proposal()];
      for (const one of three) await store.propose(one);
      await store.issue(proposal(), lifeMs);
      const page = await store.openProposals({ limit: 2 });
      expect(page.map(({ id }) => id)).toEqual(three.slice(0, 2).map(({ id }) => id));
      const rest = await store.openProposals({ limit: 2, afterNumber: page[1]!.number });
      expect(rest.map(({ id }) => id)).toEqual([three[2]!.id]);
      expect(await store.countProposals()).toBe(3);
    });

    it('ends those for a server that was removed, and about a player who was erased, of whom nothing stays', async () => {
      const { store } = await make();
      const [ofServer, ofPlayer, other] = [
        proposal({ serverId: randomUUID(), target: 'player:77777777-7777-4777-8777-777777777777' }),
        proposal(),
        proposal({
          target: 'player:66666666-6666-4666-8666-666666666666',
          args: { characterId: 8, name: 'Bea', coins: 50_000 },
        }),
      ];
      for (const one of [ofServer, ofPlayer, other]) await store.propose(one);
      expect(await store.endQueued(ofServer.serverId)).toBe(1);
      await store.forgetPlayer(playerOf(ofPlayer));
      expect((await ends(store)).sort()).toEqual(
        [
          [ofServer.id, 'lapsed', 'server-removed'],
          [ofPlayer.id, 'lapsed', 'player-erased'],
        ].sort(),
      );
      expect((await store.find(ofPlayer.id))!.args).toEqual({ characterId: 7 });
      expect(await open(store)).toEqual([other.id]);
    });

    describe('when two decide at once', () => {
      it('lets one of two approve', async () => {
        const { store } = await make();
        for (let i = 0; i < rounds; i++) {
          const one = proposal();
          await store.propose(one);
          const others = ['a', 'b', 'c', 'd'].map((name) =>
            decision({ deciderId: randomUUID(), deciderName: name }),
          );
          const said = await Promise.all(others.map((by) => store.approve(one.id, by, lifeMs)));
          expect([...said].sort()).toEqual(['decided', 'not-open', 'not-open', 'not-open']);
          const { deciderName } = (await store.find(one.id))!.proposal!.decision!;
          expect(deciderName).toBe(others[said.indexOf('decided')]!.deciderName);
          expect(await take(store)).toEqual([one.id]);
          await store.conclude(someServer, one.id, { outcome: 'applied', players: 1 });
        }
      });

      it('lets it be approved, declined, withdrawn or end, and one of them only', async () => {
        const { store } = await make();
        for (let i = 0; i < rounds; i++) {
          const one = proposal({ serverId: randomUUID() });
          await store.propose(one);
          const own = decision({ deciderId: one.actorId, deciderName: one.actorName });
          const [approved, ...others] = await Promise.all([
            store.approve(one.id, decision(), lifeMs),
            store.decline(one.id, decision({ deciderId: randomUUID(), deciderName: 'bo' })),
            store.withdraw(one.id, own),
            store.lapse(one.id, 'proposer-may-not').then((did) => (did ? 'decided' : 'not-open')),
          ]);
          expect([approved, ...others].filter((result) => result === 'decided')).toHaveLength(1);
          const { state, endedAtUnixMs } = (await store.find(one.id))!;
          const states = ['queued', 'declined', 'withdrawn', 'lapsed'];
          expect(state).toBe(states[[approved, ...others].indexOf('decided')]);
          expect(endedAtUnixMs === undefined).toBe(state === 'queued');
        }
      });

      it('approves nothing whose time is over, whoever comes first', async () => {
        const { store, pass } = await make();
        const all = Array.from({ length: proposalsOfAccountMax }, () => proposal());
        for (const one of all) await store.propose(one);
        await pass(proposalLifeMs);
        const [, ...said] = await Promise.all([
          store.endOverdue(),
          ...all.map(({ id }) => store.approve(id, decision(), lifeMs)),
        ]);
        expect(new Set(said)).toEqual(new Set(['not-open']));
        await store.endOverdue();
        for (const { id } of all) expect(await store.find(id)).toMatchObject({ state: 'lapsed' });
      });

      it('either approves it or ends it with its player, and keeps nothing of who that was', async () => {
        const { store } = await make();
        for (let i = 0; i < rounds; i++) {
          const one = proposal({ serverId: randomUUID(), target: `player:${randomUUID()}` });
          await store.propose(one);
          const [said] = await Promise.all([
            store.approve(one.id, decision(), lifeMs),
            store.forgetPlayer(playerOf(one)),
          ]);
          const found = (await store.find(one.id))!;
          expect([said, found.state, found.refusal]).toEqual(
            said === 'decided' ? ['decided', 'queued', undefined] : ['not-open', 'lapsed', 'player-erased'],
          );
          expect(found.args).toEqual({ characterId: 7 });
        }
      });

      it('hands out nothing of a server that was removed meanwhile', async () => {
        const { store } = await make();
        for (let i = 0; i < rounds; i++) {
          const one = proposal();
          await store.propose(one);
          await Promise.all([store.approve(one.id, decision(), lifeMs), store.endQueued(someServer)]);
          // Approved after all: the command of a server that is not there times out.
          const { state } = (await store.find(one.id))!;
          expect(['lapsed', 'timed-out']).toContain(state);
          expect(await take(store)).toEqual([]);
        }
      });
    });
  });
}
