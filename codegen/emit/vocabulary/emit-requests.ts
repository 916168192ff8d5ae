// requests.ts of the domain's vocabulary: how a refusal names what was refused, and the table of handlers that the rules
// have to fill: a request without a handler does not compile.

import { gameRequests, isForRules, requestName, requestShape } from '../../model/requests.js';
import type { FileModel } from '../../model/schema-model.js';
import { PlainShapes } from '../messages/plain-shapes.js';
import { hex } from '../typescript/derived-names.js';
import { docComment } from '../typescript/doc-comment.js';

export function emitRequests(files: readonly FileModel[]): string {
  const requests = gameRequests(files);
  const members = requests.map(
    (packet) => `${docComment(packet.doc)}${requestName(packet)}: ${hex(packet.id)},`,
  );
  const shapes = new PlainShapes();
  const forRules = requests.filter(isForRules);
  // A request without fields says all by being made.
  const interfaces = forRules
    .filter(({ fields }) => fields.length > 0)
    .map((packet) => shapes.message(requestShape(packet), packet));
  const handlers = forRules.map((packet) => {
    const request = packet.fields.length > 0 ? `, request: ${requestShape(packet)}` : '';
    return `${requestName(packet)}(session: number${request}): void;`;
  });
  const words = [...shapes.words].sort();
  return [
    '// Generated from protocol-schema by `npm run codegen`; changes here are lost.',
    '// What a client may ask of the game.',
    '',
    ...(words.length > 0 ? [`import type { ${words.join(', ')} } from './words.js';`, ''] : []),
    '/** Ids of the packets: a refusal names by them what was refused. */',
    `export const RequestId = {\n${members.join('\n')}\n} as const;\n`,
    'export type RequestId = (typeof RequestId)[keyof typeof RequestId];\n',
    ...shapes.structs,
    ...interfaces,
    '/**',
    ' * What the rules do with each request of a player in the world. Requests were decoded and lie within their limits; the',
    ' * objects are reused after the call.',
    ' */',
    `export interface GameRequests {\n${handlers.join('\n')}\n}\n`,
  ].join('\n');
}
