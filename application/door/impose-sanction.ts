// An operator imposes a sanction, or lifts one: whoever it concerns and is there feels it at once.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import type { ToldSanction } from '#ports/admin/players/sanction.js';
import type { KeptSanction } from '#ports/storage/sanction-book.js';
import type { Game } from '../game/game.js';
import { isAbout } from '../seats/sanctions.js';
import { SeatState } from '../seats/seats.js';
import { end } from './life-cycle.js';
import { applyMute, endOf, muteOf, nowSeconds, sayAsOperator, tellMute, wordsOfBan } from './sanctions.js';

/**
 * Answers how many sessions it reached, undefined when there is no room for it. Told once more it is only kept as it is told
 * now. Whoever is banned in a fight stays for the rest of it, like anybody who leaves.
 */
export function imposeSanction(game: Game, { secondsLeft, ...told }: ToldSanction): number | undefined {
  const { sanctions, seats } = game;
  const sanction: KeptSanction = { ...told, untilSeconds: endOf(game, secondsLeft) };
  const isNews = !sanctions.has(sanction.sanctionId);
  if (!sanctions.set(sanction, nowSeconds(game))) return undefined;
  let reached = 0;
  for (const seat of [...seats.all()]) {
    if (!isAbout(sanction, seat)) continue;
    const hasSession = seat.state !== SeatState.lingering;
    if (hasSession) reached++;
    if (sanction.measure === 'ban') {
      if (hasSession) end(game, seat, DisconnectReason.banned, wordsOfBan(game, sanction));
      continue;
    }
    applyMute(game, seat);
    if (isNews) tellMute(game, seat);
  }
  return reached;
}

/** Answers how many sessions it concerns; 0 of one that nobody knows. */
export function liftSanction(game: Game, sanctionId: string): number {
  const sanction = game.sanctions.remove(sanctionId);
  if (sanction === undefined) return 0;
  let reached = 0;
  for (const seat of game.seats.all()) {
    if (!isAbout(sanction, seat)) continue;
    if (seat.state !== SeatState.lingering) reached++;
    if (sanction.measure !== 'mute') continue;
    applyMute(game, seat);
    if (muteOf(game, seat) === undefined) sayAsOperator(game, seat, 'You may talk again.');
  }
  return reached;
}
