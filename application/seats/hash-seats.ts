// The fingerprint of who plays: what lies beside the world and decides what follows.

import { Hash } from '#domain/engine/hash.js';
import type { KickedOut } from './kicked-out.js';
import type { Sanctions } from './sanctions.js';
import type { Seats } from './seats.js';

export function hashSeats({
  seats,
  kickedOut,
  sanctions,
}: {
  readonly seats: Seats;
  readonly kickedOut: KickedOut;
  readonly sanctions: Sanctions;
}): string {
  const hash = new Hash();
  for (const seat of seats.all()) {
    hash.word(seat.session);
    hash.word(seat.state);
    hash.word(seat.entity);
    hash.word(seat.sinceTick);
  }
  kickedOut.eachWord((word) => hash.word(word));
  sanctions.eachWord((word) => hash.word(word));
  return hash.digest();
}
