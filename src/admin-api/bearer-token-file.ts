// Bearer tokens for programs on this machine, kept beside its data and readable by its owner alone.

import { join } from 'node:path';
import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import { admitTokenFile, type AdmittedToken } from '#application/admin/tokens/admit-token-file.js';
import { tokenPrefixes } from '#application/admin/sign-in/session-life.js';
import type { MachineTokenKind } from '#ports/admin/tokens/server-token-store.js';
import { readSecret, writeSecret } from '#adapters/node-files/secret-file.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface BearerTokenFile {
  readonly name: string;
  readonly kind: MachineTokenKind;
  /** What the token is called in the list. */
  readonly label: string;
}

/** For the game server on this machine. */
export const serverTokenFile: BearerTokenFile = {
  name: 'server-token',
  kind: 'game-server',
  label: 'this machine',
};
/** For who lets players in: it issues connect tokens. */
export const loginServiceTokenFile: BearerTokenFile = {
  name: 'login-service-token',
  kind: 'login-service',
  label: 'login service of this machine',
};

export async function readBearerToken(dataDir: string, file: BearerTokenFile): Promise<string | undefined> {
  const token = await readSecret(dataDir, file.name);
  if (token === undefined) return undefined;
  const prefix = tokenPrefixes[file.kind];
  if (token.startsWith(prefix) && /^[A-Za-z0-9_-]{43}$/.test(token.slice(prefix.length))) {
    return token;
  }
  const path = join(dataDir, file.name);
  throw new Error(`${path} does not hold a token; delete it and a new one is made`);
}

/**
 * The token of the file, valid from now on; a new one where it held none, or one that is valid no more. What it held
 * before is revoked: which that was stands beside it, so that it is known even when the file was deleted.
 */
export async function admitBearerTokenFile(
  ports: AdminPorts,
  dataDir: string,
  file: BearerTokenFile,
): Promise<AdmittedToken> {
  const [token, knownId] = await Promise.all([
    readBearerToken(dataDir, file),
    readSecret(dataDir, idFileOf(file)),
  ]);
  const { kind, label } = file;
  const keep = (made: string) => writeSecret(dataDir, file.name, made);
  const admitted = await admitTokenFile(ports, { kind, label, token, knownId: uuidIn(knownId), keep });
  if (knownId !== admitted.id) await writeSecret(dataDir, idFileOf(file), admitted.id);
  return admitted;
}

/** No secret; kept as one for the sake of whole files. */
function idFileOf({ name }: BearerTokenFile): string {
  return `${name}.id`;
}

/** What is no id names no token: it was never ours. */
function uuidIn(text: string | undefined): string | undefined {
  return text !== undefined && uuid.test(text) ? text : undefined;
}
