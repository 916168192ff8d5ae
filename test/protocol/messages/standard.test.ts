// STANDARD.md tells the truth: its worked examples, its lists and its hash are checked against the running code.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { packets, packetInfo, protocolHash } from '#adapters/protocol/generated/packets.js';
import { Malformed, StandardDecoder } from '../../codegen/support/standard-decoder.js';
import { code, hexBytes, readStandard, type Row } from '../../codegen/support/standard-document.js';

const markdown = readFileSync('protocol-schema/STANDARD.md', 'utf8');
const document = readStandard(markdown);
const decoder = new StandardDecoder(document);
const table = (columns: string): readonly Row[] => {
  const rows = document.tables.get(columns);
  if (rows === undefined) throw new Error(`STANDARD.md has no table with the columns ${columns}`);
  return rows;
};

describe('the examples', () => {
  it.each(table('Type Value Bytes').map((row) => [row['Type']!, row['Value']!, row['Bytes']!] as const))(
    'of values hold: %s %s',
    (type, value, bytes) => {
      expect(decoder.value(code(type), hexBytes(code(bytes)))).toEqual(JSON.parse(code(value)));
    },
  );

  it.each(
    table('Message Fields Bytes').map(
      (row) => [code(row['Message']!), row['Fields']!, row['Bytes']!] as const,
    ),
  )('of packets hold: %s', (packet, fields, bytes) => {
    expect(decoder.packet(packet, hexBytes(code(bytes)))).toEqual(JSON.parse(code(fields)));
  });

  it('piece by piece is the same Snapshot', () => {
    const pieces = /```text\n(60 [\s\S]*?)```/.exec(markdown)![1]!.trim().split('\n');
    const bytes = pieces.map((line) => /^((?:[0-9a-f]{2} )*[0-9a-f]{2})(?: {2,}|$)/.exec(line)![1]).join(' ');
    const [, snapshot] = table('Message Fields Bytes');
    expect(bytes).toBe(code(snapshot!['Bytes']!));
  });

  it('of malformed values are refused', () => {
    const text = markdown.slice(markdown.indexOf('Malformed: '), markdown.indexOf('Whole packets:'));
    const named = [...text.replaceAll('\n', ' ').matchAll(/`([0-9a-f ]+)` as (?:an? )?(`[^`]+`|\w+)/g)];
    const types: Readonly<Record<string, string>> = { string: 'string<24>' };
    expect(named.length).toBe(6);
    for (const [, bytes, type] of named) {
      const written = code(type!);
      expect(() => decoder.value(types[written] ?? written, hexBytes(bytes!))).toThrow(Malformed);
    }
  });
});

describe('the packet list', () => {
  it('is the table that the server works with', () => {
    const listed = table('Id Message From Channel State Per second (burst) Bytes').map((row) => {
      const [sizeMin, sizeMax = sizeMin] = row['Bytes']!.split(' .. ').map(Number);
      const rate = /^(\d+) \((\d+)\)$/.exec(row['Per second (burst)']!);
      return {
        id: Number(row['Id']),
        name: /^\[(\w+)\]/.exec(row['Message']!)![1],
        from: row['From'],
        channel: row['Channel'],
        state: row['State'],
        ratePerSecond: Number(rate?.[1] ?? 0),
        burst: Number(rate?.[2] ?? 0),
        sizeMin,
        sizeMax,
      };
    });
    expect(listed).toEqual(packets.filter((packet) => packet.from !== 'internal'));
  });

  it('names no packet longer than its channel carries', () => {
    const limits = new Map(
      table('Channel Most bytes of a message').map((row) => [
        row['Channel'],
        Number(row['Most bytes of a message']),
      ]),
    );
    for (const { channel, from, sizeMax } of packets) {
      if (from !== 'internal') expect(sizeMax).toBeLessThanOrEqual(limits.get(channel)!);
    }
  });
});

describe('the packet table', () => {
  it('finds a packet by its id, and none for ids that no packet has', () => {
    expect(packetInfo(0x10)?.name).toBe('PlayerInput');
    expect(packetInfo(0)).toBeUndefined();
    expect(packetInfo(0xff)).toBeUndefined();
    expect(packetInfo(256)).toBeUndefined();
  });

  it('limits every packet that a client may send within a session', () => {
    const unlimited = packets.filter(
      (packet) => packet.from === 'client' && packet.channel !== 'handshake' && packet.ratePerSecond === 0,
    );
    expect(unlimited).toEqual([]);
  });
});

describe('the protocol hash', () => {
  it('is the start of the SHA-256 of canonical.txt, in the document and in the code', () => {
    const digest = createHash('sha256')
      .update(readFileSync('protocol-schema/canonical.txt'))
      .digest()
      .subarray(0, 8);
    expect(Buffer.from(protocolHash).toString('hex')).toBe(digest.toString('hex'));
    const written = /```text\n((?:[0-9a-f]{2} ?){8})\n```/.exec(markdown)![1]!;
    expect(Buffer.from(hexBytes(written)).toString('hex')).toBe(digest.toString('hex'));
  });
});
