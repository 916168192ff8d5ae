// What a machine can be asked, whatever the system. Every question may throw, answers at once, and starts no other
// program. Undefined: this system does not tell.

import type { CoreTimes, DiskCounters, InterfaceCounters } from './linux/proc-texts.js';

export interface Machine {
  cores(): ReadonlyMap<number, CoreTimes> | undefined;
  /** How many cores' time the container may use; undefined where nothing limits it. */
  cpuLimitCores(): number | undefined;
  memory(): { readonly total: number | undefined; readonly available: number | undefined };
  residentBytes(): number | undefined;
  disks(): DiskCounters | undefined;
  interfaces(): readonly InterfaceCounters[] | undefined;
  close(): void;
}
