// The player list as it is shown: search, filter, pages joined one after another, and rows kept current by the live
// stream. At most 2,000 rows are held; then the search must be narrowed.
import { Injectable, computed, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Backend } from '../backend/backend';
import { Player } from '../api/models';
import { PlayerMove, PlayersChange } from '../backend/live-events';
import { ApiProblem, problemOf } from '../backend/problem';
import { LiveServers } from '../live/live-servers';
import { LiveConnection } from '../live/live-connection';

export const pageSize = 50;
export const rowsMax = 2000;

export interface PlayersFilter {
  readonly search: string;
  readonly online: boolean | null;
}

/** Whether the row is of that character. Names are not unique; they tell only where the directory knows no id yet. */
export function isOf(row: Player, serverId: string, one: { characterId: number; name: string }): boolean {
  if (row.serverId !== serverId) return false;
  return row.characterId === null ? row.name === one.name : row.characterId === one.characterId;
}

/** The rows with what a player's coming or going changes in them; `serverName` names the server it was on. */
export function withMove(rows: readonly Player[], move: PlayerMove, serverName: string): readonly Player[] {
  if (!rows.some((row) => isOf(row, move.serverId, move))) return rows;
  const online = move.change === 'joined';
  return rows.map((row) =>
    isOf(row, move.serverId, move)
      ? {
          ...row,
          online,
          characterId: move.characterId,
          name: move.name,
          level: move.level,
          lastSeenAt: move.at,
          map: move.map ?? row.map,
          serverName,
        }
      : row,
  );
}

/** The rows with the new names, levels and maps in them. */
export function withChange(rows: readonly Player[], change: PlayersChange): readonly Player[] {
  const find = (row: Player) => change.players.find((one) => isOf(row, change.serverId, one));
  if (!rows.some((row) => row.online && find(row))) return rows;
  return rows.map((row) => {
    const one = row.online ? find(row) : undefined;
    return one === undefined ? row : { ...row, name: one.name, level: one.level, map: one.map };
  });
}

@Injectable()
export class PlayersStore {
  readonly #backend = inject(Backend);
  readonly #rows = signal<readonly Player[]>([]);
  readonly #state = signal<'loading' | 'more' | 'ready'>('loading');
  readonly #problem = signal<ApiProblem | null>(null);
  readonly #cursor = signal<string | null>(null);
  readonly #total = signal(0);
  readonly #newcomers = signal<ReadonlySet<string>>(new Set());
  #filter: PlayersFilter = { search: '', online: null };
  #abort: AbortController | undefined;

  readonly rows = this.#rows.asReadonly();
  readonly state = this.#state.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly total = this.#total.asReadonly();
  /** How many came to play since the list was loaded and are not in it. */
  readonly newcomers = computed(() => this.#newcomers().size);
  readonly full = computed(() => this.#rows().length >= rowsMax);
  readonly hasMore = computed(() => this.#cursor() !== null && !this.full());

  constructor() {
    const servers = inject(LiveServers);
    const nameOf = (id: string) => servers.find(id)?.name ?? '';
    const live = inject(LiveConnection);
    live.player.pipe(takeUntilDestroyed()).subscribe((move) => this.#take(move, nameOf(move.serverId)));
    live.playersChanged
      .pipe(takeUntilDestroyed())
      .subscribe((change) => this.#rows.update((rows) => withChange(rows, change)));
  }

  /** Starts over with a filter; an answer to an older filter is given up. */
  async show(filter: PlayersFilter): Promise<void> {
    this.#filter = filter;
    this.#state.set('loading');
    await this.#load(null);
  }

  async more(): Promise<void> {
    if (this.#state() !== 'ready' || !this.hasMore()) return;
    this.#state.set('more');
    await this.#load(this.#cursor());
  }

  async again(): Promise<void> {
    await this.show(this.#filter);
  }

  #take(move: PlayerMove, serverName: string): void {
    const rows = this.#rows();
    const changed = withMove(rows, move, serverName);
    this.#rows.set(changed);
    if (changed !== rows || move.change === 'left' || this.#newcomers().size >= rowsMax) return;
    this.#newcomers.update((known) => new Set([...known, `${move.serverId} ${move.characterId}`]));
  }

  async #load(cursor: string | null): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.#problem.set(null);
    try {
      const page = await this.#backend.players({ ...this.#filter, limit: pageSize, cursor }, abort.signal);
      if (abort.signal.aborted) return;
      if (cursor === null) this.#newcomers.set(new Set());
      this.#rows.update((rows) =>
        cursor === null ? page.players : [...rows, ...page.players].slice(0, rowsMax),
      );
      this.#cursor.set(page.nextCursor);
      this.#total.set(page.total);
    } catch (cause) {
      if (abort.signal.aborted) return;
      this.#problem.set(problemOf(cause));
    }
    this.#state.set('ready');
  }
}
