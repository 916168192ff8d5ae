// What the live stream sends besides telemetry; an OpenAPI document cannot describe it. Mirrors the API's
// adapters/admin-api/events.
import { Command, PlannedDrain, ServerStatus } from '../api/models';

/** How what the stream shows stands; every few seconds, and when it changes. */
export interface DataHealth {
  readonly at: string;
  readonly database: 'up' | 'down';
  /** Since when it is so. */
  readonly since: string;
  /** When the database answered last. */
  readonly answeredAt: string;
  /** Of the newest figures; null when there were none yet. */
  readonly telemetryAt: string | null;
}

/** A player came or went. */
export interface PlayerMove {
  readonly change: 'joined' | 'left';
  /** As its server numbers it: names are not unique. */
  readonly characterId: number;
  readonly name: string;
  readonly level: number;
  readonly map: string | null;
  readonly serverId: string;
  readonly at: string;
}

/** Players on a server have another level or map. */
export interface PlayersChange {
  readonly serverId: string;
  readonly players: readonly {
    readonly characterId: number;
    readonly name: string;
    readonly level: number;
    readonly map: string;
  }[];
  readonly at: string;
}

/** A server's status changed, or what is switched off or planned there. */
export interface ServerChange {
  readonly serverId: string;
  readonly name: string;
  readonly status: ServerStatus;
  /** Only when they changed, and not the status. */
  readonly closedVerbs?: string[];
  /** The same. */
  readonly planned?: PlannedDrain | null;
  readonly at: string;
}

/** A command to a game server changed; what it is now must be asked for. */
export interface CommandChange {
  readonly commandId: string;
  readonly serverId: string;
  readonly state: Command['state'];
  readonly at: string;
}

/** id, kind (1 player, 2 creature, 3 loot), x and y in metres, name, template. */
export type EntityRow = readonly [number, number, number, number, string | null, number];

export interface Positions {
  readonly serverId: string;
  readonly map: string;
  readonly tick: number;
  readonly entities: readonly EntityRow[];
}
