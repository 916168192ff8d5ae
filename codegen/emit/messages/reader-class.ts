// A table of handlers, and the class that decodes messages for it: one entry for each packet, so that none is forgotten.

import type { PacketModel } from '../../model/schema-model.js';
import { idName, lowerFirst, sizeMaxName } from '../typescript/derived-names.js';
import { docComment } from '../typescript/doc-comment.js';

export interface ReaderSettings {
  readonly doc: string;
  /** Names of the interface and of the class. */
  readonly handlers: string;
  readonly reader: string;
  /** Name of the number that says whose message it is; '' where there is only one. */
  readonly receiver: string;
  /** How handlers call what they are given. */
  readonly parameter: string;
  readonly packets: readonly PacketModel[];
  readonly method: (packet: PacketModel) => string;
}

export function readerClass(settings: ReaderSettings): string {
  const { doc, handlers, reader, receiver, parameter, packets, method } = settings;
  const before = receiver === '' ? '' : `${receiver}: number, `;
  const entries = packets.map((packet) => {
    const takes = receiver === '' ? [] : [`${receiver}: number`];
    if (packet.fields.length > 0) takes.push(`${parameter}: ${packet.name}`);
    return `${docComment(packet.doc)}${method(packet)}(${takes.join(', ')}): void;`;
  });
  const objects = packets.map(({ name }) => `private readonly ${lowerFirst(name)} = new ${name}();`);
  const cases = packets.map((packet) => {
    const own = `this.${lowerFirst(packet.name)}`;
    const given = receiver === '' ? [] : [receiver];
    if (packet.fields.length > 0) given.push(own);
    return (
      `case ${idName(packet.name)}:\nif (decode${packet.name}(${own}, data, at, end) < 0) return false;\n` +
      `this.handlers.${method(packet)}(${given.join(', ')});\nreturn true;`
    );
  });
  return `${docComment(doc, `The ${parameter} is reused after the call.`)}export interface ${handlers} {
${entries.join('\n')}
}

export class ${reader} {
${objects.join('\n')}

  constructor(private readonly handlers: ${handlers}) {}

  /** False, and nobody was called, when it is none of these or does not decode to its last byte. */
  read(${before}data: Uint8Array, at: number, end: number): boolean {
    switch (data[at]) {
${cases.join('\n')}
      default:
        return false;
    }
  }
}
`;
}

/** The import lines of what the readers of these packets use, and the senders of some of them. */
export function packetImports(packets: readonly PacketModel[], sent: readonly PacketModel[]): string[] {
  const byFile = new Map<string, string[]>();
  for (const packet of packets) {
    const { name, file, fields } = packet;
    const names = [name, `decode${name}`, idName(name)];
    if (sent.includes(packet)) {
      names.push(`encode${name}`, sizeMaxName(name));
      names.push(
        ...fields.flatMap(({ type }) => (type.kind === 'enum' ? [`type ${type.declaration.name}`] : [])),
      );
    }
    byFile.set(file, [...(byFile.get(file) ?? []), ...names]);
  }
  return [...byFile].map(
    ([file, names]) => `import { ${[...new Set(names)].sort().join(', ')} } from './${file}.js';`,
  );
}
