// The admin API's database as what is backed up. It is written into a file of the data folder first, so that its
// transaction, which holds migrations up, lasts as long as the disk takes and not as long as a store far away.

import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BackupSource } from '#adapters/backup-archive/archive-vault.js';
import { type DatabaseDump, withDump } from '#adapters/postgres/backup/dump.js';
import { copyPlaceOf } from './copy-place.js';

export interface AdminSourceParts {
  readonly dataDir: string;
  /** Of the tables' owner. */
  readonly url: string;
  /** Gives up. */
  readonly signal: AbortSignal;
}

export function adminSource({ dataDir, url, signal }: AdminSourceParts): BackupSource {
  const place = copyPlaceOf(dataDir, 'admin');
  const path = join(place, 'dump');
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      signal.throwIfAborted();
      yield chunk as Buffer;
    }
  }
  return {
    async withContents(use) {
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place, { mode: 0o700 });
      try {
        const write = async (dump: DatabaseDump): Promise<readonly string[]> => {
          await pipeline(Readable.from(dump.chunks), createWriteStream(path, { mode: 0o600 }), { signal });
          return dump.header.migrations;
        };
        const migrations = await withDump(url, write, signal);
        return await use({ chunks: chunks(), schemaVersion: migrations.at(-1) ?? 'none' });
      } finally {
        rmSync(place, { recursive: true, force: true });
      }
    },
  };
}
