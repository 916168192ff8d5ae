// The process in which a copy becomes a backup (pack-apart.ts): one request and one answer. It ends when whoever asked has
// read that and lets go of it, or has ended.

import { SystemClock } from '#adapters/system/system-clock.js';
import { openBackupPlace } from './backup-place.js';
import { copySource } from './game-source.js';
import { giveUp, type PackAnswer, type PackRequest } from './pack-apart.js';

const abort = new AbortController();
// Signals to all that was started from a terminal come here too; whoever asked says what they mean for a backup.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => abort.abort(new Error('the server has ended')));
process.on('message', (message: PackRequest | typeof giveUp) => {
  if (message === giveUp) abort.abort(new Error('the server stops'));
  else void answer(message);
});

async function answer(request: PackRequest): Promise<void> {
  const message = await outcome(request);
  if (process.connected) process.send!(message);
}

async function outcome({ configuration, kind, origin, path }: PackRequest): Promise<PackAnswer> {
  try {
    const place = await openBackupPlace(configuration, new SystemClock());
    if (place === undefined) return { failed: 'backups are off' };
    try {
      const source = copySource({ path, dataDir: configuration.dataDir, signal: abort.signal });
      return { made: await place.vault(kind, origin, source).make() };
    } finally {
      place.close();
    }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
