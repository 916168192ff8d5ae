// The fingerprint of who plays and which numbers characters get next: what lies beside the world and decides what follows.

import { Hash } from '#domain/engine/hash.js';
import type { KickedOut } from './kicked-out.js';
import type { Roster } from './roster.js';
import type { Seats } from './seats.js';

export function hashSeats({
  seats,
  roster,
  kickedOut,
}: {
  readonly seats: Seats;
  readonly roster: Roster;
  readonly kickedOut: KickedOut;
}): string {
  const hash = new Hash();
  for (const seat of seats.all()) {
    hash.word(seat.session);
    hash.word(seat.state);
    hash.word(seat.entity);
    hash.word(seat.sinceTick);
  }
  roster.eachWord((word) => hash.word(word));
  kickedOut.eachWord((word) => hash.word(word));
  return hash.digest();
}
