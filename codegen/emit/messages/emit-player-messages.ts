// messages.ts beside the codecs: the server's writer of what the simulation says, and the client's reader of all that a
// server says. One entry each for every message, so that none is forgotten on either side.

import { isSaid, listenerName, messageName, playerMessages } from '../../model/player-messages.js';
import type { FileModel, PacketModel } from '../../model/schema-model.js';
import { idName, lowerFirst, sizeMaxName } from '../typescript/derived-names.js';
import { docComment } from '../typescript/doc-comment.js';

export function emitPlayerMessages(files: readonly FileModel[]): string {
  const packets = playerMessages(files);
  const said = packets.filter(isSaid);
  return [
    '// Generated from protocol-schema by `npm run codegen`; changes here are lost.',
    '// Messages to players: their writer for the server, their reader for clients.',
    '',
    ...imports(packets),
    '',
    writer(said),
    ...reader(packets),
  ].join('\n');
}

function imports(packets: readonly PacketModel[]): string[] {
  const byFile = new Map<string, string[]>();
  for (const packet of packets) {
    const { name, file } = packet;
    const names = [name, `decode${name}`, idName(name)];
    if (isSaid(packet)) names.push(`encode${name}`, sizeMaxName(name));
    byFile.set(file, [...(byFile.get(file) ?? []), ...names]);
  }
  return [...byFile].map(([file, names]) => `import { ${names.sort().join(', ')} } from './${file}.js';`);
}

function writer(packets: readonly PacketModel[]): string {
  const methods = packets.map((packet) => {
    const { name, channel, fields } = packet;
    const parameter = fields.length > 0 ? `, message: ${name}` : '';
    const message = fields.length > 0 ? 'message' : lowerFirst(name);
    const encoded = `encode${name}(${message}, this.out.bytes, 0)`;
    return `${messageName(packet)}(to: number${parameter}): void {\nthis.out.deliver(to, ${channel !== 'unreliable'}, ${encoded});\n}`;
  });
  const sizes = packets.map(({ name }) => sizeMaxName(name));
  const empty = packets
    .filter(({ fields }) => fields.length === 0)
    .map(({ name }) => `const ${lowerFirst(name)} = new ${name}();\n`);
  return `${empty.join('')}export interface MessageSink {
  /** Where messages are encoded, from 0 on: at least \`playerMessageBytesMax\`. */
  readonly bytes: Uint8Array;
  /** \`length\` bytes are one message; below 0 it could not be encoded. */
  deliver(to: number, isReliable: boolean, length: number): void;
}

/** Of the longest one. */
export const playerMessageBytesMax = Math.max(${sizes.join(', ')});

/** Encodes each message once and hands it over. */
export class PlayerMessageWriter {
  constructor(private readonly out: MessageSink) {}

${methods.join('\n\n')}
}
`;
}

function reader(packets: readonly PacketModel[]): string[] {
  const objects = packets.map((packet) => `readonly ${messageName(packet)} = new ${packet.name}();`);
  const handlers = packets.map(
    (packet) => `${docComment(packet.doc)}${messageName(packet)}?(message: ${packet.name}): void;`,
  );
  const events = packets.map(
    (packet) => `${docComment(packet.doc)}${listenerName(packet)}?(message: ${packet.name}): void;`,
  );
  const cases = packets.map((packet) => {
    const own = messageName(packet);
    return (
      `case ${idName(packet.name)}:\nif (decode${packet.name}(messages.${own}, data, at, end) < 0) return false;\n` +
      `state.${own}?.(messages.${own});\nlistener.${listenerName(packet)}?.(messages.${own});\nreturn true;`
    );
  });
  return [
    `/** The objects into which messages are decoded. */\nexport class PlayerMessageObjects {\n${objects.join('\n')}\n}\n`,
    `/** What a client itself makes of messages, before anybody is told. */\nexport interface PlayerMessageState {\n${handlers.join('\n')}\n}\n`,
    `/** Whom a client tells of messages. */\nexport interface PlayerMessageListener {\n${events.join('\n')}\n}\n`,
    `export class PlayerMessageReader {
  /** \`messages\` may be shared by readers none of which is called from within another's call. */
  constructor(
    private readonly messages: PlayerMessageObjects,
    private readonly state: PlayerMessageState,
    private readonly listener: PlayerMessageListener,
  ) {}

  /** False, and nobody was called, when it is no message to players or does not decode to its last byte. */
  read(data: Uint8Array, at: number, end: number): boolean {
    const { messages, state, listener } = this;
    switch (data[at]) {
${cases.join('\n')}
      default:
        return false;
    }
  }
}
`,
  ];
}
