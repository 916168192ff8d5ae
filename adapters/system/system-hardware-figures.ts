// What the machine and this process use, sampled in the background: processor and memory each second from the host
// itself, disks and network every 15 s through systeminformation, which starts other programs for it (measured: 7 ms
// of processor time a sample). Neither keeps the process alive.

import { availableParallelism, cpus, freemem, totalmem, type CpuInfo } from 'node:os';

import type { HardwareFigures, HardwareReading, NetworkInterfaceFigures } from '#ports/hardware-figures.js';
import type { Log } from '#ports/log.js';

const processorMs = 1000;
const devicesMs = 15_000;
/** Interfaces told of; a host of containers can have hundreds. */
const interfacesMax = 16;

/** Bytes since the system's start. */
export interface DeviceCounters {
  readonly diskRead: number | undefined;
  readonly diskWritten: number | undefined;
  readonly interfaces: readonly { readonly name: string; readonly received: number; readonly sent: number }[];
}

export interface SystemHardwareFiguresOptions {
  readonly log: Log;
  /** Replaces systeminformation in tests. */
  readonly readDevices?: () => Promise<DeviceCounters>;
}

interface CoreTimes {
  readonly busyMs: number;
  readonly allMs: number;
}

type DeviceRates = Pick<HardwareReading, 'diskReadBytesPerSecond' | 'diskWrittenBytesPerSecond' | 'network'>;

export class SystemHardwareFigures implements HardwareFigures {
  readonly #log: Log;
  readonly #readDevices: () => Promise<DeviceCounters>;
  #timers: NodeJS.Timeout[] = [];
  #reading: HardwareReading;
  #cores = coreTimes(cpus());
  #usage = process.cpuUsage();
  #sampledAtMs = performance.now();
  #devices: { readonly counters: DeviceCounters; readonly atMs: number } | undefined;
  #devicesBusy = false;
  #devicesFailed = false;

  constructor({ log, readDevices = readDevicesOfSystem }: SystemHardwareFiguresOptions) {
    this.#log = log;
    this.#readDevices = readDevices;
    this.#reading = {
      cpuPercent: 0,
      cpuPercentByCore: Array.from({ length: availableParallelism() }, () => 0),
      processCpuPercent: 0,
      ...memory(),
      diskReadBytesPerSecond: undefined,
      diskWrittenBytesPerSecond: undefined,
      network: [],
    };
  }

  start(): void {
    if (this.#timers.length > 0) return;
    this.#timers = [
      setInterval(() => this.sampleProcessor(), processorMs).unref(),
      setInterval(() => void this.sampleDevices(), devicesMs).unref(),
    ];
    void this.sampleDevices();
  }

  stop(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
  }

  newest(): HardwareReading {
    return this.#reading;
  }

  /** What the timer does each second. */
  sampleProcessor(): void {
    const nowMs = performance.now();
    const elapsedMs = nowMs - this.#sampledAtMs;
    if (elapsedMs < 10) return;
    const cores = coreTimes(cpus());
    const used = process.cpuUsage(this.#usage);
    const byCore = cores.map((core, index) => percentBusy(this.#cores[index], core));
    this.#reading = {
      ...this.#reading,
      ...memory(),
      cpuPercentByCore: byCore,
      cpuPercent: byCore.reduce((sum, percent) => sum + percent, 0) / Math.max(1, byCore.length),
      processCpuPercent: (used.user + used.system) / 10 / elapsedMs,
    };
    this.#cores = cores;
    this.#usage = process.cpuUsage();
    this.#sampledAtMs = nowMs;
  }

  /** What the timer does every 15 s. One at a time; a failure leaves the last rates and is logged once. */
  async sampleDevices(): Promise<void> {
    if (this.#devicesBusy) return;
    this.#devicesBusy = true;
    try {
      const counters = await this.#readDevices();
      const atMs = performance.now();
      if (this.#devices !== undefined && atMs > this.#devices.atMs) {
        const seconds = (atMs - this.#devices.atMs) / 1000;
        this.#reading = { ...this.#reading, ...deviceRates(this.#devices.counters, counters, seconds) };
      }
      this.#devices = { counters, atMs };
    } catch (error) {
      if (!this.#devicesFailed) this.#log.warn('disk and network figures are not available', { error });
      this.#devicesFailed = true;
    } finally {
      this.#devicesBusy = false;
    }
  }
}

function memory() {
  const { rss, heapUsed } = process.memoryUsage();
  return {
    memoryTotalBytes: totalmem(),
    memoryAvailableBytes: freemem(),
    processMemoryBytes: rss,
    processHeapBytes: heapUsed,
  };
}

function coreTimes(infos: readonly CpuInfo[]): CoreTimes[] {
  return infos.map(({ times }) => {
    const busyMs = times.user + times.nice + times.sys + times.irq;
    return { busyMs, allMs: busyMs + times.idle };
  });
}

function percentBusy(before: CoreTimes | undefined, now: CoreTimes): number {
  const allMs = now.allMs - (before?.allMs ?? 0);
  const busyMs = now.busyMs - (before?.busyMs ?? 0);
  return allMs > 0 ? Math.min(100, Math.max(0, (busyMs / allMs) * 100)) : 0;
}

function deviceRates(before: DeviceCounters, now: DeviceCounters, seconds: number): DeviceRates {
  // Counters start again when a device is replaced; such a window tells nothing.
  const rate = (from: number, to: number): number => Math.max(0, to - from) / seconds;
  const diskRate = (from: number | undefined, to: number | undefined): number | undefined =>
    from === undefined || to === undefined ? undefined : rate(from, to);
  const network: NetworkInterfaceFigures[] = [];
  for (const { name, received, sent } of now.interfaces.slice(0, interfacesMax)) {
    const earlier = before.interfaces.find((candidate) => candidate.name === name);
    if (earlier === undefined) continue;
    network.push({
      name,
      receivedBytesPerSecond: rate(earlier.received, received),
      sentBytesPerSecond: rate(earlier.sent, sent),
    });
  }
  return {
    diskReadBytesPerSecond: diskRate(before.diskRead, now.diskRead),
    diskWrittenBytesPerSecond: diskRate(before.diskWritten, now.diskWritten),
    network,
  };
}

/** Loaded on first use: it is large, and many programs never ask. */
async function readDevicesOfSystem(): Promise<DeviceCounters> {
  const { fsStats, networkStats } = await import('systeminformation');
  const [disks, interfaces] = await Promise.all([fsStats(), networkStats('*')]);
  // On systems where it cannot measure disks it answers null.
  const measured = disks as { rx: number; wx: number } | null;
  return {
    diskRead: measured?.rx,
    diskWritten: measured?.wx,
    interfaces: interfaces.map(({ iface, rx_bytes, tx_bytes }) => ({
      name: iface,
      received: rx_bytes,
      sent: tx_bytes,
    })),
  };
}
