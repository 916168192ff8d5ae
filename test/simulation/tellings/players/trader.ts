// How a player trades: invites who stands near, lays out what it has and has not, agrees, changes its mind. Its dice are its
// own, so that what else a player does is not another thing because it trades.

import { EntityKind } from '#domain/vocabulary/generated/words.js';
import { Dice } from '../harness/dice.js';
import type { World } from './player.js';
import { everybody } from '../harness/shown.js';
import type { Shown } from '../harness/shown.js';
import type { Value } from '../harness/tellings.js';

export class Trader {
  readonly #dice: Dice;
  readonly #nextCommand: () => number;
  #inviter = 0;
  /** Tick up to which it waits for an answer. */
  #waitsUntil = 0;
  #trade = 0;
  #version = 0;

  constructor(seed: number, nextCommand: () => number) {
    this.#nextCommand = nextCommand;
    this.#dice = new Dice(seed ^ 0x7ade);
  }

  told(what: string, values: Readonly<Record<string, Value>>): void {
    if (what === 'tradeInvited') this.#inviter = this.#dice.chance(0.4) ? (values['inviter'] as number) : 0;
    else if (what === 'tradeState') {
      this.#trade = values['trade'] as number;
      this.#version = values['version'] as number;
    } else if (what === 'tradeEnded' && values['trade'] === this.#trade) this.forget();
  }

  forget(): void {
    this.#trade = 0;
    this.#inviter = 0;
  }

  /** Whether it stays for an answer: some of them do, until their invitation lapses. */
  waits(tick: number): boolean {
    return tick < this.#waitsUntil && this.#waitsUntil % 4 === 0;
  }

  /** Whether it leaves the world in the middle of a trade. */
  walksOut(): boolean {
    return this.#trade !== 0 && this.#dice.chance(0.004);
  }

  act(world: World, session: number, me: Shown): void {
    if (session === 0 || !this.#dice.chance(0.12)) return;
    if (this.#trade !== 0) this.#barter(world, session);
    else if (this.#inviter !== 0 && this.#dice.chance(0.5)) {
      world.simulation.requests.tradeAccept(session, { inviter: this.#inviter });
      this.#inviter = 0;
    } else if (this.#dice.chance(0.08)) this.#invite(world, session, me);
  }

  #invite({ simulation, frame }: World, session: number, me: Shown): void {
    if (simulation.tick < this.#waitsUntil) return;
    const near = [...everybody(frame)].filter(
      ({ id, kind, x, y }) =>
        kind === EntityKind.player && id !== me.id && (x - me.x) ** 2 + (y - me.y) ** 2 < 36,
    );
    if (near.length === 0) return;
    simulation.requests.tradeInvite(session, { target: this.#dice.pick(near).id });
    if (this.#dice.chance(0.4)) this.#waitsUntil = simulation.tick + 1900;
  }

  #barter({ simulation: { requests } }: World, session: number): void {
    const trade = this.#trade;
    const version = this.#version;
    switch (this.#dice.whole(12)) {
      case 0:
      case 1:
        return requests.tradeOffer(session, {
          trade,
          place: this.#dice.whole(2),
          slot: this.#dice.whole(4),
          units: this.#dice.whole(3),
        });
      case 2:
        return requests.tradeCoins(session, { trade, coins: this.#dice.pick([0, 1, 2, 1_000_000]) });
      case 3:
        // Most wait, so that something may come between.
        if (this.#dice.chance(0.3)) requests.tradeCancel(session, { trade });
        return;
      case 4:
        return requests.tradeConfirm(session, { command: this.#nextCommand(), version: version - 1 });
      default:
        if (this.#dice.chance(0.7)) return;
        return requests.tradeConfirm(session, { command: this.#nextCommand(), version });
    }
  }
}
