// Facts become messages to players. What concerns one alone, and what is said, is told before the frame is published, so
// that a player's gateway knows of another map before it sees it there; what is seen is told after it. What somebody owns
// is told when it is stored (notify-stored).

import { FactKind } from '#domain/vocabulary/generated/facts.js';
import type { ChatMessage, CombatMessage, RefusedMessage } from '#domain/vocabulary/generated/messages.js';
import { ChatScope, CombatOutcome, RefusalReason } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import { tellPartyFact } from './tell-party.js';
import { tellTradeBroken, tellTradeProposed, tellTradeTable } from './tell-trade.js';
import type { PhaseDefinition } from '../game/phase.js';
import type { FactReader } from '#domain/engine/facts/fact-log.js';

/** The most that a message carries. */
const amountMax = 0xffff;

// Messages are taken at once, so one object of each kind serves for all.
const mapChanged = { map: 0, mapKey: '', x: 0, y: 0 };
const refused: Reused<RefusedMessage> = { request: 0, command: 0, reason: RefusalReason.unknownTarget };
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
  reads: [
    ...(['transform', 'identity', 'vitals', 'dead', 'player', 'seats', 'characters'] as const),
    ...(['trading', 'trades', 'inventory', 'parties', 'lootRolls', 'loot'] as const),
  ],
  writes: [],
  readsFacts: true,
  run: tellConcerned,
};

export function tellConcerned(game: Game, concerned: FactReader): void {
  const { facts } = game.world;
  for (; concerned.next < facts.count; concerned.next++) {
    const factRow = concerned.next;
    switch (facts.kind[factRow]!) {
      case FactKind.travelled:
        tellTravelled(game, seatOf(game, facts.subject[factRow]!));
        break;
      case FactKind.requestRefused:
        tellRefused(game, factRow);
        break;
      case FactKind.spoke:
        tellSpoken(game, factRow);
        break;
      case FactKind.tradeProposed:
        tellTradeProposed(game, factRow);
        break;
      case FactKind.tradeChanged:
        tellTradeTable(game, facts.subject[factRow]!);
        break;
      case FactKind.tradeBroken:
        tellTradeBroken(game, factRow);
        break;
      case FactKind.partyProposed:
      case FactKind.partyProposalEnded:
      case FactKind.partyChanged:
      case FactKind.membersMoved:
      case FactKind.partyLeft:
      case FactKind.lootRollBegan:
      case FactKind.lootRollDecided:
        tellPartyFact(game, factRow);
        break;
    }
  }
}

/** In the tick after `publish`. */
export const notifyWatchers: PhaseDefinition = {
  name: 'notify-watchers',
  budgetUs: 250,
  reads: ['vitals', 'identity', 'seats'],
  writes: [],
  readsFacts: true,
  run: tellWatchers,
};

function tellWatchers(game: Game, watchers: FactReader): void {
  const { facts } = game.world;
  for (; watchers.next < facts.count; watchers.next++) {
    const factRow = watchers.next;
    switch (facts.kind[factRow]!) {
      case FactKind.struck:
      case FactKind.died:
        tellSeen(game, factRow);
        break;
    }
  }
}

export function seatOf({ world, seats }: Game, entity: number): Seat | undefined {
  const row = world.rowOf(entity);
  return row === 0 ? undefined : seats.at(row);
}

function tellTravelled({ world, output }: Game, seat: Seat | undefined): void {
  if (seat?.state !== SeatState.playing) return;
  const { row } = seat;
  const { map, x, y } = world.components.transform.columns;
  const { id, key } = world.maps[map[row]!]!.definition;
  output.placed(seat.session, seat.entity, map[row]!);
  mapChanged.map = id;
  mapChanged.mapKey = key;
  mapChanged.x = x[row]!;
  mapChanged.y = y[row]!;
  output.toSession.mapChanged(seat.session, mapChanged);
}

function tellRefused(game: Game, factRow: number): void {
  const { facts } = game.world;
  const seat = seatOf(game, facts.subject[factRow]!);
  if (seat?.state !== SeatState.playing) return;
  refused.request = facts.request[factRow]!;
  refused.command = facts.command[factRow]!;
  refused.reason = facts.reason[factRow]! as RefusalReason;
  game.output.toSession.refused(seat.session, refused);
}

function tellSpoken(game: Game, factRow: number): void {
  const { facts } = game.world;
  const speaker = seatOf(game, facts.subject[factRow]!);
  const text = facts.text[factRow];
  if (speaker === undefined || text === undefined) return;
  chat.scope = facts.scope[factRow]! as ChatScope;
  chat.speaker = speaker.entity;
  chat.name = speaker.name;
  chat.text = text;
  if (chat.scope === ChatScope.zone) tellZone(game, speaker);
  else if (chat.scope === ChatScope.party) tellMembers(game, speaker);
  else game.output.toNearby.chat(speaker.entity, chat);
}

function tellZone({ world, seats, output }: Game, speaker: Seat): void {
  const { map } = world.components.transform.columns;
  const here = map[speaker.row]!;
  for (const seat of seats.all())
    if (seat.state === SeatState.playing && map[seat.row] === here) output.toSession.chat(seat.session, chat);
}

/** The speaker too, as all others. */
function tellMembers({ world, seats, output }: Game, speaker: Seat): void {
  const { parties, characters } = world.tables;
  const party = parties.of(speaker.character);
  if (party < 0) return;
  for (let place = 0; place < parties.counts[party]!; place++) {
    const seat = seats.at(characters.rowOf(parties.characterAt(party, place)));
    if (seat?.state === SeatState.playing) output.toSession.chat(seat.session, chat);
  }
}

function tellSeen({ world, output }: Game, factRow: number): void {
  const { kind, actor, subject, skill, outcome, amount } = world.facts;
  const hasDied = kind[factRow] === FactKind.died;
  combat.source = actor[factRow]!;
  combat.target = subject[factRow]!;
  combat.skill = skill[factRow]!;
  combat.outcome = hasDied ? CombatOutcome.killed : (outcome[factRow]! as CombatOutcome);
  // A whole number in a register: as a double it would be an object on the heap.
  combat.amount = hasDied ? 0 : Math.min(amountMax, amount[factRow]!) | 0;
  output.toNearby.combat(combat.target, combat);
}
