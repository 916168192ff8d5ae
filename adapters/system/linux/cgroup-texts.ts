// What control groups allow this process, read from the texts of their files, version 1 and 2:
// https://docs.kernel.org/admin-guide/cgroup-v2.html and …/cgroup-v1/. A limit holds for all groups below it, so every
// group from ours up to the mount counts. What is not as expected counts as missing; nothing throws.

import { wholeNumber } from './whole-number.js';

export interface CgroupFolders {
  readonly version: 1 | 2;
  /** Our group and those above it, as far as they can be seen here; ours first. */
  readonly folders: readonly string[];
}

/** Deeper than any supervisor nests them. */
const depthMax = 16;
/** Version 1 says "unlimited" with the largest whole page; no machine has as much. */
const unlimitedBytes = 2 ** 62;

/** Where the files of `controller` are, by `/proc/self/cgroup` and `/proc/self/mountinfo`. */
export function findCgroup(
  cgroup: string,
  mountinfo: string,
  controller: 'memory' | 'cpu',
): CgroupFolders | undefined {
  const mounts = mountinfo.split('\n').map(parseMount);
  for (const line of cgroup.split('\n')) {
    const [, controllers, path] = /^\d+:([^:]*):(\/.*)$/.exec(line) ?? [];
    if (controllers === undefined || path === undefined || !controllers.split(',').includes(controller))
      continue;
    const mount = mounts.find((it) => it?.type === 'cgroup' && it.options.includes(controller));
    if (mount !== undefined) return { version: 1, folders: foldersOf(mount, path) };
  }
  const path = /^0::(\/.*)$/m.exec(cgroup)?.[1];
  const mount = mounts.find((it) => it?.type === 'cgroup2');
  return path === undefined || mount === undefined
    ? undefined
    : { version: 2, folders: foldersOf(mount, path) };
}

interface Mount {
  readonly root: string;
  readonly point: string;
  readonly type: string;
  readonly options: readonly string[];
}

function parseMount(line: string): Mount | undefined {
  const [before, after] = line.split(' - ');
  const [, , , root, point] = before!.split(' ');
  const [type, , options] = (after ?? '').split(' ');
  if (root === undefined || point === undefined || type === undefined || options === undefined)
    return undefined;
  return { root: unescaped(root), point: unescaped(point), type, options: options.split(',') };
}

/** Blanks are written as \040. */
function unescaped(path: string): string {
  return path.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 8)));
}

/** A container sees its own group as the mount's root, whatever path the host knows it by. */
function foldersOf({ root, point }: Mount, path: string): string[] {
  const shown =
    root === '/' ? path : path === root || path.startsWith(`${root}/`) ? path.slice(root.length) : '';
  const parts = shown.split('/').filter((part) => part !== '');
  if (parts.includes('..')) return [point];
  return Array.from({ length: parts.length + 1 }, (_, up) =>
    [point, ...parts.slice(0, parts.length - up)].join('/'),
  ).slice(0, depthMax);
}

/** `memory.max` or `memory.limit_in_bytes`. */
export function parseBytesMax(text: string): number | undefined {
  const bytes = wholeNumber(text.trim());
  return bytes === undefined || bytes >= unlimitedBytes ? undefined : bytes;
}

/** `memory.current` or `memory.usage_in_bytes`. */
export function parseBytes(text: string): number | undefined {
  return wholeNumber(text.trim());
}

/** In `memory.stat`: file pages that can be had back at once. Version 1 tells the group's own beside the total. */
export function parseReclaimable(stat: string): number | undefined {
  const valueOf = (name: string) => wholeNumber(new RegExp(`^${name} (\\d+)$`, 'm').exec(stat)?.[1]);
  return valueOf('total_inactive_file') ?? valueOf('inactive_file');
}

/** `cpu.max`: "max 100000", or microseconds out of so many. In cores. */
export function parseCpuMax(text: string): number | undefined {
  const [quota, period] = text.trim().split(/\s+/);
  return cores(wholeNumber(quota), wholeNumber(period));
}

/** `cpu.cfs_quota_us` (-1: no limit) and `cpu.cfs_period_us`. In cores. */
export function parseCfs(quota: string, period: string): number | undefined {
  return cores(wholeNumber(quota.trim()), wholeNumber(period.trim()));
}

function cores(quotaUs: number | undefined, periodUs: number | undefined): number | undefined {
  if (quotaUs === undefined || periodUs === undefined || quotaUs === 0 || periodUs === 0) return undefined;
  return quotaUs / periodUs;
}
