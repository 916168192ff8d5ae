// All packets of the schema and of the specimen, with their codec, their twin and what their messages are made of.

import type { Arbitrary } from 'fast-check';
import * as game from '#adapters/protocol/generated/game.js';
import * as handshake from '#adapters/protocol/generated/handshake.js';
import * as internal from '#adapters/protocol/generated/internal.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { PacketModel } from '#codegen/model/schema-model.js';
import * as everything from '../codegen/everything/everything.js';
import { MessageMapping, type Fields } from '../codegen/support/message-fields.js';
import * as everythingTwin from './twin/generated/everything.js';
import * as gameTwin from './twin/generated/game.js';
import * as handshakeTwin from './twin/generated/handshake.js';
import * as internalTwin from './twin/generated/internal.js';
import type { TwinMessage } from './twin/message.js';
import * as everythingValues from './arbitraries/generated/everything.js';
import * as gameValues from './arbitraries/generated/game.js';
import * as handshakeValues from './arbitraries/generated/handshake.js';
import * as internalValues from './arbitraries/generated/internal.js';
import type { ValueKit } from './arbitraries/value-kit.js';

export interface PacketCase {
  readonly name: string;
  readonly model: PacketModel;
  readonly codec: MessageMapping;
  readonly twin: TwinMessage;
  values(of: ValueKit): Arbitrary<Fields>;
}

type Module = Readonly<Record<string, unknown>>;
const modules: Readonly<Record<string, readonly [codec: Module, twin: Module, values: Module]>> = {
  game: [game, gameTwin, gameValues],
  handshake: [handshake, handshakeTwin, handshakeValues],
  internal: [internal, internalTwin, internalValues],
  everything: [everything, everythingTwin, everythingValues],
};

/** Those that declare packets; another may declare only words, or facts. */
const files = [...loadSchema('protocol-schema').files, ...loadSchema('test/codegen/everything').files].filter(
  ({ declarations }) => declarations.some(({ kind }) => kind === 'packet'),
);

/** Packets that an emitter does not know yet are missing; `leftOut` names them. */
export const packetCases: readonly PacketCase[] = files.flatMap((file) => {
  const [codec, twin, values] = modules[file.name]!;
  return file.declarations.flatMap((declaration): PacketCase[] => {
    const { name } = declaration;
    const valuesOf = values[`${name.charAt(0).toLowerCase()}${name.slice(1)}Values`];
    if (declaration.kind !== 'packet' || !(name in twin) || valuesOf === undefined) return [];
    return [
      {
        name,
        model: declaration,
        codec: new MessageMapping(codec),
        twin: twin[name] as TwinMessage,
        values: valuesOf as PacketCase['values'],
      },
    ];
  });
});

/** By file: what neither twin nor arbitraries cover. */
export const leftOut: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(modules).map(([file, [, twin, values]]) => [
    file,
    [...(twin['leftOut'] as string[]), ...(values['leftOut'] as string[])],
  ]),
);

/** The bytes, or undefined when the encoder refuses. */
export function encoded({ name, model, codec }: PacketCase, fields: Fields): Uint8Array | undefined {
  const message = codec.create(name);
  codec.write(message, model, fields);
  const out = new Uint8Array(Math.max(model.worstCase, model.size.max) + 16);
  const end = codec.encode(name, message, out);
  return end < 0 ? undefined : out.slice(0, end);
}

/** The fields, or undefined when the decoder refuses. */
export function decoded({ name, model, codec }: PacketCase, bytes: Uint8Array): Fields | undefined {
  const message = codec.create(name);
  return codec.decode(name, message, bytes) < 0 ? undefined : codec.read(message, model);
}
