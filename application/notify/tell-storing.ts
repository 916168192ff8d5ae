// Everybody is told when nothing can be stored for longer than a moment, and when it goes on: whoever waits for the answer to
// something that is done and not stored would hear nothing else.

import { ticksPerSecond } from '#domain/engine/time.js';
import { ChatScope } from '#domain/vocabulary/generated/words.js';
import type { Game } from '../game/game.js';

/** Ours: what is over sooner is an answer that comes late. */
export const storingPauseTicks = 3 * ticksPerSecond;

export const storingStopped =
  'The server cannot store anything at the moment. Items, coins and letters stay where they are; ' +
  'what was done just before is confirmed when it goes on.';
export const storingGoesOn = 'The server stores everything again.';

/** Once a tick. */
export function tellStoring(game: Game): void {
  const { factSink, world, storing } = game;
  if (factSink === undefined) return;
  if (factSink.isStoring) {
    if (storing.isTold) say(game, storingGoesOn);
    storing.sinceTick = undefined;
    storing.isTold = false;
    return;
  }
  storing.sinceTick ??= world.tick;
  if (storing.isTold || world.tick - storing.sinceTick < storingPauseTicks) return;
  storing.isTold = true;
  say(game, storingStopped);
}

function say({ output }: Game, text: string): void {
  output.toEverybody.chat(0, { scope: ChatScope.server, speaker: 0, name: '', text });
}
