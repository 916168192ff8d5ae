import { describe, expect, it } from '@jest/globals';

import { PinoLog } from '#adapters/system/pino-log.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemHardwareFigures, type DeviceCounters } from '#adapters/system/system-hardware-figures.js';
import { SystemRandom } from '#adapters/system/system-random.js';

function figures(readDevices: () => Promise<DeviceCounters>): {
  hardware: SystemHardwareFigures;
  lines: string[];
} {
  const lines: string[] = [];
  const log = PinoLog.to({ level: 'info', format: 'json', write: (line) => lines.push(line) });
  return { hardware: new SystemHardwareFigures({ log, readDevices }), lines };
}

const nothing = async (): Promise<DeviceCounters> => ({
  diskRead: undefined,
  diskWritten: undefined,
  interfaces: [],
});
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the hardware figures', () => {
  it('are complete before the first sample', () => {
    const { hardware } = figures(nothing);
    const reading = hardware.newest();
    expect(reading.memoryTotalBytes).toBeGreaterThan(reading.memoryAvailableBytes);
    expect(reading.processMemoryBytes).toBeGreaterThan(reading.processHeapBytes);
    expect(reading.processHeapBytes).toBeGreaterThan(0);
    expect(reading.diskReadBytesPerSecond).toBeUndefined();
  });

  it('see the processor time that this process uses', async () => {
    const { hardware } = figures(nothing);
    const until = performance.now() + 60;
    let turns = 0;
    while (performance.now() < until) turns += 1;
    hardware.sampleProcessor();
    const { processCpuPercent, cpuPercent, cpuPercentByCore } = hardware.newest();
    expect(turns).toBeGreaterThan(0);
    expect(processCpuPercent).toBeGreaterThan(0);
    expect(cpuPercent).toBeLessThanOrEqual(100);
    expect(cpuPercentByCore.every((percent) => percent >= 0 && percent <= 100)).toBe(true);
  });

  it('turn the counters of disks and interfaces into rates', async () => {
    let bytes = 0;
    const { hardware } = figures(async () => {
      bytes += 1000;
      const lo = { name: 'lo', received: bytes, sent: 10 * bytes };
      return { diskRead: bytes, diskWritten: 500, interfaces: [lo] };
    });
    await hardware.sampleDevices();
    expect(hardware.newest().network).toEqual([]);
    await pause(5);
    await hardware.sampleDevices();
    const { diskReadBytesPerSecond, diskWrittenBytesPerSecond, network } = hardware.newest();
    expect(diskReadBytesPerSecond).toBeGreaterThan(0);
    expect(diskWrittenBytesPerSecond).toBe(0);
    expect(network).toHaveLength(1);
    expect(network[0]!.sentBytesPerSecond / network[0]!.receivedBytesPerSecond).toBeCloseTo(10);
  });

  it('tell no negative rate when a counter starts again', async () => {
    let bytes = 5000;
    const { hardware } = figures(async () => {
      bytes -= 1000;
      return {
        diskRead: bytes,
        diskWritten: bytes,
        interfaces: [{ name: 'eth0', received: bytes, sent: bytes }],
      };
    });
    await hardware.sampleDevices();
    await pause(2);
    await hardware.sampleDevices();
    expect(hardware.newest()).toMatchObject({
      diskReadBytesPerSecond: 0,
      network: [{ name: 'eth0', receivedBytesPerSecond: 0, sentBytesPerSecond: 0 }],
    });
  });

  it('say once that devices cannot be read, and go on', async () => {
    const { hardware, lines } = figures(() => Promise.reject(new Error('no such tool')));
    await hardware.sampleDevices();
    await hardware.sampleDevices();
    expect(lines).toHaveLength(1);
    hardware.sampleProcessor();
    expect(hardware.newest().processMemoryBytes).toBeGreaterThan(0);
  });

  it('never read the devices twice at once', async () => {
    let reading = 0;
    let most = 0;
    const { hardware } = figures(async () => {
      reading += 1;
      most = Math.max(most, reading);
      await pause(5);
      reading -= 1;
      return nothing();
    });
    await Promise.all([hardware.sampleDevices(), hardware.sampleDevices()]);
    expect(most).toBe(1);
  });

  it('come from the real machine', async () => {
    const lines: string[] = [];
    const log = PinoLog.to({ level: 'warn', format: 'json', write: (line) => lines.push(line) });
    const hardware = new SystemHardwareFigures({ log });
    await hardware.sampleDevices();
    await pause(5);
    await hardware.sampleDevices();
    expect(lines).toEqual([]);
    expect(hardware.newest().network.length).toBeGreaterThan(0);
  });
});

describe('the system clock', () => {
  it('never goes back, and knows the date', () => {
    const clock = new SystemClock();
    const first = clock.nowMs();
    expect(clock.nowMs()).toBeGreaterThanOrEqual(first);
    expect(Math.abs(clock.unixMs() - Date.now())).toBeLessThan(1000);
  });
});

describe('the system randomness', () => {
  it('fills all of the bytes it is given, and only those', () => {
    const random = new SystemRandom();
    const memory = new Uint8Array(300);
    random.fill(memory.subarray(100, 200));
    expect(memory.subarray(0, 100).every((byte) => byte === 0)).toBe(true);
    expect(new Set(memory.subarray(100, 200)).size).toBeGreaterThan(20);
    expect(memory.subarray(200).every((byte) => byte === 0)).toBe(true);
  });

  it('fills shared memory too', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(64));
    new SystemRandom().fill(shared);
    expect(new Set(shared).size).toBeGreaterThan(8);
  });
});
