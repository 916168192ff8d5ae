// What the client codecs are tried with: the network's packets, and the specimen that uses what the packets do not.

import * as game from '#adapters/protocol/generated/game.js';
import * as handshake from '#adapters/protocol/generated/handshake.js';
import { unionKind } from '#codegen/emit/c-family/packed.js';
import { usedFirst } from '#codegen/emit/c-family/used-first.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { ConstantModel, DeclarationModel, FileModel, RecordModel } from '#codegen/model/schema-model.js';
import * as everything from '../../../codegen/everything/everything.js';
import { MessageMapping } from '../../../codegen/support/message-fields.js';
import type { Message } from './message-words.js';

export interface ClientSchema {
  readonly file: FileModel;
  /** The codec of the server, which the others must agree with. */
  readonly mapping: MessageMapping;
}

export const networkSchema = loadSchema('protocol-schema');
const modules: Readonly<Record<string, object>> = { game, handshake, everything };

export const clientSchemas: readonly ClientSchema[] = [
  ...networkSchema.files.filter((file) => !file.internal),
  ...loadSchema('test/codegen/everything').files,
].map((file) => ({
  file,
  mapping: new MessageMapping(modules[file.name] as Readonly<Record<string, unknown>>),
}));

export const specimenFiles = clientSchemas
  .map(({ file }) => file)
  .filter((file) => !networkSchema.files.some((network) => network.name === file.name));

/** Each behind those it uses. */
export const allDeclarations: readonly DeclarationModel[] = clientSchemas.flatMap(({ file }) =>
  usedFirst(file.declarations),
);

/** Those that have read and write functions; a union's tag has its own. */
export const codedDeclarations = allDeclarations.flatMap(
  (declaration): Exclude<DeclarationModel, ConstantModel>[] => {
    if (declaration.kind === 'const') return [];
    return declaration.kind === 'union' ? [unionKind(declaration), declaration] : [declaration];
  },
);

export const deltaRecords = allDeclarations.filter(
  (declaration): declaration is RecordModel => declaration.kind === 'record' && declaration.delta,
);

export function isMessage(declaration: DeclarationModel): declaration is Message {
  return declaration.kind === 'packet' || declaration.kind === 'struct' || declaration.kind === 'record';
}

/** The message of that name and the server's codec for it. */
export function messageNamed(name: string): { message: Message; mapping: MessageMapping } {
  for (const { file, mapping } of clientSchemas) {
    const message = file.declarations.filter(isMessage).find((declaration) => declaration.name === name);
    if (message !== undefined) return { message, mapping };
  }
  throw new Error(`no message is called '${name}'`);
}
