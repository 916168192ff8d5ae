// Pages of the player directory, with the names of the servers they are on.

import type { DirectoryPlayer } from '#ports/admin/players/player-directory.js';
import type { AdminPorts } from '../access/admin-ports.js';

export interface ListedPlayer extends DirectoryPlayer {
  readonly serverName: string;
}

/** Names are not unique: two servers may have one each. */
export interface PlayerCursor {
  readonly name: string;
  readonly id: string;
}

export interface PlayerListQuery {
  readonly search: string | undefined;
  readonly online: boolean | undefined;
  readonly limit: number;
  /** The last of the page before. */
  readonly cursor: PlayerCursor | undefined;
}

export interface PlayerList {
  readonly players: readonly ListedPlayer[];
  readonly nextCursor: PlayerCursor | null;
  readonly total: number;
}

type Ports = Pick<AdminPorts, 'players' | 'servers'>;

export async function listPlayers(ports: Ports, query: PlayerListQuery): Promise<PlayerList> {
  const page = await ports.players.page({
    limit: query.limit,
    ...(query.search !== undefined && { search: query.search }),
    ...(query.online !== undefined && { online: query.online }),
    ...(query.cursor !== undefined && { after: query.cursor }),
  });
  const names = await serverNames(ports);
  return {
    players: page.players.map((player) => ({ ...player, serverName: names.get(player.serverId) ?? '' })),
    nextCursor: page.more ? cursorOf(page.players.at(-1)!) : null,
    total: page.total,
  };
}

function cursorOf({ name, id }: DirectoryPlayer): PlayerCursor {
  return { name, id };
}

export async function findPlayer(ports: Ports, id: string): Promise<ListedPlayer | undefined> {
  const player = await ports.players.find(id);
  if (!player) return undefined;
  const server = await ports.servers.find(player.serverId);
  return { ...player, serverName: server?.name ?? '' };
}

async function serverNames(ports: Pick<AdminPorts, 'servers'>): Promise<ReadonlyMap<string, string>> {
  return new Map((await ports.servers.list()).map(({ id, name }) => [id, name]));
}
