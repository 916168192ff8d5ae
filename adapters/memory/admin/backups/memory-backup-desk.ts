// Backups in memory, with nothing in them: for tests of those who list, make and read them back.

import type {
  BackupDesk,
  BackupEnd,
  BackupFault,
  BackupRefused,
  BackupWork,
  MakeResult,
  ToldBackups,
  VerifyResult,
} from '#ports/backups/backup-desk.js';
import type { BackupRecord } from '#ports/backups/backup-vault.js';

export class MemoryBackupDesk implements BackupDesk {
  readonly #backups: BackupRecord[] = [];
  #work: BackupWork | undefined;
  #last: BackupEnd | undefined;
  /** Why nothing can be done, until it is undefined again. */
  inTheWay: BackupRefused | undefined;
  /** What is wrong with a backup, by its name. */
  readonly faults = new Map<string, BackupFault>();
  /** Awaited while something is under way. */
  pause: () => Promise<void> = async () => undefined;

  constructor(private readonly unixMs: () => number) {}

  get work(): BackupWork | undefined {
    return this.#work;
  }

  async tell(): Promise<ToldBackups> {
    return {
      origin: 'memory',
      plan: { to: 'folder', place: '/backups', everyMinutes: 60, hourly: 24, daily: 7, weekly: 5 },
      backups: this.inTheWay ? [] : this.#backups.map((one) => ({ ...one, kept: [] })).reverse(),
      total: this.inTheWay ? 0 : this.#backups.length,
      ...(this.inTheWay && { unlisted: this.inTheWay }),
      isOverdue: false,
      ...(this.#work && { work: this.#work }),
      ...(this.#last && { last: this.#last }),
      atUnixMs: this.unixMs(),
    };
  }

  make(keep?: (result: MakeResult) => Promise<void>): Promise<MakeResult> {
    return this.#during<MakeResult>({ task: 'make' }, keep, () => {
      const sequence = this.#backups.length + 1;
      const createdAtUnixMs = Math.floor(this.unixMs() / 1000) * 1000;
      const time = new Date(createdAtUnixMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
      const name = `${String(sequence).padStart(8, '0')}-${time}Z`;
      const made = { name, sequence, createdAtUnixMs, storedBytes: 1000 * sequence };
      this.#backups.push(made);
      this.#last = { task: 'make', name, atUnixMs: this.unixMs(), words: '' };
      return { ok: true, made };
    });
  }

  verify(name: string, keep?: (result: VerifyResult) => Promise<void>): Promise<VerifyResult> {
    return this.#during<VerifyResult>({ task: 'verify', name }, keep, () => {
      if (!this.#backups.some((one) => one.name === name))
        return this.#refuse({ task: 'verify', name }, { ...unknown, words: `there is no ${name}` });
      const fault = this.faults.get(name);
      const words = fault === undefined ? '' : `${name} is not well`;
      const reason = fault === undefined ? {} : { reason: fault };
      this.#last = { task: 'verify', name, atUnixMs: this.unixMs(), words, ...reason };
      return { ok: true, name, fault, words };
    });
  }

  async #during<Result>(
    work: Omit<BackupWork, 'sinceUnixMs'>,
    keep: ((result: Result | BackupRefused) => Promise<void>) | undefined,
    act: () => Result | BackupRefused,
  ): Promise<Result | BackupRefused> {
    if (this.#work !== undefined) return { ok: false, reason: 'backup-busy', words: 'another is under way' };
    this.#work = { ...work, sinceUnixMs: this.unixMs() };
    await this.pause();
    const result = this.inTheWay === undefined ? act() : this.#refuse(work, this.inTheWay);
    await keep?.(result);
    this.#work = undefined;
    return result;
  }

  #refuse(work: Omit<BackupWork, 'sinceUnixMs'>, refused: BackupRefused): BackupRefused {
    const { reason, words } = refused;
    this.#last = { ...work, atUnixMs: this.unixMs(), reason, words };
    return refused;
  }
}

const unknown = { ok: false, reason: 'unknown-backup' } as const;
