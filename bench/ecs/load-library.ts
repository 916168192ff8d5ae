// All libraries under test. Each loads only its own: one that is not measured must not warm or burden the process.

import type { Library } from './library/library.js';

/** These need nothing but the project. */
const own = {
  ours: async () => (await import('./libraries/ours.js')).ours,
  'ours, one by one': async () => (await import('./libraries/ours-one-by-one.js')).oursOneByOne,
  hand: async () => (await import('./libraries/hand.js')).hand,
} satisfies Record<string, () => Promise<Library>>;

/** These are installed on demand, see peers.ts. */
const peers = {
  bitecs: async () => (await import('./libraries/bitecs.js')).bitecs,
  koota: async () => (await import('./libraries/koota.js')).koota,
  becsy: async () => (await import('./libraries/becsy.js')).becsy,
  miniplex: async () => (await import('./libraries/miniplex.js')).miniplex,
  'wolf-ecs': async () => (await import('./libraries/wolf-ecs.js')).wolfEcs,
  piecs: async () => (await import('./libraries/piecs.js')).piecs,
} satisfies Record<string, () => Promise<Library>>;

const loaders = { ...own, ...peers };

export type LibraryName = keyof typeof loaders;
export const ownNames = Object.keys(own) as LibraryName[];
export const peerNames = Object.keys(peers) as LibraryName[];

export function loadLibrary(name: LibraryName): Promise<Library> {
  return loaders[name]();
}
