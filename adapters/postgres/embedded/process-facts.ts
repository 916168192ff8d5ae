// What the system knows of a process by its number: whether it lives, and whether it is the PostgreSQL of some data. A
// number alone says nothing: after a crash it may be anybody's. PostgreSQL's main process stays in its data's folder, so
// Linux can tell; a name on a command line would not do, since a folder may have been moved, or be a copy.

import fs from 'node:fs';
import path from 'node:path';

export function isAlive(pid: number): boolean {
  return isKnown(pid) && !hasEnded(pid);
}

/** Whether the system still has the number in use; PostgreSQL itself takes that for life. */
export function isKnown(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** It has ended and nobody has asked how, which in some containers nobody ever does. */
function hasEnded(pid: number): boolean {
  try {
    // After the name in parentheses, which may hold anything.
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2, text.lastIndexOf(')') + 3) === 'Z';
  } catch {
    return false;
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

/** False only where the system tells of all processes that none serves it. */
export function mayBeServed(data: string): boolean {
  let names: string[];
  try {
    names = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return true;
  }
  if (names.length === 0) return true;
  return names.map(Number).some((pid) => servesData(pid, data) !== 'no' && isAlive(pid));
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
