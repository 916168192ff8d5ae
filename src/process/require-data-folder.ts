// The data folder, made when it is missing; or an error that says why it cannot be used.

import { accessSync, constants, mkdirSync } from 'node:fs';

export function requireDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Error(
      `TOS_DATA_DIR: '${folder}' cannot be used (${reason}); a folder that this user may write to`,
      {
        cause: error,
      },
    );
  }
}
