// What happened to what players own, newest first: of one player, or of one stack over all its owners. Each stack leads to its own
// history, each character to its player.
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { RouterLink } from '@angular/router';
import { readPlayerLedger, readStackHistory } from '../api/fn/functions';
import { LedgerAnswer, LedgerEntry } from '../api/models';
import { Backend } from '../backend/backend';
import { ApiProblem, problemOf } from '../backend/problem';
import { LiveServers } from '../live/live-servers';
import { Session } from '../session/session';
import { Busy } from '../ui/busy';
import { Loading, Nothing, Problem } from '../ui/load-state';
import { Moment } from '../ui/moment';
import { PlayerBags } from './player-bags';
import { openRestorePlayerDialog } from './restore-dialog';
import { gainOf, namesWith, noNames, verbOf, wayOf, whatOf } from './entry-words';

const pageSize = 50;
/** More than this is a matter for `npm run ledger`, not for a page. */
const entriesMax = 2000;

@Component({
  selector: 'tos-ledger-page',
  imports: [Busy, Loading, Moment, Nothing, PlayerBags, Problem, RouterLink],
  templateUrl: './ledger-page.html',
  styleUrl: './ledger-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LedgerPage {
  readonly #backend = inject(Backend);
  readonly #servers = inject(LiveServers);
  readonly #session = inject(Session);
  readonly #dialog = inject(MatDialog);
  /** Of the player, or of the server whose stack it is. */
  readonly id = input.required<string>();
  readonly stack = input<string>();
  readonly entries = signal<readonly LedgerEntry[]>([]);
  readonly names = signal(noNames);
  readonly more = signal(false);
  readonly keptFrom = signal<number | null>(null);
  readonly loading = signal(true);
  readonly problem = signal<ApiProblem | null>(null);
  readonly playerName = signal<string | undefined>(undefined);
  readonly serverId = signal<string | undefined>(undefined);
  readonly title = computed(() =>
    this.stack() === undefined
      ? `Ledger of ${this.playerName() ?? 'a player'}`
      : `History of stack ${this.stack()}`,
  );
  readonly serverName = computed(() => {
    const id = this.serverId();
    return id === undefined ? '' : (this.#servers.find(id)?.name ?? id);
  });
  /** Of a player, by who may give. */
  readonly mayRestore = computed(() => this.stack() === undefined && this.#session.may('players:give'));
  readonly what = (entry: LedgerEntry): string => whatOf(entry, this.names());
  readonly way = (entry: LedgerEntry): string => wayOf(entry, this.names());
  readonly verb = verbOf;
  readonly gain = gainOf;
  #abort: AbortController | undefined;

  constructor() {
    effect(() => {
      this.id();
      this.stack();
      untracked(() => void this.load(false));
    });
  }

  restore({ number, at }: LedgerEntry): void {
    const name = this.playerName() ?? 'the player';
    openRestorePlayerDialog(this.#dialog, { playerId: this.id(), name, entry: { number, at } });
  }

  /** By whom, or with whom. */
  nameOf(character: string | number | undefined): string {
    if (character === undefined || character === 0) return '–';
    return this.names().characters.get(Number(character))?.name ?? `character ${character}`;
  }

  playerOf(character: string | number | undefined): string | undefined {
    return this.names().characters.get(Number(character))?.playerId;
  }

  stackOf({ values }: LedgerEntry): number | undefined {
    const stack = values['instance'];
    return typeof stack === 'number' && stack > 0 ? stack : undefined;
  }

  isShown(stack: number): boolean {
    return this.stack() === String(stack);
  }

  /** Older ones, or all anew; an answer to an older question is given up. */
  async load(older: boolean): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.loading.set(true);
    this.problem.set(null);
    if (!older) this.entries.set([]);
    try {
      const page = await this.#page(older ? this.entries().at(-1)?.number : undefined, abort.signal);
      this.entries.update((entries) => [...entries, ...page.entries]);
      this.names.update((names) => namesWith(names, page));
      this.more.set(page.more && this.entries().length < entriesMax);
      this.keptFrom.set(page.keptFrom);
    } catch (cause) {
      if (abort.signal.aborted) return;
      this.problem.set(problemOf(cause));
    }
    this.loading.set(false);
  }

  async #page(before: number | undefined, signal: AbortSignal): Promise<LedgerAnswer> {
    const [id, stack] = [this.id(), this.stack()];
    const part = { limit: pageSize, ...(before !== undefined && { before }) };
    if (stack !== undefined) {
      this.serverId.set(id);
      return this.#backend.call(readStackHistory, { id, stack: Number(stack), ...part });
    }
    const player = await this.#backend.player(id, signal);
    this.playerName.set(player.name);
    this.serverId.set(player.serverId);
    return this.#backend.call(readPlayerLedger, { id, ...part });
  }
}
