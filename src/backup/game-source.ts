// What a backup of the game file holds: a copy of it, looked through and read; and what operators have switched off, which
// stands in a file beside it, so that a server that is restored does not open what it was closed for.

import { createReadStream } from 'node:fs';
import type { BackupSource } from '#adapters/backup-archive/archive-vault.js';
import { SwitchedOffFile } from '#adapters/node-files/notes/switched-off-file.js';
import { checkGameCopy } from '#adapters/sqlite/check-game-copy.js';
import { withGameCopy, type GameCopyParts } from './with-game-copy.js';

export interface CopySourceParts {
  /** Of the copy, which nobody else has open. */
  readonly path: string;
  /** Whose switches they are. */
  readonly dataDir: string;
  readonly signal: AbortSignal;
}

/** Blocks while the copy is looked through: some 2 ms a MB. */
export function copySource({ path, dataDir, signal }: CopySourceParts): BackupSource {
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
      const switchedOff = new SwitchedOffFile(dataDir).find();
      return await use({ chunks: chunks(), schemaVersion: String(schemaVersion), switchedOff });
    },
  };
}

/** Both in this process. */
export function gameSource(parts: GameCopyParts): BackupSource {
  return {
    withContents: (use) => withGameCopy(parts, (path) => copySource({ ...parts, path }).withContents(use)),
  };
}
