import { describe, expect, it } from '@jest/globals';
import { FullDiskProbe } from '#adapters/admin-api/health/full-disk-probe.js';

describe('the probe of a full disk', () => {
  it('is down for a minute after a write that found no room', async () => {
    let nowMs = 5;
    const probe = new FullDiskProbe(() => nowMs);
    await probe.check();
    probe.note();
    await expect(probe.check()).rejects.toThrow('the disk of the database is full');
    nowMs += 59_999;
    await expect(probe.check()).rejects.toThrow('full');
    nowMs += 1;
    await probe.check();
  });
});
