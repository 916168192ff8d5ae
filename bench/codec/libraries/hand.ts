// The yardstick: what one would write by hand for these four messages alone. The same bytes' worth of fields, decoding
// just as distrustful (length, id and ranges are checked), straight-line, from and into objects made once. Encoding
// clamps what the schema clamps and trusts the rest.

import type { CodecCase, Library } from '../library/library.js';
import type { ChatFields, InputFields } from '../library/samples.js';
import { handDelta } from './hand-delta.js';
import { handCase } from './hand-case.js';
import { handSnapshot } from './hand-snapshot.js';

function inputCase(samples: readonly InputFields[]): CodecCase<InputFields> {
  const target: InputFields = { sequence: 0.5, tick: 0.5, moveX: 0.5, moveY: 0.5, facing: 0.5, buttons: 0 };
  return handCase(
    samples,
    encodeInput,
    (data, at, end) => decodeInput(target, data, at, end),
    () => target,
  );
}

function encodeInput(input: InputFields, out: Uint8Array, at: number): number {
  if (at + 11 > out.length) return -1;
  const { sequence, tick } = input;
  let moveX = input.moveX * 127 + 127.5;
  if (!(moveX >= 0 && moveX < 255)) moveX = moveX > 0 ? 254 : 0;
  let moveY = input.moveY * 127 + 127.5;
  if (!(moveY >= 0 && moveY < 255)) moveY = moveY > 0 ? 254 : 0;
  let facing = input.facing * 256 + 0.5;
  if (!(facing >= 0 && facing < 256)) facing = facing > 0 ? 255 : 0;
  out[at] = 0x10;
  out[at + 1] = sequence;
  out[at + 2] = sequence >>> 8;
  out[at + 3] = tick;
  out[at + 4] = tick >>> 8;
  out[at + 5] = tick >>> 16;
  out[at + 6] = tick >>> 24;
  out[at + 7] = moveX;
  out[at + 8] = moveY;
  out[at + 9] = facing;
  out[at + 10] = input.buttons;
  return at + 11;
}

function decodeInput(input: InputFields, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at !== 11 || data[at] !== 0x10) return -1;
  const moveX = data[at + 7]!;
  const moveY = data[at + 8]!;
  const buttons = data[at + 10]!;
  if (moveX > 254 || moveY > 254 || buttons > 31) return -1;
  input.sequence = data[at + 1]! | (data[at + 2]! << 8);
  input.tick = (data[at + 3]! | (data[at + 4]! << 8) | (data[at + 5]! << 16) | (data[at + 6]! << 24)) >>> 0;
  input.moveX = moveX / 127 - 1;
  input.moveY = moveY / 127 - 1;
  input.facing = data[at + 9]! / 256;
  input.buttons = buttons;
  return end;
}

/** The fastest that Node has for text, methods of its Buffers that its documentation leaves out. */
const { utf8Slice, utf8Write } = Buffer.prototype as unknown as {
  utf8Slice(this: Uint8Array, at: number, end: number): string;
  utf8Write(this: Uint8Array, text: string, at: number, room: number): number;
};

function chatCase(samples: readonly ChatFields[]): CodecCase<ChatFields> {
  const target: ChatFields = { scope: 0, text: '' };
  return handCase(
    samples,
    encodeChat,
    (data, at, end) => decodeChat(target, data, at, end),
    () => target,
  );
}

/** ASCII only; anything else would go the slow way. */
function encodeChat(chat: ChatFields, out: Uint8Array, at: number): number {
  const { text } = chat;
  const { length } = text;
  if (at + 3 + length > out.length || length > 200) return -1;
  out[at] = 0x13;
  out[at + 1] = chat.scope;
  out[at + 2] = length;
  return utf8Write.call(out, text, at + 3, out.length - at - 3) === length ? at + 3 + length : -1;
}

function decodeChat(chat: ChatFields, data: Uint8Array, at: number, end: number): number {
  if (end > data.length || end - at < 3 || data[at] !== 0x13) return -1;
  const scope = data[at + 1]!;
  const length = data[at + 2]!;
  if (scope < 1 || scope > 3 || length !== end - at - 3 || length > 200) return -1;
  const text = utf8Slice.call(data, at + 3, end);
  if (text.includes('\ufffd')) return -1;
  chat.scope = scope;
  chat.text = text;
  return end;
}

export const hand: Library = {
  name: 'hand',
  namesMessage: true,
  input: inputCase,
  chat: chatCase,
  snapshot: handSnapshot,
  delta: handDelta,
};
