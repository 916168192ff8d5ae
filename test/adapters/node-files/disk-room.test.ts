// Room on the disk, told before it is gone.

import { describe, expect, it } from '@jest/globals';
import { DiskRoom } from '#adapters/node-files/disk-room.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const gibibyte = 1024 ** 3;
const room = (free: number, all: number) =>
  new DiskRoom('/data', async () => ({ bavail: free, bsize: gibibyte / 4, blocks: all })).check();

describe('room on the disk', () => {
  it('is not told of while there is enough', async () => {
    expect(await room(8, 80)).toEqual({ ok: true });
  });

  it.each([
    [7, 80, '1792 MiB (8.8 %)'],
    [40, 1_000, '10240 MiB (4.0 %)'],
    [0, 80, '0 MiB (0.0 %)'],
  ])('is told of when it is little: %i of %i', async (free, all, words) => {
    expect(await room(free, all)).toEqual({
      ...{ ok: true, reason: `${words} are left on the disk of the data folder` },
    });
  });

  it('is told as unknown, and is no fault, where it cannot be asked', async () => {
    const nothing = 'how much room is left on the disk of the data folder cannot be asked';
    const failing = new DiskRoom('/data', () => Promise.reject(new Error('EIO')));
    expect(await failing.check()).toEqual({ ok: true, reason: `${nothing}: EIO` });
    const silent = new DiskRoom('/data', () => new Promise(() => undefined));
    expect(await silent.check()).toEqual({ ok: true, reason: `${nothing}: no answer` });
  });

  it('is nothing to speak of where a file system has no size', async () => {
    expect(await room(0, 0)).toEqual({ ok: true });
  });

  it('is measured of a folder that is there', async () => {
    expect(await new DiskRoom(temporaryFolder()).check()).toMatchObject({ ok: true });
  });
});
