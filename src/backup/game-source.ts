// What a backup of the game file holds: a copy of it, looked through and read.

import { createReadStream } from 'node:fs';
import type { BackupSource } from '#adapters/backup-archive/archive-vault.js';
import { checkGameCopy } from '#adapters/sqlite/check-game-copy.js';
import { withGameCopy, type GameCopyParts } from './with-game-copy.js';

/** Of a copy, which nobody else has open. Blocks while it is looked through: some 2 ms a MB. */
export function copySource(path: string, signal: AbortSignal): BackupSource {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      signal.throwIfAborted();
      yield chunk as Buffer;
    }
  }
  return {
    async withContents(use) {
      signal.throwIfAborted();
      const { schemaVersion } = checkGameCopy(path);
      return await use({ chunks: chunks(), schemaVersion: String(schemaVersion) });
    },
  };
}

/** Both in this process. */
export function gameSource(parts: GameCopyParts): BackupSource {
  return {
    withContents: (use) => withGameCopy(parts, (path) => copySource(path, parts.signal).withContents(use)),
  };
}
