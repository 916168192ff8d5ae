// Operators' desk at the backups that a server makes in rounds: by hand in turn with those on schedule, and read back.

import {
  backupWordsMax,
  overdueAfterMs,
  toldBackupsMax,
  type BackupDesk,
  type BackupEnd,
  type BackupFault,
  type BackupPlan,
  type BackupRefusal,
  type BackupRefused,
  type BackupWork,
  type MakeResult,
  type ToldBackups,
  type VerifyResult,
} from '#ports/backups/backup-desk.js';
import type { BackupRecord, BackupVault } from '#ports/backups/backup-vault.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { GiveUp, Patience, Pauses } from '#ports/system/pauses.js';
import type { BackupRounds } from './backup-rounds.js';
import { keptFor } from './keep-backups.js';

export interface RoundsDeskOptions {
  readonly origin: string;
  readonly plan: BackupPlan;
  readonly rounds: BackupRounds;
  readonly vault: Pick<BackupVault, 'list'>;
  /** Rejects with what is wrong with it, or in the way. */
  readonly readBack: (name: string) => Promise<void>;
  readonly clock: Clock;
  readonly pauses: Pick<Pauses, 'deadline'> & Patience;
  readonly log: Log;
}

/** A store far away tries for longer: whoever looks at a page is told before that that it gives no answer. */
const listMsMax = 5_000;

const faultOfCode: Readonly<Record<string, BackupFault>> = {
  damaged: 'damaged',
  'wrong-key': 'other-key',
  'newer-format': 'newer-format',
};
/** Of keys, of blob stores, of files and of SQLite. */
const reasonOfCode: Readonly<Record<string, BackupRefusal>> = {
  'no-key': 'backup-key-missing',
  'not-found': 'unknown-backup',
  full: 'backup-place-full',
  ENOSPC: 'backup-place-full',
  EDQUOT: 'backup-place-full',
  SQLITE_FULL: 'backup-place-full',
  unreachable: 'backup-place-away',
  refused: 'backup-place-refused',
};

const busy: BackupRefused = {
  ...{ ok: false, reason: 'backup-busy' },
  words: 'another backup is being made or read back',
};

export class RoundsBackupDesk implements BackupDesk {
  #last: BackupEnd | undefined;
  #running: Promise<void> = Promise.resolve();
  /** One question at a time, however many look; given up when its time is over, so that the next look asks anew. */
  #listing: Promise<readonly BackupRecord[] | undefined> | undefined;

  constructor(private readonly options: RoundsDeskOptions) {}

  get work(): BackupWork | undefined {
    return this.options.rounds.work;
  }

  async tell(): Promise<ToldBackups> {
    const { origin, plan, rounds, clock } = this.options;
    const listed = await this.#list();
    const atUnixMs = clock.unixMs();
    const { failure } = rounds.figures;
    return {
      ...{ origin, plan, atUnixMs, ...listed },
      isOverdue: this.#isOverdue(listed.backups[0], atUnixMs),
      ...(failure !== undefined && { failure: inWords(failure) }),
      ...(this.work && { work: this.work }),
      ...(this.#last && { last: this.#last }),
    };
  }

  async make(keep?: (result: MakeResult) => Promise<void>): Promise<MakeResult> {
    const { rounds } = this.options;
    return this.#during({ task: 'make' }, keep, async () => {
      try {
        return { ok: true, made: await rounds.makeBegun() };
      } catch (error) {
        return refusedFor(error);
      }
    });
  }

  async verify(name: string, keep?: (result: VerifyResult) => Promise<void>): Promise<VerifyResult> {
    return this.#during({ task: 'verify', name }, keep, async () => {
      try {
        await this.options.readBack(name);
        return { ok: true, name, fault: undefined, words: '' };
      } catch (error) {
        const fault = lookUp(faultOfCode, error);
        return fault === undefined ? refusedFor(error) : { ok: true, name, fault, words: inWords(error) };
      }
    });
  }

  /** When nothing that was asked for by hand is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #during<Result extends MakeResult | VerifyResult>(
    work: Omit<BackupWork, 'sinceUnixMs'>,
    keep: ((result: Result | BackupRefused) => Promise<void>) | undefined,
    act: () => Promise<Result | BackupRefused>,
  ): Promise<Result | BackupRefused> {
    const { rounds, clock, log } = this.options;
    const end = rounds.begin(work);
    if (end === undefined) return busy;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#running = promise;
    const result = await act();
    this.#last = { ...work, atUnixMs: clock.unixMs(), ...endOf(result) };
    const { reason, words } = this.#last;
    if (reason !== undefined) log.error('a backup that was asked for', { ...work, reason, words });
    try {
      await keep?.(result);
    } catch (error) {
      log.error('what became of a backup cannot be written down', { ...work, reason: String(error) });
    }
    end();
    resolve();
    return result;
  }

  async #list(): Promise<Pick<ToldBackups, 'backups' | 'total' | 'unlisted'>> {
    const { plan } = this.options;
    try {
      const all = await this.#listInTime();
      const kept = keptFor(all, plan);
      const newestFirst = [...all].reverse().slice(0, toldBackupsMax);
      const backups = newestFirst.map((backup) => ({ ...backup, kept: kept.get(backup) ?? [] }));
      return { backups, total: all.length };
    } catch (error) {
      return { backups: [], total: 0, unlisted: refusedFor(error) };
    }
  }

  async #listInTime(): Promise<readonly BackupRecord[]> {
    const { plan, pauses } = this.options;
    this.#listing ??= this.#listUntil(pauses.giveUpAfter(listMsMax));
    // Of one that comes too late nobody is told.
    this.#listing.catch(() => undefined);
    const listed = await Promise.race([this.#listing, pauses.deadline(listMsMax)]);
    if (listed !== undefined) return listed;
    throw Object.assign(new Error(`${plan.place} gave no answer in ${listMsMax / 1000} s`), {
      code: 'unreachable',
    });
  }

  /** Undefined when it was given up: which of the two ends of the same patience is heard first is chance. */
  async #listUntil(giveUp: GiveUp): Promise<readonly BackupRecord[] | undefined> {
    try {
      return await this.options.vault.list(giveUp);
    } catch (error) {
      if (giveUp.aborted) return undefined;
      throw error;
    } finally {
      this.#listing = undefined;
    }
  }

  #isOverdue(newest: BackupRecord | undefined, nowUnixMs: number): boolean {
    if (newest === undefined) return false;
    return nowUnixMs - newest.createdAtUnixMs > this.options.plan.everyMinutes * 60_000 + overdueAfterMs;
  }
}

function endOf(result: MakeResult | VerifyResult): Pick<BackupEnd, 'name' | 'reason' | 'words'> {
  if (!result.ok) return { reason: result.reason, words: result.words };
  if ('made' in result) return { name: result.made.name, words: '' };
  const { fault, words } = result;
  return { words, ...(fault !== undefined && { reason: fault }) };
}

function refusedFor(error: unknown): BackupRefused {
  return { ok: false, reason: lookUp(reasonOfCode, error) ?? 'failed', words: inWords(error) };
}

function lookUp<Word>(words: Readonly<Record<string, Word>>, error: unknown): Word | undefined {
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' && Object.hasOwn(words, code) ? words[code] : undefined;
}

/** One line without what turns text round. */
function inWords(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ')
    .toWellFormed()
    .slice(0, backupWordsMax);
}
