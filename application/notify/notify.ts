// Facts become messages to players. What concerns one alone, and what is said, is told before the frame is published, so
// that a player's gateway knows of another map before it sees it there; what is seen is told after it, and last what a
// player's own numbers have come to, once however often they changed.

import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { ChatScope, CombatOutcome } from '#domain/vocabulary/vocabulary.js';
import type { RefusalReason } from '#domain/vocabulary/vocabulary.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import { tellChangedSlots, tellStatus } from './tell.js';

/** The most that a message carries. */
const amountMax = 0xffff;

/** In the tick before `publish`, and after a command that may have told something. */
export function notifyConcerned(game: Game): void {
  const { facts } = game.world;
  const { concerned } = game.readers;
  for (; concerned.next < facts.count; concerned.next++) {
    const row = concerned.next;
    switch (facts.kind[row]!) {
      case FactKind.travelled:
        tellTravelled(game, seatOf(game, facts.subject[row]!));
        break;
      case FactKind.requestRefused:
        tellRefused(game, row);
        break;
      case FactKind.spoke:
        tellSpoken(game, row);
        break;
    }
  }
}

/** In the tick after `publish`. */
export function notifyWatchers(game: Game): void {
  const { facts } = game.world;
  const { watchers } = game.readers;
  for (; watchers.next < facts.count; watchers.next++) {
    const row = watchers.next;
    switch (facts.kind[row]!) {
      case FactKind.struck:
      case FactKind.died:
        tellSeen(game, row);
        break;
      case FactKind.experienceGained:
      case FactKind.experienceLost:
      case FactKind.coinsGained:
      case FactKind.levelReached:
        noteStatus(game, row);
        break;
      case FactKind.itemTaken:
        noteInventory(game, row);
        break;
    }
  }
  tellChanged(game);
}

function seatOf({ world, seats }: Game, entity: number): Seat | undefined {
  const place = world.placeOf(entity);
  return place === 0 ? undefined : seats.at(place);
}

function tellTravelled({ world, output }: Game, seat: Seat | undefined): void {
  if (seat?.state !== SeatState.playing) return;
  const { place } = seat;
  const { map, x, y } = world.components.transform.columns;
  const { id, key } = world.maps[map[place]!]!.definition;
  output.placed(seat.session, seat.entity, map[place]!);
  output.mapChanged(seat.session, id, key, x[place]!, y[place]!);
}

function tellRefused(game: Game, row: number): void {
  const { facts } = game.world;
  const seat = seatOf(game, facts.subject[row]!);
  if (seat?.state !== SeatState.playing) return;
  game.output.refused(seat.session, facts.request[row]!, facts.reason[row]! as RefusalReason);
}

function tellSpoken(game: Game, row: number): void {
  const { facts } = game.world;
  const speaker = seatOf(game, facts.subject[row]!);
  const text = facts.text[row];
  if (speaker === undefined || text === undefined) return;
  if (facts.scope[row] === ChatScope.zone) tellZone(game, speaker, text);
  else game.output.chatNearby(speaker.entity, speaker.sheet.name, text);
}

function tellZone({ world, seats, output }: Game, speaker: Seat, text: string): void {
  const { map } = world.components.transform.columns;
  const here = map[speaker.place]!;
  for (const seat of seats.all())
    if (seat.state === SeatState.playing && map[seat.place] === here)
      output.chat(seat.session, ChatScope.zone, speaker.entity, speaker.sheet.name, text);
}

function tellSeen({ world, output }: Game, row: number): void {
  const { kind, actor, subject, skill, outcome, amount } = world.facts;
  const hasDied = kind[row] === FactKind.died;
  output.combat(
    actor[row]!,
    subject[row]!,
    skill[row]!,
    hasDied ? CombatOutcome.killed : (outcome[row]! as CombatOutcome),
    // A whole number in a register: as a double it would be an object on the heap.
    hasDied ? 0 : Math.min(amountMax, amount[row]!) | 0,
  );
}

function noteStatus(game: Game, row: number): void {
  const seat = seatOf(game, game.world.facts.subject[row]!);
  if (seat === undefined) return;
  seat.statusChanged = true;
  game.toTell.add(seat);
}

function noteInventory(game: Game, row: number): void {
  const seat = seatOf(game, game.world.facts.subject[row]!);
  if (seat !== undefined) game.toTell.add(seat);
}

function tellChanged(game: Game): void {
  const { toTell } = game;
  for (let i = 0; i < toTell.count; i++) {
    const seat = toTell.seats[i]!;
    // Who left meanwhile, or lingers, has nobody to be told.
    if (seat.state !== SeatState.playing) continue;
    if (seat.statusChanged) tellStatus(game, seat);
    seat.statusChanged = false;
    if (seat.sheet.inventory.changedSlots !== 0) tellChangedSlots(game, seat);
  }
  toTell.clear();
}
