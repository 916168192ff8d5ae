// Used tokens stay used when the server is started again, however it ended.

import { describe, expect, it } from '@jest/globals';
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SharedTokenLedger } from '#adapters/threads/tokens/shared-token-ledger.js';
import { openTokenLedgerFile } from '#adapters/threads/tokens/token-ledger-file.js';
import type { FolderPart, FoundPart } from '#ports/storage/files/folder-part.js';
import { TokenClaim } from '#ports/storage/token-ledger.js';
import { temporaryFolder } from '../../../support/temporary-folder.js';

const idOf = (number: number): Uint8Array => {
  const id = new Uint8Array(16).fill(7);
  new DataView(id.buffer).setUint32(12, Math.imul(number, 0x9e3779b1));
  return id;
};
const newPath = (): string => join(temporaryFolder(), 'used-tokens');

describe('a ledger of used tokens in a file', () => {
  it('knows after a restart, without any orderly end, what was claimed before', () => {
    const path = newPath();
    const before = openTokenLedgerFile(path, 4096, 1000);
    const ledger = new SharedTokenLedger(before.handle);
    for (let number = 0; number < 500; number++) {
      expect(ledger.claim(idOf(number), 1060 + number, 1000)).toBe(TokenClaim.claimed);
    }
    // Not closed: the process was killed. 40 of the tokens expire before the next start.
    const after = openTokenLedgerFile(path, 4096, 1100);
    expect(after.known).toBe(460);
    const again = new SharedTokenLedger(after.handle);
    for (let number = 40; number < 500; number++) {
      expect(again.claim(idOf(number), 1060 + number, 1100)).toBe(TokenClaim.used);
    }
    expect(again.claim(idOf(0), 1200, 1100)).toBe(TokenClaim.claimed);
    for (const { close } of [before, after]) close();
  });

  it('keeps what it knows when its size changes, and never grows by itself', () => {
    const path = newPath();
    const small = openTokenLedgerFile(path, 1024, 1000);
    const bytes = statSync(path).size;
    const ledger = new SharedTokenLedger(small.handle);
    for (let number = 0; number < 200; number++) ledger.claim(idOf(number), 1060, 1000);
    expect(statSync(path).size).toBe(bytes);
    const large = openTokenLedgerFile(path, 8192, 1001);
    expect(large.known).toBe(200);
    expect(new SharedTokenLedger(large.handle).claim(idOf(7), 1060, 1001)).toBe(TokenClaim.used);
    for (const { close } of [small, large]) close();
  });

  it('is readable by its owner alone', () => {
    const path = newPath();
    openTokenLedgerFile(path, 1024, 1000).close();
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('takes no token that it cannot write down', () => {
    const path = newPath();
    const { handle, close } = openTokenLedgerFile(path, 1024, 1000);
    close();
    const unwritable = new SharedTokenLedger({ ...handle, file: 1_000_000 });
    const { memory, bucketsCount } = handle;
    const before = new Uint8Array(memory).slice();
    expect(unwritable.claim(idOf(1), 1060, 1000)).toBe(TokenClaim.full);
    // Nor does it count for those who share the memory: what is nowhere in the file would be forgotten.
    expect(new Uint8Array(memory)).toEqual(before);
    expect(unwritable.claim(idOf(1), 1060, 1000)).toBe(TokenClaim.full);
    expect(new SharedTokenLedger({ memory, bucketsCount }).claim(idOf(1), 1060, 1000)).toBe(
      TokenClaim.claimed,
    );
  });

  it.each([
    ['of a size that no ledger has', 10_000],
    ['of the size of a smaller one', 64 + 320 * 32],
    ['that ends in its header', 40],
  ])('tells the data folder of a file %s', (_, bytes) => {
    const path = newPath();
    const told: FoundPart[] = [];
    const part: FolderPart = {
      folderId: '6f1d0c52-7f4e-4a52-9d0f-0a5b9b1c2d3e',
      judge: (__, found) => (told.push(found), 'mine'),
      settle: () => undefined,
    };
    const { handle, close } = openTokenLedgerFile(path, 1024, 1000, part);
    close();
    openTokenLedgerFile(path, 1024, 1000, part).close();
    expect(told[1]).toEqual({ kind: 'there', folderId: part.folderId });
    truncateSync(path, bytes);
    openTokenLedgerFile(path, 1024, 1000, part).close();
    expect(told[2]).toEqual({
      kind: 'damaged',
      reason: expect.stringMatching(`it has ${bytes} bytes(, not ${handle.memory.byteLength})?`),
    });
  });

  it('starts from any bytes', () => {
    const path = newPath();
    writeFileSync(path, Buffer.alloc(10_001, 0xff));
    const opened = openTokenLedgerFile(path, 1024, 1000);
    expect(opened.known).toBe(0);
    expect(readFileSync(path).length).toBe(opened.handle.memory.byteLength);
    opened.close();
  });
});
