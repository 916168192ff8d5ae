// All that follows from the content's schema: types in the rules' units, what reads and checks the files, JSON Schemas.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmitterInput, GeneratedFile } from '../emitter.js';
import { emitBlankRecords } from './emit-blank-records.js';
import { emitDefineRecords, emitRecordFiles } from './emit-define-records.js';
import { emitContentRecords, emitDefinitions, emitMapDefinitions } from './emit-definitions.js';
import { emitEditorSettings } from './emit-editor-settings.js';
import { emitEditors } from './emit-editors.js';
import { emitJsonSchema } from './emit-json-schema.js';
import { emitRecordSchemas } from './emit-record-schemas.js';
import { emitTiledClasses } from './emit-tiled-classes.js';

export const contentFolder = 'protocol-schema/content';
const domainFolder = 'domain/content/generated';
const loaderFolder = 'adapters/content-files/generated';
const testFolder = 'test/support/worlds/generated';
const editorSettings = '.vscode/settings.json';

/** Folders that hold nothing else. */
export const generatedContentFolders = [domainFolder, loaderFolder, testFolder];

export function contentFiles({ root, content }: EmitterInput): GeneratedFile[] {
  const contents = content.files.flatMap((file) => file.contents);
  const schemas = contents.flatMap((each) =>
    each.kind === 'content' && each.source !== ''
      ? [{ path: `${contentFolder}/${each.source}.schema.json`, text: emitJsonSchema(each) }]
      : [],
  );
  const typescript = (path: string, about: string, text: string): GeneratedFile => ({
    path,
    text: `// Generated from ${contentFolder}/*.tos by \`npm run codegen\`; changes here are lost.\n// ${about}\n\n${text}`,
  });
  return [
    ...schemas,
    { path: `${contentFolder}/editors.json`, text: emitEditors(contents) },
    {
      path: editorSettings,
      text: emitEditorSettings(readFileSync(join(root, editorSettings), 'utf8'), contents, contentFolder),
    },
    typescript(
      `${domainFolder}/definitions.ts`,
      'The game as data, in the units of the rules: ticks (60 a second), metres, whole coins; references are ids.',
      emitDefinitions(contents),
    ),
    typescript(
      `${domainFolder}/map-objects.ts`,
      'What stands on maps, in metres; what one object names is on a map of that key.',
      emitMapDefinitions(contents),
    ),
    typescript(
      `${domainFolder}/content-records.ts`,
      'All records by kind, and how rules find them.',
      emitContentRecords(contents),
    ),
    typescript(
      `${loaderFolder}/record-schemas.ts`,
      'What the content files may hold, field by field with its range.',
      emitRecordSchemas(contents),
    ),
    typescript(
      `${loaderFolder}/define-records.ts`,
      'From files to rules: keys become ids, seconds become ticks, and what names nothing is told.',
      emitDefineRecords(contents),
    ),
    typescript(
      `${loaderFolder}/record-files.ts`,
      'The files with records: read, their keys gathered, their records defined.',
      emitRecordFiles(contents),
    ),
    typescript(
      `${loaderFolder}/tiled-classes.ts`,
      'What maps, tiles and objects on maps say in Tiled.',
      emitTiledClasses(contents),
    ),
    typescript(
      `${testFolder}/blank-records.ts`,
      'Records that say as little as the schema allows.',
      emitBlankRecords(contents),
    ),
  ];
}
