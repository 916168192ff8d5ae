// Makes a backup when one is due, and forgets old ones after one was made. A failure is counted, told once a kind in the
// log, and tried again at the next round; nothing is forgotten while none can be made.

import type { BackupWork } from '#ports/backups/backup-desk.js';
import type { BackupRecord, BackupVault } from '#ports/backups/backup-vault.js';
import type { CheckResult, HealthCheck } from '#ports/system/health-check.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import { backupsToForget, isBackupDue, type BackupRetention } from './keep-backups.js';

export interface BackupRoundsOptions {
  /** 'game' or 'admin'. */
  readonly kind: string;
  readonly vault: BackupVault;
  readonly everyMs: number;
  readonly retention: BackupRetention;
  readonly clock: Clock;
  readonly log: Log;
  /** Then a backup that was given up is no failure. */
  readonly isEnding: () => boolean;
}

/** Of this process. */
export interface BackupFigures {
  made: number;
  failed: number;
  forgotten: number;
  lastMs: number | undefined;
  newest: BackupRecord | undefined;
  failure: string | undefined;
}

export class BackupRounds implements HealthCheck {
  readonly name = 'backups';
  readonly figures: BackupFigures = {
    made: 0,
    failed: 0,
    forgotten: 0,
    lastMs: undefined,
    newest: undefined,
    failure: undefined,
  };

  #work: BackupWork | undefined;
  /** Begun and not brought to its end: tried again in the next round. */
  #owesForgetting = false;

  constructor(private readonly options: BackupRoundsOptions) {}

  /** What is under way, whoever asked for it. */
  get work(): BackupWork | undefined {
    return this.#work;
  }

  /** Undefined when something else is under way; else nothing else is, until what is given back is called. */
  begin(work: Omit<BackupWork, 'sinceUnixMs'>): (() => void) | undefined {
    if (this.#work !== undefined) return undefined;
    this.#work = { ...work, sinceUnixMs: this.options.clock.unixMs() };
    return () => (this.#work = undefined);
  }

  /** Never rejects. While something else is under way it does nothing: the next round is soon. */
  async round(): Promise<void> {
    const { vault, clock, everyMs } = this.options;
    let end: (() => void) | undefined;
    try {
      const known = await vault.list();
      this.figures.newest = known.at(-1);
      if (!isBackupDue(known, clock.unixMs(), everyMs)) {
        if (this.#owesForgetting) {
          end = this.begin({ task: 'make' });
          if (end === undefined) return;
          await this.#forgetOld(known);
        }
        // The last one stands there, and what was in the way of listing or forgetting is gone.
        this.figures.failure = undefined;
        return;
      }
      end = this.begin({ task: 'make' });
      if (end === undefined) return;
      const made = await this.makeBegun();
      await this.#forgetOld([...known, made]);
    } catch (error) {
      if (!this.options.isEnding()) this.#failed(error);
    } finally {
      end?.();
    }
  }

  /** Now, whenever the last was made. Rejects when it cannot be made, and while something else is under way. */
  async make(): Promise<BackupRecord> {
    const end = this.begin({ task: 'make' });
    if (end === undefined) throw new Error('another backup is being made or read back');
    try {
      return await this.makeBegun();
    } finally {
      end();
    }
  }

  /** By who has begun it. */
  async makeBegun(): Promise<BackupRecord> {
    const { vault, clock, log, kind } = this.options;
    const startedMs = clock.nowMs();
    const made = await vault.make();
    this.figures.made += 1;
    this.figures.newest = made;
    this.figures.lastMs = clock.nowMs() - startedMs;
    this.figures.failure = undefined;
    const { name, storedBytes } = made;
    log.info('backup made', { kind, name, storedBytes, tookMs: Math.round(this.figures.lastMs) });
    return made;
  }

  /** Well also when the last try failed, with the reason: for operators to see, not to send players away for. */
  check(): CheckResult {
    const { failure } = this.figures;
    return failure === undefined ? { ok: true } : { ok: true, reason: `the last backup failed: ${failure}` };
  }

  get series(): readonly MetricSeries[] {
    const labels = { kind: this.options.kind };
    const { figures } = this;
    const counter = (name: string, help: string, value: () => number): MetricSeries => ({
      ...{ name, help, type: 'counter' as const },
      samples: () => [{ value: value(), labels }],
    });
    const gauge = (name: string, help: string, value: () => number | undefined): MetricSeries => ({
      ...{ name, help, type: 'gauge' as const },
      samples: () => {
        const measured = value();
        return measured === undefined ? [] : [{ value: measured, labels }];
      },
    });
    return [
      counter('tos_backups_made_total', 'Backups made and read back.', () => figures.made),
      counter(
        'tos_backups_failed_total',
        'Tries to make or to forget backups that failed.',
        () => figures.failed,
      ),
      counter('tos_backups_forgotten_total', 'Old backups removed.', () => figures.forgotten),
      gauge('tos_backup_newest_timestamp_seconds', 'When the newest backup was made.', () =>
        figures.newest === undefined ? undefined : figures.newest.createdAtUnixMs / 1000,
      ),
      gauge('tos_backup_newest_bytes', 'What the newest backup takes.', () => figures.newest?.storedBytes),
      gauge('tos_backup_duration_seconds', 'How long the last backup took.', () =>
        figures.lastMs === undefined ? undefined : figures.lastMs / 1000,
      ),
    ];
  }

  async #forgetOld(backups: readonly BackupRecord[]): Promise<void> {
    const { vault, retention } = this.options;
    this.#owesForgetting = true;
    for (const { name } of backupsToForget(backups, retention)) {
      await vault.forget(name);
      this.figures.forgotten += 1;
    }
    await vault.sweep();
    this.#owesForgetting = false;
  }

  #failed(error: unknown): void {
    const { log, kind } = this.options;
    const reason = error instanceof Error ? error.message : String(error);
    this.figures.failed += 1;
    if (this.figures.failure !== reason)
      log.error('a backup failed, and will be tried again', { kind, reason });
    this.figures.failure = reason;
  }
}
