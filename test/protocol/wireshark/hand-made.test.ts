// The dissector on packets made by hand: all golden messages, broken ones, replaced keys, captures that begin late.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { keyLogLine } from '#adapters/protocol/session/crypto/key-log.js';
import * as game from '#adapters/protocol/generated/game.js';
import { MessageMapping } from '../../codegen/support/message-fields.js';
import { goldenVectors, refusedVectors } from '../../codegen/support/golden-vectors.js';
import type { Datagram } from './capture.js';
import type { Leaf } from './message-leaves.js';
import type { ShownField } from './pdml.js';
import { mutate } from '../../codegen/support/mutate.js';
import { frameOf, fromServer, id, key, keyLog, sealed, toServer } from './sealed-packets.js';
import {
  describeWithTshark,
  dissected,
  messageLeaves,
  packets,
  remarksIn,
  shownLeaves,
  tshark,
} from './tshark.js';
import { NativeCompressor } from '../../../bench/compression/native-compressor.js';

function isHandshake(message: Uint8Array): boolean {
  return packets.find(({ id }) => id === message[0])?.channel === 'handshake';
}

/** Messages of the handshake travel in the clear. */
function carried(message: Uint8Array, index: number): Datagram {
  return fromServer(isHandshake(message) ? message : sealed(1 + index, 2, frameOf(message)));
}

function understood(bytes: Uint8Array): Leaf[] | undefined {
  try {
    return messageLeaves(bytes);
  } catch {
    return undefined;
  }
}

function valueOf(fields: readonly ShownField[], name: string): string | undefined {
  for (const field of fields) {
    const value = field.name === name ? field.show : valueOf(field.fields, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

describeWithTshark('tshark with the dissector, on packets made by hand', () => {
  it('shows every golden message as the vectors write it', () => {
    const vectors = ['handshake', 'game']
      .flatMap((file) => goldenVectors(file))
      .filter((each) => !each.isStruct);
    const shown = dissected(
      vectors.map(({ bytes }, index) => carried(bytes, index)),
      keyLog,
    );
    vectors.forEach(({ bytes }, index) => {
      const expected = messageLeaves(bytes).filter(([, value]) => value !== '');
      expect(shownLeaves(shown[index]!, expected)).toEqual(expected);
      expect(remarksIn(shown[index]!)).toEqual([]);
    });
  });

  it('marks every malformed message', () => {
    const vectors = refusedVectors().filter(({ bytes }) => bytes.length > 0);
    const shown = dissected(
      vectors.map(({ bytes }, index) => carried(bytes, index)),
      keyLog,
    );
    const unmarked = vectors.filter((_, index) => remarksIn(shown[index]!).length === 0);
    expect(unmarked.map(({ name, about }) => `${name}: ${about}`)).toEqual([]);
  });

  it('takes and marks the same broken messages as the codecs, and never stumbles', () => {
    const mutants = ['handshake', 'game']
      .flatMap((file) => goldenVectors(file))
      .filter((each) => !each.isStruct)
      .flatMap(({ bytes }, index) =>
        Array.from({ length: 16 }, (_, turn) => mutate(bytes, 100 * index + turn)),
      )
      .filter((bytes) => bytes.length > 0 && bytes.length <= (isHandshake(bytes) ? 1200 : 1150));
    const shown = dissected(
      mutants.map((bytes, index) => carried(bytes, index)),
      keyLog,
    );
    mutants.forEach((bytes, index) => {
      const leaves = understood(bytes);
      const remarks = remarksIn(shown[index]!);
      expect([index, remarks.length > 0]).toEqual([index, leaves === undefined]);
      if (leaves === undefined) return;
      const expected = leaves.filter(([, value]) => value !== '' && String(value)[0] !== '\0');
      expect(shownLeaves(shown[index]!, expected)).toEqual(expected);
    });
  });

  it('marks malformed frames', () => {
    const frames = [
      [7, 0, 0, 0, 2, 1, 9],
      [8, 1, 9],
      [4, 0, 2, 1, 9],
      [0, 0],
      [0, 2, 9],
      [0],
      [0, 0x81, 0, 9],
    ];
    const shown = dissected(
      frames.map((bytes, index) => fromServer(sealed(1 + index, 2, Uint8Array.from(bytes)))),
      keyLog,
    );
    expect(shown.map((fields) => remarksIn(fields).length)).toEqual(frames.map(() => 1));
  });

  it('finds the number of a session whose beginning it has not seen, and goes on over the turn of 16 bits', () => {
    const alive = frameOf(Uint8Array.of(9));
    const numbers = [3 * 65_536 - 2, 3 * 65_536 - 1, 3 * 65_536, 3 * 65_536 + 1, 3 * 65_536 - 3];
    const shown = dissected(
      numbers.map((number) => toServer(sealed(number, 1, alive))),
      keyLog,
    );
    expect(shown.map((fields) => Number(valueOf(fields, 'tos.number')))).toEqual(numbers);
    expect(shown.map((fields) => valueOf(fields, 'tos.sender'))).toEqual(numbers.map(() => 'client'));
  });

  it('follows replaced keys and an id that another session gets later', () => {
    const alive = frameOf(Uint8Array.of(9));
    const log = keyLog + keyLogLine(id, key(3), key(2)) + keyLogLine(id, key(7), key(8));
    const datagrams = [
      toServer(sealed(1000, 1, alive)),
      fromServer(sealed(5, 2, alive)),
      toServer(sealed(1001, 3, alive, 1)),
      toServer(sealed(999, 1, alive)),
      fromServer(sealed(6, 2, alive)),
      toServer(sealed(1, 7, alive)),
      fromServer(sealed(1, 8, alive)),
    ];
    const shown = dissected(datagrams, log);
    expect(shown.map((fields) => [valueOf(fields, 'tos.sender'), valueOf(fields, 'tos.number')])).toEqual([
      ['client', '1000'],
      ['server', '5'],
      ['client', '1001'],
      ['client', '999'],
      ['server', '6'],
      ['client', '1'],
      ['server', '1'],
    ]);
  });

  it('joins fragments, in whatever order and however often they come', () => {
    const whole = goldenVectors('game').find(({ name }) => name === 'ChatMessage')!.bytes;
    const cuts = [0, 3, 10, whole.length];
    const part = (index: number) => {
      const body = whole.slice(cuts[index], cuts[index + 1]);
      return Uint8Array.of(
        2 | 4,
        (65_535 + index) & 0xff,
        (65_535 + index) >>> 8,
        index,
        3,
        body.length,
        ...body,
      );
    };
    const order = [2, 0, 0, 1, 1];
    const shown = dissected(
      order.map((index, at) => fromServer(sealed(1 + at, 2, part(index)))),
      keyLog,
    );
    const expected = messageLeaves(whole).filter(([, value]) => value !== '');
    expect(shown.map((fields) => shownLeaves(fields, expected).length)).toEqual([
      0,
      0,
      0,
      expected.length,
      0,
    ]);
    expect(shownLeaves(shown[3]!, expected)).toEqual(expected);
  });

  it('decompresses, in one frame and in parts', () => {
    const chat = goldenVectors('game').find(({ name }) => name === 'ChatMessage')!;
    const mapping = new MessageMapping(game);
    const message = mapping.create('ChatMessage');
    mapping.write(
      message,
      packets.find(({ name }) => name === 'ChatMessage')!,
      { ...chat.fields, text: 'tra la '.repeat(28) },
    );
    const whole = new Uint8Array(512);
    const length = mapping.encode('ChatMessage', message, whole);
    const block = new Uint8Array(512);
    const blockLength = new NativeCompressor().compress(whole, 0, length, block, 0, block.length);
    const body = Uint8Array.of(length & 0xff, length >>> 8, ...block.subarray(0, blockLength));
    const part = (index: number, bytes: Uint8Array) =>
      Uint8Array.of(14, 1 + index, 0, index, 2, bytes.length, ...bytes);
    const frames = [
      Uint8Array.of(10, 0, 0, body.length, ...body),
      part(0, body.slice(0, 20)),
      part(1, body.slice(20)),
      Uint8Array.of(10, 3, 0, body.length - 1, ...body.slice(0, -1)),
    ];
    const shown = dissected(
      frames.map((bytes, index) => fromServer(sealed(1 + index, 2, bytes))),
      keyLog,
    );
    const expected = messageLeaves(whole.slice(0, length));
    for (const index of [0, 2]) expect(shownLeaves(shown[index]!, expected)).toEqual(expected);
    expect(remarksIn(shown[3]!)).toEqual(['a message that cannot be decompressed']);
  });

  it('leaves datagrams of others alone', () => {
    const others = [Uint8Array.of(0x16, 1, 2), Uint8Array.of(0x40), new Uint8Array(1201).fill(0x40)];
    expect(dissected(others.map(toServer), keyLog)).toEqual([[], [], []]);
  });

  it('can be filtered by the names of the schema', () => {
    const chat = goldenVectors('game').find(({ name }) => name === 'ChatRequest')!;
    const datagrams = [chat.bytes, Uint8Array.of(9)].map((message, index) =>
      toServer(sealed(1 + index, 1, frameOf(message))),
    );
    const filtered = tshark(datagrams, keyLog, [
      '-Y',
      'tos.ChatRequest.scope == 2',
      '-T',
      'fields',
      '-e',
      'frame.number',
    ]);
    expect(filtered.trim()).toBe('1');
  });
});

describe('the dissector', () => {
  it('knows every packet of the network', () => {
    const lua = readFileSync('protocol-schema/wireshark/tos.lua', 'utf8');
    expect(lua).not.toContain('Not known to the emitter');
    for (const { name, from } of packets)
      expect(lua.includes(`{ name = '${name}',`)).toBe(from !== 'internal');
  });
});
