// A character is erased: the world's part. It leaves the world at once, and what letters, the market and the ground know
// of it ends, in as many ticks as there is room to tell of it. What it owns besides is the journal's to end, when all this
// is stored.

import { orderNumbers } from '#domain/orders/orders.js';
import { openToAll } from '#domain/loot/open-to-all.js';
import { eraseLetters } from '#domain/mail/erase-letters.js';
import { eraseListings } from '#domain/market/erase-listings.js';
import { forgetMember } from '#domain/party/membership.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { nameKey as keyOfName } from '#ports/names/name-key.js';
import type { Game } from '../game/game.js';
import { sheetOf } from './keep-characters.js';
import { vanish } from './leave-world.js';

/**
 * False while something is left to do, or to be handed to the journal: to be called again in a later tick. After true
 * nothing that the world does is about it.
 */
export function eraseCharacter(game: Game, name: string, characterId: number): boolean {
  const { world, erasing } = game;
  const key = keyOfName(name);
  removeFromWorld(game, key, characterId);
  world.tables.directory.forget(key, characterId);
  forgetMember(world, characterId);
  world.tables.lootRolls.forget(characterId);
  world.tables.spokenLines.forgetCharacter(characterId);
  world.tables.playerReports.forgetCharacter(characterId);
  dropLettersTo(game, characterId);
  const factsBefore = world.facts.count;
  const isBare =
    world.tables.ledger.isStoring &&
    eraseLetters(world, characterId) &&
    eraseListings(world, characterId) &&
    openToAll(world, game.lying, characterId);
  const wroteAt = erasing.get(characterId);
  if (wroteAt === undefined || world.facts.count !== factsBefore) erasing.set(characterId, world.tick);
  // What was written between two ticks is handed over at the end of the next one.
  const isDone = isBare && !game.journalBehind && erasing.get(characterId)! < world.tick;
  if (isDone) erasing.delete(characterId);
  return isDone;
}

function removeFromWorld(game: Game, key: string, characterId: number): void {
  const { seats, output, courier, kickedOut, world } = game;
  const seat = seats.findByName(key);
  if (seat !== undefined && (seat.characterId === 0 || seat.characterId === characterId)) {
    const { session, row } = seat;
    // What this player had under way ends likewise; the name is free for others as soon as all is done.
    if (!game.erasing.has(characterId)) kickedOut.add(seat, world.tick);
    const isThere = seats.find(session) === seat;
    game.arriving.delete(session);
    if (row === 0) seats.remove(seat);
    else {
      courier.departed(session, sheetOf(game, seat, game.sheet));
      vanish(game, seat);
    }
    if (isThere) output.end(session, DisconnectReason.kicked, 'this character was erased');
  }
  game.departures.drop(key, courier);
}

/** Those that wait for the next tick. */
function dropLettersTo({ world }: Game, characterId: number): void {
  const { count, requests, numbers } = world.tables.orders;
  for (let i = 0; i < count; i++)
    if (requests[i] === RequestId.sendLetter && numbers[i * orderNumbers] === characterId)
      numbers[i * orderNumbers] = 0;
}
