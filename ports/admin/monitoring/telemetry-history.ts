// What game servers measured, over time. Kept for a bounded span and read back in at most as many points as asked for.

/** Null: not measured in that window. */
export interface TelemetrySample {
  readonly atUnixMs: number;
  readonly windowSeconds: number;
  readonly players: number;
  readonly entities: number;
  readonly tickRate: number;
  readonly tickMsP50: number;
  readonly tickMsP95: number;
  readonly tickMsP99: number;
  readonly tickMsMax: number;
  readonly packetsInPerSecond: number;
  readonly packetsOutPerSecond: number;
  readonly bytesInPerSecond: number;
  readonly bytesOutPerSecond: number;
  readonly rttMsP50: number | null;
  readonly rttMsP99: number | null;
  readonly lossPercent: number | null;
  readonly memoryBytes: number | null;
  readonly heapBytes: number | null;
  readonly cpuPercent: number | null;
  /** Sessions of each gateway. */
  readonly gatewaysConnections: readonly number[];
  readonly databaseMsP99: number | null;
  readonly playersByMap: Readonly<Record<string, number>>;
}

export interface HistoryPoint {
  /** Start of the span that the point stands for. */
  readonly atUnixMs: number;
  /** Means over the span, except tickMsP99 and players: their largest. */
  readonly players: number;
  readonly tickMsP50: number;
  readonly tickMsP99: number;
  readonly packetsInPerSecond: number;
  readonly packetsOutPerSecond: number;
  /** Null where none of the span was measured. */
  readonly memoryBytes: number | null;
}

export interface TelemetryHistory {
  append(serverId: string, sample: TelemetrySample): Promise<void>;
  /** Points from `sinceUnixMs` on, oldest first, one per span of `stepSeconds` in which something was measured. */
  read(serverId: string, sinceUnixMs: number, stepSeconds: number): Promise<readonly HistoryPoint[]>;
  /** Forgets what is older than `fromUnixMs`, and what lies after `toUnixMs`: some clock was wrong then. */
  keepBetween(fromUnixMs: number, toUnixMs: number): Promise<void>;
  removeServer(serverId: string): Promise<void>;
}

declare module '../admin-stores.js' {
  interface AdminStores {
    readonly history: TelemetryHistory;
  }
}
