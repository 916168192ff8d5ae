// What players are told of their letters when that is stored: which one, and that they should read it.

import type { LetterNewsMessage } from '#domain/vocabulary/generated/messages.js';
import { LetterEvent } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';

const news: Reused<LetterNewsMessage> = { letter: 0, event: LetterEvent.arrived };

export function tellLetterSent(game: Game, factRow: number): void {
  tell(game, factRow, game.world.facts.subject[factRow]!, LetterEvent.arrived);
}

/** One that went back has left one mailbox and come into another. */
export function tellLetterChanged(game: Game, factRow: number): void {
  const { actor, subject } = game.world.facts;
  const isSame = actor[factRow] === subject[factRow];
  if (isSame) tell(game, factRow, subject[factRow]!, LetterEvent.changed);
  else {
    tell(game, factRow, actor[factRow]!, LetterEvent.gone);
    tell(game, factRow, subject[factRow]!, LetterEvent.arrived);
  }
}

export function tellLetterEnded(game: Game, factRow: number): void {
  tell(game, factRow, game.world.facts.subject[factRow]!, LetterEvent.gone);
}

function tell({ world, seats, output }: Game, factRow: number, body: number, event: LetterEvent): void {
  const row = world.rowOf(body);
  const seat = row === 0 ? undefined : seats.at(row);
  if (seat?.state !== SeatState.playing) return;
  news.letter = world.facts.document[factRow]!;
  news.event = event;
  output.toSession.letterNews(seat.session, news);
}
