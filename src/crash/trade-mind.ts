// How a bot of the crash test trades with another one: invites who stands near, lays something on the table, agrees.

import { EntityKind } from '#adapters/protocol/generated/game.js';
import type { GameClient } from '#client/game-client.js';
import type { RandomStream } from '#domain/engine/random/random-stream.js';
import type { Ask } from './ask.js';

/** Of the 8 places of a table. */
const placesUsed = 2;
const nearM = 5;

export class TradeMind {
  constructor(
    private readonly client: GameClient,
    private readonly random: RandomStream,
  ) {}

  get isTrading(): boolean {
    return this.client.trade.number !== 0;
  }

  /** Nobody is told no. */
  onInvited(inviter: number): void {
    this.client.tradeAccept(inviter);
  }

  invite(): void {
    const { client } = this;
    const { self } = client;
    const other = client.entities.best((entity) => {
      if (entity.kind !== EntityKind.player || entity.id === self.entity) return Infinity;
      const distance = Math.hypot(entity.x - self.x, entity.y - self.y);
      // Not always the same two.
      return distance > nearM ? Infinity : this.random.between(0, 1);
    });
    if (other !== undefined) client.tradeInvite(other.id);
  }

  /** The one request of a trade that has a command; the others are sent at once. */
  next(slot: number | undefined): Ask | undefined {
    const { client, random } = this;
    const { number, version, confirmed, partnerConfirmed } = client.trade;
    const kind = partnerConfirmed ? 4 : random.wholeBetween(0, 4);
    if (kind <= 2 && slot !== undefined) {
      const count = client.self.inventory.get(slot)?.count ?? 1;
      client.tradeOffer(number, random.wholeBetween(0, placesUsed - 1), slot, random.wholeBetween(0, count));
    } else if (kind === 3) client.tradeCoins(number, random.wholeBetween(0, Math.min(2, client.self.coins)));
    if (kind !== 4 || confirmed) return undefined;
    return (by, command) => by.tradeConfirm(command, version);
  }
}
