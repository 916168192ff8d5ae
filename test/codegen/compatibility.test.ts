// Every change of a schema is found, and is as grave as it is for those who were built from the schema before.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeChanges } from '#codegen/compat/change.js';
import { compareSchemas } from '#codegen/compat/compare-schemas.js';
import { lockSchema } from '#codegen/compat/locked-schema.js';
import { readLocked, releasedLockPath } from '#codegen/compat/read-locked.js';
import { changelogPath, namesHash } from '#codegen/compat/changelog.js';
import { loadSchema } from '#codegen/load-schema.js';
import { schemaOf } from './support/schema-text.js';

const released = `
const NameMax = 24
enum Mood : u8 {
  calm = 1
  angry = 2
}
flags Marks : u8 {
  seen = 0
}
struct Step {
  x: quantized(0 .. 10 step 1/10)
  turns: u8(1 .. 6)
}
record State {
  group place {
    at: Step
  }
  group look {
    mood: Mood
  }
}
packet Walk = 0x10 from client on unreliable rate 20/s burst 40 {
  number: u16
  steps: Step[..8]
  name: string<NameMax>
}
packet Shown = 0x40 from server on reliable {
  state: State
  marks: Marks
  key: bytes<8>
}
`;

function changesTo(edit: (text: string) => string, before = released): string[] {
  const now = edit(before);
  if (now === before) throw new Error('the edit changed nothing');
  const lines = describeChanges(compareSchemas(lockSchema(schemaOf(before)), lockSchema(schemaOf(now))));
  return lines.slice(0, -1);
}

const replaced =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, to);

describe('breaking is', () => {
  it.each([
    [
      'another quantization range',
      '0 .. 10 step',
      '0 .. 20 step',
      'Step.x: range or step is `quantized(0 .. 20 step 1/10)` where it was `quantized(0 .. 10 step 1/10)`: the same bytes stand for another value',
    ],
    [
      'another step',
      'step 1/10',
      'step 1/20',
      'Step.x: range or step is `quantized(0 .. 10 step 1/20)` where it was `quantized(0 .. 10 step 1/10)`: the same bytes stand for another value',
    ],
    ['another id', '= 0x10', '= 0x11', 'Walk: the id is 0x11 where it was 0x10'],
    ['another width', 'number: u16', 'number: u32', 'Walk.number: it travels as `u32` where it was `u16`'],
    [
      'another range',
      '(1 .. 6)',
      '(1 .. 7)',
      'Step.turns: the range is `u8(1 .. 7)` where it was `u8(1 .. 6)`: one side sends what the other refuses',
    ],
    [
      'another cap of an array',
      '[..8]',
      '[..9]',
      'Walk.steps: the size is `Step[..9]` where it was `Step[..8]`: one side sends more than the other takes, or counts otherwise',
    ],
    [
      'another size of bytes',
      'bytes<8>',
      'bytes<9>',
      'Shown.key: the size is `bytes<9>` where it was `bytes<8>`: one side sends more than the other takes, or counts otherwise',
    ],
    [
      'another channel',
      'on unreliable',
      'on sequenced',
      "Walk: it travels on 'sequenced' where it travelled on 'unreliable'",
    ],
    ['an enum value less', '  calm = 1\n', '', 'Mood.calm: the value 1 is gone'],
    ['an enum value with another number', 'calm = 1', 'calm = 3', 'Mood.calm: the value is 3 where it was 1'],
    ['a wider enum', 'Mood : u8', 'Mood : u16', 'Mood: it takes 2 bytes where it took 1'],
    [
      'a field more',
      '  key:',
      '  more: u8\n  key:',
      'Shown.more: the field is new; the old side neither sends nor expects it',
    ],
    ['a field less', '  marks: Marks\n', '', 'Shown.marks: the field is gone, and what follows moved'],
    [
      'another order of fields',
      '  state: State\n  marks: Marks\n',
      '  marks: Marks\n  state: State\n',
      'Shown: the fields stand in another order: marks, state, key',
    ],
    [
      'a field that became optional',
      'key:',
      'key?:',
      'Shown.key: the field became optional, which puts presence bits before the fields',
    ],
    [
      'another order of groups',
      'group look {\n    mood: Mood\n  }',
      'group look {\n    mood: Mood\n  }\n  group more {\n    more: u8\n  }',
      'State: the groups are place, look, more where they were place, look: bits of the mask mean something else',
    ],
    [
      'a second form of a record',
      'record State {\n  group place {\n    at: Step',
      'record State delta {\n  group place {\n    at: u16',
      'State: it travels against a baseline now',
    ],
  ])('%s', (_, from, to, what) => {
    const changes = changesTo(replaced(from, to));
    expect(changes).toContain(`breaking: ${what}`);
  });

  it('another number of places of a list of delta records, or another record', () => {
    const before =
      'record R delta {\n  group g {\n    a: u16\n  }\n}\nrecord Q delta {\n  group g {\n    b: u32\n  }\n}\n' +
      'packet P = 1 from server on reliable {\n  list: delta R[..64]\n}\n';
    expect(changesTo(replaced('[..64]', '[..65]'), before)).toContain(
      'breaking: P.list: the size is `delta R[..65]` where it was `delta R[..64]`: one side sends more than the other takes, or counts otherwise',
    );
    expect(changesTo(replaced('delta R[', 'delta Q['), before)).toContain(
      'breaking: P.list: it travels as `delta Q[..64]` where it was `delta R[..64]`',
    );
  });

  it('a packet less, until its id is reserved the sentence says how', () => {
    expect(changesTo((text) => text.slice(0, text.indexOf('packet Shown')))).toEqual([
      "breaking: Shown: the packet is gone; write 'reserved 0x40', so that the id never comes back",
    ]);
  });
});

describe('dangerous is', () => {
  it.each([
    [
      'an enum value more',
      'angry = 2',
      'angry = 2\n  sad = 3',
      ['Mood.sad: the value is new; receivers of before refuse it'],
    ],
    [
      'another name of a value',
      'angry',
      'furious',
      ["Mood.angry: it is called 'furious' now; the value is the same"],
    ],
    [
      'a lower rate',
      'rate 20/s',
      'rate 10/s',
      ['Walk: the rate is 10 where it was 20; clients that keep to the old one go beyond it'],
    ],
    [
      'another name of a field',
      'number:',
      'sequence:',
      ["Walk.number: the field is called 'sequence' now; the bytes are the same"],
    ],
    [
      'another name of a packet',
      'Shown',
      'Told',
      ["Shown: the packet is called 'Told' now; the bytes are the same"],
    ],
  ])('%s', (_, from, to, what) => {
    expect(changesTo(replaced(from, to))).toEqual(what.map((sentence) => `dangerous: ${sentence}`));
  });

  it('another unit, but not one that was not written before', () => {
    const before = 'struct S {\n  a: u16 unit "m"\n  b: u16\n}\n';
    const now = 'struct S {\n  a: u16 unit "cm"\n  b: u16 unit "m"\n}\n';
    expect(changesTo(() => now, before)).toEqual([
      "dangerous: S.a: the unit is 'cm' where it was 'm'; the numbers mean something else",
      'safe: S.b: the unit is written now: m',
    ]);
  });

  it('a request that must wait longer, but not one that may come earlier', () => {
    const before =
      'packet P = 1 from client on reliable rate 1/s {\n}\npacket Q = 2 from client on reliable state playing rate 1/s {\n}\n';
    const now =
      'packet P = 1 from client on reliable state playing rate 1/s {\n}\npacket Q = 2 from client on reliable rate 1/s {\n}\n';
    expect(changesTo(() => now, before)).toEqual([
      "dangerous: P: it may be sent once a session is 'playing' where it was 'connected'; who keeps to the old one is too early",
      "safe: Q: it may be sent once a session is 'connected' where it was 'playing'",
    ]);
  });

  it('a packet more from the server', () => {
    expect(changesTo((text) => `${text}packet More = 0x41 from server on reliable {\n}\n`)).toEqual([
      'dangerous: More: the packet is new; clients of before refuse it',
    ]);
  });

  it('whatever changes between the threads of one server', () => {
    const before = 'packet Stored = 0xa0 internal {\n  coins: u32\n}\n';
    expect(changesTo(replaced('u32', 'u16'), before)).toEqual([
      'dangerous: Stored.coins: it travels as `u16` where it was `u32`; only the server itself reads it, perhaps from its store',
    ]);
  });
});

describe('safe is', () => {
  it('a packet more from clients, a higher rate, a type that nobody uses yet', () => {
    const edit = (text: string): string =>
      `${text.replace('rate 20/s', 'rate 30/s')}packet Ask = 0x11 from client on reliable rate 1/s {\n}\nstruct New {\n  a: u8\n}\n`;
    expect(changesTo(edit)).toEqual([
      'safe: Walk: the rate is 30 where it was 20',
      'safe: Ask: the packet is new; nobody is sent it who does not know it',
      'safe: New: the struct is new',
    ]);
  });

  it('another order of declarations, and comments', () => {
    const reordered = schemaOf(
      `/// All new.\n\n${released.split('packet Shown')[0]!}packet Shown${released.split('packet Shown')[1]!}// end`,
    );
    expect(compareSchemas(lockSchema(schemaOf(released)), lockSchema(reordered))).toEqual([]);
  });

  it('another name of a struct only in name', () => {
    expect(changesTo((text) => text.replaceAll('Step', 'Stride'))).toEqual([
      'dangerous: State.place.at: the type is called `Stride` where it was `Step`; its bytes are the same',
      'dangerous: Walk.steps: the type is called `Stride` where it was `Step`; its bytes are the same',
      'safe: Step: the struct is gone; what used it is named by itself',
      'safe: Stride: the struct is new',
    ]);
  });
});

describe('the older schema', () => {
  it('is the lock of the last release, or a folder', () => {
    const now = lockSchema(loadSchema('protocol-schema'));
    expect(readLocked('protocol-schema')).toEqual(now);
    expect(readLocked(releasedLockPath).declarations.length).toBeGreaterThan(0);
    expect(compareSchemas(now, JSON.parse(JSON.stringify(now)) as typeof now)).toEqual([]);
  });

  it('is refused with its name when it is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'schema-'));
    try {
      writeFileSync(join(folder, 'a.json'), '{ "format": 2 }');
      writeFileSync(join(folder, 'b.json'), 'no');
      expect(() => readLocked(join(folder, 'none'))).toThrow('nothing is at');
      expect(() => readLocked(folder)).toThrow('no .tos files');
      expect(() => readLocked(join(folder, 'a.json'))).toThrow('is no lock file of a schema in format 1');
      expect(() => readLocked(join(folder, 'b.json'))).toThrow('is no JSON');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('as it was locked names every packet of that release', () => {
    const locked = readFileSync(releasedLockPath, 'utf8');
    expect(locked).toContain('"name": "PlayerInput"');
  });
});

it("the protocol's changelog names today's schema", () => {
  const { protocolHash } = lockSchema(loadSchema('protocol-schema'));
  const missing = namesHash('.', protocolHash)
    ? []
    : [`${changelogPath} has no “Protocol hash \`${protocolHash}\`”`];
  expect(missing).toEqual([]);
  expect(namesHash('.', '0000000000000000')).toBe(false);
});
