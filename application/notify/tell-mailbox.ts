// What is in a mailbox, as its owner asks for it.

import { letterStacks } from '#domain/mail/letters.js';
import type { EnclosedStack, LetterMessage } from '#domain/vocabulary/generated/messages.js';
import { LetterKind } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';
import { hasUnstoredLetters } from './stored-yet.js';

/** Told in answer to one request. */
const lettersOfOnePage = 8;

const enclosed: Reused<EnclosedStack>[] = Array.from({ length: letterStacks }, () => ({
  place: 0,
  item: 0,
  count: 0,
  wear: 0,
}));
const letter: Reused<LetterMessage> = {
  letter: 0,
  kind: LetterKind.written,
  sender: '',
  title: '',
  text: '',
  coins: 0,
  cashOnDelivery: 0,
  secondsLeft: 0,
  stacks: enclosed,
  stacksCount: 0,
};
const read = { more: false };

/**
 * The letters behind the one with that id, as many as there are in a page; told when all that happened to this mailbox is
 * stored. Who asks once more before that is answered once, to what was asked last.
 */
export function readLetters(game: Game, seat: Seat, after: number): void {
  const { world, lettersUntold } = game;
  const character = world.components.player.columns.character[seat.row]!;
  if (hasUnstoredLetters(game, character)) lettersUntold.set(seat, after);
  else tellLetters(game, seat, after);
}

/** Whose letters are stored now. */
export function tellUntoldLetters(game: Game): void {
  const { lettersUntold } = game;
  for (const [seat, after] of lettersUntold) {
    // Who left, or was taken over, has nobody to be told.
    const isHere = seat.state === SeatState.playing && game.seats.at(seat.row) === seat;
    if (isHere && hasUnstoredLetters(game, game.world.components.player.columns.character[seat.row]!))
      continue;
    lettersUntold.delete(seat);
    if (isHere) tellLetters(game, seat, after);
  }
}

function tellLetters({ world, output }: Game, { session, row }: Seat, after: number): void {
  const { letters, calendar } = world.tables;
  const character = world.components.player.columns.character[row]!;
  let each = letters.after(character, after);
  for (let i = 0; i < lettersOfOnePage && each !== 0; i++) {
    const [sender, title, text] = letters.words[each]!.split('\n');
    const until = letters.untilSeconds[each]!;
    letter.letter = letters.ids[each]!;
    letter.kind = letters.kinds[each]! as LetterKind;
    letter.sender = sender ?? '';
    letter.title = title ?? '';
    letter.text = text ?? '';
    letter.coins = letters.coins[each]!;
    letter.cashOnDelivery = letters.cashOnDelivery[each]!;
    letter.secondsLeft = until === 0 ? 0 : Math.max(1, until - calendar.nowSeconds);
    letter.stacksCount = readEnclosed(letters.stacks, each * letterStacks);
    output.toSession.letter(session, letter);
    each = letters.after(character, letters.ids[each]!);
  }
  read.more = each !== 0;
  output.toSession.lettersRead(session, read);
}

function readEnclosed(
  { items, counts, wear }: Game['world']['tables']['letters']['stacks'],
  first: number,
): number {
  let count = 0;
  for (let place = 0; place < letterStacks; place++) {
    if (items[first + place] === 0) continue;
    const stack = enclosed[count++]!;
    stack.place = place;
    stack.item = items[first + place]!;
    stack.count = counts[first + place]!;
    stack.wear = wear[first + place]!;
  }
  return count;
}
