// messages.ts of the domain's vocabulary: what players can be told, as methods of a port.

import { isSaid, messageName, messageShape, playerMessages } from '../../model/player-messages.js';
import type { FileModel } from '../../model/schema-model.js';
import { PlainShapes } from '../messages/plain-shapes.js';
import { docComment } from '../typescript/doc-comment.js';

export function emitMessages(files: readonly FileModel[]): string {
  const packets = playerMessages(files).filter(isSaid);
  const shapes = new PlainShapes();
  // A message without fields says all by being sent.
  const interfaces = packets
    .filter(({ fields }) => fields.length > 0)
    .map((packet) => shapes.message(messageShape(packet), packet));
  const methods = packets.map((packet) => {
    const message = packet.fields.length > 0 ? `, message: ${messageShape(packet)}` : '';
    return `${docComment(packet.doc)}${messageName(packet)}(to: number${message}): void;`;
  });
  const names = packets.map((packet) => `'${messageName(packet)}',`);
  const words = [...shapes.words].sort();
  return [
    '// Generated from protocol-schema by `npm run codegen`; changes here are lost.',
    '// What players are told.',
    '',
    ...(words.length > 0 ? [`import type { ${words.join(', ')} } from './words.js';`, ''] : []),
    ...shapes.structs,
    ...interfaces,
    '/** Messages are taken at once: the caller may use the object again. */',
    `export interface PlayerMessages {\n${methods.join('\n')}\n}\n`,
    '/** For whoever treats all messages alike. */',
    `export const playerMessageNames = [\n${names.join('\n')}\n] as const satisfies readonly (keyof PlayerMessages)[];\n`,
  ].join('\n');
}
