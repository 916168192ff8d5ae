// A copy of the game file, made beside it while the server plays, for as long as something is done with it.

import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyPlaceOf } from './copy-place.js';

export interface GameCopyParts {
  readonly dataDir: string;
  /** Makes a consistent copy at the path. */
  copy(path: string, signal: AbortSignal): Promise<void>;
  /** Gives up. */
  readonly signal: AbortSignal;
}

/** Runs `use` while the copy lies at the path that it gets. */
export async function withGameCopy<Result>(
  { dataDir, copy, signal }: GameCopyParts,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const place = copyPlaceOf(dataDir, 'game');
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { mode: 0o700 });
  try {
    const path = join(place, 'game.sqlite');
    await copy(path, signal);
    return await use(path);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
