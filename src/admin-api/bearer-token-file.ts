// Bearer tokens for programs on this machine, kept beside its data and readable by its owner alone.

import { join } from 'node:path';
import { loginServiceTokenPrefix, serverTokenPrefix } from '#application/admin/session-life.js';
import { readSecret, writeSecret } from './secret-file.js';

export interface BearerTokenFile {
  readonly name: string;
  readonly prefix: string;
}

/** For the game server on this machine. */
export const serverTokenFile: BearerTokenFile = { name: 'server-token', prefix: serverTokenPrefix };
/** For who lets players in: it issues connect tokens. */
export const loginServiceTokenFile: BearerTokenFile = {
  name: 'login-service-token',
  prefix: loginServiceTokenPrefix,
};

export async function readBearerToken(dataDir: string, file: BearerTokenFile): Promise<string | undefined> {
  const token = await readSecret(dataDir, file.name);
  if (token === undefined) return undefined;
  if (token.startsWith(file.prefix) && /^[A-Za-z0-9_-]{43}$/.test(token.slice(file.prefix.length))) {
    return token;
  }
  const path = join(dataDir, file.name);
  throw new Error(`${path} does not hold a token; delete it and a new one is made`);
}

export function writeBearerToken(dataDir: string, file: BearerTokenFile, token: string): Promise<void> {
  return writeSecret(dataDir, file.name, token);
}
