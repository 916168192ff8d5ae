// What was read last, while it is asked for, told to be old, and read anew at the same time.

import { describe, expect, it } from '@jest/globals';
import { KeptReading } from '#adapters/content-files/tiled/kept-reading.js';

function withReadings() {
  const begun: { before: string; end: (found: string) => void; fail: (error: Error) => void }[] = [];
  const kept = new KeptReading(
    'none',
    (before: string) =>
      new Promise<string>((resolve, reject) => begun.push({ before, end: resolve, fail: reject })),
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return { kept, begun, settle };
}

describe('a kept reading', () => {
  it('is read once for all who ask', async () => {
    const { kept, begun, settle } = withReadings();
    const asked = [kept.get(), kept.get()];
    await settle();
    expect(begun).toHaveLength(1);
    begun[0]!.end('first');
    expect(await Promise.all([...asked, kept.get()])).toEqual(['first', 'first', 'first']);
  });

  it('that is old before it ends is followed by one that knows what it found', async () => {
    const { kept, begun, settle } = withReadings();
    const old = kept.get();
    await settle();
    kept.refresh();
    const anew = kept.get();
    await settle();
    begun[0]!.end('first');
    await settle();
    begun[1]!.end('second');
    expect(await Promise.all([old, anew])).toEqual(['first', 'second']);
    kept.refresh();
    void kept.get();
    await settle();
    expect(begun.map(({ before }) => before)).toEqual(['none', 'first', 'second']);
  });

  it('that fails is tried again by the next who asks, with what was found before it', async () => {
    const { kept, begun, settle } = withReadings();
    const first = kept.get();
    await settle();
    begun[0]!.end('first');
    await first;
    kept.refresh();
    const failed = kept.get();
    await settle();
    begun[1]!.fail(new Error('no disk'));
    await expect(failed).rejects.toThrow('no disk');
    const again = kept.get();
    await settle();
    expect(begun[2]!.before).toBe('first');
    begun[2]!.end('third');
    expect(await again).toBe('third');
  });

  it('is waited for by all who ask before it has begun, however often it is told to be old', async () => {
    const { kept, begun, settle } = withReadings();
    void kept.get();
    await settle();
    const anew = Array.from({ length: 100 }, () => {
      kept.refresh();
      return kept.get();
    });
    begun[0]!.end('first');
    await settle();
    begun[1]!.end('second');
    await settle();
    expect(begun).toHaveLength(2);
    expect(new Set(await Promise.all(anew))).toEqual(new Set(['second']));
  });

  it('that has begun is too old for who asks after it was told to be', async () => {
    const { kept, begun, settle } = withReadings();
    void kept.get();
    await settle();
    kept.refresh();
    const second = kept.get();
    second.catch(() => undefined);
    await settle();
    begun[0]!.end('first');
    await settle();
    kept.refresh();
    const third = kept.get();
    begun[1]!.fail(new Error('no disk'));
    await settle();
    begun[2]!.end('third');
    expect(await third).toBe('third');
    expect(begun[2]!.before).toBe('first');
  });
});
