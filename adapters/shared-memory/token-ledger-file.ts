// Keeps a server's used connect tokens over a restart: a file of the ledger's own layout, in which every claim is
// written in place. What was written outlives the process, killed or not; after a power failure some seconds may be
// missing, which only the owner of such a token's key could use, and only until it expires. Of fixed size.

import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import {
  createTokenLedger,
  liveTokens,
  SharedTokenLedger,
  type TokenLedgerHandle,
} from './shared-token-ledger.js';

/** Ids are at most 600 s from their end; anything far beyond is no ledger of ours. */
const farFutureS = 24 * 3600;

export interface TokenLedgerFile {
  readonly handle: TokenLedgerHandle;
  /** Used tokens that are still good otherwise, from before. */
  readonly known: number;
  close(): void;
}

/**
 * A ledger with room for `tokensMax` that holds what the file at `path` knows. The file is written anew and whole, so
 * that later claims need no room on the disk. Throws when it cannot be read or written.
 */
export function openTokenLedgerFile(path: string, tokensMax: number, nowUnixS: number): TokenLedgerFile {
  const fresh = createTokenLedger(tokensMax);
  const ledger = new SharedTokenLedger(fresh);
  let known = 0;
  for (const { tokenId, expiresUnixS } of liveTokens(readIfPresent(path), nowUnixS)) {
    if (expiresUnixS > nowUnixS + farFutureS) continue;
    ledger.claim(tokenId, expiresUnixS, nowUnixS);
    known++;
  }
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    const bytes = new Uint8Array(fresh.memory);
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, at);
    renameSync(`${path}.new`, path);
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return { handle: { ...fresh, file }, known, close: () => closeSync(file) };
}

function readIfPresent(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Uint8Array(0);
    throw error;
  }
}
