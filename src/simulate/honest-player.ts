// A player who means well: plays as a bot does, says numbered things and listens for them, and now and then loses its
// network, gets another address, crashes or leaves, and comes back. Notes every promise of the server that was broken.

import type { ChatMessage } from '#adapters/protocol/generated/game.js';
import { ChatScope } from '#adapters/protocol/generated/game.js';
import { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import type { LinkConditions } from '#adapters/memory/network/link-conditions.js';
import type { Credentials, SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import type { GameClient } from '#client/game-client.js';
import { createRandomStreams } from '#domain/engine/random/random-stream.js';
import { BotMind } from '../bots/bot-mind.js';
import type { Scenario } from './scenario.js';
import { keepCompany } from './work/company.js';
import type { SeededBytes } from './work/seeded-bytes.js';
import type { ConnectedClient, WholeServer } from './whole-server.js';

/** The schema allows 2 a second; this leaves room for what a partition held back. */
const chatEveryTicks = 75;
/** Longer partitions would run into the usual time-out; a short one is run into. */
const partitionTicksMax = 200;
const ownPart = 1;
/** How long a player who leaves waits for the server's goodbye. */
const goodbyeTicksMax = 120;

export class HonestPlayer {
  connected: ConnectedClient;
  readonly broken: string[] = [];
  /** Has left or crashed, and comes back at this tick. */
  private backAtTick = 0;
  private leaving = false;
  private leftAtTick = 0;
  private session = 0;
  /** To take up the session of a program that crashed, if it kept them. */
  private resume: Credentials | undefined;
  private said = 0;
  private heardOwn = 0;
  private chatAtTick = 0;
  private healAtTick = 0;
  private readonly heard = new Map<string, number>();
  private mind: BotMind;

  constructor(
    readonly name: string,
    private readonly server: WholeServer,
    private readonly scenario: Scenario,
    private readonly uplink: Partial<LinkConditions>,
    private readonly random: SeededBytes,
    /** Names of all who play. */
    private readonly others: readonly string[],
  ) {
    this.connected = this.connect();
    this.mind = this.newMind();
  }

  get client(): GameClient {
    return this.connected.client;
  }

  get isInWorld(): boolean {
    return this.backAtTick === 0 && !this.leaving && this.client.isInWorld && this.client.self.tick > 0;
  }

  /** Plays one tick, with mishaps. */
  play(tick: number): void {
    this.endPartition(tick);
    if (this.comeBack(tick) || !this.isInWorld) return;
    if (this.mishap(tick)) return;
    const step = this.mind.next(this.server.clock.nowMs());
    this.client.move(step.moveX, step.moveY, step.facing, 1);
    this.talk(tick);
    keepCompany(this.client, this.random, this.others);
  }

  /** Stands still, until everybody is there and the network is well. */
  settle(tick: number): void {
    this.comeBack(tick);
    if (this.isInWorld) this.client.move(0, 0, 0, 1);
  }

  /** From now on the network does this player no harm. */
  heal(): void {
    this.healAtTick = 0;
    this.connected.socket.group = 0;
    Object.assign(this.connected.socket.conditions, this.server.network.conditions);
  }

  /** What was said and acknowledged must have been heard by the speaker itself, once. */
  checkHeard(): void {
    if (this.isInWorld && this.heardOwn !== this.said) {
      this.broken.push(`${this.name}: said ${this.said} things, ${this.heardOwn} of them arrived`);
    }
    if (this.client.entities.orphanUpdates > 0) this.broken.push(`${this.name}: updates of unknown entities`);
    if (this.client.figures.malformed > 0) this.broken.push(`${this.name}: messages that do not decode`);
  }

  leave(): void {
    this.leaving = true;
    this.leftAtTick = this.server.steps;
    this.client.leave();
  }

  private connect(): ConnectedClient {
    this.session++;
    this.said = 0;
    this.heardOwn = 0;
    this.leaving = false;
    this.heard.clear();
    // A session is taken up where it was.
    const listener = {
      onChat: (chat: ChatMessage) => this.hear(chat),
      onClosed: (end: SessionEnd) => this.onClosed(end),
    };
    const connected = this.server.join(this.name, listener, this.resume);
    this.resume = undefined;
    Object.assign(connected.socket.conditions, this.uplink);
    return connected;
  }

  private newMind(): BotMind {
    const { streams } = createRandomStreams(this.random.below(2 ** 31), ['mind']);
    return new BotMind(this.client, streams.mind, this.server.clock.nowMs());
  }

  private comeBack(tick: number): boolean {
    // The server's goodbye may be lost: then the program is closed.
    if (this.leaving && this.backAtTick === 0 && tick > this.leftAtTick + goodbyeTicksMax) {
      this.server.crash(this.connected);
      this.backAtTick = tick;
    }
    if (this.backAtTick === 0) return false;
    if (tick >= this.backAtTick) {
      this.backAtTick = 0;
      this.connected = this.connect();
      this.mind = this.newMind();
    }
    return true;
  }

  private mishap(tick: number): boolean {
    const { random, server, connected } = this;
    const { mishaps } = this.scenario;
    if (random.chance(mishaps.partition)) {
      connected.socket.group = ownPart;
      this.healAtTick = tick + random.below(partitionTicksMax);
    }
    if (random.chance(mishaps.move)) server.network.move(connected.socket, server.freshAddress());
    if (random.chance(mishaps.crash)) {
      if (random.chance(0.5)) this.resume = connected.client.session.resumeCredentials;
      server.crash(connected);
      this.backAtTick = tick + 1 + random.below(90);
      return true;
    }
    if (random.chance(mishaps.leave)) {
      this.leave();
      return true;
    }
    return this.leaving;
  }

  private endPartition(tick: number): void {
    if (this.healAtTick === 0 || tick < this.healAtTick) return;
    this.healAtTick = 0;
    this.connected.socket.group = 0;
  }

  private talk(tick: number): void {
    if (tick < this.chatAtTick) return;
    this.chatAtTick = tick + chatEveryTicks;
    if (this.client.chat(ChatScope.zone, `${this.session} ${this.said + 1}`).ok) this.said++;
    else this.broken.push(`${this.name}: could not queue what it wanted to say`);
  }

  private hear({ scope, name, text }: ChatMessage): void {
    if (scope === ChatScope.party && this.client.party.number === 0)
      this.broken.push(`${this.name}: heard what ${name} said to a party that it is not in`);
    // The mind chats too.
    if (!/^\d+ \d+$/.test(text)) return;
    const [session, number] = text.split(' ').map(Number) as [number, number];
    const before = this.heard.get(`${name} ${session}`) ?? 0;
    if (number <= before) this.broken.push(`${this.name}: heard ${name} say ${text} after ${before}`);
    this.heard.set(`${name} ${session}`, number);
    if (name !== this.name || session !== this.session) return;
    if (number !== this.heardOwn + 1) {
      this.broken.push(`${this.name}: said ${this.heardOwn + 1}, the server passed on ${number}`);
    }
    this.heardOwn = number;
  }

  /** Whether a partition may outlast the session. */
  private get mayTimeOut(): boolean {
    return this.scenario.session.timeoutMs !== undefined;
  }

  private onClosed(end: SessionEnd): void {
    const { kind } = end;
    const retries = kind === 'no-answer' || (kind === 'denied' && end.reason === DenyReason.serverFull);
    const left = kind === 'disconnected' && end.reason === DisconnectReason.left && this.leaving;
    const silent = this.mayTimeOut && kind === 'disconnected' && end.reason === DisconnectReason.timeout;
    if (silent && !this.leaving && this.random.chance(0.7)) {
      this.resume = this.client.session.resumeCredentials;
    }
    if (!retries && !left && !silent) {
      this.broken.push(`${this.name}: session ended: ${JSON.stringify(end)}`);
    }
    this.server.crash(this.connected);
    this.backAtTick = this.server.steps + 30 + this.random.below(60);
  }
}
