// Who plays: one seat per character, from the join of its session until it left the world. A seat is found by session, by
// the character's name (whatever its case) or number, and by the row of its entity. The caller refuses more than its cap.

import { nameKey as keyOfName } from '#ports/names/name-key.js';
import { SessionIndex } from './session-index.js';

export const SeatState = {
  /** Its load request was not accepted yet, or the character's last state is still on its way to the store. */
  asking: 0,
  /** Waits for the answer. */
  loading: 1,
  playing: 2,
  /** The session is gone, the character still in the world: see leave-world. */
  lingering: 3,
  /** Removed. */
  gone: 4,
} as const;
export type SeatState = (typeof SeatState)[keyof typeof SeatState];

export class Seat {
  state: SeatState = SeatState.asking;
  /** 0 until the store gave the character its id. */
  characterId = 0;
  /** As asked for, and once it came, as the character has it. */
  name: string;
  /** Who it is, while in the world, else 0: the id of the stored character. */
  character = 0;
  /** Its entity while in the world, else 0. */
  entity = 0;
  /** The entity's row while in the world, else 0. */
  row = 0;
  /** Tick of the join; of the session's end for one who lingers. */
  sinceTick = 0;
  /** Coins and experience as its player was told, or is to be told with its other numbers: what is stored. */
  toldCoins = 0;
  toldExperience = 0;
  /** Its own numbers changed since they were last told. */
  statusChanged = false;
  /** Stands in the list of those who must be told something. */
  isToldLater = false;

  readonly nameKey: string;

  constructor(
    readonly session: number,
    readonly accountId: string,
    name: string,
  ) {
    this.name = name;
    this.nameKey = keyOfName(name);
  }
}

export class Seats {
  readonly #bySession = new Map<number, Seat>();
  readonly #byName = new Map<string, Seat>();
  /** Those whose session is gone. */
  readonly lingering = new Set<Seat>();
  readonly #byRow: (Seat | undefined)[];
  readonly #rows: SessionIndex;
  /** By row: at this tick at the latest the sheet is offered to be stored. */
  readonly saveDueTick: Uint32Array;

  /** `rowsMax` is one more than the highest entity row. */
  constructor(rowsMax: number) {
    this.#byRow = new Array<Seat | undefined>(rowsMax).fill(undefined);
    this.saveDueTick = new Uint32Array(rowsMax);
    this.#rows = new SessionIndex();
  }

  get count(): number {
    return this.#byName.size;
  }

  find(session: number): Seat | undefined {
    return this.#bySession.get(session);
  }

  /** The row of the session's entity, 0 while it has none: all that an input needs. */
  rowOf(session: number): number {
    return this.#rows.rowOf(session);
  }

  findByName(nameKey: string): Seat | undefined {
    return this.#byName.get(nameKey);
  }

  /** The seat whose entity stands in this row. */
  at(row: number): Seat | undefined {
    return this.#byRow[row];
  }

  /** In the order of joining; those whose session is gone too. */
  all(): IterableIterator<Seat> {
    return this.#byName.values();
  }

  add(seat: Seat): void {
    if (this.#bySession.has(seat.session)) throw new Error(`session ${seat.session} has a seat already`);
    if (this.#byName.has(seat.nameKey)) throw new Error(`two seats for one character: ${seat.name}`);
    this.#bySession.set(seat.session, seat);
    this.#byName.set(seat.nameKey, seat);
  }

  /** Gives the seat its entity. */
  enterWorld(seat: Seat, character: number, entity: number, row: number): void {
    seat.state = SeatState.playing;
    seat.character = character;
    seat.entity = entity;
    seat.row = row;
    this.#byRow[row] = seat;
    this.#rows.set(seat.session, row);
  }

  /** The session of one who plays is gone, its character stays. */
  linger(seat: Seat): void {
    this.#bySession.delete(seat.session);
    this.#rows.delete(seat.session);
    seat.state = SeatState.lingering;
    this.lingering.add(seat);
  }

  remove(seat: Seat): void {
    // The session of one who lingers may be somebody else's by now.
    if (!this.lingering.delete(seat)) {
      this.#bySession.delete(seat.session);
      this.#rows.delete(seat.session);
    }
    this.#byName.delete(seat.nameKey);
    if (seat.row !== 0) this.#byRow[seat.row] = undefined;
    seat.state = SeatState.gone;
    seat.character = 0;
    seat.entity = 0;
    seat.row = 0;
  }
}

/** A list that holds each seat at most once, in the order they came, and never grows beyond the seats there can be. */
export class SeatList {
  readonly seats: (Seat | undefined)[];
  count = 0;

  constructor(capacity: number) {
    this.seats = new Array<Seat | undefined>(capacity).fill(undefined);
  }

  add(seat: Seat): void {
    if (seat.isToldLater) return;
    // Each seat is listed once, and there are no more seats than it has room for.
    if (this.count === this.seats.length) throw new Error(`a list of ${this.count} seats has no room left`);
    seat.isToldLater = true;
    this.seats[this.count++] = seat;
  }

  /** Visit `seats[0 … count - 1]`, then clear. */
  clear(): void {
    for (let i = 0; i < this.count; i++) {
      this.seats[i]!.isToldLater = false;
      this.seats[i] = undefined;
    }
    this.count = 0;
  }
}
