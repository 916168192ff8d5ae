// requests.ts beside the codecs: decodes what clients ask, once, and hands it to a table that has an entry for every
// request: one for what the rules answer, one for what the gateway answers itself. And the client's methods that ask.

import { gameRequests, isForRules, requestName } from '../../model/requests.js';
import type { FileModel, PacketModel } from '../../model/schema-model.js';
import { idName } from '../typescript/derived-names.js';
import { packetImports, readerClass } from './reader-class.js';
import { isSentPlainly, requestSender } from './request-sender.js';

export function emitRequestReaders(files: readonly FileModel[]): string {
  const requests = gameRequests(files);
  const forRules = requests.filter(isForRules);
  const sent = requests.filter(isSentPlainly);
  const forGateway = requests.filter((packet) => !isForRules(packet));
  return [
    '// Generated from protocol-schema by `npm run codegen`; changes here are lost.',
    '// Requests of clients: whose each is, their readers, and how a client makes them. Each request is decoded once, by the',
    '// side that answers it.',
    '',
    ...packetImports(requests, sent),
    '',
    '/** By id: 1 for what the rules answer, once the player stands in the world (`state playing`). */',
    'export const isGameRequest = new Uint8Array(256);',
    `for (const id of [${forRules.map(({ name }) => idName(name)).join(', ')}]) isGameRequest[id] = 1;`,
    '',
    '/** Ids of the packets by the names under which a client asks: by them a refusal names what was refused. */',
    `export const requestIds = {\n${requests.map(idMember).join('\n')}\n} as const;\n`,
    reader('Game', 'What the rules answer; `session` is its number.', forRules),
    reader('Gateway', 'What the gateway answers, in the world or not; `session` is its slot.', forGateway),
    requestSender(sent),
  ].join('\n');
}

function idMember(packet: PacketModel): string {
  return `  ${requestName(packet)}: ${idName(packet.name)},`;
}

function reader(owner: string, doc: string, packets: readonly PacketModel[]): string {
  return readerClass({
    doc,
    handlers: `${owner}RequestHandlers`,
    reader: `${owner}RequestReader`,
    receiver: 'session',
    parameter: 'request',
    packets,
    method: requestName,
  });
}
