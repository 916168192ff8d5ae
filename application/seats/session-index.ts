// The place of each session's player: asked for every input that comes in, so plain numbers by gateway and slot instead
// of a Map. A gateway gives a slot's number to one session at a time and tells of its end before the next begins; the
// generation in the session's number tells the two apart.

import { gatewayOfSession, slotOfSession } from '#ports/threads/session-number.js';

const gatewaysMax = 16;
const slotsMax = 0x1_0000;

export class SessionIndex {
  /** By gateway, made when its first session comes: 384 KB of address space each, of which slots in use take memory. */
  readonly #rows = new Array<SlotPlaces | undefined>(gatewaysMax).fill(undefined);

  /** 0 for a session that has none. */
  placeOf(session: number): number {
    const row = this.#rows[gatewayOfSession(session)];
    if (row === undefined) return 0;
    const slot = slotOfSession(session);
    return row.sessions[slot] === session ? row.places[slot]! : 0;
  }

  /** `place` is above 0. Who had the slot before has none any more. */
  set(session: number, place: number): void {
    const row = (this.#rows[gatewayOfSession(session)] ??= new SlotPlaces());
    const slot = slotOfSession(session);
    row.sessions[slot] = session;
    row.places[slot] = place;
  }

  delete(session: number): void {
    const row = this.#rows[gatewayOfSession(session)];
    const slot = slotOfSession(session);
    if (row?.sessions[slot] === session) row.places[slot] = 0;
  }
}

class SlotPlaces {
  readonly sessions = new Uint32Array(slotsMax);
  /** 0 where no session is: place 0 is nobody's. */
  readonly places = new Uint16Array(slotsMax);
}
