// Bearer tokens for programs on this machine, kept beside its data and readable by its owner alone.

import type { MachineTokenKind } from '#ports/admin/tokens/server-token-store.js';
import type { SecretFiles } from '#ports/storage/files/secret-files.js';
import { tokenPrefixes } from '../sign-in/session-life.js';
import { admitTokenFile, type AdmittedToken } from './admit-token-file.js';

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

export async function readBearerToken(
  files: SecretFiles,
  file: BearerTokenFile,
): Promise<string | undefined> {
  const token = await files.read(file.name);
  if (token === undefined) return undefined;
  const prefix = tokenPrefixes[file.kind];
  if (token.startsWith(prefix) && /^[A-Za-z0-9_-]{43}$/.test(token.slice(prefix.length))) {
    return token;
  }
  throw new Error(`${files.pathOf(file.name)} does not hold a token; delete it and a new one is made`);
}

/**
 * The token of the file, valid from now on; a new one where it held none, or one that is valid no more. What it held
 * before is revoked: which that was stands beside it, so that it is known even when the file was deleted. One that
 * speaks for another server than `owner` is left to that.
 */
export async function admitBearerTokenFile(
  ports: Parameters<typeof admitTokenFile>[0],
  files: SecretFiles,
  file: BearerTokenFile,
  owner?: { readonly serverId: string | undefined },
): Promise<AdmittedToken> {
  const [token, knownId] = await Promise.all([readBearerToken(files, file), files.read(idFileOf(file))]);
  const { kind, label } = file;
  const keep = (made: string) => files.write(file.name, made);
  const state = { kind, label, token, owner, knownId: uuidIn(knownId), keep };
  const admitted = await admitTokenFile(ports, state);
  if (knownId !== admitted.id) await files.write(idFileOf(file), admitted.id);
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
