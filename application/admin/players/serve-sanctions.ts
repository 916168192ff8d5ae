// What a game server asks about sanctions: what changed since it asked last. It asks again and again, and after each start.

import { sanctionChangesMax, type ToldChanges } from '#ports/admin/players/sanction.js';
import type { Sanction } from '#ports/admin/players/sanction-store.js';
import type { ServerToken } from '#ports/admin/tokens/server-token-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { findOwnServer } from '../access/own-server.js';

export type ServeSanctionsResult =
  | { readonly ok: true; readonly changes: ToldChanges & { readonly more: boolean } }
  | { readonly ok: false; readonly reason: 'unknown-server' | 'foreign-server' };

export async function serveSanctions(
  ports: Pick<AdminPorts, 'servers' | 'sanctions'>,
  token: ServerToken,
  serverId: string,
  mark: string | null,
): Promise<ServeSanctionsResult> {
  const own = await findOwnServer(ports, token, serverId);
  if (!own.ok) return own;
  return { ok: true, changes: await ports.sanctions.changesSince(serverId, mark, sanctionChangesMax) };
}

/** In one list. */
const listedMax = 100;

/** Undefined when there is no such player. */
export async function listSanctions(
  { players, sanctions }: Pick<AdminPorts, 'players' | 'sanctions'>,
  playerId: string,
): Promise<readonly Sanction[] | undefined> {
  const player = await players.find(playerId);
  if (player === undefined) return undefined;
  const { characterId } = player;
  return characterId === undefined ? [] : sanctions.about({ ...player, characterId }, listedMax);
}
