// Who plays: one seat per session, from its join until it leaves. A seat is found by session, by the character's name
// (whatever its case), and by the place of its entity. There are at most `seatsMax`; the caller refuses more.

import { CharacterSheet } from '#domain/player/character-sheet.js';
import { SessionIndex } from './session-index.js';

export const SeatState = {
  /** Its load request was not accepted yet, or the character's last state is still on its way to the store. */
  asking: 0,
  /** Waits for the answer. */
  loading: 1,
  playing: 2,
} as const;
export type SeatState = (typeof SeatState)[keyof typeof SeatState];

export class Seat {
  state: SeatState = SeatState.asking;
  readonly sheet = new CharacterSheet();
  /** Its entity while playing, else 0. */
  entity = 0;
  /** The entity's place while playing, else 0. */
  place = 0;
  /** Tick of the join, then of the placing. */
  sinceTick = 0;
  /** `sheet.playedSeconds` counts up to this tick. */
  playedUntilTick = 0;
  /** Its own numbers changed since they were last told. */
  statusChanged = false;
  /** What the player asked for and the next tick decides, 0 for nothing. One of each at a time. */
  wishedSkill = 0;
  wishedTarget = 0;
  wishedLoot = 0;
  wishesRespawn = false;
  /** Stands in the list of those who wish something, or of those who must be told something. */
  isWishing = false;
  isToldLater = false;

  readonly nameKey: string;

  constructor(
    readonly session: number,
    readonly accountId: string,
    readonly name: string,
  ) {
    this.nameKey = nameKeyOf(name);
  }
}

/** Names that differ only in case are one name. They are ASCII: see TokenRequest in the schema. */
export function nameKeyOf(name: string): string {
  return name.toLowerCase();
}

export class Seats {
  readonly #bySession = new Map<number, Seat>();
  readonly #byName = new Map<string, Seat>();
  readonly #byPlace: (Seat | undefined)[];
  readonly #places: SessionIndex;
  /** By place: at this tick at the latest the sheet is offered to be stored. */
  readonly saveDueTick: Uint32Array;

  /** `placesMax` is one more than the highest entity place. */
  constructor(placesMax: number) {
    this.#byPlace = new Array<Seat | undefined>(placesMax).fill(undefined);
    this.saveDueTick = new Uint32Array(placesMax);
    this.#places = new SessionIndex();
  }

  get count(): number {
    return this.#bySession.size;
  }

  find(session: number): Seat | undefined {
    return this.#bySession.get(session);
  }

  /** The place of the session's entity, 0 while it has none: all that an input needs. */
  placeOf(session: number): number {
    return this.#places.placeOf(session);
  }

  findByName(nameKey: string): Seat | undefined {
    return this.#byName.get(nameKey);
  }

  /** The seat whose entity stands in this place. */
  at(place: number): Seat | undefined {
    return this.#byPlace[place];
  }

  /** In the order of joining. */
  all(): IterableIterator<Seat> {
    return this.#bySession.values();
  }

  add(seat: Seat): void {
    if (this.#bySession.has(seat.session)) throw new Error(`session ${seat.session} has a seat already`);
    if (this.#byName.has(seat.nameKey)) throw new Error(`two seats for one character: ${seat.name}`);
    this.#bySession.set(seat.session, seat);
    this.#byName.set(seat.nameKey, seat);
  }

  /** Gives the seat its entity. */
  place(seat: Seat, entity: number, place: number): void {
    seat.state = SeatState.playing;
    seat.entity = entity;
    seat.place = place;
    this.#byPlace[place] = seat;
    this.#places.set(seat.session, place);
  }

  remove(seat: Seat): void {
    this.#bySession.delete(seat.session);
    this.#byName.delete(seat.nameKey);
    if (seat.place !== 0) {
      this.#byPlace[seat.place] = undefined;
      this.#places.delete(seat.session);
    }
    seat.entity = 0;
    seat.place = 0;
  }
}

/** A list that holds each seat at most once, in the order they came, and never grows beyond the seats there can be. */
export class SeatList {
  readonly seats: (Seat | undefined)[];
  count = 0;
  /** Additions beyond the capacity; none can happen while each seat is listed once and the capacity is the seats' cap. */
  refused = 0;

  constructor(
    capacity: number,
    readonly mark: 'isWishing' | 'isToldLater',
  ) {
    this.seats = new Array<Seat | undefined>(capacity).fill(undefined);
  }

  add(seat: Seat): void {
    if (seat[this.mark]) return;
    if (this.count === this.seats.length) {
      this.refused++;
      return;
    }
    seat[this.mark] = true;
    this.seats[this.count++] = seat;
  }

  /** Visit `seats[0 … count - 1]`, then clear. */
  clear(): void {
    for (let i = 0; i < this.count; i++) {
      this.seats[i]![this.mark] = false;
      this.seats[i] = undefined;
    }
    this.count = 0;
  }
}
