// The trade that the own character is in, as the server last told it.

import type { TradeEnded, TradeState } from '#adapters/protocol/generated/game.js';

/** What lies in a place on the table. */
export interface TradedStack {
  readonly item: number;
  readonly count: number;
  /** Uses that a single item has behind it. */
  readonly wear: number;
}

export class OwnTrade {
  /** Number of the trade, 0 for none. */
  number = 0;
  /** Entity of the other player. */
  partner = 0;
  /** What tradeConfirm has to name. */
  version = 0;
  confirmed = false;
  partnerConfirmed = false;
  /** What the player gives, and what it gets. */
  coins = 0;
  partnerCoins = 0;
  /** By place on the own side, and on the other one. */
  readonly stacks = new Map<number, TradedStack>();
  readonly partnerStacks = new Map<number, TradedStack>();

  told(message: TradeState): void {
    this.number = message.trade;
    this.partner = message.partner;
    this.version = message.version;
    this.confirmed = message.confirmed;
    this.partnerConfirmed = message.partnerConfirmed;
    this.coins = message.coins;
    this.partnerCoins = message.partnerCoins;
    read(this.stacks, message.stacks, message.stacksCount);
    read(this.partnerStacks, message.partnerStacks, message.partnerStacksCount);
  }

  /** Of an earlier trade, or of an invitation, it changes nothing. */
  ended({ trade }: TradeEnded): void {
    if (trade === this.number) this.leave();
  }

  leave(): void {
    this.number = 0;
    this.partner = 0;
    this.version = 0;
    this.confirmed = false;
    this.partnerConfirmed = false;
    this.coins = 0;
    this.partnerCoins = 0;
    this.stacks.clear();
    this.partnerStacks.clear();
  }
}

function read(into: Map<number, TradedStack>, stacks: TradeState['stacks'], count: number): void {
  into.clear();
  for (let i = 0; i < count; i++) {
    const { place, item, count: units, wear } = stacks[i]!;
    into.set(place, { item, count: units, wear });
  }
}
