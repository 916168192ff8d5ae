// Facts become messages to players. What concerns one alone, and what is said, is told before the frame is published, so
// that a player's gateway knows of another map before it sees it there; what is seen is told after it, and last what a
// player's own numbers have come to, once however often they changed.

import { FactKind } from '#domain/vocabulary/generated/facts.js';
import type { ChatMessage, CombatMessage, RefusedMessage } from '#domain/vocabulary/generated/messages.js';
import { ChatScope, CombatOutcome, RefusalReason } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import { tellSlots, tellStatus } from './tell.js';
import type { PhaseDefinition } from '../game/phase.js';
import type { FactReader } from '#domain/engine/facts/fact-log.js';

/** The most that a message carries. */
const amountMax = 0xffff;

// Messages are taken at once, so one object of each kind serves for all.
const mapChanged = { map: 0, mapKey: '', x: 0, y: 0 };
const refused: Reused<RefusedMessage> = { request: 0, reason: RefusalReason.unknownTarget };
const chat: Reused<ChatMessage> = { scope: ChatScope.say, speaker: 0, name: '', text: '' };
const combat: Reused<CombatMessage> = {
  source: 0,
  target: 0,
  skill: 0,
  outcome: CombatOutcome.hit,
  amount: 0,
};

/** In the tick before `publish`, and between ticks after a command that may have something to tell. */
export const notifyConcerned: PhaseDefinition = {
  name: 'notify-concerned',
  budgetUs: 250,
  reads: ['transform', 'seats'],
  writes: [],
  readsFacts: true,
  run: tellConcerned,
};

export function tellConcerned(game: Game, concerned: FactReader): void {
  const { facts } = game.world;
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
export const notifyWatchers: PhaseDefinition = {
  name: 'notify-watchers',
  budgetUs: 250,
  reads: ['vitals', 'identity', 'progress', 'wallet', 'inventory', 'seats'],
  writes: ['seats'],
  readsFacts: true,
  run: tellWatchers,
};

function tellWatchers(game: Game, watchers: FactReader): void {
  const { facts } = game.world;
  for (; watchers.next < facts.count; watchers.next++) {
    const row = watchers.next;
    switch (facts.kind[row]!) {
      case FactKind.struck:
      case FactKind.died:
        tellSeen(game, row);
        break;
      case FactKind.killCredited:
      case FactKind.experienceGained:
      case FactKind.experienceLost:
      case FactKind.coinsGained:
      case FactKind.levelReached:
      case FactKind.forfeited:
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
  mapChanged.map = id;
  mapChanged.mapKey = key;
  mapChanged.x = x[place]!;
  mapChanged.y = y[place]!;
  output.toSession.mapChanged(seat.session, mapChanged);
}

function tellRefused(game: Game, row: number): void {
  const { facts } = game.world;
  const seat = seatOf(game, facts.subject[row]!);
  if (seat?.state !== SeatState.playing) return;
  refused.request = facts.request[row]!;
  refused.reason = facts.reason[row]! as RefusalReason;
  game.output.toSession.refused(seat.session, refused);
}

function tellSpoken(game: Game, row: number): void {
  const { facts } = game.world;
  const speaker = seatOf(game, facts.subject[row]!);
  const text = facts.text[row];
  if (speaker === undefined || text === undefined) return;
  const isForZone = facts.scope[row] === ChatScope.zone;
  chat.scope = isForZone ? ChatScope.zone : ChatScope.say;
  chat.speaker = speaker.entity;
  chat.name = speaker.name;
  chat.text = text;
  if (isForZone) tellZone(game, speaker);
  else game.output.toNearby.chat(speaker.entity, chat);
}

function tellZone({ world, seats, output }: Game, speaker: Seat): void {
  const { map } = world.components.transform.columns;
  const here = map[speaker.place]!;
  for (const seat of seats.all())
    if (seat.state === SeatState.playing && map[seat.place] === here)
      output.toSession.chat(seat.session, chat);
}

function tellSeen({ world, output }: Game, row: number): void {
  const { kind, actor, subject, skill, outcome, amount } = world.facts;
  const hasDied = kind[row] === FactKind.died;
  combat.source = actor[row]!;
  combat.target = subject[row]!;
  combat.skill = skill[row]!;
  combat.outcome = hasDied ? CombatOutcome.killed : (outcome[row]! as CombatOutcome);
  // A whole number in a register: as a double it would be an object on the heap.
  combat.amount = hasDied ? 0 : Math.min(amountMax, amount[row]!) | 0;
  output.toNearby.combat(combat.target, combat);
}

function noteStatus(game: Game, row: number): void {
  const seat = seatOf(game, game.world.facts.subject[row]!);
  if (seat === undefined) return;
  seat.statusChanged = true;
  game.toTell.add(seat);
}

function noteInventory(game: Game, row: number): void {
  const seat = seatOf(game, game.world.facts.subject[row]!);
  if (seat === undefined) return;
  seat.slotsChanged |= 1 << game.world.facts.slot[row]!;
  game.toTell.add(seat);
}

function tellChanged(game: Game): void {
  const { toTell } = game;
  for (let i = 0; i < toTell.count; i++) {
    const seat = toTell.seats[i]!;
    // Who left meanwhile, or lingers, has nobody to be told.
    if (seat.state === SeatState.playing) {
      if (seat.statusChanged) tellStatus(game, seat);
      tellSlots(game, seat, seat.slotsChanged);
    }
    seat.statusChanged = false;
    seat.slotsChanged = 0;
  }
  toTell.clear();
}
