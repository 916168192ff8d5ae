// What files below /proc say, read from their text alone: https://docs.kernel.org/filesystems/proc.html and
// https://docs.kernel.org/admin-guide/iostats.html. A line that is not as expected counts as missing; nothing throws.

import type { CoreTimes, DiskCounters, InterfaceCounters } from '../machine/machine.js';
import { wholeNumber } from './whole-number.js';

/** `/proc/stat`, by the core's number; cores that are off have no line. */
export function parseCoreTimes(stat: string): ReadonlyMap<number, CoreTimes> {
  const cores = new Map<number, CoreTimes>();
  for (const line of stat.split('\n')) {
    const core = /^cpu(\d{1,5})\s/.exec(line)?.[1];
    if (core === undefined) continue;
    const times = words(line).slice(1).map(wholeNumber);
    // user nice system idle iowait irq softirq steal; guests' times are in user and nice already.
    const [user, nice, system, idle, iowait = 0, irq = 0, softirq = 0, steal = 0] = times;
    if (user === undefined || nice === undefined || system === undefined || idle === undefined) continue;
    const busy = user + nice + system + irq + softirq + steal;
    cores.set(Number(core), { busy, all: busy + idle + iowait });
  }
  return cores;
}

/** `/proc/meminfo`. Kernels before 3.14 do not tell what is available. */
export function parseMemory(meminfo: string): { total: number | undefined; available: number | undefined } {
  return { total: kilobytes(meminfo, 'MemTotal'), available: kilobytes(meminfo, 'MemAvailable') };
}

/** `/proc/self/status`: memory of the process, resident and mapped. Kernel threads and zombies have none. */
export function parseProcessMemory(status: string): {
  resident: number | undefined;
  mapped: number | undefined;
} {
  return { resident: kilobytes(status, 'VmRSS'), mapped: kilobytes(status, 'VmSize') };
}

/**
 * `/proc/pressure/memory`, or a group's `memory.pressure`: how much of the last 10 s some task waited for memory, in percent
 * (https://docs.kernel.org/accounting/psi.html).
 */
export function parsePressure(pressure: string): number | undefined {
  const percent = /^some avg10=(\d{1,3}\.\d{2}) /m.exec(pressure)?.[1];
  return percent === undefined ? undefined : Math.min(100, Number(percent));
}

/** Memory, mappings and the layers above disks: counted again in what lies below them, or no disk. */
const notDisks = /^(loop|ram|zram|dm-|md|sr|fd|nbd|drbd)\d/;
const sectorBytes = 512;

/** `/proc/diskstats`, summed over whole disks. Undefined when there is none. */
export function parseDisks(diskstats: string): DiskCounters | undefined {
  const lines = diskstats
    .split('\n')
    .map(words)
    .filter((fields) => fields.length >= 14);
  const names = new Set(lines.map((fields) => fields[2]!));
  let found: DiskCounters | undefined;
  for (const fields of lines) {
    const name = fields[2]!;
    const [read, written] = [wholeNumber(fields[5]), wholeNumber(fields[9])];
    if (notDisks.test(name) || isPartition(name, names) || read === undefined || written === undefined)
      continue;
    found = {
      read: (found?.read ?? 0) + read * sectorBytes,
      written: (found?.written ?? 0) + written * sectorBytes,
    };
  }
  return found;
}

/** sda1 of sda, nvme0n1p2 of nvme0n1; xvda1 alone, as some clouds have it, stands for a disk. */
function isPartition(name: string, names: ReadonlySet<string>): boolean {
  const disk = /^(.*\d)p\d+$/.exec(name)?.[1] ?? /^(.*[^\d])\d+$/.exec(name)?.[1];
  return disk !== undefined && names.has(disk);
}

/** `/proc/net/dev`, in its order. Old kernels write no space after the colon. */
export function parseInterfaces(netDev: string): readonly InterfaceCounters[] {
  const interfaces: InterfaceCounters[] = [];
  for (const line of netDev.split('\n')) {
    const colon = line.lastIndexOf(':');
    if (colon < 0) continue;
    const name = line.slice(0, colon).trim();
    const fields = words(line.slice(colon + 1));
    const [received, sent] = [wholeNumber(fields[0]), wholeNumber(fields[8])];
    if (name === '' || received === undefined || sent === undefined) continue;
    interfaces.push({ name, received, sent });
  }
  return interfaces;
}

/** `/proc/self/limits`: how many files and sockets the process may have open. Infinity where unlimited. */
export function parseOpenFilesMax(limits: string): number | undefined {
  return limitOf(/^Max open files\s+(\S+)\s/m.exec(limits)?.[1]);
}

/** `/proc/self/limits`: how many bytes a file may have that the process writes. Infinity where unlimited. */
export function parseFileBytesMax(limits: string): number | undefined {
  return limitOf(/^Max file size\s+(\S+)\s/m.exec(limits)?.[1]);
}

function limitOf(soft: string | undefined): number | undefined {
  return soft === 'unlimited' ? Infinity : wholeNumber(soft);
}

/** In bytes. */
function kilobytes(text: string, name: string): number | undefined {
  const found = wholeNumber(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(text)?.[1]);
  return found === undefined ? undefined : found * 1024;
}

function words(line: string): string[] {
  return line.trim().split(/\s+/);
}
