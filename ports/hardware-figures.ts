// What the machine and this process use. Readings are taken in the background at a low rate; asking costs nothing.

export interface NetworkInterfaceFigures {
  readonly name: string;
  readonly receivedBytesPerSecond: number;
  readonly sentBytesPerSecond: number;
}

export interface HardwareReading {
  /** Of the whole machine, 0 to 100. */
  readonly cpuPercent: number;
  readonly cpuPercentByCore: readonly number[];
  /** Of this process with all its threads; 100 is one core. */
  readonly processCpuPercent: number;
  readonly memoryTotalBytes: number;
  /** What programs could still get without swapping. */
  readonly memoryAvailableBytes: number;
  /** Resident memory of this process. */
  readonly processMemoryBytes: number;
  /** Used on the main thread's JavaScript heap. */
  readonly processHeapBytes: number;
  /** Undefined until measured, and where the system does not tell. */
  readonly diskReadBytesPerSecond: number | undefined;
  readonly diskWrittenBytesPerSecond: number | undefined;
  /** Empty until measured. */
  readonly network: readonly NetworkInterfaceFigures[];
}

export interface HardwareFigures {
  /** The newest reading; complete from the start, with zeros for what takes two samples. */
  newest(): HardwareReading;
}
