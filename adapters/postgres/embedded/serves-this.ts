// Whether a PostgreSQL that answers is the one on this data, asked of itself: a file of a random name that is put into the
// data is seen by it. Address, password and all names are equal in a copy of the data; this is not.

import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import type { Cluster } from './cluster.js';

export async function servesThis(client: pg.Client, cluster: Cluster): Promise<boolean> {
  const name = `tos-asks-${randomUUID()}`;
  const file = path.join(cluster.data, name);
  fs.writeFileSync(file, '', { flag: 'wx', mode: 0o644 });
  try {
    const answer = await client.query<{ seen: boolean }>(
      'select (pg_stat_file($1, true)).size is not null as seen',
      [name],
    );
    return answer.rows[0]!.seen;
  } catch {
    // It ended meanwhile, or is not even PostgreSQL.
    return false;
  } finally {
    fs.rmSync(file, { force: true });
  }
}
