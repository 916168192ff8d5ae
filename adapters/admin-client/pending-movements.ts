// Who came and went since the admin API was last told, in order, and then whose level or map is another: of that only
// the newest. When more has gathered than the cap allows, it is all given up for the whole list of who is online now,
// which is also how every registration begins.

import type { DepartedPlayer, OnlinePlayer } from '#ports/system/telemetry-sink.js';

export interface MovementsReport {
  joined: OnlinePlayer[];
  left: DepartedPlayer[];
  online?: OnlinePlayer[];
  changed?: ChangedPlayer[];
}

type ChangedPlayer = Omit<OnlinePlayer, 'accountId'>;

type Movement =
  | { readonly kind: 'joined'; readonly player: OnlinePlayer }
  | { readonly kind: 'left'; readonly player: DepartedPlayer };

/** What the report under way holds of each. */
interface Sending {
  readonly movements: number;
  readonly listed: number;
  readonly changed: readonly OnlinePlayer[];
}

/** More than any burst short of everybody joining at once. */
const movementsMax = 5_000;
/** Players in one report: some 300 KB of the 512 KB that the API takes. */
const reportMax = 2_000;

export class PendingMovements {
  /** How often single movements were given up because too many waited. */
  overflows = 0;
  readonly #online: () => readonly OnlinePlayer[];
  #movements: Movement[] = [];
  /** What remains to be told of the whole list; undefined when the list is not owed. */
  #listed: OnlinePlayer[] | undefined;
  #listOwed = true;
  /** The first part of the list has arrived. */
  #listBegun = false;
  /** Newest state of those online whose change is not told yet, by character; never more than `movementsMax`. */
  readonly #changed = new Map<number, OnlinePlayer>();
  #sending: Sending | undefined;

  /** `online` lists everybody who is in the world at the moment of the call. */
  constructor(online: () => readonly OnlinePlayer[]) {
    this.#online = online;
  }

  add(movement: Movement): void {
    // Who joins or leaves tells the level along with it.
    this.#changed.delete(movement.player.characterId);
    if (this.#listOwed && movement.kind === 'joined') return; // the list will name them
    if (this.#movements.length < movementsMax) this.#movements.push(movement);
    else {
      this.overflows += 1;
      this.owesList();
    }
  }

  /** Somebody online has another level or map. */
  change(player: OnlinePlayer): void {
    if (this.#listOwed) return; // the list will tell
    if (this.#changed.size < movementsMax) this.#changed.set(player.characterId, player);
    else {
      this.overflows += 1;
      this.owesList();
    }
  }

  /** The API knows nothing of who is online, or nothing reliable. */
  owesList(): void {
    this.#listOwed = true;
    this.#listed = undefined;
    this.#sending = undefined;
    this.#changed.clear();
    this.#movements = this.#movements.filter((movement) => movement.kind === 'left').slice(0, reportMax);
  }

  /** The next report, or undefined when the API knows everything. Stays the next one until `delivered`. */
  next(): MovementsReport | undefined {
    if (this.#listOwed) this.#beginList();
    if (this.#listed !== undefined) return this.#nextOfList(this.#listed);
    if (this.#movements.length > 0) return this.#nextMovements();
    // After all movements: only of somebody online does the API take a change.
    return this.#changed.size > 0 ? this.#nextChanged() : undefined;
  }

  /** The report that `next` gave last has arrived, or never can. */
  delivered(): void {
    if (this.#sending === undefined) return;
    const { movements, listed, changed } = this.#sending;
    this.#sending = undefined;
    this.#movements.splice(0, movements);
    for (const player of changed) {
      const key = player.characterId;
      // Unless it has changed again meanwhile.
      if (this.#changed.get(key) === player) this.#changed.delete(key);
    }
    if (this.#listed === undefined) return;
    this.#listed.splice(0, listed);
    if (this.#listed.length === 0) this.#listed = undefined;
    this.#listBegun = true;
  }

  #beginList(): void {
    this.#listOwed = false;
    this.#listBegun = false;
    this.#listed = [...this.#online()];
    const online = new Set(this.#listed.map((player) => player.characterId));
    // Whoever left and is still away has numbers that the list does not tell.
    this.#movements = this.#movements.filter(
      ({ kind, player }) => kind === 'left' && !online.has(player.characterId),
    );
  }

  #nextOfList(listed: OnlinePlayer[]): MovementsReport {
    const part = listed.slice(0, reportMax);
    this.#sending = { movements: 0, listed: part.length, changed: [] };
    // The first part replaces what the API knew; the others add to it.
    return this.#listBegun ? { joined: part, left: [] } : { joined: [], left: [], online: part };
  }

  /** The API applies `left` before `joined`: a report ends before somebody who joined in it leaves again. */
  #nextMovements(): MovementsReport {
    const report: MovementsReport = { joined: [], left: [] };
    const joined = new Set<number>();
    let movements = 0;
    for (const { kind, player } of this.#movements.slice(0, reportMax)) {
      const key = player.characterId;
      if (kind === 'left' && joined.has(key)) break;
      if (kind === 'left') report.left.push(player);
      else {
        report.joined.push(player);
        joined.add(key);
      }
      movements += 1;
    }
    this.#sending = { movements, listed: 0, changed: [] };
    return report;
  }

  #nextChanged(): MovementsReport {
    const changed = [...this.#changed.values()].slice(0, reportMax);
    this.#sending = { movements: 0, listed: 0, changed };
    return {
      joined: [],
      left: [],
      changed: changed.map(({ accountId: _, ...change }) => change),
    };
  }
}
