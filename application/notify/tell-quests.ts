// What a player is told of its quests: all that it has to do with when it enters, each change as the fact has it, and how they
// stand with an npc with whom it talks.

import { questObjectives, questSlots } from '#domain/quest-log/columns.js';
import { unpackProgress } from '#domain/quest-log/quest-progress.js';
import { slotOfQuest } from '#domain/quest-log/quest-log.js';
import { eachOffer, offersMax } from '#domain/quests/quest-offers.js';
import type {
  QuestOffer,
  QuestOffersMessage,
  QuestStatusMessage,
} from '#domain/vocabulary/generated/messages.js';
import { QuestOfferState } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import { seatOf } from './notify.js';

const done = new Uint16Array(questObjectives);
const told: Reused<QuestStatusMessage> = { quest: 0, stage: 0, done, completed: 0, secondsLeft: 0 };
const offers: Reused<QuestOffer>[] = Array.from({ length: offersMax }, () => ({
  quest: 0,
  state: QuestOfferState.available,
}));
const toldOffers: Reused<QuestOffersMessage> = { npc: 0, offers, offersCount: 0 };

/** All that it took on or completed ever. A client begins with none. */
export function tellQuests(game: Game, seat: Seat): void {
  const { components, tables } = game.world;
  const { quest, stage, done: counts } = components.quests.columns;
  const history = tables.questHistories.of(seat.row);
  for (let at = seat.row * questSlots; at < (seat.row + 1) * questSlots; at++) {
    if (quest[at] === 0) continue;
    told.quest = quest[at]!;
    told.stage = stage[at]!;
    for (let i = 0; i < questObjectives; i++) done[i] = counts[at * questObjectives + i]!;
    const known = history.find(told.quest);
    tell(game, seat, known < 0 ? 0 : history.times[known]!, known < 0 ? 0 : history.untilSeconds[known]!);
  }
  for (let i = 0; i < history.count; i++) {
    if (slotOfQuest(game.world, seat.row, history.quests[i]!) >= 0) continue;
    told.quest = history.quests[i]!;
    told.stage = 0;
    done.fill(0);
    tell(game, seat, history.times[i]!, history.untilSeconds[i]!);
  }
}

/** A fact of a quest: as it was after it. */
export function tellQuest(game: Game, factRow: number): void {
  const { facts } = game.world;
  const seat = seatOf(game, facts.subject[factRow]!);
  if (seat?.state !== SeatState.playing) return;
  told.quest = facts.quest[factRow]!;
  told.stage = facts.slot[factRow]!;
  unpackProgress(facts.amount[factRow]!, done, 0);
  tell(game, seat, facts.after[factRow]!, facts.untilSeconds[factRow]!);
}

function tell({ world, output }: Game, { session }: Seat, completed: number, untilSeconds: number): void {
  told.completed = completed;
  told.secondsLeft = Math.max(0, untilSeconds - world.tables.calendar.nowSeconds);
  output.toSession.questStatus(session, told);
}

/** With whom it talked last: told when all that it owns and did is stored. */
export function tellOffers(game: Game, seat: Seat): void {
  const { world } = game;
  const npc = world.components.quests.columns.talkingTo[seat.row]!;
  const row = world.rowOf(npc);
  if (row === 0) return;
  toldOffers.npc = npc;
  toldOffers.offersCount = 0;
  eachOffer(world, seat.row, row, noteOffer);
  game.output.toSession.questOffers(seat.session, toldOffers);
}

function noteOffer(quest: number, state: QuestOfferState): void {
  const offer = offers[toldOffers.offersCount++]!;
  offer.quest = quest;
  offer.state = state;
}
