// Linux, by its files below /proc and those of control groups. The container's limits count where they are lower than
// the machine. Nothing here starts a program or waits.

import type { Machine } from '../machine/machine.js';
import {
  findCgroup,
  parseBytes,
  parseBytesMax,
  parseCfs,
  parseCpuMax,
  parseReclaimable,
  type CgroupFolders,
} from './cgroup-texts.js';
import { HeldFiles } from './held-files.js';
import type { CoreTimes, DiskCounters, InterfaceCounters } from '../machine/machine.js';
import {
  parseCoreTimes,
  parseDisks,
  parseInterfaces,
  parseMemory,
  parsePressure,
  parseProcessMemory,
} from './proc-texts.js';

export class LinuxMachine implements Machine {
  readonly #root: string;
  readonly #files = new HeldFiles();

  /** `root` is put before every path, for tests. */
  constructor(root = '') {
    this.#root = root;
  }

  cores(): ReadonlyMap<number, CoreTimes> | undefined {
    const cores = this.#ask('/proc/stat', parseCoreTimes);
    return cores === undefined || cores.size === 0 ? undefined : cores;
  }

  cpuLimitCores(): number | undefined {
    const cgroup = this.#cgroupOf('cpu');
    return cgroup && least(cgroup.folders.map((folder) => this.#cpuLimitOf(folder, cgroup.version)));
  }

  memory(): { total: number | undefined; available: number | undefined } {
    const machine = this.#ask('/proc/meminfo', parseMemory);
    const cgroup = this.#cgroupOf('memory');
    const groups = cgroup?.folders.map((folder) => this.#memoryOf(folder, cgroup.version)) ?? [];
    return {
      total: least([machine?.total, ...groups.map((group) => group?.max)]),
      available: least([machine?.available, ...groups.map((group) => group?.available)]),
    };
  }

  /** Our own group's counts what waits in it alone. */
  memoryPressurePercent(): number | undefined {
    const own = this.#cgroupOf('memory');
    const file = own?.version === 2 ? `${own.folders[0]}/memory.pressure` : undefined;
    return (
      (file === undefined ? undefined : this.#ask(file, parsePressure)) ??
      this.#ask('/proc/pressure/memory', parsePressure)
    );
  }

  residentBytes(): number | undefined {
    return this.#ask('/proc/self/status', parseProcessMemory)?.resident;
  }

  disks(): DiskCounters | undefined {
    return this.#ask('/proc/diskstats', parseDisks);
  }

  interfaces(): readonly InterfaceCounters[] | undefined {
    return this.#ask('/proc/self/net/dev', parseInterfaces);
  }

  close(): void {
    this.#files.close();
  }

  #memoryOf(folder: string, version: 1 | 2): { max: number; available: number | undefined } | undefined {
    const names =
      version === 2 ? ['memory.max', 'memory.current'] : ['memory.limit_in_bytes', 'memory.usage_in_bytes'];
    const max = this.#ask(`${folder}/${names[0]}`, parseBytesMax);
    if (max === undefined) return undefined;
    const used = this.#ask(`${folder}/${names[1]}`, parseBytes);
    const reclaimable = this.#ask(`${folder}/memory.stat`, parseReclaimable) ?? 0;
    const available = used === undefined ? undefined : Math.max(0, max - Math.max(0, used - reclaimable));
    return { max, available };
  }

  #cpuLimitOf(folder: string, version: 1 | 2): number | undefined {
    if (version === 2) return this.#ask(`${folder}/cpu.max`, parseCpuMax);
    const period = this.#ask(`${folder}/cpu.cfs_period_us`, String);
    return period === undefined
      ? undefined
      : this.#ask(`${folder}/cpu.cfs_quota_us`, (quota) => parseCfs(quota, period));
  }

  /** Looked for each time: a process can be moved to another group. */
  #cgroupOf(controller: 'memory' | 'cpu'): CgroupFolders | undefined {
    const cgroup = this.#files.read(`${this.#root}/proc/self/cgroup`);
    const mountinfo = this.#files.read(`${this.#root}/proc/self/mountinfo`);
    if (cgroup === undefined || mountinfo === undefined) return undefined;
    return findCgroup(cgroup, mountinfo, controller);
  }

  #ask<Answer>(path: string, parse: (text: string) => Answer): Answer | undefined {
    const text = this.#files.read(this.#root + path);
    return text === undefined ? undefined : parse(text);
  }
}

function least(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
