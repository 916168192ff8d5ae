// Letters as players write and pay them: whom a name means, and the order that waits for the tick.

import { chatText } from '#domain/chat/chat-text.js';
import { enclosedAs } from '#domain/mail/send-letter.js';
import { orderNumbers, placeOrder } from '#domain/orders/orders.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import type { SendLetterRequest } from '#domain/vocabulary/generated/requests.js';
import { RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import type { Verdict } from '#domain/vocabulary/verdict.js';
import { nameKey } from '#ports/names/name-key.js';
import type { Game } from '../game/game.js';

/** Whom a name means: one in the world, or whom the directory knows. Undefined when nobody knows. */
function characterNamed({ world, seats }: Game, key: string): number | undefined {
  const seat = seats.findByName(key);
  if (seat !== undefined && seat.row !== 0) return world.components.player.columns.character[seat.row]!;
  return world.tables.directory.characterOf(key);
}

/** Decided in the next tick, or why not. */
export function orderLetter(game: Game, row: number, request: SendLetterRequest): Verdict {
  const { world, seats } = game;
  const title = lineOf(request.title);
  const text = lineOf(request.text);
  if (title === undefined || text === undefined) return RefusalReason.notAllowed;
  const key = nameKey(request.recipient);
  const recipient = characterNamed(game, key);
  if (recipient === undefined)
    return world.tables.directory.want(key, request.recipient)
      ? RefusalReason.notKnownYet
      : RefusalReason.busy;
  const verdict = placeOrder(world, row, RequestId.sendLetter, request.command);
  if (verdict !== allowed) return verdict;
  const { numbers, texts, count } = world.tables.orders;
  const at = (count - 1) * orderNumbers;
  numbers[at] = recipient;
  numbers[at + 1] = request.coins;
  numbers[at + 2] = request.cashOnDelivery;
  for (let place = 0; place < request.stacksCount; place++) {
    const { slot, units } = request.stacks[place]!;
    numbers[at + 3 + place] = enclosedAs(slot, units);
  }
  texts[count - 1] = `${seats.at(row)!.name}\n${title}\n${text}`;
  return allowed;
}

/** Decided in the next tick, or why not. */
export function orderPayment(
  { world, seats }: Game,
  row: number,
  command: number,
  letterId: number,
  coins: number,
): Verdict {
  const verdict = placeOrder(world, row, RequestId.payLetter, command);
  if (verdict !== allowed) return verdict;
  const { numbers, texts, count } = world.tables.orders;
  numbers[(count - 1) * orderNumbers] = letterId;
  numbers[(count - 1) * orderNumbers + 1] = coins;
  // The coins go back under the name of who paid.
  texts[count - 1] = seats.at(row)!.name;
  return allowed;
}

/** What others may see of it, which is one line. */
function lineOf(text: string): string | undefined {
  if (text === '') return text;
  const checked = chatText(text);
  return checked.ok ? checked.text : undefined;
}
