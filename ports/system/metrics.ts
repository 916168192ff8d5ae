// What a running game server measured of itself, read from outside its threads about once a second. Counts go from the
// start and only grow; rates and percentiles are differences between two readings (application/telemetry).

/** How often something took how long. Two readings of one thing have the same bounds. */
export interface DurationCounts {
  /** Upper bounds of the buckets in milliseconds, ascending. */
  readonly upperBoundsMs: ArrayLike<number>;
  /** Durations per bucket, not cumulative; the last bucket also holds all that took longer. Wraps at 2^32. */
  readonly counts: ArrayLike<number>;
}

/** What the simulation counts beside its pace, in the order of the tick. */
export interface SimulationCounts {
  /** Records from other threads that did not decode; none in a server without a fault. */
  malformedRecords: number;
  /** Messages to players that did not fit their record; as above. */
  unencodable: number;
  /** Commands for sessions that have no player in the world (any more); normal around joins and leaves. */
  strayCommands: number;
  /** Sessions refused because all seats, or the world, were full. */
  joinsRefused: number;
  loadsTimedOut: number;
  /** The courier had no room; each was offered again. */
  loadsRefused: number;
  savesRefused: number;
  /** Sheets handed over to be stored. */
  saves: number;
  /** Orders (requests that move items or coins) for which there was no room. */
  ordersRefused: number;
  /** Letters that were not written: the server has all that it can, or a character all that it may answer for. */
  lettersRefused: number;
  listingsRefused: number;
  /** Steps of players: taken, known already, and without room. */
  stepsQueued: number;
  stepsRepeated: number;
  stepsDropped: number;
  thoughts: number;
  pathsAsked: number;
  /** No room for the question; the creature asks again. */
  pathsRefused: number;
  pathsAnswered: number;
  /** Given to those who asked; the rest had changed their mind. */
  pathsFollowed: number;
  /** Not worked out when their answers were due. */
  pathsLate: number;
  /** Facts that only inform, told to nobody for want of room; and acts that did not happen for want of room for their facts. */
  factsDropped: number;
  factsRefused: number;
  /** Attackers that a creature forgot for others. */
  threatsEvicted: number;
  /** Parties that a creature could not remember as such, whose members count alone. */
  tagsRefused: number;
  /** Parties, and invitations into one, that all players together have no more room for. */
  partiesRefused: number;
  invitationsRefused: number;
  /** Rolls for loot that there was no room for. */
  lootRollsRefused: number;
  /** Reports of players that all of them together have no more room for, and those that could not be stored. */
  reportsRefused: number;
  reportsNotStored: number;
  /** What players said that reports lack, because others said so much within ten minutes. */
  linesForgotten: number;
  creaturesKilled: number;
  playersKilled: number;
  /** Units of items: new characters began with, laid on the ground, and gone from there unclaimed. */
  startingUnits: number;
  unitsDropped: number;
  unitsExpired: number;
  /** Rolled items for which there was no row. */
  rollsLost: number;
  /** Creatures whose return was put off because the world was full. */
  spawnsPutOff: number;
  /** Entities of whatever kind for which there was no row, and rows whose generations are used up. */
  entitiesRefused: number;
  rowsRetired: number;
}

/** What a gateway counts beside its sessions and its socket. */
export interface GatewayCounts {
  snapshotsSent: number;
  /** Movement packets accepted from players. */
  inputsReceived: number;
  messagesUndecodable: number;
  /** Requests that only a player in the world can make, of sessions that have none yet. */
  requestsTooEarly: number;
  /** Entities that came into a player's sight when it had no slot left. */
  entitiesRefused: number;
  /** Records for sessions that have ended meanwhile; in small numbers normal. */
  recordsStale: number;
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
  readonly counts: Readonly<SimulationCounts>;
  /** What happened in the world, by name of the fact. */
  readonly facts: Readonly<Record<string, number>>;
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
  /** Clients that wait for a place. */
  readonly queueLength: number;
  /**
   * By name: what the session layer counts (SessionCounters), what the socket counts (DatagramCounters, `socket:` before the
   * name), and GatewayCounts.
   */
  readonly counts: Readonly<Record<string, number>>;
  /** How much the gateway leaves out of all snapshots because they take too much of its time; 0 is nothing. */
  readonly loadStep: number;
  /** Players by how much is left out of their snapshots. */
  readonly playersByCrowdStep: Readonly<Record<string, number>>;
  /** Datagrams sent that were given up for lost, and those of them that turned out to have arrived. */
  readonly packetsLost: number;
  readonly packetsFound: number;
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
