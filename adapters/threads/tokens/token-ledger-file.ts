// Keeps a server's used connect tokens over a restart: a file of the ledger's own layout, in which every claim is
// written in place. What was written outlives the process, killed or not; after a power failure some seconds may be
// missing, which only the owner of such a token's key could use, and only until it expires. Of fixed size.

import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import type { FolderPart, FoundPart } from '#ports/storage/files/folder-part.js';
import { requireFile } from '#ports/storage/files/regular-file.js';
import {
  createTokenLedger,
  ledgerDamage,
  ledgerFolderId,
  liveTokens,
  markLedger,
  SharedTokenLedger,
  type TokenLedgerHandle,
} from './shared-token-ledger.js';

/** Ids are at most 600 s from their end; anything far beyond is no ledger of ours. */
const farFutureS = 24 * 3600;
/** Some three million tokens: more than any ledger of ours has room for. */
const fileBytesMax = 64 * 1024 * 1024;

export interface TokenLedgerFile {
  readonly handle: TokenLedgerHandle;
  /** Used tokens that are still good otherwise, from before. */
  readonly known: number;
  close(): void;
}

/**
 * A ledger with room for `tokensMax` that holds what the file at `path` knows. The file is written anew and whole, so
 * that later claims need no room on the disk. Throws when it cannot be read or written, or `part` says it was lost.
 */
export function openTokenLedgerFile(
  path: string,
  tokensMax: number,
  nowUnixS: number,
  part?: FolderPart,
): TokenLedgerFile {
  const bytes = readIfPresent(path);
  part?.judge(path, found(bytes));
  const fresh = createTokenLedger(tokensMax);
  if (part !== undefined) markLedger(fresh, part.folderId);
  const ledger = new SharedTokenLedger(fresh);
  let known = 0;
  for (const { tokenId, expiresUnixS } of liveTokens(bytes ?? new Uint8Array(), nowUnixS)) {
    if (expiresUnixS > nowUnixS + farFutureS) continue;
    ledger.claim(tokenId, expiresUnixS, nowUnixS);
    known++;
  }
  const file = write(path, new Uint8Array(fresh.memory));
  part?.settle();
  return { handle: { ...fresh, file }, known, close: () => closeSync(file) };
}

/** The data folder that the file names; undefined where it names none, or is not there. */
export function readLedgerFolderId(path: string): string | undefined {
  return ledgerFolderId(readIfPresent(path) ?? new Uint8Array());
}

/** What is there, without taking it into use. */
export function findTokenLedger(path: string): FoundPart {
  return found(readIfPresent(path));
}

function found(bytes: Uint8Array | undefined): FoundPart {
  if (bytes === undefined) return { kind: 'absent' };
  if (bytes.length === 0) return { kind: 'empty' };
  // What some file systems leave of a file after a power failure.
  if (bytes.every((byte) => byte === 0))
    return { kind: 'damaged', reason: `its ${bytes.length} bytes are all zero` };
  const damage = ledgerDamage(bytes);
  if (damage !== undefined) return { kind: 'damaged', reason: damage };
  return { kind: 'there', folderId: ledgerFolderId(bytes) };
}

/** Its length and its mark are on the disk afterwards: only claims may be lost with the power. Stays open. */
function write(path: string, bytes: Uint8Array): number {
  // What a link leads to is not written to, and no mode of before is kept.
  rmSync(`${path}.new`, { force: true });
  const file = openSync(`${path}.new`, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, at);
    fsyncSync(file);
    renameSync(`${path}.new`, path);
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function readIfPresent(path: string): Uint8Array | undefined {
  requireFile(path, statSync(path, { throwIfNoEntry: false }), fileBytesMax);
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
