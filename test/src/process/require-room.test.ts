// What the limits of a process have to leave for a start, in words that say how to raise them.

import { describe, expect, it } from '@jest/globals';
import { descriptorFault, fileSizeFault, fileSizeWarning } from '#src/process/data-folder/require-room.js';

const mebibyte = 1024 * 1024;

describe('the limit of open files', () => {
  it('is told when it is too low', () => {
    expect(descriptorFault(255)).toMatch(/^the limit of open files and sockets is 255, .* \(ulimit -n, /);
    expect([descriptorFault(256), descriptorFault(Infinity), descriptorFault(undefined)]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });
});

describe('the limit of how large a file may be', () => {
  it('is told when it is too low', () => {
    expect(fileSizeFault(4 * mebibyte, 16 * mebibyte)).toBe(
      'the limit of how large a file may be is 4 MiB, and the databases need 16 MiB at once and more as they grow; ' +
        'raise it (ulimit -f unlimited, LimitFSIZE= of systemd, --ulimit fsize= of Docker)',
    );
    for (const bytesMax of [16 * mebibyte, Infinity, undefined])
      expect(fileSizeFault(bytesMax, 16 * mebibyte)).toBeUndefined();
  });

  it('is told too where a server can start with it', () => {
    expect(fileSizeWarning(64 * mebibyte)).toMatch(/^a file may have at most 64 MiB here: .* \(ulimit -f /);
    expect([fileSizeWarning(Infinity), fileSizeWarning(undefined)]).toEqual([undefined, undefined]);
  });
});
