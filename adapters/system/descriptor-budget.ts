// How many connections the HTTP servers may have, so that files, database and players' sockets never lack descriptors.

import { parseOpenFilesMax } from './linux/proc-texts.js';
import { HeldFiles } from './linux/held-files.js';

/** Kept for all but HTTP: threads, databases and their pools, players' sockets, logs, measurements. Measured: 60 to 110. */
export const reservedDescriptors = 256;
/** Below, the servers take fewer connections than they could. */
export const descriptorsWanted = 2048;
const apiConnections = { min: 16, max: 1000 };
const gameConnections = { min: 8, max: 64 };

export interface DescriptorBudget {
  /** Undefined where the system does not tell. */
  readonly descriptorsMax: number | undefined;
  readonly apiConnectionsMax: number;
  readonly gameConnectionsMax: number;
  /** Whether the limit makes the other two lower than they would be. */
  readonly isLow: boolean;
}

export function budgetOf(descriptorsMax: number | undefined): DescriptorBudget {
  const free = Math.max(0, (descriptorsMax ?? Infinity) - reservedDescriptors);
  return {
    descriptorsMax,
    apiConnectionsMax: between(apiConnections, Math.floor(free / 2)),
    gameConnectionsMax: between(gameConnections, Math.floor(free / 16)),
    isLow: descriptorsMax !== undefined && descriptorsMax < descriptorsWanted,
  };
}

/** As of now; Node itself raises the soft limit to the hard one when it starts. */
export function readDescriptorBudget(): DescriptorBudget {
  const files = new HeldFiles();
  try {
    const limits = files.read('/proc/self/limits');
    return budgetOf(limits === undefined ? undefined : parseOpenFilesMax(limits));
  } finally {
    files.close();
  }
}

function between({ min, max }: { min: number; max: number }, value: number): number {
  return Math.min(max, Math.max(min, value));
}
