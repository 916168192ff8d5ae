// The way from a game server to the admin API: who it is, how it does, who plays, what moves on watched maps.
// Calls never throw and never block; what cannot be delivered is dropped by stated rules and counted.

import type { FigureValues, KeyedFigureValues } from './telemetry-figures.js';

/** One reading over a window, as `POST /api/v1/telemetry` takes it. Null: not measured in it. */
export interface TelemetryReport extends FigureValues, KeyedFigureValues {
  readonly serverId: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly windowSeconds: number;
}

/** Entity id, kind, x and y in metres, name (its own, else of its kind of creature or item; null for none), template. */
export type EntityPosition = readonly [
  id: number,
  kind: number,
  x: number,
  y: number,
  name: string | null,
  template: number,
];

/** Most entities one positions report carries. */
export const positionsMax = 5000;

export interface MapPositions {
  readonly map: string;
  readonly tick: number;
  readonly entities: readonly EntityPosition[];
}

export interface OnlinePlayer {
  /** What the server's own store numbers it. */
  readonly characterId: number;
  readonly characterName: string;
  readonly accountId: string;
  readonly level: number;
  readonly map: string;
}

export interface DepartedPlayer {
  readonly characterId: number;
  readonly characterName: string;
  readonly level: number;
  readonly playedSeconds: number;
}

export interface TelemetrySink {
  telemetry(report: TelemetryReport): void;
  /** Only worth making for a map in `watchedMaps`. */
  positions(report: MapPositions): void;
  playerJoined(player: OnlinePlayer): void;
  playerLeft(player: DepartedPlayer): void;
  /** Level or map of somebody who is online is another now. Not for every step: once in some seconds a player. */
  playerChanged(player: OnlinePlayer): void;
  /** Keys of the maps that somebody looks at now; empty while the admin API is away. */
  readonly watchedMaps: ReadonlySet<string>;
}
