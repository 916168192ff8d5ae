// SESSION.md is true to the bytes: every block marked "example: <name>" is what the code makes, and none is missing.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { channelBytesMax, clientBytesMax } from '#adapters/protocol/generated/packets.js';
import { fragmentBytes } from '#adapters/protocol/session/bytes/packet-layout.js';
import { workedExample } from './worked-example.js';

const text = readFileSync(new URL('../../../protocol-schema/SESSION.md', import.meta.url), 'utf8');

function documentedBlocks(): Map<string, string> {
  const blocks = new Map<string, string>();
  for (const [, name, body] of text.matchAll(/<!-- example: ([^>]+) -->\s*```\w*\n([^`]+)```/g)) {
    blocks.set(name!.trim(), body!.replace(/\s+/g, ''));
  }
  return blocks;
}

describe('the limits that SESSION.md names', () => {
  // The schema's compiler holds every message to the same numbers, and STANDARD.md lists them.
  it.each([
    `A body on channel 0 or 1 is at most ${channelBytesMax.unreliable} bytes.`,
    `A message longer than ${fragmentBytes} bytes goes as consecutive reliable frames`,
    `is at most ${channelBytesMax.reliable.toLocaleString('en')} bytes; servers take at most ${clientBytesMax} from a client.`,
    `No datagram is longer than ${channelBytesMax.handshake} bytes`,
  ])('are those of the code: %s', (sentence) => {
    expect(text.replace(/\s+/g, ' ')).toContain(sentence);
    expect(channelBytesMax.sequenced).toBe(channelBytesMax.unreliable);
  });
});

describe('the worked example in SESSION.md', () => {
  const documented = documentedBlocks();

  it.each([...workedExample()])('%s', (name, bytes) => {
    expect(documented.get(name)).toBe(bytes);
  });

  it('shows nothing else', () => {
    expect([...documented.keys()].filter((name) => !workedExample().has(name))).toEqual([]);
  });
});
