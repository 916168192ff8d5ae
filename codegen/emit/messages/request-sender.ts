// The base class of a game client: a method for each request that is asked for as such, with the request's fields as its
// parameters.

import { isForRules, requestName } from '../../model/requests.js';
import type { FieldModel, FieldType, PacketModel } from '../../model/schema-model.js';
import { lowerFirst, sizeMaxName } from '../typescript/derived-names.js';
import { docComment } from '../typescript/doc-comment.js';
import { describeType } from '../typescript/type-names.js';

/** What is sent all the time, repeated and without a promise to arrive is no request that anybody asks for by name. */
export function isSentPlainly({ channel, fields }: PacketModel): boolean {
  return (
    channel === 'reliable' &&
    fields.every(({ type, optional }) => !optional && parameterType(type) !== undefined)
  );
}

export function requestSender(packets: readonly PacketModel[]): string {
  const objects = packets.map(({ name }) => `const ${lowerFirst(name)} = new ${name}();`);
  const sizes = packets.map(({ name }) => sizeMaxName(name));
  return `// Encoded and queued before the next one is begun, by however many clients of one thread.
${objects.join('\n')}
const requestBytes = new Uint8Array(Math.max(${sizes.join(', ')}));

/** Asks. What comes of a request on this side is an \`Outcome\`. */
export abstract class RequestSender<Outcome> {
${packets.map(sender).join('\n\n')}

  /**
   * Queues the first \`end\` bytes reliably, or says why not; below 0 \`end\` is the fault for which it could not be encoded.
   * \`inWorld\`: only a player in the world may ask for it.
   */
  protected abstract sendRequest(bytes: Uint8Array, end: number, inWorld: boolean): Outcome;
}
`;
}

function sender(packet: PacketModel): string {
  const { name, fields, doc } = packet;
  const parameters = fields.map((field) => `${field.name}: ${parameterType(field.type)!}`);
  const sets = fields.map((field) => `${lowerFirst(name)}.${field.name} = ${field.name};`);
  const encoded = `encode${name}(${lowerFirst(name)}, requestBytes, 0)`;
  return (
    `${docComment(doc, ...fields.map(note))}${requestName(packet)}(${parameters.join(', ')}): Outcome {\n` +
    `${sets.join('\n')}\nreturn this.sendRequest(requestBytes, ${encoded}, ${isForRules(packet)});\n}`
  );
}

function note({ name, doc, type }: FieldModel): string {
  const range = describeType(type, 'physical');
  return `@param ${name} ${doc.replaceAll('\n', ' ')}${range === '' ? '' : ` (${range})`}`;
}

/** Undefined for what is no single value. */
function parameterType(type: FieldType): string | undefined {
  switch (type.kind) {
    case 'bool':
      return 'boolean';
    case 'string':
      return 'string';
    case 'enum':
      return type.declaration.name;
    case 'integer':
    case 'float':
    case 'quantized':
    case 'angle':
    case 'flags':
      return 'number';
    default:
      return undefined;
  }
}
