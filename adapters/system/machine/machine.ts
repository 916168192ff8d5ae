// What a machine can be asked, whatever the system. Every question may throw, answers at once, and starts no other
// program. Undefined: this system does not tell.

/** In clock ticks since the start of the system. */
export interface CoreTimes {
  readonly busy: number;
  readonly all: number;
}

/** Bytes since the start of the system. */
export interface DiskCounters {
  readonly read: number;
  readonly written: number;
}

export interface InterfaceCounters {
  readonly name: string;
  readonly received: number;
  readonly sent: number;
}

export interface Machine {
  cores(): ReadonlyMap<number, CoreTimes> | undefined;
  /** How many cores' time the container may use; undefined where nothing limits it. */
  cpuLimitCores(): number | undefined;
  memory(): { readonly total: number | undefined; readonly available: number | undefined };
  /** How much of the last 10 s something waited for memory, in percent. */
  memoryPressurePercent(): number | undefined;
  residentBytes(): number | undefined;
  disks(): DiskCounters | undefined;
  interfaces(): readonly InterfaceCounters[] | undefined;
  close(): void;
}
