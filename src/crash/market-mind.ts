// How a bot of the crash test uses the market: puts a unit there, looks what there is, buys, takes back what is its own.

import type { GameClient } from '#client/game-client.js';
import type { RandomStream } from '#domain/engine/random/random-stream.js';
import type { Ask } from './ask.js';

const priceMax = 3;

export class MarketMind {
  constructor(
    private readonly client: GameClient,
    private readonly random: RandomStream,
  ) {}

  /** `slot`: what may be put there. */
  next(slot: number | undefined): Ask | undefined {
    const { client, random } = this;
    const listings = [...client.mailbox.market.values()];
    if (listings.length === 0 || random.chance(0.3)) {
      client.searchMarket(0, 0);
      if (slot === undefined || client.self.coins === 0) return undefined;
      const price = random.wholeBetween(1, priceMax);
      return (by, command) => by.listItem(command, slot, 1, price);
    }
    const { listing, own, price } = listings[random.wholeBetween(0, listings.length - 1)]!;
    if (own) return (by, command) => by.cancelListing(command, listing);
    return (by, command) => by.buyListing(command, listing, price);
  }
}
