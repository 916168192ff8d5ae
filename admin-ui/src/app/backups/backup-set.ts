// The backups of one database: how they stand, by which settings they are made, and each of them with what can be done with it.
// A list that cannot be read anew stays, with its time and the reason.
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import {
  listOwnBackups,
  listServerBackups,
  makeOwnBackup,
  makeServerBackup,
  verifyOwnBackup,
  verifyServerBackup,
} from '../api/fn/functions';
import { Backup, BackupsAnswer, Command, GameServer } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { CommandState } from '../operations/command-state';
import { isUnderWay } from '../operations/command-words';
import { LiveCommands } from '../operations/live-commands';
import { Session } from '../session/session';
import { Busy } from '../ui/busy';
import { formatBytes, formatCount } from '../ui/format';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { checkWord, endWords, keptAs, reasonWords, standingOf } from './backup-words';
import { openRestoreDialog } from './restore-dialog';

/** The API's own work is looked at so often while there is some. */
const lookEveryMs = 1_500;

@Component({
  selector: 'tos-backup-set',
  imports: [Busy, CommandState, Loading, Moment, Nothing, Problem],
  templateUrl: './backup-set.html',
  styleUrl: './backup-set.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BackupSet {
  readonly #backend = inject(Backend);
  readonly #commands = inject(LiveCommands);
  readonly #dialog = inject(MatDialog);
  readonly #session = inject(Session);
  /** Whose; undefined: the API's own. */
  readonly server = input<GameServer>();
  readonly seen = signal<BackupsAnswer | null>(null);
  readonly problem = signal<ApiProblem | null>(null);
  /** What was asked for could not be begun. */
  readonly fault = signal<string | null>(null);
  readonly loading = signal(false);
  readonly asking = signal(false);
  readonly command = signal<Command | null>(null);

  readonly mayMake = this.#session.may('backups:make');
  readonly mayVerify = this.#session.may('backups:verify');
  readonly bytes = formatBytes;
  readonly count = formatCount;
  readonly kept = keptAs;
  readonly checked = checkWord;
  readonly reason = reasonWords;

  readonly #id = computed(() => this.server()?.id);
  readonly title = computed(() => this.server()?.name ?? 'Admin database');
  readonly isAway = computed(() => this.server()?.status === 'offline');
  readonly standing = computed(() => {
    const seen = this.seen();
    return seen === null ? null : standingOf(seen);
  });
  readonly newest = computed(() => this.seen()?.backups[0]);
  readonly said = computed(() => {
    const last = this.seen()?.last ?? null;
    return last === null ? null : { text: endWords(last), isWell: last.reason === null, at: last.at };
  });
  /** But for the one that was just read back, of which the line above says it. */
  readonly faulty = computed(() => {
    const { backups = [], last, work } = this.seen() ?? {};
    return backups.filter(({ name, check }) => check?.fault && (work || name !== last?.name));
  });
  readonly #current = computed(() => {
    const command = this.command();
    return command === null ? null : (this.#commands.find(command.id) ?? command);
  });
  readonly isBusy = computed(() => {
    const command = this.#current();
    return this.asking() || (this.seen()?.work ?? null) !== null || (command !== null && isUnderWay(command));
  });
  /** Which command's end has been looked at. */
  #settled = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      this.#id();
      const isAway = this.isAway();
      untracked(() => (isAway ? undefined : void this.load()));
    });
    effect(() => {
      const command = this.#current();
      if (command === null || isUnderWay(command) || this.#settled === command.id) return;
      this.#settled = command.id;
      untracked(() => void this.load());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  async load(): Promise<void> {
    if (this.loading()) return;
    this.loading.set(true);
    const id = this.#id();
    try {
      const seen = await (id === undefined
        ? this.#backend.call(listOwnBackups, undefined)
        : this.#backend.call(listServerBackups, { id }));
      this.#take(seen);
    } catch (cause) {
      this.problem.set(problemOf(cause));
    }
    this.loading.set(false);
  }

  make(): Promise<void> {
    const id = this.#id();
    return this.#ask(async () => {
      if (id === undefined) this.#take(await this.#backend.call(makeOwnBackup, undefined));
      else this.#follow(await this.#backend.call(makeServerBackup, { id }));
    });
  }

  verify({ name }: Backup): Promise<void> {
    const id = this.#id();
    return this.#ask(async () => {
      if (id === undefined) this.#take(await this.#backend.call(verifyOwnBackup, { name }));
      else this.#follow(await this.#backend.call(verifyServerBackup, { id, name }));
    });
  }

  restore(backup: Backup): void {
    const origin = this.seen()?.origin ?? '';
    const kind = this.#id() === undefined ? 'admin' : 'game';
    openRestoreDialog(this.#dialog, { kind, origin, backup });
  }

  #take(seen: BackupsAnswer): void {
    this.seen.set(seen);
    this.problem.set(null);
    clearTimeout(this.#timer);
    // A game server tells of its own work by its command.
    if (this.#id() === undefined && seen.work !== null)
      this.#timer = setTimeout(() => void this.load(), lookEveryMs);
  }

  #follow(command: Command): void {
    this.command.set(command);
    this.#commands.follow(command);
  }

  async #ask(ask: () => Promise<void>): Promise<void> {
    if (this.asking()) return;
    this.asking.set(true);
    this.fault.set(null);
    this.command.set(null);
    try {
      await ask();
    } catch (cause) {
      this.fault.set(problemOf(cause).message);
    }
    this.asking.set(false);
  }
}
