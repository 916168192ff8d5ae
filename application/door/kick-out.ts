// An operator ends the session of a character.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { nameKey as keyOfName } from '#ports/names/name-key.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import { end } from './life-cycle.js';

/**
 * False when nobody plays it now. Its character is saved, and stays for the rest of a fight like that of anybody who
 * leaves. `characterId` is the store's: one that was born in this session has none here yet, and is known by its name,
 * which is nobody else's.
 */
export function kickOut(game: Game, name: string, characterId: number, detail: string): boolean {
  const { seats, kickedOut, world } = game;
  const seat = seats.findByName(keyOfName(name));
  if (seat === undefined || seat.state === SeatState.lingering) return false;
  if (seat.characterId !== 0 && seat.characterId !== characterId) return false;
  kickedOut.add(seat, world.tick);
  end(game, seat, DisconnectReason.kicked, detail);
  return true;
}
