// A stop while backups wait for a store that takes connections and says nothing: whatever is under way is given up.

import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { BackupSource } from '#adapters/backup-archive/archive-vault.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { type BackupCycle, startBackups } from '#src/backup/backup-cycle.js';
import { PackingProcess } from '#src/backup/pack-apart.js';
import { loadConfiguration } from '../../../src/configuration/load-configuration.js';
import type { Configuration } from '../../../src/configuration/settings.js';
import { RecordingLog } from '../../support/silent-log.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let server: Server;
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => void server.close());

function configured(environment: NodeJS.ProcessEnv): Configuration {
  const dataDir = temporaryFolder();
  const loaded = loadConfiguration({
    ...{ args: [], workingDir: dataDir, usage: '' },
    environment: { TOS_DATA_DIR: dataDir, ...environment },
  });
  if (loaded.kind !== 'ready') throw new Error(JSON.stringify(loaded));
  return loaded.configuration;
}

const source: BackupSource = {
  withContents: (use) =>
    use({
      schemaVersion: '1',
      chunks: (async function* () {
        yield Buffer.from('what there is');
      })(),
    }),
};

/** As the admin API has them: in this process. */
async function start(configuration: Configuration): Promise<BackupCycle> {
  const cycle = await startBackups({
    packing: new PackingProcess(),
    ...{ configuration, kind: 'admin', origin: 'api', clock: new SystemClock(), log: new RecordingLog() },
    vault: (place, signal) => place.vaultOfNow('admin', 'api', { source, signal }),
  });
  return cycle!;
}

describe('a copy that somebody left who was killed', () => {
  it('is gone from the start on: it lies there in plain', async () => {
    const configuration = configured({ TOS_BACKUP_MINUTES: '60' });
    const left = join(configuration.dataDir, '.backup-copy-admin');
    mkdirSync(left);
    writeFileSync(join(left, 'dump'), 'what there is');
    const cycle = await start(configuration);
    expect(existsSync(left)).toBe(false);
    await cycle.stop();
  });
});

describe('backups that wait for a silent S3', () => {
  async function silent(): Promise<BackupCycle> {
    const { port } = server.address() as AddressInfo;
    const cycle = await start(
      configured({
        TOS_BACKUPS: 's3',
        TOS_BACKUP_S3_ENDPOINT: `http://127.0.0.1:${port}`,
        TOS_BACKUP_S3_BUCKET: 'backups',
        TOS_BACKUP_S3_ACCESS_KEY: 'access-key-of-nobody',
        TOS_BACKUP_S3_SECRET: 'secret-of-nobody-at-all',
        TOS_BACKUP_KEY_FILE: keyFile(),
      }),
    );
    return cycle;
  }

  it.each([
    ['asked for', (cycle: BackupCycle): Promise<unknown> => cycle.desk.make()],
    ['on schedule', (cycle: BackupCycle): Promise<unknown> => cycle.rounds.round()],
    ['listed', (cycle: BackupCycle): Promise<unknown> => cycle.desk.tell()],
  ])('are given up by a stop, when %s', async (_, ask) => {
    const cycle = await silent();
    const asked = ask(cycle);
    await once(server, 'connection');
    await cycle.stop();
    await asked;
    expect(cycle.rounds.figures).toMatchObject({ made: 0, failed: 0 });
  });
});

describe('backups whose key is gone while the server runs', () => {
  it('are made no more, and say why, until it is there again', async () => {
    const configuration = configured({});
    const cycle = await start(configuration);
    expect(await cycle.desk.make()).toMatchObject({ ok: true });
    rmSync(join(configuration.dataDir, 'backup-key'));
    expect(await cycle.desk.make()).toMatchObject({ ok: false, reason: 'backup-key-missing' });
    expect((await cycle.desk.tell()).total).toBe(1);
    await cycle.stop();
  });
});

function keyFile(): string {
  const path = join(temporaryFolder(), 'key');
  writeFileSync(path, `${'a1'.repeat(32)}\n`);
  return path;
}
