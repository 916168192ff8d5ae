// The process in which copies become backups, or are read back (pack-apart.ts): one request after the other, an answer each. It ends when
// whoever asks lets go of it, or has ended.

import type { BackupRecord } from '#ports/backups/backup-vault.js';
import type { BackupPlace } from './backup-place.js';
import { giveUp, type PackAnswer, type PackRequest, type ReadBackRequest } from './pack-apart.js';

/** With the first request: the process is there before the server, whose start it is not to slow. */
const loadTools = async () => ({
  ...(await import('#adapters/system/system-clock.js')),
  ...(await import('./backup-place.js')),
  ...(await import('./game-source.js')),
});

/** Of what it is at. */
let abort = new AbortController();
// Signals to all that was started from a terminal come here too; whoever asked says what they mean for a backup.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => abort.abort(new Error('the server has ended')));
process.on('message', (message: PackRequest | ReadBackRequest | typeof giveUp) => {
  if (message === giveUp) abort.abort(new Error('the server stops'));
  else void answer(message);
});

async function answer(request: PackRequest | ReadBackRequest): Promise<void> {
  abort = new AbortController();
  const message = await outcome(request);
  if (process.connected) process.send!(message);
}

async function outcome(request: PackRequest | ReadBackRequest): Promise<PackAnswer> {
  try {
    const { openBackupPlace, SystemClock, copySource } = await loadTools();
    const place = await openBackupPlace(request.configuration, new SystemClock());
    if (place === undefined) return { failed: 'backups are off' };
    try {
      return 'path' in request
        ? { made: await pack(place, request, copySource) }
        : await readBack(place, request);
    } finally {
      place.close();
    }
  } catch (error) {
    const { code } = error as { readonly code?: unknown };
    const failed = error instanceof Error ? error.message : String(error);
    return { failed, ...(typeof code === 'string' && { code }) };
  }
}

function pack(
  place: BackupPlace,
  { configuration, kind, origin, path }: PackRequest,
  copySource: Awaited<ReturnType<typeof loadTools>>['copySource'],
): Promise<BackupRecord> {
  const source = copySource({ path, dataDir: configuration.dataDir, signal: abort.signal });
  return place.vault(kind, origin, { source, signal: abort.signal }).make();
}

async function readBack(
  place: BackupPlace,
  { kind, origin, name }: ReadBackRequest,
): Promise<{ readonly whole: string }> {
  const vault = place.vault(kind, origin, { signal: abort.signal });
  for await (const _ of vault.contentsOf(await vault.manifest(name))) abort.signal.throwIfAborted();
  return { whole: name };
}
