// Two replicas of the admin API sum measurements up on one database, while servers go on telling them, and one of them dies.

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AdminDatabase } from '#adapters/postgres/connection/admin-database.js';
import { PostgresTelemetryHistory } from '#adapters/postgres/monitoring/postgres-telemetry-history.js';
import { MemoryTelemetryHistory } from '#adapters/memory/admin/monitoring/telemetry-history.js';
import {
  everything,
  fill,
  hourMs,
  minuteMs,
  roughly,
  samplesOf,
  upTo,
} from '../../support/admin/history-questions.js';
import { sample } from '../../support/admin/server-examples.js';
import { openTestDatabase, type TestDatabase } from '../../support/admin/test-database.js';

const noon = Date.UTC(2026, 10, 30, 12);
const serverId = randomUUID();

let test: TestDatabase;
let second: AdminDatabase;
let here: PostgresTelemetryHistory;
let there: PostgresTelemetryHistory;
beforeAll(async () => {
  test = await openTestDatabase();
  second = await test.another();
  here = new PostgresTelemetryHistory(test.database);
  there = new PostgresTelemetryHistory(second);
}, 60_000);
beforeEach(() => test.empty());
afterAll(async () => {
  await second?.close();
  await test?.close();
});

const owner = (sql: string) => test.ownerDatabase.fork().execute<{ count: number }[]>(sql);
const rowsIn = async (tier: string) =>
  Number((await owner(`select count(*)::int as count from telemetry_${tier}`))[0]!.count);

describe('two replicas', () => {
  it('lose and double nothing of what comes while both sum up, late or not', async () => {
    const samples = samplesOf(noon, 900, 11_000);
    // Every fifth comes after some that are younger than it.
    const late = samples.map((one, i) => ({ one, turn: i % 5 === 0 ? i + 20.5 : i }));
    const order = late.sort((a, b) => a.turn - b.turn).map(({ one }) => one);
    const model = new MemoryTelemetryHistory({ unixMs: () => 0 });
    await fill(model, serverId, samples);
    for (let at = 0; at < order.length; at += 60) {
      const some = order.slice(at, at + 60);
      const bounds = upTo(some[some.length - 1]!.atUnixMs, { samplesFrom: noon });
      await Promise.all([
        ...some.map((one, i) => (i % 2 === 0 ? here : there).append(serverId, one)),
        ...[here.tend(bounds), there.tend(bounds), here.tend(bounds)],
      ]);
    }
    await here.tend(upTo(noon + 24 * hourMs));
    const figures = ['players', 'tickMsP99', 'lossPercent'] as const;
    for (const step of [60, 3600]) {
      const question = everything(step, { figures, keyed: ['playersByMap'] });
      expect(roughly(await there.read(serverId, question))).toEqual(
        roughly(await model.read(serverId, question)),
      );
    }
    expect(await rowsIn('hours')).toBe(3);
  }, 60_000);

  it('make up for one that died between minutes and hours', async () => {
    await fill(here, serverId, samplesOf(noon, 500, 20_000));
    const before = roughly(await here.read(serverId, everything(3600)));
    await owner(`create function tos_test_die() returns trigger language plpgsql as
      $$ begin raise exception 'died'; end $$`);
    await owner(`create trigger tos_test_die before insert on telemetry_hours
      for each row execute function tos_test_die()`);
    await expect(here.tend(upTo(noon + 9 * hourMs))).rejects.toThrow('died');
    await owner('drop trigger tos_test_die on telemetry_hours; drop function tos_test_die()');
    expect(await rowsIn('hours')).toBe(0);
    expect(roughly(await there.read(serverId, everything(3600)))).toEqual(before);
    await there.tend(upTo(noon + 9 * hourMs));
    expect(await rowsIn('hours')).toBe(3);
    expect(roughly(await here.read(serverId, everything(3600)))).toEqual(before);
  }, 60_000);

  it('sum up a server though another one’s measurements cannot be', async () => {
    const other = '00000000-0000-4000-8000-000000000000';
    for (const id of [other, serverId])
      await here.append(id, sample({ atUnixMs: noon, players: id === other ? 1 : 2 }));
    await owner(`update telemetry_samples set keyed = '{"playersByMap": 1}' where server_id = '${other}'`);
    await expect(here.tend(upTo(noon + hourMs))).rejects.toThrow();
    expect(await rowsIn('minutes')).toBe(1);
    expect(await here.read(serverId, everything(3600))).toHaveLength(1);
  });

  it('leave a server that one of them has in hand to it, and do not wait', async () => {
    await fill(here, serverId, samplesOf(noon, 10));
    await second.fork().transactional(async (em) => {
      await em.execute('select 1 from telemetry_summed for update');
      await here.tend(upTo(noon + minuteMs));
    });
    expect(await rowsIn('minutes')).toBe(0);
    await here.tend(upTo(noon + minuteMs));
    expect(await rowsIn('minutes')).toBe(1);
  });
});
