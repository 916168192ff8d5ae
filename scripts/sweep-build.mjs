// What is built of a source that is gone is taken away: the compiler leaves it, and takes an import of it for good, which a fresh
// clone does not.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const built = /\.(d\.ts|js)(\.map)?$/;

/** In `dist` under `root`, of each of the layers. Returns what it took away, as paths in `dist`. */
export function sweepBuild(root, layers) {
  return layers.flatMap((layer) => {
    const folder = join(root, 'dist', layer);
    if (!existsSync(folder)) return [];
    const gone = readdirSync(folder, { recursive: true })
      .filter((name) => built.test(name))
      .map((name) => join(layer, name))
      .filter((name) => !existsSync(join(root, name.replace(built, '.ts'))));
    for (const name of gone) rmSync(join(root, 'dist', name));
    return gone.sort();
  });
}
