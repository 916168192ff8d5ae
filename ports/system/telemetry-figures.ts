// What a game server tells of itself over time, each figure declared once: the report to the admin API, its schema, the
// columns of the history and what it answers follow from this list, and for the machine's figures the metric as well.

import type { HardwareReading } from './hardware-figures.js';

/** Which values there can be: adapters/admin-api/telemetry/figure-schemas. */
export type FigureUnit =
  | 'players'
  | 'count'
  | 'ticksPerSecond'
  | 'ms'
  | 'perSecond'
  | 'bytes'
  | 'bytesPerSecond'
  | 'percent'
  | 'cores'
  | 'cpuPercent';

export interface TelemetryFigure {
  /** Where it stands in stored rows: never changed, and never another's once it was given. */
  readonly place: number;
  readonly unit: FigureUnit;
  /**
   * How a span is told: by its mean, with the least and the largest; or by the largest alone, as percentiles are, of which
   * a mean says nothing.
   */
  readonly over: 'mean' | 'largest';
  /** later: servers of an older version do not tell it. Null wherever it was not measured, which is not 0. */
  readonly told: 'always' | 'if-measured' | 'later';
  readonly says: string;
  /** A figure of the machine: how it is read, and its metric, which is in parts of 1 where the figure is in percent. */
  readonly hardware?: {
    readonly read: (reading: HardwareReading) => number | undefined;
    readonly metric?: string;
  };
  /** What gateways count (GatewayFigures.counts), together, a second. */
  readonly perSecondOf?: string;
}

export const telemetryFigures = {
  players: { place: 1, unit: 'players', over: 'mean', told: 'always', says: 'Players in the world' },
  entities: { place: 2, unit: 'count', over: 'mean', told: 'always', says: 'Players, creatures and loot' },
  tickRate: { place: 3, unit: 'ticksPerSecond', over: 'mean', told: 'always', says: 'World steps a second' },
  tickMsP50: { place: 4, unit: 'ms', over: 'mean', told: 'always', says: 'Duration of a world step, median' },
  tickMsP95: {
    place: 5,
    unit: 'ms',
    over: 'largest',
    told: 'always',
    says: 'Duration of a world step, what 95 % did not exceed',
  },
  tickMsP99: {
    place: 6,
    unit: 'ms',
    over: 'largest',
    told: 'always',
    says: 'Duration of a world step, what 99 % did not exceed',
  },
  tickMsMax: {
    place: 7,
    unit: 'ms',
    over: 'largest',
    told: 'always',
    says: 'Duration of the longest world step',
  },
  packetsInPerSecond: {
    place: 8,
    unit: 'perSecond',
    over: 'mean',
    told: 'always',
    says: 'Datagrams received',
  },
  packetsOutPerSecond: { place: 9, unit: 'perSecond', over: 'mean', told: 'always', says: 'Datagrams sent' },
  bytesInPerSecond: {
    place: 10,
    unit: 'bytesPerSecond',
    over: 'mean',
    told: 'always',
    says: 'In datagrams received',
  },
  bytesOutPerSecond: {
    place: 11,
    unit: 'bytesPerSecond',
    over: 'mean',
    told: 'always',
    says: 'In datagrams sent',
  },
  rttMsP50: {
    place: 12,
    unit: 'ms',
    over: 'mean',
    told: 'if-measured',
    says: "Players' round trips, median",
  },
  rttMsP99: {
    place: 13,
    unit: 'ms',
    over: 'largest',
    told: 'if-measured',
    says: "Players' round trips, what 99 % did not exceed",
  },
  lossPercent: {
    place: 14,
    unit: 'percent',
    over: 'mean',
    told: 'if-measured',
    says: 'Datagrams to players that were lost',
  },
  memoryBytes: {
    place: 15,
    unit: 'bytes',
    over: 'mean',
    told: 'if-measured',
    says: 'Resident memory of the process',
  },
  heapBytes: {
    place: 16,
    unit: 'bytes',
    over: 'mean',
    told: 'if-measured',
    says: 'JavaScript heaps of all its threads',
  },
  cpuPercent: {
    place: 17,
    unit: 'cpuPercent',
    over: 'mean',
    told: 'if-measured',
    says: 'Processor time of the process; 100 is one core',
  },
  databaseMsP99: {
    place: 18,
    unit: 'ms',
    over: 'largest',
    told: 'if-measured',
    says: "Queries to the game's database, that 99 % did not exceed",
  },
  tickMsMean: { place: 19, unit: 'ms', over: 'mean', told: 'later', says: 'Duration of a world step, mean' },
  rttMsMean: { place: 20, unit: 'ms', over: 'mean', told: 'later', says: "Players' round trips, mean" },
  rttMsP95: {
    place: 21,
    unit: 'ms',
    over: 'largest',
    told: 'later',
    says: "Players' round trips, what 95 % did not exceed",
  },
  databaseMsP50: {
    place: 22,
    unit: 'ms',
    over: 'mean',
    told: 'later',
    says: "Queries to the game's database, median",
  },
  queriesPerSecond: {
    place: 23,
    unit: 'perSecond',
    over: 'mean',
    told: 'later',
    says: "Queries to the game's database",
  },
  savesPending: {
    place: 24,
    unit: 'count',
    over: 'mean',
    told: 'later',
    says: 'Characters that wait to be written',
  },
  resentPerSecond: {
    ...{ place: 25, unit: 'perSecond', over: 'mean', told: 'later', perSecondOf: 'retransmits' },
    says: 'Reliable messages, or fragments of them, sent again',
  },
  snapshotsPerSecond: {
    ...{ place: 26, unit: 'perSecond', over: 'mean', told: 'later', perSecondOf: 'snapshotsSent' },
    says: 'Snapshots of the world sent to players',
  },
  sessionsOpenedPerSecond: {
    ...{ place: 27, unit: 'perSecond', over: 'mean', told: 'later', perSecondOf: 'sessionsOpened' },
    says: 'Sessions that were established',
  },
  hostCpuPercent: {
    ...{
      place: 28,
      unit: 'percent',
      over: 'mean',
      told: 'later',
      says: "Busy share of all the machine's cores",
    },
    hardware: { read: ({ cpuPercent }) => cpuPercent },
  },
  cpuLimitCores: {
    ...{ place: 29, unit: 'cores', over: 'mean', told: 'later' },
    says: "How many cores' time the container may use; missing where nothing limits it",
    hardware: { read: ({ cpuLimitCores }) => cpuLimitCores, metric: 'tos_cpu_limit_cores' },
  },
  memoryTotalBytes: {
    ...{ place: 30, unit: 'bytes', over: 'mean', told: 'later' },
    says: 'Memory of the machine, or what the container may use when that is less',
    hardware: { read: ({ memoryTotalBytes }) => memoryTotalBytes, metric: 'tos_host_memory_bytes' },
  },
  memoryAvailableBytes: {
    ...{
      place: 31,
      unit: 'bytes',
      over: 'mean',
      told: 'later',
      says: 'Memory that this process could still get',
    },
    hardware: {
      ...{
        read: ({ memoryAvailableBytes }) => memoryAvailableBytes,
        metric: 'tos_host_memory_available_bytes',
      },
    },
  },
  memoryPressurePercent: {
    ...{ place: 32, unit: 'percent', over: 'mean', told: 'later' },
    says: 'Share of the last 10 s in which something waited for memory, of the container where there is one',
    hardware: {
      ...{
        read: ({ memoryPressurePercent }) => memoryPressurePercent,
        metric: 'tos_host_memory_pressure_ratio',
      },
    },
  },
  diskReadBytesPerSecond: {
    ...{ place: 33, unit: 'bytesPerSecond', over: 'mean', told: 'later', says: 'Bytes read from all disks' },
    hardware: {
      ...{ read: (it) => it.diskReadBytesPerSecond, metric: 'tos_host_disk_read_bytes_per_second' },
    },
  },
  diskWrittenBytesPerSecond: {
    ...{ place: 34, unit: 'bytesPerSecond', over: 'mean', told: 'later', says: 'Bytes written to all disks' },
    hardware: {
      ...{ read: (it) => it.diskWrittenBytesPerSecond, metric: 'tos_host_disk_written_bytes_per_second' },
    },
  },
} as const satisfies Readonly<Record<string, TelemetryFigure>>;

export type FigureName = keyof typeof telemetryFigures;

export const figureNames = Object.keys(telemetryFigures) as readonly FigureName[];

export function figureNamed(name: FigureName): TelemetryFigure {
  return telemetryFigures[name];
}

/** Figures of which there is one for each of something. */
export interface KeyedFigure {
  readonly by: 'map' | 'gateway' | 'phase' | 'interface' | 'core';
  readonly unit: FigureUnit;
  readonly told: 'always' | 'later';
  readonly says: string;
}

export const keyedFigures = {
  playersByMap: { by: 'map', unit: 'players', told: 'always', says: 'Players on each map' },
  gatewaysConnections: { by: 'gateway', unit: 'players', told: 'always', says: 'Sessions of each gateway' },
  phaseMsMean: {
    by: 'phase',
    unit: 'ms',
    told: 'later',
    says: "Duration of each of a world step's phases, mean",
  },
  phaseMsP99: {
    by: 'phase',
    unit: 'ms',
    told: 'later',
    says: "Duration of each of a world step's phases, what 99 % did not exceed",
  },
  gatewayPercent: {
    ...{ by: 'phase', unit: 'percent', told: 'later' },
    says: "Share of the gateways' time in each phase of their turns, waiting included",
  },
  networkInBytesPerSecond: {
    ...{
      by: 'interface',
      unit: 'bytesPerSecond',
      told: 'later',
      says: 'Received through each network interface',
    },
  },
  networkOutBytesPerSecond: {
    ...{
      by: 'interface',
      unit: 'bytesPerSecond',
      told: 'later',
      says: 'Sent through each network interface',
    },
  },
  cpuPercentByCore: {
    by: 'core',
    unit: 'percent',
    told: 'later',
    says: 'Busy share of each core of the machine',
  },
} as const satisfies Readonly<Record<string, KeyedFigure>>;

export type KeyedFigureName = keyof typeof keyedFigures;

export const keyedFigureNames = Object.keys(keyedFigures) as readonly KeyedFigureName[];

/** Keys of one figure in a report, or a span; beyond it nothing is told. */
export const keysOfFigureMax = 256;

type Told = typeof telemetryFigures;

/** Those whose declaration says where they come from. */
export type DeclaredFigure = {
  [Name in FigureName]: Told[Name] extends { readonly hardware: object } | { readonly perSecondOf: string }
    ? Name
    : never;
}[FigureName];

/** What an older API refuses and an older server does not tell. */
export type LaterFigure =
  | { [Name in FigureName]: Told[Name]['told'] extends 'later' ? Name : never }[FigureName]
  | {
      [Name in KeyedFigureName]: (typeof keyedFigures)[Name]['told'] extends 'later' ? Name : never;
    }[KeyedFigureName];

export const laterFigures = [
  ...figureNames.filter((name) => telemetryFigures[name].told === 'later'),
  ...keyedFigureNames.filter((name) => keyedFigures[name].told === 'later'),
] as readonly LaterFigure[];

export type FigureValues = {
  readonly [Name in FigureName]: Told[Name]['told'] extends 'always' ? number : number | null;
};

export type KeyedFigureValues = {
  readonly [Name in KeyedFigureName]: Name extends 'gatewaysConnections'
    ? readonly number[]
    : Readonly<Record<string, number>>;
};
