// All libraries under test. Each loads only its own: one that is not measured must not warm or burden the process.

import type { Library } from './library/library.js';

const loaders = {
  ours: async () => (await import('./libraries/ours.js')).ours,
  hand: async () => (await import('./libraries/hand.js')).hand,
  'protobuf-es': async () => (await import('./libraries/protobuf-es.js')).protobufEs,
  protobufjs: async () => (await import('./libraries/protobufjs.js')).protobufjs,
  msgpackr: async () => (await import('./libraries/msgpackr.js')).msgpackr,
  flatbuffers: async () => (await import('./libraries/flatbuffers.js')).flatbuffers,
  '@colyseus/schema': async () => (await import('./libraries/colyseus-schema.js')).colyseusSchema,
  'typed-binary': async () => (await import('./libraries/typed-binary.js')).typedBinary,
  avsc: async () => (await import('./libraries/avsc.js')).avsc,
} satisfies Record<string, () => Promise<Library>>;

export type LibraryName = keyof typeof loaders;
export const libraryNames = Object.keys(loaders) as LibraryName[];

export function loadLibrary(name: LibraryName): Promise<Library> {
  return loaders[name]();
}
