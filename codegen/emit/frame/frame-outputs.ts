// Where the modules of a frame go: each into the layer that uses it.

import type { Schema } from '../../model/schema-model.js';
import type { GeneratedFile } from '../emitter.js';
import { emitChangedGroups } from './emit-changed-groups.js';
import { emitFrameColumns } from './emit-columns.js';
import { emitEntityCopy } from './emit-entity-copy.js';
import { emitFrameUpdate } from './emit-frame-update.js';
import { emitSnapshotWriter } from './emit-snapshot-writer.js';

export interface FramePaths {
  /** Files without their extension, from the project's root. */
  readonly columns: string;
  readonly groups: string;
  readonly update: string;
  readonly writer: string;
  readonly copy: string;
  /** How modules import the columns, and the client the record's codec and what reads text. */
  readonly importColumns: string;
  readonly importMessages: string;
  readonly importUtf8: string;
}

/** All that lies in them is generated. */
export const frameFolders = [
  'ports/threads/generated',
  'application/replication/generated',
  'application/publishing/generated',
  'adapters/gateway/generated',
  'client/generated',
];

export const gameFramePaths: FramePaths = {
  columns: 'ports/threads/generated/frame-columns',
  groups: 'application/replication/generated/changed-groups',
  update: 'application/publishing/generated/frame-update',
  writer: 'adapters/gateway/generated/snapshot-writer',
  copy: 'client/generated/entity-copy',
  importColumns: '#ports/threads/generated/frame-columns.js',
  importMessages: '#adapters/protocol/generated/game.js',
  importUtf8: '#adapters/protocol/codec/utf8.js',
};

/** All in one folder, which also has the codecs. */
export function framePathsIn(folder: string, importMessages: string): FramePaths {
  return {
    columns: `${folder}/frame-columns`,
    groups: `${folder}/changed-groups`,
    update: `${folder}/frame-update`,
    writer: `${folder}/snapshot-writer`,
    copy: `${folder}/entity-copy`,
    importColumns: './frame-columns.js',
    importMessages,
    importUtf8: '#adapters/protocol/codec/utf8.js',
  };
}

/** Of the one frame that a schema may hold. */
export function frameFiles({ files }: Schema, schemaFolder: string, paths: FramePaths): GeneratedFile[] {
  return files
    .flatMap(({ frames }) => frames)
    .flatMap((frame) => {
      const { importColumns, importMessages, importUtf8 } = paths;
      const modules = { messages: importMessages, utf8: importUtf8 };
      return [
        { path: `${paths.columns}.ts`, text: emitFrameColumns(frame, schemaFolder) },
        { path: `${paths.groups}.ts`, text: emitChangedGroups(frame, schemaFolder, importColumns) },
        { path: `${paths.update}.ts`, text: emitFrameUpdate(frame, schemaFolder, importColumns) },
        { path: `${paths.writer}.ts`, text: emitSnapshotWriter(frame, schemaFolder, importColumns) },
        { path: `${paths.copy}.ts`, text: emitEntityCopy(frame, schemaFolder, modules) },
      ];
    });
}
