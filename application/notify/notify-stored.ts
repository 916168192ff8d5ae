// What players own is told when the journal has stored it, so that nothing they were told is ever taken back: stacks, and
// last what their numbers have come to, once however often they changed. Each is told as the fact has it, not as it has
// become since, which may not be stored yet.

import { FactKind } from '#domain/vocabulary/generated/facts.js';
import type { CommandConfirmedMessage } from '#domain/vocabulary/generated/messages.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { PurseKind } from '#domain/vocabulary/generated/words.js';
import type { FactReader } from '#domain/engine/facts/fact-log.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import type { PhaseDefinition } from '../game/phase.js';
import { SeatState } from '../seats/seats.js';
import { seatOf } from './notify.js';
import { tellCrafting } from './tell-crafting.js';
import { tellLetterChanged, tellLetterEnded, tellLetterSent } from './tell-letters.js';
import { tellUntoldLetters } from './tell-mailbox.js';
import { tellStoring } from './tell-storing.js';
import { tellTradeDone } from './tell-trade.js';
import { tellOffers, tellQuest } from './tell-quests.js';
import { tellBank, tellStack } from './tell-stacks.js';
import { tellEverything, tellStatus } from './tell.js';
import { hasUnstored } from './stored-yet.js';
import type { Seat } from '../seats/seats.js';

const confirmed: Reused<CommandConfirmedMessage> = { command: 0 };

/** In the tick after `notify-watchers`. Facts that are not stored yet wait, and all behind them. */
export const notifyStored: PhaseDefinition = {
  name: 'notify-stored',
  budgetUs: 100,
  reads: [
    ...(['vitals', 'identity', 'player', 'professions', 'bank', 'letters', 'calendar', 'seats'] as const),
    ...(['quests', 'questHistories', 'transform', 'npc', 'inventory', 'characters'] as const),
  ],
  writes: ['seats'],
  readsFacts: true,
  run: tellStored,
};

function tellStored(game: Game, reader: FactReader): void {
  const { facts } = game.world;
  game.storedReader = reader;
  tellStoring(game);
  for (; reader.next < facts.count; reader.next++) {
    const factRow = reader.next;
    if (facts.isLedger(facts.kind[factRow]!)) {
      if (isWaiting(game)) break;
      game.factsTold = (game.factsTold + 1) >>> 0;
    }
    tellFact(game, factRow);
  }
  tellUntold(game);
  tellChanged(game);
}

/** Whose last facts were stored now. */
function tellUntold(game: Game): void {
  const { untold, banksUntold, lettersUntold, offersUntold } = game;
  if (untold.size > 0) tellStoredOf(game, untold, tellEverything);
  if (banksUntold.size > 0) tellStoredOf(game, banksUntold, tellBank);
  if (offersUntold.size > 0) tellStoredOf(game, offersUntold, tellOffers);
  if (lettersUntold.size > 0) tellUntoldLetters(game);
}

function tellStoredOf(game: Game, waiting: Set<Seat>, tell: (game: Game, seat: Seat) => void): void {
  for (const seat of waiting) {
    // Who left, or was taken over, has nobody to be told.
    const isHere = seat.state === SeatState.playing && game.seats.at(seat.row) === seat;
    if (isHere && hasUnstored(game, seat.character)) continue;
    waiting.delete(seat);
    if (isHere) tell(game, seat);
  }
}

function isWaiting({ factSink, factsStored, factsTold }: Game): boolean {
  return factSink !== undefined && ((factsStored - factsTold) | 0) <= 0;
}

function tellFact(game: Game, factRow: number): void {
  const { facts } = game.world;
  switch (facts.kind[factRow]!) {
    case FactKind.killCredited:
    case FactKind.levelReached:
    case FactKind.forfeited:
      noteStatus(game, factRow);
      break;
    case FactKind.experienceChanged:
      noteExperience(game, factRow);
      break;
    case FactKind.coinsChanged:
      noteCoins(game, factRow);
      break;
    case FactKind.stackChanged:
      tellStack(game, factRow);
      break;
    case FactKind.craftingBegan:
    case FactKind.pieceMade:
    case FactKind.craftingCeased:
    case FactKind.professionChanged:
      tellCrafting(game, factRow);
      break;
    case FactKind.tradeDone:
      tellTradeDone(game, factRow);
      break;
    case FactKind.letterSent:
      tellLetterSent(game, factRow);
      break;
    case FactKind.letterChanged:
      tellLetterChanged(game, factRow);
      break;
    case FactKind.letterEnded:
      tellLetterEnded(game, factRow);
      break;
    case FactKind.questChanged:
      tellQuest(game, factRow);
      break;
    case FactKind.commandDone:
      tellDone(game, factRow);
      break;
  }
}

function tellDone(game: Game, factRow: number): void {
  const { facts } = game.world;
  const seat = seatOf(game, facts.subject[factRow]!);
  if (seat?.state !== SeatState.playing) return;
  noteAsked(game, seat, facts.request[factRow]!);
  confirmed.command = facts.command[factRow]!;
  game.output.toSession.commandConfirmed(seat.session, confirmed);
}

/** What is told behind the confirmation. */
function noteAsked({ banksUntold, offersUntold }: Game, seat: Seat, request: number): void {
  switch (request) {
    case RequestId.openBank:
      banksUntold.add(seat);
      break;
    case RequestId.talkTo:
    case RequestId.acceptQuest:
    case RequestId.handInQuest:
      offersUntold.add(seat);
      break;
  }
}

function noteExperience(game: Game, factRow: number): void {
  const { facts } = game.world;
  const seat = seatOf(game, facts.subject[factRow]!);
  if (seat !== undefined) seat.toldExperience = facts.after[factRow]!;
  noteStatus(game, factRow);
}

function noteCoins(game: Game, factRow: number): void {
  const { facts } = game.world;
  const seat = seatOf(game, facts.subject[factRow]!);
  if (seat !== undefined && facts.holder[factRow] === PurseKind.wallet)
    seat.toldCoins = facts.after[factRow]!;
  noteStatus(game, factRow);
}

function noteStatus(game: Game, factRow: number): void {
  const seat = seatOf(game, game.world.facts.subject[factRow]!);
  if (seat === undefined) return;
  seat.statusChanged = true;
  game.toTell.add(seat);
}

function tellChanged(game: Game): void {
  const { toTell } = game;
  for (let i = 0; i < toTell.count; i++) {
    const seat = toTell.seats[i]!;
    // Who left meanwhile, or lingers, has nobody to be told.
    if (seat.state === SeatState.playing && seat.statusChanged) tellStatus(game, seat);
    seat.statusChanged = false;
  }
  toTell.clear();
}
