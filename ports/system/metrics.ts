// What a running game server measured of itself, read from outside its threads about once a second. Counts go from the
// start and only grow; rates and percentiles are differences between two readings (application/telemetry).

/** How often something took how long. Two readings of one thing have the same bounds. */
export interface DurationCounts {
  /** Upper bounds of the buckets in milliseconds, ascending. */
  readonly upperBoundsMs: ArrayLike<number>;
  /** Durations per bucket, not cumulative; the last bucket also holds all that took longer. Wraps at 2^32. */
  readonly counts: ArrayLike<number>;
}

export interface SimulationFigures {
  /** The newest tick. */
  readonly tick: number;
  /** Ticks run. */
  readonly ticks: number;
  /** Ticks given up because the simulation fell further behind than it may catch up. */
  readonly ticksSkipped: number;
  /** Ticks that began a whole step late or more, and were made up for. */
  readonly ticksLate: number;
  /** How short of time the simulation is, 0 to 3, and ticks in which it was not 0. */
  readonly pressure: number;
  readonly ticksUnderPressure: number;
  /** Creatures' questions for paths: put, refused for lack of room, and not worked out when their answers were due. */
  readonly pathsAsked: number;
  readonly pathsRefused: number;
  readonly pathsLate: number;
  readonly players: number;
  readonly creatures: number;
  readonly loot: number;
  /** By map key. */
  readonly playersByMap: Readonly<Record<string, number>>;
  readonly tickDurations: DurationCounts;
  /** How late ticks began. */
  readonly slips: DurationCounts;
  /** By name of the tick's phase. */
  readonly phaseDurations: Readonly<Record<string, DurationCounts>>;
  /** Ticks in which a phase took more than its budget, by the phase's name. */
  readonly phasesOverBudget: Readonly<Record<string, number>>;
}

export interface GatewayFigures {
  readonly index: number;
  /** The datagram socket's kind: 'dgram', 'recvmmsg' … */
  readonly udpAdapter: string;
  /** Sessions established now. */
  readonly connections: number;
  readonly packetsIn: number;
  readonly packetsOut: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Datagrams that led to nothing, by reason. */
  readonly datagramsDropped: Readonly<Record<string, number>>;
  /** Datagrams that the system gave to this gateway and that belonged to another, and the other way round. */
  readonly datagramsHandedOver: number;
  readonly datagramsTakenOver: number;
  readonly handshakesCompleted: number;
  readonly snapshotsSent: number;
  /** Entities that came into a player's sight when it had no slot left. */
  readonly entitiesRefused: number;
  /** How much the gateway leaves out of all snapshots because they take too much of its time; 0 is nothing. */
  readonly loadStep: number;
  /** Players by how much is left out of their snapshots. */
  readonly playersByCrowdStep: Readonly<Record<string, number>>;
  readonly inputsReceived: number;
  /** Datagrams sent that were given up for lost, and those of them that turned out to have arrived. */
  readonly packetsLost: number;
  readonly packetsFound: number;
  readonly messagesResent: number;
  /** Microseconds spent in each phase of the gateway's turns. */
  readonly phaseUs: Readonly<Record<string, number>>;
  /** Round trips measured with players. */
  readonly roundTrips: DurationCounts;
}

export interface DatabaseFigures {
  readonly queryDurations: DurationCounts;
  readonly charactersSaved: number;
  readonly savesFailed: number;
  /** Characters waiting to be saved now. */
  readonly savesPending: number;
  /** 1 while writes fail, else 0. */
  readonly savesFailing: number;
  /** How long the state that waits longest has waited to be written, 0 when none waits. */
  readonly oldestUnsavedSeconds: number;
  /** States that the store can never take, dropped and logged. */
  readonly charactersRefused: number;
}

export interface ServerFigures {
  /** Clock.nowMs at the reading. */
  readonly atMs: number;
  readonly simulation: SimulationFigures;
  readonly gateways: readonly GatewayFigures[];
  readonly database: DatabaseFigures;
  /** Records that found no room in a queue between threads, by queue. */
  readonly recordsRefused: Readonly<Record<string, number>>;
  /** Bytes used on the JavaScript heaps of all threads but the main one; undefined until read. */
  readonly workerHeapBytes: number | undefined;
}

export interface StatsSource {
  read(): ServerFigures;
}
