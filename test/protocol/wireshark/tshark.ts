// Captures through tshark with our dissector, and what it shows of messages.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import * as game from '#adapters/protocol/generated/game.js';
import * as handshake from '#adapters/protocol/generated/handshake.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { PacketModel } from '#codegen/model/schema-model.js';
import { MessageMapping } from '../../codegen/support/message-fields.js';
import { pcapFile, type Datagram } from './capture.js';
import { leavesOf, type Leaf } from './message-leaves.js';
import { shownPackets, type ShownField } from './pdml.js';

const program = 'tshark';
const hasTshark = spawnSync(program, ['--version']).status === 0;

/** Says in the tests' names why they are passed over. */
export function describeWithTshark(name: string, tests: () => void): void {
  if (hasTshark) describe(name, tests);
  else describe.skip(`${name} (passed over: tshark is not installed; Debian: apt-get install tshark)`, tests);
}

/** `keyLog` is the text of a key log. */
export function tshark(
  datagrams: readonly Datagram[],
  keyLog: string | undefined,
  options: readonly string[],
  dissector = 'protocol-schema/wireshark/tos.lua',
): string {
  const folder = mkdtempSync(join(tmpdir(), 'tos-capture-'));
  try {
    const [capture, keys] = [join(folder, 'play.pcap'), join(folder, 'keys.txt')];
    writeFileSync(capture, pcapFile(datagrams));
    writeFileSync(keys, keyLog ?? '');
    const keyOptions = keyLog === undefined ? [] : ['-o', `tos.key_log:${keys}`];
    return execFileSync(
      program,
      ['-r', capture, '-X', `lua_script:${dissector}`, ...keyOptions, ...options],
      {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function dissected(
  datagrams: readonly Datagram[],
  keyLog?: string,
  dissector?: string,
): ShownField[][] {
  return shownPackets(tshark(datagrams, keyLog, ['-T', 'pdml'], dissector));
}

export const packets = loadSchema('protocol-schema').files.flatMap((file) =>
  file.declarations.filter((declaration): declaration is PacketModel => declaration.kind === 'packet'),
);

/** What a message says, by our own codec. */
export function messageLeaves(bytes: Uint8Array): Leaf[] {
  const packet = packets.find(({ id }) => id === bytes[0])!;
  const mapping = new MessageMapping(packet.file === 'game' ? game : handshake);
  const message = mapping.create(packet.name);
  if (mapping.decode(packet.name, message, bytes) < 0) throw new Error(`a malformed ${packet.name}`);
  return leavesOf(packet, mapping.read(message, packet));
}

/** What tshark shows of messages, compared in the form of what is expected; empty texts are not shown as such. */
export function shownLeaves(fields: readonly ShownField[], expected: readonly Leaf[]): Leaf[] {
  return valuesIn(fields).map(({ name, show }, at) => [name, read(show, expected[at]?.[1] ?? '')]);
}

/** Everything that has a value and belongs to a packet, struct, record or flags. */
function valuesIn(fields: readonly ShownField[]): ShownField[] {
  return fields.flatMap((field) => [
    ...(/^tos\.[A-Z]\w*\.\w/.test(field.name) && field.show !== '' ? [field] : []),
    ...valuesIn(field.fields),
  ]);
}

/** Doubles are shown with 15 digits; text with control and special characters is shown in some other form. */
function read(show: string, value: Leaf[1]): Leaf[1] {
  if (typeof value === 'string') return /^[ -~\u00a1-\u024f]*$/.test(value) ? show : value;
  if (typeof value === 'boolean') return show === '1' || show === 'True';
  // The largest doubles are rounded to infinity.
  const shown = Math.max(-Number.MAX_VALUE, Math.min(Number.MAX_VALUE, Number(show)));
  return Math.abs(shown - value) <= 1e-12 * Math.abs(value) ? value : Number(show);
}

/** Texts of the dissector's remarks. */
export function remarksIn(fields: readonly ShownField[]): string[] {
  return fields.flatMap((field) => [
    ...(field.name === '_ws.expert.message' ? [field.show] : []),
    ...remarksIn(field.fields),
  ]);
}
