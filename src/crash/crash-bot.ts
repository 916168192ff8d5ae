// One player of the crash test: the same character in every life of the server. It keeps its secret, asks again under the
// same number what was not answered, and writes down all that it was told.

import {
  HolderKind,
  type Letter,
  type MarketListing,
  type Refused,
  RefusalReason,
} from '#adapters/protocol/generated/game.js';
import type { PlayerMessageObjects } from '#adapters/protocol/generated/messages.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import { GameClient } from '#client/game-client.js';
import type { RandomStream } from '#domain/engine/random/random-stream.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import type { Clock } from '#ports/system/clock.js';
import type { RandomSource } from '#ports/system/random-source.js';
import { describeEnd } from '../bots/describe-end.js';
import type { Ask } from './ask.js';
import { EconomyMind } from './economy-mind.js';
import { imageOf, letterImage, letterKey, listingKey, slotKey } from './told.js';
import type { OwnedAtEnd, ToldEvent, ToldPlayer } from './told.js';

/** Requests under way at one time. */
const pendingMax = 4;
/** An answer that takes longer is asked for again: the server drops what comes too fast. */
const askAgainMs = 1000;
/** Of those that were confirmed, so many are asked again after a crash: they must not be done again. */
const repeatedMax = 3;

export interface CrashBotHost {
  readonly crypto: CryptoSuite;
  readonly random: RandomSource;
  readonly clock: Clock;
  readonly messages: PlayerMessageObjects;
  readonly serverAddress: Uint8Array;
}

interface Pending {
  readonly ask: Ask;
  askedMs: number;
}

export class CrashBot {
  private readonly events: ToldEvent[] = [];
  private readonly pending = new Map<number, Pending>();
  private readonly confirmed: { readonly command: number; readonly request: Ask }[] = [];
  private readonly secret: Uint8Array;
  private current: { client: GameClient; mind: EconomyMind; socket: DatagramSocket } | undefined;
  private highest = 0;
  private nextAskMs = 0;
  private nextStepMs = 0;
  /** How its last session ended, if it did by itself. */
  ended: SessionEnd | undefined;
  refusals = 0;

  constructor(
    readonly name: string,
    private readonly host: CrashBotHost,
    private readonly random: RandomStream,
    private readonly others: readonly string[],
  ) {
    this.secret = new Uint8Array(32);
    host.random.fill(this.secret);
  }

  get isInWorld(): boolean {
    return this.current?.client.isInWorld === true && this.current.client.self.tick !== 0;
  }

  /** How much it was told so far. */
  get toldCount(): number {
    return this.events.length;
  }

  get waitsForAnswers(): boolean {
    return this.pending.size > 0;
  }

  /** Why it is not in the world. */
  get standing(): string {
    return this.ended === undefined ? 'no answer yet' : describeEnd(this.ended, false);
  }

  /** Plays through this socket from now on, which the bot closes at `drop`. */
  join(socket: DatagramSocket): void {
    const { crypto, random, clock, messages, serverAddress } = this.host;
    this.ended = undefined;
    const client: GameClient = new GameClient({
      ...{ socket, crypto, random, clock, messages, serverAddress, interpolates: false },
      credentials: { kind: 'guest', name: this.name, secret: this.secret },
      reconnect: { firstPauseMs: 200, pauseMsMax: 1000 },
      listener: {
        onWelcome: () => this.enter(client),
        onInventorySlot: (slot) =>
          this.events.push({ kind: 'slot', holder: slot.holder, slot: slot.slot, image: imageOf(slot) }),
        onCharacterStatus: ({ coins, experience }) =>
          this.events.push({ kind: 'numbers', coins, experience }),
        onProfessionSkill: ({ profession, skill }) => this.events.push({ kind: 'skill', profession, skill }),
        onCommandConfirmed: ({ command }) => this.onConfirmed(command),
        onRefused: (refused) => this.onRefused(refused),
        onTradeInvited: ({ inviter }) => mind.trade.onInvited(inviter),
        onLetter: (letter) => this.onLetter(letter),
        onMarketListing: (listing) => this.onListing(listing),
        onLetterNews: (news) => mind.letters.onNews(news),
        onConnectionLost: (end) => (this.ended = end),
        onClosed: (end) => (this.ended = end),
      },
    });
    const mind = new EconomyMind(client, this.random, this.others);
    this.current = { client, socket, mind };
  }

  /** The server is no more: nobody is told goodbye. */
  async drop(): Promise<void> {
    const { current } = this;
    this.current = undefined;
    await current?.socket.close();
  }

  leave(): void {
    this.current?.client.leave();
  }

  /** Call every few milliseconds. `plays`: it asks for something new, too. */
  update(nowMs: number, plays: boolean): void {
    const { current } = this;
    if (current === undefined) return;
    current.client.update();
    if (!this.isInWorld) return;
    this.walk(current, nowMs);
    for (const [command, request] of this.pending)
      if (nowMs - request.askedMs >= askAgainMs) this.ask(command, request, nowMs);
    if (!plays || nowMs < this.nextAskMs || this.pending.size >= pendingMax) return;
    this.nextAskMs = nowMs + this.random.between(20, 120);
    const ask = current.mind.next();
    if (ask === undefined) return;
    const command = current.client.nextCommand();
    this.highest = Math.max(this.highest, command);
    const request = { ask, askedMs: nowMs };
    this.pending.set(command, request);
    this.ask(command, request, nowMs);
  }

  /** What it knows to own now; undefined when it is not in the world. */
  owned(): OwnedAtEnd | undefined {
    if (!this.isInWorld || this.current === undefined) return undefined;
    const { coins, professions, inventory, equipment } = this.current.client.self;
    const slots = new Map<string, string>();
    for (const [slot, entry] of inventory) slots.set(slotKey(HolderKind.inventory, slot), imageOf(entry));
    for (const [slot, entry] of equipment) slots.set(slotKey(HolderKind.equipment, slot), imageOf(entry));
    return { coins, skills: new Map(professions), slots };
  }

  told(atEnd: OwnedAtEnd | undefined): ToldPlayer {
    return { name: this.name, events: this.events, atEnd };
  }

  private enter(client: GameClient): void {
    this.events.push({ kind: 'entered' });
    // What was asked and never done has a number, too, which no other request may get.
    client.self.lastCommand = Math.max(client.self.lastCommand, this.highest);
    client.readLetters(0);
    for (const request of this.pending.values()) request.askedMs = 0;
    for (const { command, request } of this.confirmed.splice(0))
      this.pending.set(command, { ask: request, askedMs: 0 });
  }

  /** As long as the session takes nothing, the next round tries again. */
  private ask(command: number, request: Pending, nowMs: number): void {
    if (this.current !== undefined && request.ask(this.current.client, command).ok) request.askedMs = nowMs;
  }

  private onRefused({ command, reason }: Refused): void {
    // Who a letter is for is being looked up: it is asked again when it is time.
    if (reason === RefusalReason.notKnownYet) return;
    if (this.pending.delete(command)) this.refusals++;
  }

  private onLetter({ letter, coins, cashOnDelivery, stacks, stacksCount }: Letter): void {
    const images = stacks
      .slice(0, stacksCount)
      .map((stack) => [stack.place, imageOf({ ...stack, bound: false })] as const);
    const image = letterImage(coins, cashOnDelivery, new Map(images));
    this.events.push({ kind: 'document', key: letterKey(letter), image });
  }

  private onListing({ listing, item, count, wear, price }: MarketListing): void {
    const image = `${imageOf({ item, count, wear, bound: false })} for ${price}`;
    this.events.push({ kind: 'document', key: listingKey(listing), image });
  }

  private onConfirmed(command: number): void {
    this.events.push({ kind: 'confirmed', command });
    const request = this.pending.get(command)?.ask;
    if (request === undefined) return;
    this.pending.delete(command);
    this.confirmed.push({ command, request });
    if (this.confirmed.length > repeatedMax) this.confirmed.shift();
  }

  private walk({ client, mind }: NonNullable<typeof this.current>, nowMs: number): void {
    if (nowMs < this.nextStepMs) return;
    this.nextStepMs = nowMs + stepMs;
    const heading = mind.heading(nowMs);
    if (heading === undefined) return;
    const facing = Math.round((heading / (2 * Math.PI)) * 256) & 0xff;
    client.move(Math.cos(heading), Math.sin(heading), facing, stepTicks);
  }
}

/** Of 60 a second. */
const stepTicks = 3;
const stepMs = 50;
