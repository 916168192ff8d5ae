// What the simulation does so that nothing is lost: every character is offered to be stored in regular turns, soon
// after something important happened to it, and when it leaves. What the courier has no room for is offered again in
// the next tick; one refusal ends the offers of a tick, because the next would be refused too.

import type { FactReader } from '#domain/engine/facts/fact-log.js';
import { ticksPerSecond } from '#domain/engine/time.js';
import type { CharacterSheet } from '#domain/player/character-sheet.js';
import { writeSheet } from '#domain/player/sheet-and-world.js';
import type { Game } from '../game/game.js';
import type { PhaseDefinition } from '../game/phase.js';
import type { Seat } from '../seats/seats.js';

/** Loot, levels and deaths are offered within a second; several of them share one save. */
const importantTicks = ticksPerSecond;

/** Writes all that is known of a character in the world onto `sheet`, which is returned. */
export function sheetOf({ world }: Game, seat: Seat, sheet: CharacterSheet): CharacterSheet {
  sheet.characterId = seat.characterId;
  sheet.accountId = seat.accountId;
  sheet.name = seat.name;
  writeSheet(world, seat.row, sheet);
  return sheet;
}

/** Every character is due now; `allSaved` follows when each has been handed over. */
export function saveAll(game: Game): void {
  for (const seat of game.seats.all()) if (seat.row !== 0) game.seats.saveDueTick[seat.row] = game.world.tick;
  game.savingAll = true;
}

export const keepCharacters: PhaseDefinition = {
  name: 'save',
  budgetUs: 500,
  reads: [
    'transform',
    'identity',
    'vitals',
    'combat',
    'dead',
    'professions',
    'wallet',
    'inventory',
    'equipment',
    'bank',
    'buyBack',
    'commands',
    'quests',
    'questHistories',
    'player',
    'ledger',
  ],
  writes: ['progress', 'seats'],
  readsFacts: true,
  run(game, reader) {
    noteImportant(game, reader);
    const { departures, courier, counters } = game;
    const refused = departures.handOver(courier);
    counters.savesRefused += refused;
    const complete = refused === 0 && saveDue(game);
    if (complete && game.savingAll) {
      game.savingAll = false;
      courier.allSaved();
    }
  },
};

/** Whom something durable happened to is stored soon. */
function noteImportant({ world, seats }: Game, reader: FactReader): void {
  const { facts } = world;
  for (; reader.next < facts.count; reader.next++) {
    if (!facts.isDurable(facts.kind[reader.next]!)) continue;
    const row = world.rowOf(facts.subject[reader.next]!);
    if (seats.at(row) === undefined) continue;
    seats.saveDueTick[row] = Math.min(seats.saveDueTick[row]!, world.tick + importantTicks);
  }
}

/** False when one was refused. */
function saveDue(game: Game): boolean {
  const { world, seats, courier, counters, players, sheet } = game;
  const { saveDueTick } = seats;
  const { runs, runsEnd } = players.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let e = runs[r]!; e < runs[r + 1]!; e++) {
      if (saveDueTick[e]! > world.tick) continue;
      if (!courier.save(sheetOf(game, seats.at(e)!, sheet))) {
        counters.savesRefused++;
        return false;
      }
      counters.saves++;
      saveDueTick[e] = world.tick + game.saveIntervalTicks;
    }
  return true;
}
