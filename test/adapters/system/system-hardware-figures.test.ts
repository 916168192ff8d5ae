import { describe, expect, it } from '@jest/globals';

import { PinoLog } from '#adapters/system/pino-log.js';
import type { Machine } from '#adapters/system/machine/machine.js';
import { PortableMachine } from '#adapters/system/machine/portable-machine.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { interfacesMax, SystemHardwareFigures } from '#adapters/system/system-hardware-figures.js';
import { SystemRandom } from '#adapters/system/system-random.js';

/** A machine that tells nothing, but for what a test lets it tell. */
function machineThat(tells: Partial<Machine> = {}): Machine {
  return {
    cores: () => undefined,
    cpuLimitCores: () => undefined,
    memory: () => ({ total: undefined, available: undefined }),
    memoryPressurePercent: () => undefined,
    residentBytes: () => undefined,
    disks: () => undefined,
    interfaces: () => undefined,
    close: () => undefined,
    ...tells,
  };
}

function figures(tells: Partial<Machine>): {
  hardware: SystemHardwareFigures;
  lines: string[];
  pass: (ms: number) => void;
} {
  const lines: string[] = [];
  let nowMs = 0;
  const log = PinoLog.to({ level: 'info', format: 'json', write: (line) => lines.push(line) });
  const hardware = new SystemHardwareFigures({ log, machine: machineThat(tells), nowMs: () => nowMs });
  return { hardware, lines, pass: (ms) => void (nowMs += ms) };
}

const failing = (): never => {
  throw Object.assign(new Error('too many open files'), { code: 'EMFILE' });
};

describe('the hardware figures', () => {
  it('of a machine that tells nothing are absent, not 0', () => {
    const { hardware, pass, lines } = figures({});
    pass(5000);
    hardware.sampleProcessor();
    hardware.sampleDevices();
    expect(hardware.newest()).toEqual({
      cpuPercent: undefined,
      cpuPercentByCore: new Map(),
      cpuLimitCores: undefined,
      processCpuPercent: expect.any(Number),
      memoryTotalBytes: undefined,
      memoryAvailableBytes: undefined,
      memoryPressurePercent: undefined,
      processMemoryBytes: undefined,
      processHeapBytes: expect.any(Number),
      diskReadBytesPerSecond: undefined,
      diskWrittenBytesPerSecond: undefined,
      network: [],
      failedMeasurements: {},
    });
    expect(lines).toEqual([]);
  });

  it('that take two samples are absent before the second', () => {
    const { hardware } = figures({
      cores: () => new Map([[0, { busy: 1, all: 2 }]]),
      disks: () => ({ read: 5, written: 5 }),
    });
    expect(hardware.newest()).toMatchObject({
      cpuPercent: undefined,
      processCpuPercent: undefined,
      diskReadBytesPerSecond: undefined,
    });
  });

  it('know each core by its number, also when others are off or come back', () => {
    const samples = [
      new Map([
        [0, { busy: 10, all: 100 }],
        [2, { busy: 50, all: 100 }],
      ]),
      new Map([
        [0, { busy: 20, all: 200 }],
        [1, { busy: 0, all: 7 }],
        [2, { busy: 1, all: 3 }],
      ]),
    ];
    const { hardware, pass } = figures({ cores: () => samples.shift() });
    pass(1000);
    hardware.sampleProcessor();
    expect(hardware.newest()).toMatchObject({ cpuPercentByCore: new Map([[0, 10]]), cpuPercent: 10 });
  });

  it('see the processor time that this process uses', () => {
    const { hardware, pass } = figures({});
    const until = performance.now() + 30;
    let turns = 0;
    while (performance.now() < until) turns += 1;
    pass(30);
    hardware.sampleProcessor();
    expect(turns).toBeGreaterThan(0);
    expect(hardware.newest().processCpuPercent).toBeGreaterThan(0);
  });

  it('turn the counters of disks and interfaces into rates', () => {
    let bytes = 0;
    const { hardware, pass } = figures({
      disks: () => ({ read: bytes, written: 500 }),
      interfaces: () => [{ name: 'lo', received: bytes, sent: 10 * bytes }],
    });
    bytes = 1000;
    pass(2000);
    hardware.sampleDevices();
    expect(hardware.newest()).toMatchObject({
      diskReadBytesPerSecond: 500,
      diskWrittenBytesPerSecond: 0,
      network: [{ name: 'lo', receivedBytesPerSecond: 500, sentBytesPerSecond: 5000 }],
    });
  });

  it('have no rate when a counter starts again, or a device is new or gone', () => {
    let now = { disks: 5000, name: 'eth0' };
    const { hardware, pass } = figures({
      disks: () => ({ read: now.disks, written: now.disks }),
      interfaces: () => [{ name: now.name, received: 5, sent: 5 }],
    });
    now = { disks: 4000, name: 'eth1' };
    pass(5000);
    hardware.sampleDevices();
    const { diskReadBytesPerSecond, network } = hardware.newest();
    expect([diskReadBytesPerSecond, network]).toEqual([undefined, []]);
  });

  it('tell of the interfaces that carried most, so many at most', () => {
    const interfaces = Array.from({ length: 300 }, (_, i) => ({ name: `veth${i}`, received: i, sent: 0 }));
    const { hardware, pass } = figures({ interfaces: () => interfaces });
    pass(5000);
    hardware.sampleDevices();
    const names = hardware.newest().network.map(({ name }) => name);
    expect([names.length, names[0]]).toEqual([interfacesMax, 'veth299']);
  });

  it('that fail are absent and counted, told when it begins and when it ends, and harm no others', () => {
    let broken = true;
    const { hardware, pass, lines } = figures({
      disks: () => (broken ? failing() : { read: 1, written: 1 }),
      cores: () => (broken ? failing() : new Map([[0, { busy: 1, all: 2 }]])),
      residentBytes: () => 77,
    });
    for (let i = 0; i < 3; i++) {
      pass(5000);
      hardware.sampleProcessor();
      hardware.sampleDevices();
    }
    expect(hardware.newest()).toMatchObject({
      cpuPercent: undefined,
      diskReadBytesPerSecond: undefined,
      processMemoryBytes: 77,
      failedMeasurements: { processor: 4, disks: 4 },
    });
    expect(lines).toHaveLength(2);
    broken = false;
    pass(5000);
    hardware.sampleProcessor();
    hardware.sampleDevices();
    expect(lines.slice(2).map((line) => (JSON.parse(line) as { message: string }).message)).toEqual([
      'processor: measured again',
      'disks: measured again',
    ]);
  });

  it('come from the real machine, without another program', async () => {
    const lines: string[] = [];
    const log = PinoLog.to({ level: 'warn', format: 'json', write: (line) => lines.push(line) });
    const hardware = new SystemHardwareFigures({ log });
    await new Promise((resolve) => setTimeout(resolve, 30));
    hardware.sampleProcessor();
    hardware.sampleDevices();
    const reading = hardware.newest();
    hardware.stop();
    expect(lines).toEqual([]);
    expect(reading.memoryTotalBytes).toBeGreaterThan(reading.memoryAvailableBytes!);
    expect(reading.processMemoryBytes).toBeGreaterThan(reading.processHeapBytes);
    expect([...reading.cpuPercentByCore.values()].every((percent) => percent >= 0 && percent <= 100)).toBe(
      true,
    );
  });
});

describe('a machine of which only Node knows', () => {
  it('has cores and memory, and knows nothing of disks and interfaces', () => {
    const machine = new PortableMachine();
    const { total, available } = machine.memory();
    expect(total).toBeGreaterThan(available);
    expect(machine.cores()?.size).toBeGreaterThan(0);
    expect([machine.disks(), machine.interfaces(), machine.cpuLimitCores()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
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
