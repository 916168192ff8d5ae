// What the simulation does so that nothing is lost: every character is offered to be stored in regular turns, soon
// after something important happened to it, and when it leaves. What the courier has no room for is offered again in
// the next tick; one refusal ends the offers of a tick, because the next would be refused too.

import { noteTimes } from '#domain/player/running-times.js';
import { ticksPerSecond } from '#domain/world/world.js';
import type { Game } from '../game/game.js';
import type { Seat } from '../seats/seats.js';

/** Loot, levels and deaths are offered within a second; several of them share one save. */
const importantTicks = ticksPerSecond;

/** Writes place, vitals and running times from the world into the sheet. */
export function writeSheet(game: Game, seat: Seat): void {
  const { world } = game;
  const { transform, vitals } = world.components;
  const { place, sheet } = seat;
  sheet.mapKey = world.maps[transform.columns.map[place]!]!.definition.key;
  sheet.x = transform.columns.x[place]!;
  sheet.y = transform.columns.y[place]!;
  sheet.health = vitals.columns.health[place]!;
  sheet.mana = vitals.columns.mana[place]!;
  noteTimes(world, place, sheet.times);
  const seconds = Math.floor((world.tick - seat.playedUntilTick) / ticksPerSecond);
  sheet.playedSeconds += seconds;
  seat.playedUntilTick += seconds * ticksPerSecond;
}

/** Every character is due now; `allSaved` follows when each has been handed over. */
export function saveAll(game: Game): void {
  for (const seat of game.seats.all())
    if (seat.place !== 0) game.seats.saveDueTick[seat.place] = game.world.tick;
  game.savingAll = true;
}

/** Whom something durable happened to is stored soon. */
function noteImportant({ world, seats, readers }: Game): void {
  const { facts } = world;
  const { keeper } = readers;
  for (; keeper.next < facts.count; keeper.next++) {
    if (!facts.isDurable(facts.kind[keeper.next]!)) continue;
    const place = world.placeOf(facts.subject[keeper.next]!);
    if (seats.at(place) === undefined) continue;
    seats.saveDueTick[place] = Math.min(seats.saveDueTick[place]!, world.tick + importantTicks);
  }
}

/** Once a tick. */
export function keepCharacters(game: Game): void {
  noteImportant(game);
  const { departures, courier, counters } = game;
  const refused = departures.handOver(courier);
  counters.savesRefused += refused;
  const complete = refused === 0 && saveDue(game);
  if (complete && game.savingAll) {
    game.savingAll = false;
    courier.allSaved();
  }
}

/** False when one was refused. */
function saveDue(game: Game): boolean {
  const { world, seats, courier, counters } = game;
  const { saveDueTick } = seats;
  const { runs, runsEnd } = world.players.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let e = runs[r]!; e < runs[r + 1]!; e++) {
      if (saveDueTick[e]! > world.tick) continue;
      const seat = seats.at(e)!;
      writeSheet(game, seat);
      if (!courier.save(seat.sheet)) {
        counters.savesRefused++;
        return false;
      }
      counters.saves++;
      saveDueTick[e] = world.tick + game.saveIntervalTicks;
    }
  return true;
}
