// The token in a file of the data folder, for a program of this machine: made valid at each start, so that it is known
// whichever database is in use. What the file held before and holds no more is revoked: to delete the file and start the
// API is how such a token is replaced.

import type { ServerToken, MachineTokenKind } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { isTokenLive } from './authenticate-server.js';
import { makeToken, revokeToken } from './machine-tokens.js';
import { tokenPrefixes } from '../sign-in/session-life.js';

export interface TokenFileState {
  readonly label: string;
  readonly kind: MachineTokenKind;
  /** What the file holds now. */
  readonly token: string | undefined;
  /** The server that it is for, where that is known; its id is undefined when it has none yet. */
  readonly owner?: { readonly serverId: string | undefined } | undefined;
  /** Id of the token that it held when this was last done. */
  readonly knownId: string | undefined;
  /** Writes the file. */
  keep(token: string): Promise<void>;
}

export interface AdmittedToken {
  readonly token: string;
  readonly id: string;
  /** What it held before is no longer valid. */
  readonly revoked: ServerToken | undefined;
  /** What it held before speaks for another server, which may be alive elsewhere: that one keeps it. */
  readonly leftTo: ServerToken | undefined;
}

type Ports = Pick<AdminPorts, 'serverTokens' | 'servers' | 'players' | 'live' | 'audit' | 'mint' | 'clock'>;

export async function admitTokenFile(ports: Ports, file: TokenFileState): Promise<AdmittedToken> {
  const held = file.token === undefined ? undefined : await admit(ports, file, file.token);
  const leftTo = held !== undefined && isOfAnother(held, file) ? held : undefined;
  const kept = leftTo === undefined ? held : undefined;
  const token = kept ? file.token! : ports.mint.token(tokenPrefixes[file.kind]);
  // Before it is good for anything: a start that ends here leaves no valid token that nobody has.
  if (!kept) await file.keep(token);
  const admitted = kept ?? (await admit(ports, file, token))!;
  const gone = file.knownId !== undefined && ![admitted.id, leftTo?.id].includes(file.knownId);
  const revoked = gone ? await revokeToken(ports, file.knownId!) : undefined;
  if (revoked) await note(ports, 'token.revoke', revoked, 'its file holds it no more');
  return { token, id: admitted.id, revoked, leftTo };
}

/** As in a copy of a data folder that got an identity of its own. */
function isOfAnother({ serverId }: ServerToken, { owner }: TokenFileState): boolean {
  return owner !== undefined && serverId !== undefined && serverId !== owner.serverId?.toLowerCase();
}

/** Undefined when it is known and may not be used any more. */
async function admit(
  ports: Ports,
  { label, kind }: TokenFileState,
  token: string,
): Promise<ServerToken | undefined> {
  const known = await ports.serverTokens.find(ports.mint.digest(token));
  if (known) return isTokenLive(known, ports.clock.unixMs()) ? known : undefined;
  const made = makeToken(ports, { label, kind, expiresAtUnixMs: undefined }, token);
  await ports.serverTokens.add(made);
  await note(ports, 'token.create', made, 'for a file of the data folder');
  return made;
}

async function note(
  ports: Ports,
  action: string,
  { id, label, kind }: ServerToken,
  why: string,
): Promise<void> {
  await ports.audit.append({
    atUnixMs: ports.clock.unixMs(),
    actorId: undefined,
    actorName: 'start of the admin API',
    action,
    outcome: 'done',
    target: `token:${id}`,
    details: { label, kind, why },
    address: '',
    requestId: '',
  });
}
