// What the system knows of a process by its number: whether it lives, and whether it is the PostgreSQL of some data. A
// number alone says nothing: after a crash it may be anybody's. PostgreSQL's main process stays in its data's folder, so
// Linux can tell; a name on a command line would not do, since a folder may have been moved, or be a copy.

import fs from 'node:fs';
import path from 'node:path';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** 'unknown' where the system does not tell: it has to be asked itself. */
export function servesData(pid: number, data: string): 'yes' | 'no' | 'unknown' {
  try {
    // Empty for what has ended and for the kernel's own.
    const program = fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0', 1)[0]!;
    if (!/^postgres(\.exe)?$/.test(path.basename(program))) return 'no';
    const [its, ours] = [fs.statSync(`/proc/${pid}/cwd`), fs.statSync(data)];
    return its.dev === ours.dev && its.ino === ours.ino ? 'yes' : 'no';
  } catch {
    return 'unknown';
  }
}

/** The processes that it has started; empty where the system does not tell. */
export function childrenOf(pid: number): number[] {
  try {
    const text = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.trim().split(/\s+/).filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
