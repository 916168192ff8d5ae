// The texts are those of real machines: kernels 2.6.32, 4.4, 5.15 and 6.18, Docker with cgroup versions 1 and 2.
import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import {
  findCgroup,
  parseBytesMax,
  parseCfs,
  parseCpuMax,
  parseReclaimable,
} from '#adapters/system/linux/cgroup-texts.js';
import { LinuxMachine } from '#adapters/system/linux/linux-machine.js';
import {
  parseCoreTimes,
  parseDisks,
  parseInterfaces,
  parseMemory,
  parseFileBytesMax,
  parseOpenFilesMax,
  parseProcessMemory,
} from '#adapters/system/linux/proc-texts.js';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A machine whose files are these and no others. */
function machineOf(files: Readonly<Record<string, string>>): LinuxMachine {
  const root = mkdtempSync(join(tmpdir(), 'machine-'));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return new LinuxMachine(root);
}

const meminfo = 'MemTotal:       16384000 kB\nMemFree:         1000000 kB\nMemAvailable:    8192000 kB\n';

const docker2 = {
  '/proc/self/cgroup': '0::/\n',
  '/proc/self/mountinfo':
    '612 611 0:28 / /sys/fs/cgroup ro,nosuid,nodev,noexec,relatime - cgroup2 cgroup rw,nsdelegate,memory_recursiveprot\n',
  '/proc/meminfo': meminfo,
  '/sys/fs/cgroup/memory.max': '536870912\n',
  '/sys/fs/cgroup/memory.current': '400000000\n',
  '/sys/fs/cgroup/memory.stat':
    'anon 250000000\nfile 150000000\nactive_file 50000000\ninactive_file 100000000\n',
  '/sys/fs/cgroup/cpu.max': '150000 100000\n',
};

const docker1 = {
  '/proc/self/cgroup': [
    '12:memory:/docker/4be1',
    '3:cpu,cpuacct:/docker/4be1',
    '1:name=systemd:/docker/4be1',
    '0::/system.slice/containerd.service',
  ].join('\n'),
  '/proc/self/mountinfo': [
    '737 736 0:32 /docker/4be1 /sys/fs/cgroup/memory ro,nosuid - cgroup cgroup rw,memory',
    '738 736 0:33 /docker/4be1 /sys/fs/cgroup/cpu,cpuacct ro,nosuid - cgroup cgroup rw,cpu,cpuacct',
  ].join('\n'),
  '/proc/meminfo': meminfo,
  '/sys/fs/cgroup/memory/memory.limit_in_bytes': '268435456\n',
  '/sys/fs/cgroup/memory/memory.usage_in_bytes': '100000000\n',
  '/sys/fs/cgroup/memory/memory.stat': 'inactive_file 1\ntotal_cache 9\ntotal_inactive_file 30000000\n',
  '/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us': '50000\n',
  '/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us': '100000\n',
};

describe('a container', () => {
  it('of cgroup version 2 has its own memory and processor, not the host’s', () => {
    const machine = machineOf(docker2);
    expect(machine.memory()).toEqual({ total: 536_870_912, available: 536_870_912 - 300_000_000 });
    expect(machine.cpuLimitCores()).toBe(1.5);
  });

  it('of cgroup version 1 too', () => {
    const machine = machineOf(docker1);
    expect(machine.memory()).toEqual({ total: 268_435_456, available: 268_435_456 - 70_000_000 });
    expect(machine.cpuLimitCores()).toBe(0.5);
  });

  it('without limits has what the host has', () => {
    const machine = machineOf({
      ...docker2,
      '/sys/fs/cgroup/memory.max': 'max\n',
      '/sys/fs/cgroup/cpu.max': 'max 100000\n',
    });
    expect(machine.memory()).toEqual({ total: 16_384_000 * 1024, available: 8_192_000 * 1024 });
    expect(machine.cpuLimitCores()).toBeUndefined();
    const unlimited1 = machineOf({
      ...docker1,
      '/sys/fs/cgroup/memory/memory.limit_in_bytes': '9223372036854771712\n',
      '/sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us': '-1\n',
    });
    expect(unlimited1.memory().total).toBe(16_384_000 * 1024);
    expect(unlimited1.cpuLimitCores()).toBeUndefined();
  });

  it('never has more than the host has available', () => {
    const crowded = { ...docker2, '/proc/meminfo': 'MemTotal: 16384000 kB\nMemAvailable:   1000 kB\n' };
    expect(machineOf(crowded).memory().available).toBe(1_024_000);
  });
});

describe('a service of systemd', () => {
  it('is bound by the least of its own limit and those above it', () => {
    const machine = machineOf({
      '/proc/self/cgroup': '0::/system.slice/tos.service\n',
      '/proc/self/mountinfo': '30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw\n',
      '/proc/meminfo': meminfo,
      '/sys/fs/cgroup/system.slice/tos.service/memory.max': 'max\n',
      '/sys/fs/cgroup/system.slice/tos.service/cpu.max': '400000 100000\n',
      '/sys/fs/cgroup/system.slice/memory.max': '1000000\n',
      '/sys/fs/cgroup/system.slice/memory.current': '2000000\n',
      '/sys/fs/cgroup/system.slice/cpu.max': '200000 100000\n',
    });
    expect(machine.memory()).toEqual({ total: 1_000_000, available: 0 });
    expect(machine.cpuLimitCores()).toBe(2);
  });
});

describe('a machine without these files', () => {
  it('tells nothing, and nothing is 0', () => {
    const machine = machineOf({});
    expect(machine.cores()).toBeUndefined();
    expect(machine.memory()).toEqual({ total: undefined, available: undefined });
    expect(machine.residentBytes()).toBeUndefined();
    expect(machine.disks()).toBeUndefined();
    expect(machine.interfaces()).toBeUndefined();
    expect(machine.cpuLimitCores()).toBeUndefined();
  });

  it('tells them as soon as they are there', () => {
    const root = mkdtempSync(join(tmpdir(), 'machine-'));
    folders.push(root);
    const machine = new LinuxMachine(root);
    expect(machine.memory().total).toBeUndefined();
    mkdirSync(join(root, 'proc'));
    writeFileSync(join(root, 'proc/meminfo'), meminfo);
    expect(machine.memory().total).toBe(16_384_000 * 1024);
    writeFileSync(join(root, 'proc/meminfo'), 'MemTotal:       2 kB\n');
    expect(machine.memory().total).toBe(2048);
    machine.close();
  });
});

describe('where a control group is', () => {
  it('is found in hybrid systems by the controller', () => {
    const cgroup = '4:memory:/user.slice\n1:name=systemd:/x\n0::/\n';
    const mountinfo = [
      '34 30 0:31 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory',
      '40 30 0:37 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw',
    ].join('\n');
    expect(findCgroup(cgroup, mountinfo, 'memory')).toEqual({
      version: 1,
      folders: ['/sys/fs/cgroup/memory/user.slice', '/sys/fs/cgroup/memory'],
    });
    expect(findCgroup(cgroup, mountinfo, 'cpu')).toEqual({
      version: 2,
      folders: ['/sys/fs/cgroup/unified'],
    });
  });

  it('is the mount itself when our path is not below what is mounted', () => {
    const mountinfo = '1 1 0:1 /docker/abc /sys/fs/cgroup\\040a rw - cgroup2 cgroup2 rw';
    for (const path of ['/elsewhere', '/../..', '/docker/abcd']) {
      expect(findCgroup(`0::${path}`, mountinfo, 'memory')?.folders).toEqual(['/sys/fs/cgroup a']);
    }
    expect(findCgroup('', mountinfo, 'memory')).toBeUndefined();
    expect(findCgroup('0::/', '', 'memory')).toBeUndefined();
  });
});

describe('the texts of /proc', () => {
  it('stat: cores by number, with and without the later columns', () => {
    const stat = [
      'cpu  19148 0 13471 68358 795 0 380 0 0 0',
      'cpu0 8940 10 5982 35799 252 1 89 2 5 5',
      'cpu2 100 0 100 800',
      'cpu9 broken',
      'intr 615024 0 0',
    ].join('\n');
    expect(parseCoreTimes(stat)).toEqual(
      new Map([
        [0, { busy: 8940 + 10 + 5982 + 1 + 89 + 2, all: 8940 + 10 + 5982 + 1 + 89 + 2 + 35799 + 252 }],
        [2, { busy: 200, all: 1000 }],
      ]),
    );
  });

  it('meminfo: kernels before 3.14 do not tell what is available', () => {
    expect(parseMemory('MemTotal:        1024 kB\nMemFree:          512 kB\n')).toEqual({
      total: 1024 * 1024,
      available: undefined,
    });
  });

  it('status: memory of the process', () => {
    expect(parseProcessMemory('Name:\tnode\nVmSize:\t   2048 kB\nVmRSS:\t    100 kB\n')).toEqual({
      resident: 102_400,
      mapped: 2_097_152,
    });
    expect(parseProcessMemory('Name:\tkthreadd\n')).toEqual({ resident: undefined, mapped: undefined });
  });

  it('diskstats: whole disks once, not their partitions nor what lies above them', () => {
    const line = (name: string, read: number, written: number): string =>
      ` 8 0 ${name} 1 2 ${read} 4 5 6 ${written} 8 0 9 10`;
    const text = [
      line('loop0', 7, 7),
      line('zram0', 7, 7),
      line('sda', 10, 20),
      line('sda1', 10, 20),
      line('sdaa', 1, 1),
      line('nvme0n1', 100, 200),
      line('nvme0n1p1', 100, 200),
      line('nvme0n10', 1000, 2000),
      line('dm-0', 7, 7),
      line('md127', 7, 7),
      line('xvdb1', 10_000, 20_000),
      line('mmcblk0', 3, 3),
      line('mmcblk0p2', 3, 3),
    ].join('\n');
    expect(parseDisks(text)).toEqual({ read: 11_114 * 512, written: 22_224 * 512 });
    expect(parseDisks('   8   1 sda1 4 5 6 7\n')).toBeUndefined();
    expect(parseDisks('')).toBeUndefined();
  });

  it('net/dev: also of kernels that write no blank after the colon', () => {
    const text = [
      'Inter-|   Receive                                                |  Transmit',
      ' face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed',
      '    lo:    3193      29    0    0    0     0          0         0     3193      29    0    0    0     0       0          0',
      '  eth0:561909705   18701    0    0    0     0          0         0  1718127   11917    0    0    0     0       0          0',
    ].join('\n');
    expect(parseInterfaces(text)).toEqual([
      { name: 'lo', received: 3193, sent: 3193 },
      { name: 'eth0', received: 561_909_705, sent: 1_718_127 },
    ]);
  });

  it('limits: the soft one counts', () => {
    const limits = 'Max processes             96364                96364                processes \n';
    expect(
      parseOpenFilesMax(
        `${limits}Max open files            1024                 4096                 files     \n`,
      ),
    ).toBe(1024);
    expect(
      parseOpenFilesMax('Max open files            unlimited            unlimited            files\n'),
    ).toBe(Infinity);
    expect(parseOpenFilesMax(limits)).toBeUndefined();
    const fileSize = 'Max file size             4194304              unlimited            bytes     \n';
    expect(parseFileBytesMax(limits + fileSize)).toBe(4_194_304);
    expect(parseFileBytesMax('Max file size             unlimited            unlimited  bytes')).toBe(
      Infinity,
    );
    expect(parseFileBytesMax(limits)).toBeUndefined();
  });

  it('of anything at all throw nothing, and give no number that is none', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'cpu0 1 2',
        'MemTotal: x kB',
        'a:b:c',
        ':',
        '0::',
        '1 2 3 / /x - cgroup2 x y',
        '8 0 sda',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(line).map((lines) => lines.join('\n')),
        fc.string(),
        (text, other) => {
          const cores = [...parseCoreTimes(text).values()].flatMap(({ busy, all }) => [busy, all]);
          const interfaces = parseInterfaces(text).flatMap(({ received, sent }) => [received, sent]);
          const numbers = [
            ...cores,
            ...interfaces,
            ...Object.values(parseMemory(text)),
            ...Object.values(parseProcessMemory(text)),
            ...Object.values(parseDisks(text) ?? {}),
            parseBytesMax(text),
            parseReclaimable(text),
            parseCpuMax(text),
            parseCfs(text, other),
            parseOpenFilesMax(text),
            parseFileBytesMax(text),
          ];
          findCgroup(text, other, 'memory');
          findCgroup(other, text, 'cpu');
          for (const number of numbers) {
            if (number === undefined) continue;
            expect(Number.isFinite(number) && number >= 0).toBe(true);
          }
        },
      ),
    );
  });
});
