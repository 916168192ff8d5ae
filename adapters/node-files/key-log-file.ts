// A key log as a file, for its owner's eyes only. Every gateway appends whole lines, so that they never mix.

import { appendFileSync, closeSync, openSync, readSync, statSync } from 'node:fs';
import { type KeyLog, keyLogLabel, keyLogLine } from '#adapters/protocol/session/crypto/key-log.js';
import { faultAsFile } from '#ports/storage/files/regular-file.js';

/** Makes the file, or throws an error that names the setting: better at the start than at the first player. */
export function prepareKeyLog(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  // Opening a pipe would wait for its reader, and each gateway with it.
  const fault = found && faultAsFile(found);
  if (fault !== undefined)
    throw new Error(`the key log ${path} ${fault}; choose another TOS_KEY_LOG_FILE, which may be missing`);
  if (found !== undefined && found.size > 0 && !beginsAsKeyLog(path))
    throw new Error(
      `the key log ${path} is a file that holds something else; choose another TOS_KEY_LOG_FILE`,
    );
  try {
    appendFileSync(path, '', { mode: 0o600 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`the key log ${path} cannot be written (${code}); choose another TOS_KEY_LOG_FILE`, {
      cause: error,
    });
  }
}

function beginsAsKeyLog(path: string): boolean {
  const begin = Buffer.alloc(keyLogLabel.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, begin);
  } finally {
    closeSync(file);
  }
  return begin.toString('latin1') === keyLogLabel;
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
