// A key log as a file, for its owner's eyes only. Every gateway appends whole lines, so that they never mix.

import { appendFileSync } from 'node:fs';
import { type KeyLog, keyLogLine } from '#adapters/protocol/session/crypto/key-log.js';

/** Makes the file, or throws an error that names the setting: better at the start than at the first player. */
export function prepareKeyLog(path: string): void {
  try {
    appendFileSync(path, '', { mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`the key log ${path} cannot be written (${code}); choose another TOS_KEY_LOG_FILE`, {
      cause: error,
    });
  }
}

/** What can no longer be written later (a full disk) is said once and costs no player the game. */
export function keyLogFile(path: string): KeyLog {
  let broken = false;
  return (connectionId, clientToServer, serverToClient) => {
    try {
      appendFileSync(path, keyLogLine(connectionId, clientToServer, serverToClient), { mode: 0o600 });
    } catch (error) {
      if (!broken) process.emitWarning(`sessions are missing in the key log: ${String(error)}`);
      broken = true;
    }
  };
}
