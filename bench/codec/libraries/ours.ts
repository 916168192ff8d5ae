// The project's generated codecs, used as the server uses them: messages made once, bytes in memory of its own.

import type { CodecCase, Library } from '../library/library.js';
import {
  Chat,
  decodeChat,
  decodeInput,
  decodeSnapshot,
  encodeChat,
  encodeInput,
  encodeSnapshot,
  Input,
  type Scope,
  Snapshot,
} from '../messages/messages.js';
import { copyOf, type EncodedBytes, outputs as outputsFor, requireDecoded } from '../library/output.js';
import type { SnapshotFields } from '../library/samples.js';
import { oursDelta } from './ours-delta.js';

type Encode<Message> = (message: Message, out: Uint8Array, at: number) => number;
type Decode<Message> = (message: Message, data: Uint8Array, at: number, end: number) => number;

function codecCase<Message, Fields>(
  messages: readonly Message[],
  target: Message,
  encode: Encode<Message>,
  decode: Decode<Message>,
  decoded: (target: Message) => Fields,
): CodecCase<Fields> {
  const outputs = outputsFor(messages.length);
  return {
    encode(i) {
      const { out, at } = outputs[i]!;
      return encode(messages[i]!, out, at) - at;
    },
    encoded(i) {
      const output = outputs[i]!;
      return copyOf(output, encode(messages[i]!, output.out, output.at));
    },
    decode(encoded) {
      const { data, at, end } = encoded as EncodedBytes;
      requireDecoded(decode(target, data, at, end));
    },
    decoded: () => decoded(target),
  };
}

function snapshotOf(fields: SnapshotFields): Snapshot {
  const message = new Snapshot();
  message.tick = fields.tick;
  message.lastInput = fields.lastInput;
  message.entitiesCount = fields.entities.length;
  for (const [i, entity] of fields.entities.entries()) Object.assign(message.entities[i]!, entity);
  return message;
}

export const ours: Library = {
  name: 'ours',
  namesMessage: true,
  input: (samples) =>
    codecCase(
      samples.map((fields) => Object.assign(new Input(), fields)),
      new Input(),
      encodeInput,
      decodeInput,
      (input) => input,
    ),
  chat: (samples) =>
    codecCase(
      samples.map((fields) => Object.assign(new Chat(), { ...fields, scope: fields.scope as Scope })),
      new Chat(),
      encodeChat,
      decodeChat,
      (chat) => chat,
    ),
  snapshot: (samples) =>
    codecCase(
      samples.map(snapshotOf),
      new Snapshot(),
      encodeSnapshot,
      decodeSnapshot,
      ({ tick, lastInput, entities, entitiesCount }) => ({
        tick,
        lastInput,
        entities: entities.slice(0, entitiesCount),
      }),
    ),
  delta: oursDelta,
};
