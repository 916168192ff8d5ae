// What is generated from the schema, and whether what lies on the disk is still that.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { arbitraries } from './emit/arbitraries/emit-arbitraries.js';
import { wiresharkDissector } from './emit/lua/emit-dissector.js';
import { typedBinaryTwin } from './emit/typed-binary/emit-twin.js';
import { emitCpp } from './emit/cpp/emit-cpp.js';
import { emitCsharp } from './emit/csharp/emit-csharp.js';
import type { Emitter, EmitterInput, GeneratedFile } from './emit/emitter.js';
import { readColumnTypes } from './column-types.js';
import { contentFiles, contentFolder, generatedContentFolders } from './emit/content/emit-content.js';
import { frameFiles, frameFolders, framePathsIn, gameFramePaths } from './emit/frame/frame-outputs.js';
import { emitFacts } from './emit/facts/emit-facts.js';
import { emitFactCodec } from './emit/facts/emit-fact-codec.js';
import { emitPlayerMessages } from './emit/messages/emit-player-messages.js';
import { emitRequestReaders } from './emit/messages/emit-request-readers.js';
import { emitModule } from './emit/typescript/emit-module.js';
import { emitPacketTable } from './emit/typescript/emit-packet-table.js';
import { storedFiles, storedFolders } from './emit/stored/stored-outputs.js';
import { fillDocument } from './emit/markdown/fill-document.js';
import { standardTables } from './emit/markdown/standard-tables.js';
import { emitMessages } from './emit/vocabulary/emit-messages.js';
import { emitRequests } from './emit/vocabulary/emit-requests.js';
import { emitWords } from './emit/vocabulary/emit-words.js';
import { canonicalForm } from './hash/canonical-form.js';
import { protocolHash } from './hash/protocol-hash.js';
import { listedRecords } from './model/delta-layout.js';
import type { FileModel, Schema } from './model/schema-model.js';
import { loadSchema, travelling } from './load-schema.js';

export const schemaFolder = 'protocol-schema';
const typescriptFolder = 'adapters/protocol/generated';
const vocabularyFolder = 'domain/vocabulary/generated';
/** All that lies in them is generated. */
const generatedFolders = [
  typescriptFolder,
  vocabularyFolder,
  ...frameFolders,
  ...storedFolders,
  ...generatedContentFolders,
];
export const specimenFolder = 'test/codegen/everything';
/** A frame that has everything that frames can have: for tests. */
export const stageFolder = 'test/codegen/frames';
/** Facts that use all that facts have: for tests. */
export const happeningsFolder = 'test/codegen/facts';
const benchmarkFolder = 'bench/codec/messages';

/** Every emitter, one line each. */
const emitters: readonly Emitter[] = [
  typescriptModules,
  specimenModules,
  benchmarkModules,
  packetTable,
  messageReaders,
  vocabulary,
  frames,
  stored,
  standardDocument,
  canonicalFile,
  contentFiles,
  clientCodecs,
  arbitraries,
  typedBinaryTwin,
  wiresharkDissector,
];

const parsers: Readonly<Record<string, string>> = { '.ts': 'typescript', '.md': 'markdown', '.json': 'json' };

/** Everything that follows from the schema under `root`. Throws SchemaError when the schema is refused. */
export async function generateAll(root: string): Promise<GeneratedFile[]> {
  const whole = loadSchema(join(root, schemaFolder), readColumnTypes(root));
  const schema = travelling(whole);
  const specimen = loadSchema(join(root, specimenFolder));
  const benchmark = loadSchema(join(root, benchmarkFolder));
  const content = loadSchema(join(root, contentFolder));
  const input = { root, content, whole, schema, hash: protocolHash(schema), specimen, benchmark };
  const style = (await resolveConfig(join(root, typescriptFolder, 'any.ts'))) ?? {};
  const formatted = async ({ path, text }: GeneratedFile): Promise<GeneratedFile> => {
    const parser = parsers[extname(path)];
    return { path, text: parser === undefined ? text : await format(text, { ...style, parser }) };
  };
  return Promise.all(emitters.flatMap((emit) => emit(input)).map(formatted));
}

function typescriptModules({ schema }: EmitterInput): GeneratedFile[] {
  const listed = listedRecords(schema.files.flatMap(({ declarations }) => declarations));
  return schema.files.map((file) => ({
    path: `${typescriptFolder}/${file.name}.ts`,
    text: emitModule(file, { schemaFolder, codecFolder: '../codec', listed }),
  }));
}

function specimenModules({ specimen }: EmitterInput): GeneratedFile[] {
  return modulesOf(specimen, specimenFolder);
}

function benchmarkModules({ benchmark }: EmitterInput): GeneratedFile[] {
  return modulesOf(benchmark, benchmarkFolder);
}

/** Codecs of a schema beside the game's, by default beside its files. */
function modulesOf({ files }: Schema, folder: string, outputFolder = folder): GeneratedFile[] {
  const listed = listedRecords(files.flatMap(({ declarations }) => declarations));
  return files
    .filter(({ declarations }) => declarations.length > 0)
    .map((file) => ({
      path: `${outputFolder}/${file.name}.ts`,
      text: emitModule(file, { schemaFolder: folder, codecFolder: '#adapters/protocol/codec', listed }),
    }));
}

function packetTable({ schema, hash }: EmitterInput): GeneratedFile[] {
  return [{ path: `${typescriptFolder}/packets.ts`, text: emitPacketTable(schema, hash) }];
}

function messageReaders({ schema }: EmitterInput): GeneratedFile[] {
  return [
    { path: `${typescriptFolder}/requests.ts`, text: emitRequestReaders(schema.files) },
    { path: `${typescriptFolder}/messages.ts`, text: emitPlayerMessages(schema.files) },
  ];
}

/** For the domain, which imports nothing. */
function vocabulary({ root, whole }: EmitterInput): GeneratedFile[] {
  const { files } = whole;
  const happenings = loadSchema(join(root, happeningsFolder)).files;
  return [
    { path: `${vocabularyFolder}/words.ts`, text: emitWords(files, schemaFolder) },
    { path: `${vocabularyFolder}/requests.ts`, text: emitRequests(files) },
    { path: `${vocabularyFolder}/messages.ts`, text: emitMessages(files) },
    ...factFiles(files, schemaFolder, vocabularyFolder, '../bytes'),
    { path: `${happeningsFolder}/generated/words.ts`, text: emitWords(happenings, happeningsFolder) },
    ...factFiles(happenings, happeningsFolder, `${happeningsFolder}/generated`, '#domain/vocabulary/bytes'),
  ];
}

function factFiles(files: readonly FileModel[], from: string, to: string, helpers: string): GeneratedFile[] {
  const facts = files.flatMap((file) => file.facts);
  return [
    { path: `${to}/facts.ts`, text: emitFacts(facts, from) },
    { path: `${to}/fact-codec.ts`, text: emitFactCodec(facts, from, helpers) },
  ];
}

function frames({ root, schema }: EmitterInput): GeneratedFile[] {
  const stage = loadSchema(join(root, stageFolder));
  return [
    ...frameFiles(schema, schemaFolder, gameFramePaths),
    ...frameFiles(stage, stageFolder, framePathsIn(`${stageFolder}/generated`, './stage.js')),
    ...modulesOf(stage, stageFolder, `${stageFolder}/generated`),
  ];
}

function stored({ root, schema }: EmitterInput): GeneratedFile[] {
  return storedFiles(schema, schemaFolder, root);
}

function standardDocument({ root, schema, hash }: EmitterInput): GeneratedFile[] {
  const path = `${schemaFolder}/STANDARD.md`;
  const text = fillDocument(readFileSync(join(root, path), 'utf8'), standardTables(schema, hash));
  return [{ path, text }];
}

function canonicalFile({ schema }: EmitterInput): GeneratedFile[] {
  return [{ path: `${schemaFolder}/canonical.txt`, text: canonicalForm(schema) }];
}

/** For clients in other languages; what they stand on is written by hand beside them. */
function clientCodecs({ schema, hash }: EmitterInput): GeneratedFile[] {
  const inFolder = (folder: string) => (file: GeneratedFile) => ({ ...file, path: `${folder}/${file.path}` });
  return [
    ...emitCpp(schema, hash).map(inFolder(`${schemaFolder}/clients/cpp/tos`)),
    ...emitCsharp(schema, hash).map(inFolder(`${schemaFolder}/clients/csharp/Tos`)),
  ];
}

/** Paths of files that are missing, differ from what the schema gives, or follow from no schema file any more. */
export function staleFiles(root: string, files: readonly GeneratedFile[]): string[] {
  const differing = files.filter((file) => readIfThere(join(root, file.path)) !== file.text);
  return [...differing.map((file) => file.path), ...orphans(root, files)];
}

/** Writes what is stale, removes what follows from nothing, and returns the paths of both. */
export function writeStale(root: string, files: readonly GeneratedFile[]): string[] {
  const stale = staleFiles(root, files);
  for (const path of stale) {
    const file = files.find((candidate) => candidate.path === path);
    if (file === undefined) rmSync(join(root, path));
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), file.text);
    }
  }
  return stale;
}

/** The generated folders hold nothing else, so what is not in `files` was left behind by a schema file that is gone. */
function orphans(root: string, files: readonly GeneratedFile[]): string[] {
  const paths = [
    ...generatedFolders.flatMap((folder) => filesWithin(root, folder)),
    // These lie beside the schema files that they follow from.
    ...filesWithin(root, contentFolder).filter((path) => path.endsWith('.schema.json')),
  ];
  return notAmong(files, paths);
}

/**
 * Files by hand in a folder named `generated`, whichever: what guards the project's code passes over those folders. Nothing
 * of it is removed.
 */
export function strayFiles(root: string, files: readonly GeneratedFile[]): string[] {
  return notAmong(
    files,
    handFolders(root, '').flatMap((folder) => filesWithin(root, folder)),
  );
}

/** Folders named `generated` in which codegen does not remove what it did not write. */
function handFolders(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => (folder === '' ? name : `${folder}/${name}`))
    .filter((path) => !unsearched.includes(path) && !generatedFolders.includes(path))
    .flatMap((path) => (basename(path) === 'generated' ? [path] : handFolders(root, path)));
}

/** What lies there is nobody's source. */
const unsearched = ['dist', 'data', 'coverage', 'admin-ui/dist'];

/** With all below. */
function filesWithin(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesWithin(root, path) : [path];
  });
}

function notAmong(files: readonly GeneratedFile[], paths: readonly string[]): string[] {
  const generated = new Set(files.map(({ path }) => path));
  return paths.filter((path) => !generated.has(path));
}

function readIfThere(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : undefined;
}
