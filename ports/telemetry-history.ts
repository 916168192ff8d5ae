// What game servers measured, over time. Kept for a bounded span and read back in at most as many points as asked for.

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
  readonly rttMsP50: number;
  readonly rttMsP99: number;
  readonly lossPercent: number;
  readonly memoryBytes: number;
  readonly heapBytes: number;
  readonly cpuPercent: number;
  /** Sessions of each gateway. */
  readonly gatewaysConnections: readonly number[];
  readonly databaseMsP99: number;
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
  readonly memoryBytes: number;
}

export interface TelemetryHistory {
  append(serverId: string, sample: TelemetrySample): Promise<void>;
  /** Points from `sinceUnixMs` on, oldest first, one per span of `stepSeconds` in which something was measured. */
  read(serverId: string, sinceUnixMs: number, stepSeconds: number): Promise<readonly HistoryPoint[]>;
  /** Forgets what is older. */
  removeBefore(unixMs: number): Promise<void>;
}
