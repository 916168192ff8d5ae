// The own letters and what was found on the market, as far as they were asked for, as the server last told them.

import { LetterEvent } from '#adapters/protocol/generated/game.js';
import type { Letter, LetterKind, LetterNews, MarketListing } from '#adapters/protocol/generated/game.js';
import type { TradedStack } from './own-trade.js';

export interface OwnLetter {
  readonly letter: number;
  readonly kind: LetterKind;
  readonly sender: string;
  readonly title: string;
  readonly text: string;
  readonly coins: number;
  /** What has to be paid before its stacks can be taken. */
  readonly cashOnDelivery: number;
  /** Until it goes back or away, when it was told; 0 for never. */
  readonly secondsLeft: number;
  /** By place, for takeFromLetter. */
  readonly stacks: ReadonlyMap<number, TradedStack>;
}

export interface FoundListing extends TradedStack {
  readonly listing: number;
  readonly price: number;
  readonly own: boolean;
  readonly secondsLeft: number;
}

export class OwnMailbox {
  /** By id. What LetterNews says has changed stays as it was until it is read again. */
  readonly letters = new Map<number, OwnLetter>();
  /** The answer to the last searchMarket, by id; what was bought since is still in it. */
  readonly market = new Map<number, FoundListing>();
  private isAnswered = false;

  told(message: Letter): void {
    const { letter, kind, sender, title, text, coins, cashOnDelivery, secondsLeft } = message;
    const stacks = new Map<number, TradedStack>();
    for (let i = 0; i < message.stacksCount; i++) {
      const { place, item, count, wear } = message.stacks[i]!;
      stacks.set(place, { item, count, wear });
    }
    const numbers = { coins, cashOnDelivery, secondsLeft };
    this.letters.set(letter, { letter, kind, sender, title, text, ...numbers, stacks });
  }

  news({ letter, event }: LetterNews): void {
    if (event === LetterEvent.gone) this.letters.delete(letter);
  }

  found({ listing, item, count, wear, price, own, secondsLeft }: MarketListing): void {
    if (this.isAnswered) this.market.clear();
    this.isAnswered = false;
    this.market.set(listing, { listing, item, count, wear, price, own, secondsLeft });
  }

  /** An answer is complete; one without listings finds nothing. */
  searched(): void {
    if (this.isAnswered) this.market.clear();
    this.isAnswered = true;
  }

  leave(): void {
    this.letters.clear();
    this.market.clear();
    this.isAnswered = false;
  }
}
