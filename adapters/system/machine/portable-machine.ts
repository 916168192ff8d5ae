// Any system, by what Node itself tells. It knows nothing of disks and of what interfaces carry; libraries that do start
// other programs for it, which is worse than not to know.

import { cpus, freemem, totalmem } from 'node:os';

import type { CoreTimes } from './machine.js';
import type { Machine } from './machine.js';

export class PortableMachine implements Machine {
  cores(): ReadonlyMap<number, CoreTimes> | undefined {
    const cores = cpus().map(({ times }, core) => {
      const busy = times.user + times.nice + times.sys + times.irq;
      return [core, { busy, all: busy + times.idle }] as const;
    });
    return cores.length === 0 ? undefined : new Map(cores);
  }

  cpuLimitCores(): undefined {
    return undefined;
  }

  memory(): { total: number; available: number } {
    const [machine, limit] = [totalmem(), process.constrainedMemory()];
    // Node says 0 or the largest number where there is no limit.
    const limited = limit > 0 && limit < machine;
    return {
      total: limited ? limit : machine,
      available: limited ? process.availableMemory() : freemem(),
    };
  }

  memoryPressurePercent(): undefined {
    return undefined;
  }

  residentBytes(): number {
    return process.memoryUsage.rss();
  }

  disks(): undefined {
    return undefined;
  }

  interfaces(): undefined {
    return undefined;
  }

  close(): void {}
}
