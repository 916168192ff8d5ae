// A session's way into the world and out of it: join, load, enter; leave, save, gone. A character is in the world at
// most once: who joins with it a second time takes over its entity, and the older session ends. A character whose last
// state is still on its way to the store is not loaded before that state has been handed over. What a character is goes
// with it on all these ways (ARCHITECTURE.md has the table); none of them has rules of its own.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { noteEntered } from '#domain/vocabulary/generated/facts.js';
import { encodeUtf8 } from '#domain/vocabulary/bytes/utf8.js';
import { restartSteps } from '#domain/body/player-steps.js';
import { copySheet, isNewborn } from '#domain/player/character-sheet.js';
import type { CharacterSheet } from '#domain/player/character-sheet.js';
import { beginningFacts, giveToBeginner, startCharacter } from '#domain/player/newborn.js';
import { findEntry } from '#domain/player/find-entry.js';
import type { Standing } from '#domain/player/find-entry.js';
import { readSheet } from '#domain/player/sheet-and-world.js';
import { dropIntents } from '#domain/intents/intents.js';
import { dropOrders } from '#domain/orders/drop-orders.js';
import { levelAt } from '#domain/progression/experience.js';
import { createPlayer } from '#domain/player/create-player.js';
import type { Game } from '../game/game.js';
import { nameKey as keyOfName } from '#ports/names/name-key.js';
import { sheetOf } from './keep-characters.js';
import { leaveWorld } from './leave-world.js';
import { applyMute, banOf, tellMute } from './sanctions.js';
import { Seat, SeatState } from '../seats/seats.js';
import { tellEverything } from '../notify/tell.js';
import { tellCompany } from '../notify/tell-party.js';

/** A character that was asked for and did not come within 10 s will not come. */
const loadTicksMax = 600;

const entry: Standing = { map: 0, x: 0, y: 0, facing: 0 };

export function join(game: Game, session: number, accountId: string, name: string): void {
  const { seats, departures, counters, output } = game;
  if (seats.find(session) !== undefined) {
    // A gateway numbers a session anew only after the old one left; the older seat is a leave that got lost.
    leave(game, session);
  }
  const seat = new Seat(session, accountId, name);
  seat.sinceTick = game.world.tick;
  if (game.kickedOut.has(seat, game.world.tick)) {
    counters.joinsRefused++;
    output.end(session, DisconnectReason.kicked, 'an operator ended your session');
    return;
  }
  if (isKeptOut(game, seat)) return;
  const older = seats.findByName(seat.nameKey);
  if (older !== undefined) {
    if (older.accountId !== accountId) {
      output.end(session, DisconnectReason.nameTaken, 'this name belongs to somebody else');
      return;
    }
    replace(game, older, seat);
    return;
  }
  if (seats.count + departures.count >= game.playersMax) {
    counters.joinsRefused++;
    output.end(session, DisconnectReason.overloaded, 'the server is full');
    return;
  }
  seats.add(seat);
  game.arriving.add(session);
}

/** Its session ends then. What is known of it decides: at first the account, later the character. */
function isKeptOut(game: Game, seat: Seat): boolean {
  const why = banOf(game, seat);
  if (why === undefined) return false;
  game.counters.joinsRefused++;
  if (game.seats.find(seat.session) === seat) end(game, seat, DisconnectReason.banned, why);
  else game.output.end(seat.session, DisconnectReason.banned, why);
  return true;
}

/** The newer session continues where the older one is: in the queue of arrivals, or with its entity in the world. */
function replace(game: Game, older: Seat, newer: Seat): void {
  const { seats, output } = game;
  const { row, entity, character } = older;
  if (older.state !== SeatState.lingering) {
    output.end(older.session, DisconnectReason.replaced, 'the character connected again');
    game.arriving.delete(older.session);
  }
  if (row === 0) {
    seats.remove(older);
    seats.add(newer);
    game.arriving.add(newer.session);
    return;
  }
  game.courier.departed(older.session, sheetOf(game, older, game.sheet));
  newer.name = older.name;
  newer.characterId = older.characterId;
  newer.toldCoins = older.toldCoins;
  newer.toldExperience = older.toldExperience;
  dropIntents(game.world, row);
  dropOrders(game.world, row);
  seats.remove(older);
  seats.add(newer);
  seats.enterWorld(newer, character, entity, row);
  const { player } = game.world.components;
  player.columns.session[row] = newer.session;
  restartSteps(player.columns, row);
  player.columns.viewLagTicks[row] = 0;
  greet(game, newer);
}

/** Once a tick: asks for the characters of those who wait, as far as the courier has room; gives up who waits too long. */
export function requestCharacters(game: Game): void {
  if (game.arriving.size === 0) return;
  const { seats, courier, world, counters } = game;
  let roomLeft = true;
  for (const session of game.arriving) {
    const seat = seats.find(session)!;
    if (seat.sinceTick + loadTicksMax < world.tick) {
      counters.loadsTimedOut++;
      end(game, seat, DisconnectReason.characterUnavailable, 'the character could not be loaded in time');
    } else if (seat.state === SeatState.asking && roomLeft && !isLeaving(game, seat)) {
      roomLeft = courier.requestLoad(session, seat.accountId, seat.name);
      if (roomLeft) seat.state = SeatState.loading;
      else counters.loadsRefused++;
    }
  }
}

/** Its last state, or its last facts, are not handed over yet. */
function isLeaving({ departures, journalBehind }: Game, { nameKey }: Seat): boolean {
  return journalBehind || departures.has(nameKey);
}

/**
 * `sheet` is copied. An answer that nobody waits for any more is ignored; so is one for a session whose number was given
 * to somebody else meanwhile, who would else become another player's character.
 */
export function characterLoaded(game: Game, session: number, sheet: CharacterSheet): void {
  const seat = game.seats.find(session);
  if (seat?.state !== SeatState.loading || !isOf(seat, sheet)) {
    game.counters.strayCommands++;
    return;
  }
  game.arriving.delete(session);
  seat.name = sheet.name;
  seat.characterId = sheet.characterId;
  if (isKeptOut(game, seat)) return;
  game.world.tables.directory.learn(seat.nameKey, sheet.characterId);
  const { facts } = game.world;
  const isNew = isNewborn(sheet);
  if (isNew && !facts.reserve(beginningFacts)) {
    turnAway(game, seat);
    return;
  }
  const own = game.sheet;
  copySheet(own, sheet);
  if (isNew) startCharacter(own, game.world.content);
  const entered = enter(game, seat, own);
  if (!isNew) return;
  // Who finds no room in a full world was not born.
  const written = entered ? giveToBeginner(game.world, seat.row) : 0;
  facts.release(beginningFacts - written);
}

function isOf(seat: Seat, sheet: CharacterSheet): boolean {
  return keyOfName(sheet.name) === seat.nameKey && sheet.accountId === seat.accountId;
}

export function characterUnavailable(
  game: Game,
  session: number,
  reason: DisconnectReason,
  detail: string,
): void {
  const seat = game.seats.find(session);
  if (seat?.state !== SeatState.loading) {
    game.counters.strayCommands++;
    return;
  }
  end(game, seat, reason, detail);
}

function enter(game: Game, seat: Seat, sheet: CharacterSheet): boolean {
  const { world, seats } = game;
  findEntry(world, sheet, entry);
  const level = levelAt(world.content.progression.experienceCurve, sheet.experience);
  const character = sheet.characterId;
  if (character === 0) throw new Error(`the character '${sheet.name}' comes into the world without an id`);
  const entity = createPlayer(world, {
    ...entry,
    session: seat.session,
    character,
    name: encodeUtf8(sheet.name),
    level,
  });
  if (entity === 0) {
    turnAway(game, seat);
    return false;
  }
  const row = world.rowOf(entity);
  seats.enterWorld(seat, character, entity, row);
  sheet.level = level;
  readSheet(world, row, sheet);
  // What was loaded is stored, also where some of it is still to be told.
  seat.toldCoins = sheet.coins;
  seat.toldExperience = sheet.experience;
  // Spread over the interval, so that those who came together are not saved together.
  seats.saveDueTick[row] = world.tick + 1 + (row % game.saveIntervalTicks);
  applyMute(game, seat);
  greet(game, seat);
  return true;
}

function turnAway(game: Game, seat: Seat): void {
  game.counters.joinsRefused++;
  end(game, seat, DisconnectReason.overloaded, 'the world is full');
}

function greet(game: Game, seat: Seat): void {
  const { world, output } = game;
  const mapIndex = world.components.transform.columns.map[seat.row]!;
  const { id, key } = world.maps[mapIndex]!.definition;
  output.placed(seat.session, seat.entity, mapIndex);
  output.toSession.welcome(seat.session, {
    entity: seat.entity,
    tick: world.tick,
    name: seat.name,
    map: id,
    mapKey: key,
    contentHash: world.content.hash,
    lastCommand: world.components.commands.columns.highest[seat.row]!,
  });
  tellEverything(game, seat);
  tellCompany(game, seat);
  tellMute(game, seat);
  noteEntered(world.facts, seat.entity, mapIndex);
  game.courier.entered(seat.session, sheetOf(game, seat, game.sheet));
}

/** The session is gone: its character is saved and leaves the world, after its fight if it is in one. Unknown sessions are ignored. */
export function leave(game: Game, session: number): void {
  const seat = game.seats.find(session);
  if (seat === undefined) {
    game.counters.strayCommands++;
    return;
  }
  game.arriving.delete(session);
  if (seat.state === SeatState.playing) leaveWorld(game, seat);
  else game.seats.remove(seat);
}

/** Ends a session from this side. */
export function end(game: Game, seat: Seat, reason: DisconnectReason, detail: string): void {
  leave(game, seat.session);
  game.output.end(seat.session, reason, detail);
}
