// What the machine and this process use. Readings are taken in the background at a low rate; asking costs nothing.
// What could not be measured is undefined or left out, never 0: 0 is a figure.

export interface NetworkInterfaceFigures {
  readonly name: string;
  readonly receivedBytesPerSecond: number;
  readonly sentBytesPerSecond: number;
}

export interface HardwareReading {
  /** Of the whole machine, 0 to 100. */
  readonly cpuPercent: number | undefined;
  /** By the core's number; cores that are off are missing. */
  readonly cpuPercentByCore: ReadonlyMap<number, number>;
  /** How many cores' time the container may use; undefined where nothing limits it. */
  readonly cpuLimitCores: number | undefined;
  /** Of this process with all its threads; 100 is one core. */
  readonly processCpuPercent: number | undefined;
  /** The machine's, or what the container may use when that is less. */
  readonly memoryTotalBytes: number | undefined;
  /** What this process could still get without swapping. */
  readonly memoryAvailableBytes: number | undefined;
  /**
   * Share of the last 10 s in which something waited for memory, 0 to 100: of the container, or of the machine where that tells
   * none.
   */
  readonly memoryPressurePercent: number | undefined;
  /** Resident memory of this process. */
  readonly processMemoryBytes: number | undefined;
  /** Used on the main thread's JavaScript heap. */
  readonly processHeapBytes: number;
  /** Of all the machine's disks, whoever uses them. */
  readonly diskReadBytesPerSecond: number | undefined;
  readonly diskWrittenBytesPerSecond: number | undefined;
  readonly network: readonly NetworkInterfaceFigures[];
  /** Measurements that failed since the start, by what was measured; only what ever failed is named. */
  readonly failedMeasurements: Readonly<Record<string, number>>;
}

export interface HardwareFigures {
  /** The newest reading; there from the start, without what takes two samples. */
  newest(): HardwareReading;
}
