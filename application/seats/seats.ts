// Who plays: one seat per character, from the join of its session until it left the world. A seat is found by session, by
// the character's name (whatever its case) or number, and by the place of its entity. The caller refuses more than its cap.

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
  /** Who it is, while in the world, else 0: see roster. */
  character = 0;
  /** Its entity while in the world, else 0. */
  entity = 0;
  /** The entity's place while in the world, else 0. */
  place = 0;
  /** Tick of the join; of the session's end for one who lingers. */
  sinceTick = 0;
  /** Its own numbers, and which slots of its inventory (by bit), changed since they were last told. */
  statusChanged = false;
  slotsChanged = 0;
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
    return this.#byName.size;
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
  place(seat: Seat, character: number, entity: number, place: number): void {
    seat.state = SeatState.playing;
    seat.character = character;
    seat.entity = entity;
    seat.place = place;
    this.#byPlace[place] = seat;
    this.#places.set(seat.session, place);
  }

  /** The session of one who plays is gone, its character stays. */
  linger(seat: Seat): void {
    this.#bySession.delete(seat.session);
    this.#places.delete(seat.session);
    seat.state = SeatState.lingering;
    this.lingering.add(seat);
  }

  remove(seat: Seat): void {
    // The session of one who lingers may be somebody else's by now.
    if (!this.lingering.delete(seat)) {
      this.#bySession.delete(seat.session);
      this.#places.delete(seat.session);
    }
    this.#byName.delete(seat.nameKey);
    if (seat.place !== 0) this.#byPlace[seat.place] = undefined;
    seat.state = SeatState.gone;
    seat.character = 0;
    seat.entity = 0;
    seat.place = 0;
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
    // Each seat is listed once, and there are no more seats than places here.
    if (this.count === this.seats.length) throw new Error(`a list of ${this.count} seats has no place left`);
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
