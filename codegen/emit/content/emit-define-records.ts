// From what a file holds to what rules see: a function for each record and part that changes on the way.

import type { ChoiceModel, ContentModel } from '../../model/content-model.js';
import {
  changesWithin,
  defineName,
  definesItself,
  definitionName,
  inOrderOfUse,
  isList,
  isRecord,
  isSingle,
  kindInWords,
  listName,
  recordName,
  schemaName,
  type Declaration,
} from './content-names.js';
import { limitChecks, mappedFields } from './field-mapping.js';

export function emitDefineRecords(contents: readonly Declaration[]): string {
  const changing = inOrderOfUse(contents.filter((each) => isRecord(each) && definesItself(each)));
  const used = changing.filter(definesItself);
  const functions = used.map((each) => (each.kind === 'choice' ? emitChoice(each) : emitRecord(each)));
  const text = functions.join('\n');
  const ticksLine = text.includes('ticks(') ? "import { ticks } from '../records/ticks.js';\n" : '';
  return `import type { ${used.map(definitionName).sort().join(', ')} } from '#domain/content/generated/definitions.js';
import type { JsonPath } from '../json/content-problem.js';
import type { Checker } from '../records/checker.js';
${ticksLine}import type { ${used.map(recordName).sort().join(', ')} } from './record-schemas.js';

${text}`;
}

function signature(declaration: Declaration): string {
  const types = `record: ${recordName(declaration)}, path: JsonPath, checker: Checker`;
  return `export function ${defineName(declaration)}(${types}): ${definitionName(declaration)}`;
}

function emitRecord(content: ContentModel): string {
  const checks = limitChecks(content, 'record');
  const mapped = `{ ${mappedFields(content, 'record').join('\n')} }`;
  const body = [...checks, `return ${mapped};`].join('\n');
  const usesPath = /\bpath\b/.test(body);
  const usesChecker = /\bchecker\b/.test(body);
  const head = signature(content)
    .replace('path:', usesPath || usesChecker ? 'path:' : '_path:')
    .replace('checker:', usesChecker ? 'checker:' : '_checker:');
  return `${head} {\n${body}\n}\n`;
}

function emitChoice(choice: ChoiceModel): string {
  const cases = choice.cases.map(({ name, declaration }) => {
    const value = changesWithin(declaration)
      ? `{ kind: record.kind, ...${defineName(declaration)}(record, path, checker) }`
      : 'record';
    return `case '${name}':\nreturn ${value};`;
  });
  return `${signature(choice)} {\nswitch (record.kind) {\n${cases.join('\n')}\n}\n}\n`;
}

/** All files: read, their keys gathered, their records turned into definitions. */
export function emitRecordFiles(contents: readonly Declaration[]): string {
  const lists = contents.filter(isList);
  const singles = contents.filter(isSingle);
  const both = [...lists, ...singles];
  const typed = both.map(
    (each) =>
      `readonly ${listName(each.source)}: ${each.single ? 'SingleFile' : 'RecordFile'}<schemas.${recordName(each)}>;`,
  );
  const reads = both.map(
    (each) =>
      `${listName(each.source)}: await ${each.single ? 'readSingle' : 'readList'}(folder, new FileProblems('${each.source}.json', all), schemas.${schemaName(each)}),`,
  );
  const indexes = lists.map(
    (each) =>
      `${listName(each.source)}: new KeyIndex('${kindInWords(each)}', files.${listName(each.source)}, files.${listName(each.source)}.problems),`,
  );
  const checks = both.map(
    (each) => `readonly ${listName(each.source)}?: CrossCheck<schemas.${recordName(each)}>;`,
  );
  const defines = both.map((each) => {
    const name = listName(each.source);
    const how = each.single ? 'defineSingle' : 'defineList';
    return `${name}: ${how}(files.${name}, define.${defineName(each)}, checks.${name}, defining),`;
  });
  return `import { FileProblems, type ContentProblem } from '../json/content-problem.js';
import type { CrossCheck, Defining } from '../records/define-files.js';
import { defineList, defineSingle } from '../records/define-files.js';
import { KeyIndex } from '../records/key-index.js';
import { readList, readSingle, type RecordFile, type SingleFile } from '../records/read-records.js';
import * as define from './define-records.js';
import * as schemas from './record-schemas.js';

export interface RecordFiles {
${typed.join('\n')}
}

/** In the order in which content.tos has them; with problems for what does not fit. */
export async function readRecordFiles(folder: string, all: ContentProblem[]): Promise<RecordFiles> {
return {
${reads.join('\n')}
};
}

export function indexKeys(files: RecordFiles) {
return {
${indexes.join('\n')}
};
}

/** What must hold of a record beside what its schema says. */
export interface CrossChecks {
${checks.join('\n')}
}

/** Records without faults in the form that rules see. */
export function defineRecords(files: RecordFiles, checks: CrossChecks, defining: Defining) {
return {
${defines.join('\n')}
};
}
`;
}
