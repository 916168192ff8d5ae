// One bot: a socket, the client library, and a mind that plays.

import {
  type CombatEvent,
  CombatOutcome,
  type Refused,
  RefusalReason,
  pickUpId,
} from '#adapters/protocol/generated/game.js';
import { DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import type { SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import { GameClient } from '#client/game-client.js';
import type { PlayerMessageObjects } from '#adapters/protocol/generated/messages.js';
import type { MovementModel } from '#client/movement/movement-model.js';
import type { RandomStream } from '#domain/engine/random/random-stream.js';
import type { Clock } from '#ports/system/clock.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import type { RandomSource } from '#ports/system/random-source.js';
import { BotMind } from './bot-mind.js';
import { describeEnd } from './describe-end.js';

const ticksPerSecond = 60;
/** Most world steps that one input may hold. */
const stepTicksMax = 6;

/** What all bots of a run share. */
export interface BotHost {
  readonly crypto: CryptoSuite;
  readonly random: RandomSource;
  readonly clock: Clock;
  readonly messages: PlayerMessageObjects;
  readonly serverAddress: Uint8Array;
  readonly inputHz: number;
  /** Undefined when the content cannot be read: then bots see themselves a round trip late. */
  readonly movementModel: MovementModel | undefined;
}

/** Follows from the name, so that the bots of the next run are the same characters. */
function secretOf(crypto: CryptoSuite, name: string): Uint8Array {
  return crypto.hash(new TextEncoder().encode(`tos-bot ${name}`));
}

export class Bot {
  readonly client: GameClient;
  kills = 0;
  /** It stood in the world at some time. */
  joined = false;
  /** How the session ended, if it did. */
  ended: SessionEnd | undefined;
  private readonly mind: BotMind;
  private readonly inputEveryMs: number;
  private nextInputMs = 0;
  private ticksOwed = 0;
  private lastInputMs = 0;

  constructor(
    readonly name: string,
    readonly socket: DatagramSocket,
    private readonly host: BotHost,
    random: RandomStream,
    nowMs: number,
  ) {
    this.client = new GameClient({
      socket,
      crypto: host.crypto,
      random: host.random,
      clock: host.clock,
      messages: host.messages,
      serverAddress: host.serverAddress,
      credentials: { kind: 'guest', name, secret: secretOf(host.crypto, name) },
      ...(host.movementModel && { movementModel: host.movementModel }),
      // Bots draw nothing.
      interpolates: false,
      listener: {
        onWelcome: () => (this.joined = true),
        onCombat: (event) => this.onCombat(event),
        onRefused: (refused) => this.onRefused(refused),
        onClosed: (end) => (this.ended = end),
      },
    });
    this.mind = new BotMind(this.client, random, nowMs);
    this.inputEveryMs = 1000 / host.inputHz;
    this.nextInputMs = nowMs + random.between(0, this.inputEveryMs);
    this.lastInputMs = nowMs;
  }

  get isPlaying(): boolean {
    return this.joined && this.ended === undefined;
  }

  /** Receives, plays, sends. Call every few milliseconds. */
  update(nowMs: number, plays: boolean): void {
    if (this.ended !== undefined) return;
    this.client.update();
    if (!plays || !this.client.isInWorld || this.client.self.tick === 0) {
      this.lastInputMs = nowMs;
      return;
    }
    if (nowMs < this.nextInputMs) return;
    this.nextInputMs = Math.max(this.nextInputMs + this.inputEveryMs, nowMs - this.inputEveryMs);
    this.ticksOwed += ((nowMs - this.lastInputMs) * ticksPerSecond) / 1000;
    this.lastInputMs = nowMs;
    // Time that does not fit one step is lost, as it is for a player whose program stood still.
    const ticks = Math.min(stepTicksMax, Math.floor(this.ticksOwed));
    if (ticks < 1) return;
    this.ticksOwed = Math.min(1, this.ticksOwed - ticks);
    const step = this.mind.next(nowMs);
    this.client.move(step.moveX, step.moveY, step.facing, ticks);
  }

  /** What went wrong with this bot, undefined when nothing did. */
  problem(): string | undefined {
    const { ended, client } = this;
    if (ended !== undefined && !(ended.kind === 'disconnected' && ended.reason === DisconnectReason.left)) {
      return describeEnd(ended, this.joined);
    }
    if (!this.joined)
      return ended === undefined ? 'never stood in the world' : 'left before it stood in the world';
    if (client.figures.malformed > 0) return 'got messages that do not decode';
    if (client.entities.orphanUpdates > 0) return 'got updates of entities it was never told of';
    return undefined;
  }

  private onCombat(event: CombatEvent): void {
    const own = this.client.self.entity;
    if (event.outcome === CombatOutcome.killed && event.source === own && event.target !== own) this.kills++;
  }

  private onRefused(refused: Refused): void {
    // Others' loot and unreachable creatures are left alone; the rest (too far, too early) sorts itself out.
    const isHopeless =
      refused.request === pickUpId ||
      refused.reason === RefusalReason.noLineOfSight ||
      refused.reason === RefusalReason.safeZone ||
      refused.reason === RefusalReason.invalidTarget;
    if (isHopeless) this.mind.ignoreTarget(this.host.clock.nowMs());
  }
}
