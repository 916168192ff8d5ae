// requests.ts of the domain's vocabulary: how a refusal names what was refused.

import { gameRequests, requestName } from '../../model/requests.js';
import type { FileModel } from '../../model/schema-model.js';
import { hex } from '../typescript/derived-names.js';
import { docComment } from '../typescript/doc-comment.js';

export function emitRequests(files: readonly FileModel[]): string {
  const members = gameRequests(files).map(
    (packet) => `${docComment(packet.doc)}${requestName(packet)}: ${hex(packet.id)},`,
  );
  return [
    '// Generated from protocol-schema by `npm run codegen`; changes here are lost.',
    '// What a client may ask of the game, by the ids of its packets: a refusal names by them what was refused.',
    '',
    `export const RequestId = {\n${members.join('\n')}\n} as const;\n`,
    'export type RequestId = (typeof RequestId)[keyof typeof RequestId];\n',
  ].join('\n');
}
