// What a disk may have after the power went: what was synced always, and of the rest anything that disks do.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRandomStreams, type RandomStream } from '#domain/engine/random/random-stream.js';
import { RecordedDisk } from '#src/power-cut/disk/recorded-disk.js';
import { survive, type Survivor } from '#src/power-cut/disk/survive.js';
import type { DiskEvent } from '#src/power-cut/recording/read-recording.js';

const root = '/disk';
const folderSynced: readonly DiskEvent[] = [
  { kind: 'opened', file: 'folder', path: root, emptied: false },
  { kind: 'syncBegun', file: 'folder' },
  { kind: 'synced', file: 'folder' },
];
const made = (name: string): DiskEvent => ({
  kind: 'opened',
  file: name,
  path: `${root}/${name}`,
  emptied: false,
});
const written = (file: string, at: number, bytes: number, value: number): DiskEvent => ({
  kind: 'written',
  file,
  at,
  data: Buffer.alloc(bytes, value),
});
const synced = (file: string): DiskEvent[] => [
  { kind: 'syncBegun', file },
  { kind: 'synced', file },
];
const renamed = (name: string, to: string): DiskEvent => ({
  kind: 'renamed',
  path: `${root}/${name}`,
  to: `${root}/${to}`,
});

function after(events: readonly DiskEvent[]): RecordedDisk {
  const disk = new RecordedDisk(root);
  for (const event of events) disk.play(event);
  return disk;
}

function randomOf(seed: number): RandomStream {
  return createRandomStreams(seed, ['disks']).streams.disks;
}

/** What two hundred cuts leave of it. */
function leftOf<Seen>(events: readonly DiskEvent[], look: (left: Map<string, Survivor>) => Seen): Set<Seen> {
  const disk = after(events);
  return new Set(Array.from({ length: 200 }, (_unused, seed) => look(survive(disk.root, randomOf(seed)))));
}

const bytesOf = (left: Map<string, Survivor>, name: string): Uint8Array | undefined => {
  const found = left.get(name);
  return found instanceof Map ? undefined : found;
};
const namesIn = (left: Map<string, Survivor>): string => [...left.keys()].sort().join(' ');
const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('latin1');

describe('what a power cut leaves', () => {
  it('is all that was synced, with its name', () => {
    const events = [made('a'), written('a', 0, 3, 97), ...synced('a'), ...folderSynced];
    expect(leftOf(events, (left) => text(bytesOf(left, 'a')))).toEqual(new Set(['aaa']));
  });

  it('has no name that its folder did not sync, or has it: either', () => {
    const events = [made('a'), written('a', 0, 3, 97), ...synced('a')];
    expect(leftOf(events, namesIn)).toEqual(new Set(['', 'a']));
  });

  it('does not know a sync for what was written after it began', () => {
    const begun: DiskEvent = { kind: 'syncBegun', file: 'a' };
    const late = [
      made('a'),
      ...folderSynced,
      begun,
      written('a', 0, 1, 97),
      { kind: 'synced', file: 'a' } as const,
    ];
    expect(leftOf(late, (left) => text(bytesOf(left, 'a')))).toContain('');
  });

  it('may have a later write without an earlier one, a part of one, or a length without its bytes', () => {
    const [page, x, y] = [4096, 120, 121];
    const events = [made('a'), ...folderSynced, written('a', 0, page, x), written('a', page, page, y)];
    const seen = leftOf(events, (left) => {
      const bytes = bytesOf(left, 'a')!;
      const [first, second] = [bytes.subarray(0, page), bytes.subarray(page)];
      const of = (part: Uint8Array, value: number): string =>
        part.length === 0
          ? 'absent'
          : part.every((byte) => byte === value)
            ? 'whole'
            : part.includes(value)
              ? 'torn'
              : 'zeros';
      return `${of(first, x)} ${of(second, y)}`;
    });
    for (const each of [
      'absent absent',
      'whole absent',
      'zeros whole',
      'torn absent',
      'whole torn',
      'whole zeros',
    ])
      expect(seen).toContain(each);
  });

  it('has of a sector some version that it had, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ at: fc.nat(9000), bytes: fc.integer({ min: 1, max: 6000 }), isSync: fc.boolean() }),
          { minLength: 1, maxLength: 12 },
        ),
        fc.nat(),
        (writes, seed) => {
          const may = Array.from({ length: 16_000 }, () => new Set<number>([0]));
          const events: DiskEvent[] = [made('a'), ...folderSynced];
          let [synced0, size] = [0, 0];
          writes.forEach(({ at, bytes, isSync }, index) => {
            events.push(written('a', at, bytes, index + 1));
            for (let each = at; each < at + bytes; each++) may[each]!.add(index + 1);
            size = Math.max(size, at + bytes);
            if (!isSync) return;
            events.push(...synced('a'));
            synced0 = size;
            for (const versions of may) {
              const newest = Math.max(...versions);
              versions.clear();
              versions.add(newest);
            }
          });
          const left = bytesOf(survive(after(events).root, randomOf(seed)), 'a')!;
          expect(left.length).toBeGreaterThanOrEqual(synced0);
          expect(left.length).toBeLessThanOrEqual(size);
          expect(left.every((byte, at) => may[at]!.has(byte))).toBe(true);
        },
      ),
    );
  });

  it('has a renamed file under one of its names, or what bore the new one before', () => {
    const old = [made('a'), written('a', 0, 1, 97), ...synced('a'), ...folderSynced];
    const events = [...old, made('b'), written('b', 0, 1, 98), ...synced('b'), renamed('b', 'a')];
    const seen = leftOf(events, (left) => `${text(bytesOf(left, 'a'))} ${text(bytesOf(left, 'b'))}`.trim());
    expect(seen).toEqual(new Set(['a', 'a b', 'b']));
  });

  it('may have a shortened file as it was, also where it was written anew', () => {
    const events: DiskEvent[] = [
      ...[made('a'), written('a', 0, 600, 97), ...synced('a'), ...folderSynced],
      { kind: 'truncated', file: 'a', size: 0 },
      written('a', 0, 2, 98),
    ];
    const seen = leftOf(events, (left) => text(bytesOf(left, 'a')));
    for (const each of ['a'.repeat(600), '', 'bb', `bb${'a'.repeat(598)}`]) expect(seen).toContain(each);
  });

  it('is the same for the same seed', () => {
    const events = [made('a'), written('a', 0, 5000, 97), made('b'), written('b', 100, 5000, 98)];
    for (let seed = 0; seed < 20; seed++)
      expect(survive(after(events).root, randomOf(seed))).toEqual(
        survive(after(events).root, randomOf(seed)),
      );
  });

  it('follows a file under its number, which another file may get', () => {
    const events = [made('a'), written('a', 0, 1, 97), ...synced('a')];
    const again: DiskEvent = { kind: 'opened', file: 'a', path: `${root}/b`, emptied: false };
    const both = [...events, again, written('a', 0, 1, 98), ...synced('a'), ...folderSynced];
    expect(leftOf(both, (left) => text(bytesOf(left, 'a')) + text(bytesOf(left, 'b')))).toEqual(
      new Set(['ab']),
    );
  });
});

describe('a recording', () => {
  it('that changes what it did not open, or moves it elsewhere, is refused', () => {
    expect(() => after([written('a', 0, 1, 1)])).toThrow('a file that it did not open');
    const moved: DiskEvent[] = [{ kind: 'folderMade', path: `${root}/f` }, made('a'), renamed('a', 'f/a')];
    expect(() => after(moved)).toThrow('moves /disk/a to another folder');
    expect(() => after([{ kind: 'folderMade', path: '/elsewhere' }])).toThrow('leaves /disk');
  });
});
