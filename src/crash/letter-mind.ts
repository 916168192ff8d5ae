// How a bot of the crash test uses the mail: sends a stack or a coin to another one, at times for coins on delivery; pays or
// sends back what asks for some, takes what comes, throws away what is empty.

import type { LetterNews } from '#adapters/protocol/generated/game.js';
import { LetterEvent, LetterKind } from '#adapters/protocol/generated/game.js';
import type { GameClient } from '#client/game-client.js';
import type { RandomStream } from '#domain/engine/random/random-stream.js';
import type { Ask } from './ask.js';

/** What a letter with one stack costs. */
const postageCoins = 3;
/** The place of a letter's coins. */
const coinsPlace = 4;

export class LetterMind {
  constructor(
    private readonly client: GameClient,
    private readonly random: RandomStream,
    private readonly others: readonly string[],
  ) {}

  onNews({ letter, event }: LetterNews): void {
    if (event !== LetterEvent.gone) this.client.readLetters(letter - 1);
  }

  send(slot: number | undefined): Ask | undefined {
    const { client, random, others } = this;
    if (others.length === 0 || client.self.coins < postageCoins) return undefined;
    const to = others[random.wholeBetween(0, others.length - 1)]!;
    const stacks = slot === undefined || random.chance(0.3) ? [] : [{ slot, units: 1 }];
    const coins = stacks.length === 0 ? 1 : 0;
    const asks = stacks.length > 0 && random.chance(0.4) ? 1 : 0;
    return (by, command) => by.sendLetter(command, to, 'crash', 'test', coins, asks, stacks);
  }

  open(): Ask | undefined {
    const { client, random } = this;
    const letters = [...client.mailbox.letters.values()];
    if (letters.length === 0) return undefined;
    const { letter, kind, coins, cashOnDelivery, secondsLeft, stacks } =
      letters[random.wholeBetween(0, letters.length - 1)]!;
    if (cashOnDelivery > 0 && random.chance(0.7))
      return (by, command) => by.payLetter(command, letter, cashOnDelivery);
    const [place] = coins > 0 ? [coinsPlace] : stacks.keys();
    if (place === undefined) return (by, command) => by.deleteLetter(command, letter);
    if (kind === LetterKind.written && secondsLeft > 0 && random.chance(0.2))
      return (by, command) => by.returnLetter(command, letter);
    return (by, command) => by.takeFromLetter(command, letter, place);
  }
}
