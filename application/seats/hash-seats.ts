// The fingerprint of who plays: what lies beside the world and decides what follows.

import { Hash } from '#domain/engine/hash.js';
import type { KickedOut } from './kicked-out.js';
import type { Seats } from './seats.js';

export function hashSeats({
  seats,
  kickedOut,
}: {
  readonly seats: Seats;
  readonly kickedOut: KickedOut;
}): string {
  const hash = new Hash();
  for (const seat of seats.all()) {
    hash.word(seat.session);
    hash.word(seat.state);
    hash.word(seat.entity);
    hash.word(seat.sinceTick);
  }
  kickedOut.eachWord((word) => hash.word(word));
  return hash.digest();
}
