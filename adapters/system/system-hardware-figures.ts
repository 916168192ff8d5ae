// What the machine and this process use, sampled in the background: the processor each second, the rest every 5 s. No
// sample starts a program, waits, keeps the process alive, or ends it: what fails is left out (observation.ts).

import { getHeapStatistics } from 'node:v8';

import type {
  HardwareFigures,
  HardwareReading,
  NetworkInterfaceFigures,
} from '#ports/system/hardware-figures.js';
import type { Log } from '#ports/system/log.js';

import type { CoreTimes, DiskCounters, InterfaceCounters } from './machine/machine.js';
import type { Machine } from './machine/machine.js';
import { Observation } from './observation.js';
import { openMachine } from './open-machine.js';

const processorMs = 1000;
const devicesMs = 5_000;
/** Interfaces told of, those that carried most; a host of containers can have hundreds. */
export const interfacesMax = 16;

export interface SystemHardwareFiguresOptions {
  readonly log: Log;
  readonly machine?: Machine;
  /** Monotonic. */
  readonly nowMs?: () => number;
}

export class SystemHardwareFigures implements HardwareFigures {
  readonly #machine: Machine;
  readonly #nowMs: () => number;
  readonly #observation: Observation;
  #timers: NodeJS.Timeout[] = [];
  #reading: Omit<HardwareReading, 'failedMeasurements'>;
  #cores: ReadonlyMap<number, CoreTimes> | undefined;
  #usage = process.cpuUsage();
  #processorAtMs: number;
  #disks: DiskCounters | undefined;
  #interfaces: readonly InterfaceCounters[] | undefined;
  #devicesAtMs: number;

  constructor({ log, machine, nowMs = () => performance.now() }: SystemHardwareFiguresOptions) {
    this.#machine = machine ?? openMachine();
    this.#nowMs = nowMs;
    this.#observation = new Observation(log);
    this.#processorAtMs = this.#devicesAtMs = nowMs();
    this.#cores = this.#observation.of('processor', () => this.#machine.cores());
    this.#disks = this.#observation.of('disks', () => this.#machine.disks());
    this.#interfaces = this.#observation.of('network', () => this.#machine.interfaces());
    this.#reading = {
      cpuPercent: undefined,
      cpuPercentByCore: new Map(),
      processCpuPercent: undefined,
      diskReadBytesPerSecond: undefined,
      diskWrittenBytesPerSecond: undefined,
      network: [],
      processMemoryBytes: this.#resident(),
      processHeapBytes: heapBytes(),
      ...this.#limits(),
    };
  }

  start(): void {
    if (this.#timers.length > 0) return;
    this.#timers = [
      setInterval(() => this.sampleProcessor(), processorMs).unref(),
      setInterval(() => this.sampleDevices(), devicesMs).unref(),
    ];
  }

  stop(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    this.#machine.close();
  }

  newest(): HardwareReading {
    return { ...this.#reading, failedMeasurements: this.#observation.failures };
  }

  /** What the timer does each second. */
  sampleProcessor(): void {
    const atMs = this.#nowMs();
    const elapsedMs = atMs - this.#processorAtMs;
    // Cores count in steps of 10 ms.
    if (elapsedMs < 10) return;
    const cores = this.#observation.of('processor', () => this.#machine.cores());
    const used = process.cpuUsage(this.#usage);
    this.#reading = {
      ...this.#reading,
      ...busyShares(this.#cores, cores),
      processCpuPercent: (used.user + used.system) / 10 / elapsedMs,
      processMemoryBytes: this.#resident(),
      processHeapBytes: heapBytes(),
    };
    this.#cores = cores;
    this.#usage = process.cpuUsage();
    this.#processorAtMs = atMs;
  }

  /** What the timer does every 5 s. */
  sampleDevices(): void {
    const atMs = this.#nowMs();
    const seconds = (atMs - this.#devicesAtMs) / 1000;
    if (seconds <= 0) return;
    const disks = this.#observation.of('disks', () => this.#machine.disks());
    const interfaces = this.#observation.of('network', () => this.#machine.interfaces());
    this.#reading = {
      ...this.#reading,
      ...this.#limits(),
      diskReadBytesPerSecond: rate(this.#disks?.read, disks?.read, seconds),
      diskWrittenBytesPerSecond: rate(this.#disks?.written, disks?.written, seconds),
      network: networkRates(this.#interfaces ?? [], interfaces ?? [], seconds),
    };
    this.#disks = disks;
    this.#interfaces = interfaces;
    this.#devicesAtMs = atMs;
  }

  #resident(): number | undefined {
    return this.#observation.of('memory of the process', () => this.#machine.residentBytes());
  }

  #limits() {
    const memory = this.#observation.of('memory', () => this.#machine.memory());
    return {
      memoryTotalBytes: memory?.total,
      memoryAvailableBytes: memory?.available,
      memoryPressurePercent: this.#observation.of('memory pressure', () =>
        this.#machine.memoryPressurePercent(),
      ),
      cpuLimitCores: this.#observation.of('processor limit', () => this.#machine.cpuLimitCores()),
    };
  }
}

/** Not by process.memoryUsage(), which opens a file and throws where none can be opened. */
function heapBytes(): number {
  return getHeapStatistics().used_heap_size;
}

function busyShares(
  before: ReadonlyMap<number, CoreTimes> | undefined,
  now: ReadonlyMap<number, CoreTimes> | undefined,
): Pick<HardwareReading, 'cpuPercent' | 'cpuPercentByCore'> {
  const byCore = new Map<number, number>();
  for (const [core, times] of now ?? []) {
    const earlier = before?.get(core);
    if (earlier === undefined) continue;
    const all = times.all - earlier.all;
    // A core that was off and came back counts from another beginning.
    if (all <= 0) continue;
    byCore.set(core, Math.min(100, Math.max(0, ((times.busy - earlier.busy) / all) * 100)));
  }
  const sum = [...byCore.values()].reduce((total, percent) => total + percent, 0);
  return { cpuPercentByCore: byCore, cpuPercent: byCore.size === 0 ? undefined : sum / byCore.size };
}

/** Counters start again when a device is replaced; such a window tells nothing. */
function rate(from: number | undefined, to: number | undefined, seconds: number): number | undefined {
  return from === undefined || to === undefined || to < from ? undefined : (to - from) / seconds;
}

function networkRates(
  before: readonly InterfaceCounters[],
  now: readonly InterfaceCounters[],
  seconds: number,
): NetworkInterfaceFigures[] {
  const earlier = new Map(before.map((it) => [it.name, it]));
  const most = [...now].sort((a, b) => b.received + b.sent - (a.received + a.sent)).slice(0, interfacesMax);
  return most.flatMap(({ name, received, sent }) => {
    const receivedBytesPerSecond = rate(earlier.get(name)?.received, received, seconds);
    const sentBytesPerSecond = rate(earlier.get(name)?.sent, sent, seconds);
    return receivedBytesPerSecond === undefined || sentBytesPerSecond === undefined
      ? []
      : [{ name, receivedBytesPerSecond, sentBytesPerSecond }];
  });
}
