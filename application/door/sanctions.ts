// What sanctions mean for a character at the door and in the world: a ban lets nobody in, a mute takes the right to talk
// away. Both end by themselves when the calendar has passed them; their players are told how long that is.

import { mute, unmute } from '#domain/chat/mute.js';
import { utf8Bytes } from '#domain/vocabulary/bytes/utf8.js';
import { ChatScope } from '#domain/vocabulary/generated/words.js';
import { sanctionMessageBytesMax } from '#ports/admin/players/sanction.js';
import type { KeptSanction } from '#ports/storage/sanction-book.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';

/** Why this one is not let in, in words for its player; undefined when it is. */
export function banOf(game: Game, seat: Seat): string | undefined {
  const ban = game.sanctions.longest('ban', seat, nowSeconds(game));
  return ban && wordsOfBan(game, ban);
}

/** The operator's message, and for how long, as far as there is room for both: the message counts more. */
export function wordsOfBan(game: Game, ban: KeptSanction): string {
  const { message } = ban;
  const left = timeLeft(game, ban);
  if (message === '') return `banned ${left}`;
  const both = `${message} (${left})`;
  return utf8Bytes(both) <= sanctionMessageBytesMax ? both : message;
}

/** Whether one who stands in the world, or comes into it, may talk. */
export function applyMute(game: Game, seat: Seat): void {
  if (seat.row === 0) return;
  const longest = muteOf(game, seat);
  if (longest === undefined) unmute(game.world, seat.row);
  else mute(game.world, seat.row, longest.untilSeconds);
}

/** Whoever is muted is told so, and what the operator says. */
export function tellMute(game: Game, seat: Seat): void {
  const longest = muteOf(game, seat);
  if (longest === undefined) return;
  const { message } = longest;
  sayAsOperator(
    game,
    seat,
    `You are muted ${timeLeft(game, longest)}${message === '' ? '.' : `: ${message}`}`,
  );
}

export function muteOf(game: Game, seat: Seat): KeptSanction | undefined {
  return game.sanctions.longest('mute', seat, nowSeconds(game));
}

/** To one who plays; nobody else hears it. */
export function sayAsOperator({ output }: Game, { state, session }: Seat, text: string): void {
  if (state !== SeatState.playing) return;
  output.toSession.chat(session, { scope: ChatScope.server, speaker: 0, name: '', text });
}

export function nowSeconds({ world }: Game): number {
  return world.tables.calendar.nowSeconds;
}

/** When something ends that lasts from now on: 0 for what does not. */
export function endOf({ world }: Game, secondsLeft: number): number {
  return secondsLeft === 0 ? 0 : world.tables.calendar.comingSeconds + secondsLeft;
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** In the largest unit of which there are two, rounded up. */
function timeLeft(game: Game, { untilSeconds }: KeptSanction): string {
  const now = game.world.tables.calendar.comingSeconds;
  if (untilSeconds === 0) return 'for good';
  if (now === 0) return 'for a time';
  const seconds = Math.max(1, untilSeconds - now);
  const [unit, size] = units.find(([, each]) => seconds >= 2 * each) ?? units[3];
  const count = Math.ceil(seconds / size);
  return `for ${count} ${unit}${count === 1 ? '' : 's'}`;
}
