// Two replicas of the admin API on one database, and one that was started anew: proposals are there for all of them, and one
// decision counts.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import type { CommandChange, NewCommand } from '#ports/admin/operations/command-store.js';
import { postgresStores } from '#src/admin-api/admin-stores.js';
import { openTestDatabase, type TestDatabase } from '../../support/admin/test-database.js';

let test: TestDatabase;
let second: AdminDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
  second = await test.another();
}, 60_000);
afterAll(async () => {
  await second.close();
  await test.close();
});

const lifeMs = 30_000;
const proposal = (): NewCommand => ({
  ...{ id: randomUUID(), serverId: randomUUID(), kind: 'seizeCoins', reason: 'bought with a stolen card' },
  ...{ args: { characterId: 7, name: 'Ada', coins: 5_000 }, target: `player:${randomUUID()}` },
  ...{ actorId: randomUUID(), actorName: 'mo', address: '192.0.2.7', requestId: 'r-1' },
});
const by = (deciderName: string) => ({
  ...{ deciderId: randomUUID(), deciderName, words: '', address: '192.0.2.8', requestId: 'r-2' },
});

describe('replicas on one database', () => {
  it('let one of two approve, or one decide and the other see it', async () => {
    const [here, there] = [postgresStores(test.database).commands, postgresStores(second).commands];
    for (let i = 0; i < 20; i++) {
      const one = proposal();
      await here.propose(one);
      const said = await Promise.all([
        here.approve(one.id, by('ann'), lifeMs),
        i % 2 === 0 ? there.approve(one.id, by('bob'), lifeMs) : there.decline(one.id, by('bob')),
      ]);
      expect([...said].sort()).toEqual(['decided', 'not-open']);
      const found = await here.find(one.id);
      expect(await there.find(one.id)).toEqual(found);
      expect(found?.proposal?.decision?.deciderName).toBe(said[0] === 'decided' ? 'ann' : 'bob');
    }
  });

  it('hear of what the other was given', async () => {
    const [here, there] = [postgresStores(test.database).commands, postgresStores(second).commands];
    const heard: CommandChange[] = [];
    const leave = there.watch((change) => heard.push(change));
    const one = proposal();
    const told = (count: number) => heard.filter((change) => change?.id === one.id).length >= count;
    // One that is only just being heard may tell of the first with undefined.
    while (heard.length === 0) {
      await here.propose(proposal());
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await here.propose(one);
    while (!told(1)) await new Promise((resolve) => setTimeout(resolve, 5));
    await here.approve(one.id, by('ann'), lifeMs);
    while (!told(2)) await new Promise((resolve) => setTimeout(resolve, 5));
    leave();
  });

  it('know proposals of before after a start', async () => {
    const one = proposal();
    await postgresStores(test.database).commands.propose(one);
    const anew = await test.another();
    const { commands } = postgresStores(anew);
    const open = await commands.openProposals({ limit: 200 });
    expect(open.find(({ id }) => id === one.id)).toMatchObject({ ...one, state: 'proposed' });
    expect(await commands.approve(one.id, by('ann'), lifeMs)).toBe('decided');
    await anew.close();
  });
});
