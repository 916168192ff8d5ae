// The machine this process runs on, and how many cores it may count on.

import { availableParallelism } from 'node:os';

import { LinuxMachine } from './linux/linux-machine.js';
import type { Machine } from './machine/machine.js';
import { PortableMachine } from './machine/portable-machine.js';

export function openMachine(): Machine {
  return process.platform === 'linux' ? new LinuxMachine() : new PortableMachine();
}

/** At least 1. Node knows the cores that it may run on, and not the time that a container gets on them. */
export function usableCores(): number {
  const machine = openMachine();
  try {
    return Math.max(1, Math.min(availableParallelism(), Math.ceil(machine.cpuLimitCores() ?? Infinity)));
  } catch {
    // Only without a file descriptor to spare; then the start fails with a clearer reason soon.
    return availableParallelism();
  } finally {
    machine.close();
  }
}
