import { describe, expect, it } from '@jest/globals';
import { startFailure } from '#src/process/start-failure.js';

describe('why a start failed', () => {
  it('names the folder whose disk is full, however deep that was found', () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const words = 'the disk of /srv/tos is full (ENOSPC); make room on it, and start again';
    expect(startFailure(full, '/srv/tos')).toBe(words);
    expect(startFailure(new Error('the file', { cause: full }), '/srv/tos')).toBe(words);
    const elsewhere = Object.assign(new Error('EDQUOT'), { code: 'EDQUOT', path: '/backups/x' });
    expect(startFailure(elsewhere, '/srv/tos')).toContain('the disk of /backups/x is full (EDQUOT)');
  });

  it('tells a limit of how large files may be from a full disk', () => {
    const large = Object.assign(new Error('EFBIG: file too large, write'), { code: 'EFBIG' });
    expect(startFailure(new Error('the file', { cause: large }), '/srv/tos')).toMatch(
      /^a file of \/srv\/tos has reached the limit of how large files may be \(EFBIG\); raise it \(ulimit -f/,
    );
  });

  it('is what anything else says of itself', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const ofASetting = new Error("TOS_DATA_DIR: '/x' cannot be used (ENOSPC); make room", { cause: full });
    expect(startFailure(ofASetting, '/srv/tos')).toBe(ofASetting.message);
    expect(startFailure(new Error('TOS_UDP_PORT: taken'), '/srv/tos')).toBe('TOS_UDP_PORT: taken');
    expect(startFailure('no error', '/srv/tos')).toBe('no error');
  });
});
