// Whether somebody uses the cluster of a data folder, for a look at a start, before anything is done.

import fs from 'node:fs';
import path from 'node:path';
import { clusterIn, type Cluster } from './cluster.js';
import { requireUnused } from './ownership.js';

/** Rejects with an EmbeddedPostgresError 'in-use', and for no other reason. Changes nothing. */
export async function requireUnusedCluster(folder: string, patienceMs: number): Promise<void> {
  const cluster = readable(folder);
  if (cluster !== undefined) await requireUnused(cluster, patienceMs);
}

/** Undefined where there is none that could run, which is told when it is opened. */
function readable(folder: string): Cluster | undefined {
  try {
    const cluster = clusterIn(folder);
    return fs.existsSync(path.join(cluster.data, 'postmaster.pid')) ? cluster : undefined;
  } catch {
    return undefined;
  }
}
