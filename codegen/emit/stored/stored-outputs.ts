// Where the modules of what is stored go: each into the layer that uses it.

import type { Schema } from '../../model/schema-model.js';
import { storedPackets } from '../../model/stored-model.js';
import type { GeneratedFile } from '../emitter.js';
import { emitNumbers } from './emit-numbers.js';
import { emitTable } from './emit-table.js';
import { emitWorldNumbers } from './emit-world-numbers.js';
import { emitMigrations } from './scaffold-migration.js';

/** All that lies in them is generated. */
export const storedFolders = [
  'ports/storage/generated',
  'adapters/sqlite/generated',
  'domain/player/generated',
];

/** Of the one packet of a schema that is stored. */
export function storedFiles(schema: Schema, schemaFolder: string, root: string): GeneratedFile[] {
  return storedPackets(schema).flatMap((packet) => [
    { path: 'ports/storage/generated/character-numbers.ts', text: emitNumbers(packet, schemaFolder) },
    {
      path: 'domain/vocabulary/generated/character-numbers.ts',
      text: emitWorldNumbers(packet, schemaFolder),
    },
    { path: 'adapters/sqlite/generated/character-table.ts', text: emitTable(packet, schemaFolder) },
    ...emitMigrations(packet, root, {
      folder: 'adapters/sqlite/migrations',
      stores: 'adapters/sqlite/stores',
      list: 'adapters/sqlite/generated/migration-list.ts',
    }),
  ]);
}
