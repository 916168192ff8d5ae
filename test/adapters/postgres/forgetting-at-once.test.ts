// A player is forgotten by several at once, on two replicas, while commands about it are handed out, end and are noted: nobody
// is given up for another (PostgreSQL's deadlocks), and nothing of who it was is left.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import type { NewCommand } from '#ports/admin/operations/command-store.js';
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

const serverId = randomUUID();
const playerId = randomUUID();
const target = `player:${playerId}`;
const player = { playerId, serverId, characterId: 7, accountId: randomUUID(), name: 'Adalind' };
const command = (): NewCommand => ({
  ...{ id: randomUUID(), serverId, kind: 'kick', reason: 'noise', target },
  ...{ args: { characterId: 7, name: 'Adalind', message: '' } },
  ...{ actorId: randomUUID(), actorName: 'mo', address: '192.0.2.7', requestId: 'r-1' },
});
const entry = (args: object) => ({
  ...{ atUnixMs: 1_000, actorId: undefined, actorName: 'mo', action: 'command.kick', target },
  ...{ outcome: 'done' as const, details: { server: serverId, args }, address: '', requestId: '' },
});

it('a player is forgotten by many at once without a deadlock', async () => {
  const replicas = [postgresStores(test.database), postgresStores(second)];
  for (let round = 0; round < 10; round++) {
    const given = Array.from({ length: 40 }, command);
    for (const one of given) {
      await replicas[0]!.commands.issue(one, 30_000);
      await replicas[0]!.audit.append(entry(one.args));
    }
    const ids = given.map(({ id }) => id);
    const acts = replicas.flatMap(({ commands, audit }) => [
      () => commands.forgetPlayer(player),
      () => audit.forgetPlayer(player),
      () => commands.handOut(serverId, [], 16),
      () => commands.endQueued(serverId),
      () => commands.noteAudited(ids.toReversed()),
      () => commands.forgetPlayer(player),
      () => audit.forgetPlayer(player),
    ]);
    await Promise.all(acts.map((act) => act()));
    await replicas[0]!.commands.forgetPlayer(player);
  }
  const { commands, audit } = replicas[1]!;
  const left = [await commands.page({ limit: 1_000 }), await audit.page({ limit: 1_000 })];
  expect(JSON.stringify(left)).not.toContain('Adalind');
});
