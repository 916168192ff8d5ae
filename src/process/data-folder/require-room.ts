// What a start needs of the machine: room on the disk for what it makes, files of some size, and files and sockets that it
// may open. Asked before anything is made, since PostgreSQL and SQLite would say it in words of their own, and half-way.

import { existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readDescriptorBudget, reservedDescriptors } from '#adapters/system/descriptor-budget.js';
import { readFileBytesMax } from '#adapters/system/file-size-limit.js';
import type { Configuration } from '../../configuration/settings.js';
import type { FolderUser } from './folder-user.js';

const mebibyte = 1024 * 1024;
/** What is made of a part that is not there yet, and some to begin with. Measured: see the README's requirements. */
const roomNeeded = { 'postgres/cluster': 128 * mebibyte, 'game.sqlite': 8 * mebibyte } as const;

/** `place` is the deepest folder of the data folder's path that is there. Throws with a line for each that is too little. */
export function requireRoom(configuration: Configuration, users: readonly FolderUser[], place: string): void {
  const faults = [
    roomFault(configuration.dataDir, place, bytesNeeded(configuration, users)),
    descriptorFault(readDescriptorBudget().descriptorsMax),
    fileSizeFault(readFileBytesMax(), largestFile(configuration, users)),
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0) throw new Error(faults.join('\n'));
}

function bytesNeeded({ dataDir, databaseUrl }: Configuration, users: readonly FolderUser[]): number {
  const made = (part: keyof typeof roomNeeded): number =>
    existsSync(join(dataDir, part)) ? 0 : roomNeeded[part];
  return (
    (users.includes('game') ? made('game.sqlite') : 0) +
    (users.includes('admin') && databaseUrl === undefined ? made('postgres/cluster') : 0)
  );
}

function roomFault(dataDir: string, place: string, needed: number): string | undefined {
  if (needed === 0) return undefined;
  const { bavail, bsize, blocks } = statfsSync(place);
  const free = bavail * bsize;
  // Some file systems have no size, /proc among them.
  if (blocks === 0 || free >= needed) return undefined;
  return (
    `TOS_DATA_DIR: '${dataDir}' is on a disk with ${inMebibytes(free)} free, and what is made there at first needs ` +
    `${inMebibytes(needed)}; make room on it, or choose a folder on another`
  );
}

function inMebibytes(bytes: number): string {
  return `${Math.floor(bytes / mebibyte)} MiB`;
}

/** `descriptorsMax` is undefined where the system does not tell. */
export function descriptorFault(descriptorsMax: number | undefined): string | undefined {
  if (descriptorsMax === undefined || descriptorsMax >= reservedDescriptors) return undefined;
  return (
    `the limit of open files and sockets is ${descriptorsMax}, and the server needs ${reservedDescriptors}; ` +
    'raise it (ulimit -n, LimitNOFILE= of systemd, --ulimit nofile= of Docker)'
  );
}

/** postgresql.org/docs/18/wal-configuration.html: its log is written in files of this size. */
const segmentBytes = 16 * mebibyte;
/** Where the limit is set; `ulimit` counts in blocks. */
export const fileSizeCure = 'ulimit -f unlimited, LimitFSIZE= of systemd, --ulimit fsize= of Docker';

/** For a limit with which a server can start, and which it may reach one day. */
export function fileSizeWarning(bytesMax: number | undefined): string | undefined {
  if (bytesMax === undefined || bytesMax === Infinity) return undefined;
  return (
    `a file may have at most ${inMebibytes(bytesMax)} here: once a database has one as large, nothing more is saved; ` +
    `raise the limit (${fileSizeCure})`
  );
}

/** What the largest file of a start has soon after it, in bytes. */
function largestFile({ dataDir, databaseUrl }: Configuration, users: readonly FolderUser[]): number {
  const game = statSync(join(dataDir, 'game.sqlite'), { throwIfNoEntry: false })?.size ?? 0;
  return Math.max(
    users.includes('game') ? game + roomNeeded['game.sqlite'] : 0,
    users.includes('admin') && databaseUrl === undefined ? segmentBytes : 0,
  );
}

/** `bytesMax` is undefined where the system does not tell. */
export function fileSizeFault(bytesMax: number | undefined, needed: number): string | undefined {
  if (bytesMax === undefined || bytesMax >= needed) return undefined;
  return (
    `the limit of how large a file may be is ${inMebibytes(bytesMax)}, and the databases need ${inMebibytes(needed)} at ` +
    `once and more as they grow; raise it (${fileSizeCure})`
  );
}
