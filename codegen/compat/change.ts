// What a change of the schema means for those who were built from the old one.

/**
 * breaking: old and new side would misread or refuse each other. dangerous: every byte is understood, but limits,
 * meaning, or values that the other side has never heard of may surprise it. safe: nobody notices.
 */
export type Severity = 'breaking' | 'dangerous' | 'safe';

export interface Change {
  readonly severity: Severity;
  /** `PlayerInput.viewTick` */
  readonly path: string;
  /** A sentence without its end: what changed and what follows from it. */
  readonly what: string;
}

export class Changes {
  readonly list: Change[] = [];

  /** `internal`: what no client sees breaks no client, but stored and queued records of before must still be read. */
  constructor(readonly internal = false) {}

  add(severity: Severity, path: string, what: string): void {
    const lowered = this.internal && severity === 'breaking' ? 'dangerous' : severity;
    const note = lowered === severity ? '' : '; only the server itself reads it, perhaps from its store';
    this.list.push({ severity: lowered, path, what: `${what}${note}` });
  }

  breaking(path: string, what: string): void {
    this.add('breaking', path, what);
  }
  dangerous(path: string, what: string): void {
    this.add('dangerous', path, what);
  }
  safe(path: string, what: string): void {
    this.add('safe', path, what);
  }
}

const order: readonly Severity[] = ['breaking', 'dangerous', 'safe'];

/** Worst first, otherwise in the order they were found. */
export function sortChanges(changes: readonly Change[]): Change[] {
  return order.flatMap((severity) => changes.filter((change) => change.severity === severity));
}

/** Lines for people, and a last line that counts. */
export function describeChanges(changes: readonly Change[]): string[] {
  const lines = sortChanges(changes).map(({ severity, path, what }) => `${severity}: ${path}: ${what}`);
  const counts = order.map(
    (severity) => `${changes.filter((change) => change.severity === severity).length} ${severity}`,
  );
  return [...lines, changes.length === 0 ? 'nothing changed' : counts.join(', ')];
}
