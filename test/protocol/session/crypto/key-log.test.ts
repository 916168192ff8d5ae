// The key log tells the keys that a session really uses, once, and only where it was asked for.

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import { keyLogLine } from '#adapters/protocol/session/crypto/key-log.js';
import { aeadKeyOf } from '#ports/network/aead-key.js';
import { keyLogFile, prepareKeyLog } from '#adapters/node-files/key-log-file.js';

const first = aeadKeyOf(new Uint8Array(32).fill(0xab));
const second = aeadKeyOf(new Uint8Array(32).fill(0x01));

describe('a key log', () => {
  it('names the session and both keys, the one of the client first', () => {
    expect(keyLogLine(0x03010002, first, second)).toBe(
      `TOS_SESSION_KEYS 03010002 ${'ab'.repeat(32)} ${'01'.repeat(32)}\n`,
    );
    expect(keyLogLine(1, first, second)).toMatch(/^TOS_SESSION_KEYS 00000001 /);
  });

  it('is added to a file that only its owner reads', () => {
    const folder = mkdtempSync(join(tmpdir(), 'key-log-'));
    try {
      const path = join(folder, 'keys.txt');
      const log = keyLogFile(path);
      log(1, first, second);
      log(2, second, first);
      expect(readFileSync(path, 'utf8')).toBe(keyLogLine(1, first, second) + keyLogLine(2, second, first));
      if (process.platform !== 'win32') expect(statSync(path).mode & 0o077).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('that cannot be written is refused at the start, by the name of its setting', () => {
    const path = join(tmpdir(), 'missing', 'folder', 'keys.txt');
    expect(() => prepareKeyLog(path)).toThrow(/keys\.txt cannot be written \(ENOENT\).*TOS_KEY_LOG_FILE/);
  });

  it('is no other file: its own lines are added to, anything else is refused and left as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tos-key-log-'));
    try {
      const path = join(folder, 'keys.txt');
      for (const own of ['', keyLogLine(1, first, second)]) {
        writeFileSync(path, own);
        prepareKeyLog(path);
        expect(readFileSync(path, 'utf8')).toBe(own);
      }
      for (const other of ['{"format":1}', 'SQLite format 3\0', 'TOS', '0'.repeat(64)]) {
        writeFileSync(path, other);
        expect(() => prepareKeyLog(path)).toThrow(/holds something else; choose another TOS_KEY_LOG_FILE/);
        expect(readFileSync(path, 'utf8')).toBe(other);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('that can no longer be written later throws nothing at the session', () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const log = keyLogFile(join(tmpdir(), 'missing', 'folder', 'keys.txt'));
    log(1, first, second);
    log(2, first, second);
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });
});
