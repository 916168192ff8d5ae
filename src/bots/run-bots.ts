// Lets bots join, play and leave, in one process with one socket each, and adds up what happened.

import { isIPv6 } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { loadContent } from '#adapters/content-files/load-content.js';
import { ImpairedSocket } from '#adapters/memory/network/impaired-socket.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { resolveHost } from '#adapters/udp/resolve-host.js';
import { oneClientSocket } from '#adapters/udp/udp-options.js';
import { PlayerMessageObjects } from '#adapters/protocol/generated/messages.js';
import type { MovementModel } from '#client/movement/movement-model.js';
import { createRandomStreams } from '#domain/engine/random/random-stream.js';
import { addressOf } from '#ports/network/datagram-address.js';
import type { DatagramSocket } from '#ports/network/datagram-socket.js';
import type { CryptoSuite } from '#ports/network/crypto-suite.js';
import { openCryptoSuite } from '../process/open-crypto-suite.js';
import { Bot, type BotHost } from './bot.js';
import type { BotFlags } from './bot-flags.js';
import { type BotResult, ErrorList, type Progress, RoundTrips } from './bot-report.js';
import { ContentMovement } from './content-movement.js';

/** Between two rounds over all bots. */
const roundMs = 4;
/** How long after the ramp the last bot may take to stand in the world. */
const joinGraceMs = 20_000;
/** How long bots wait for the server to let them go. */
const leaveGraceMs = 3000;

export interface BotRunHooks {
  onProgress(progress: Progress): void;
  /** Asked every round: true ends the run early, in good order. */
  isStopped(): boolean;
}

export async function runBots(flags: BotFlags, contentDir: string, hooks: BotRunHooks): Promise<BotResult> {
  const address = await resolveHost(flags.host);
  const { suite } = await openCryptoSuite('wasm');
  const run = new BotRun(
    flags,
    hooks,
    suite,
    addressOf(address, flags.port),
    isIPv6(address) ? '::' : '0.0.0.0',
    await movementModel(contentDir),
  );
  return run.run();
}

/** Bots predict with the content at hand; against a server with another one they are corrected more often. */
async function movementModel(contentDir: string): Promise<MovementModel | undefined> {
  const loaded = await loadContent(contentDir);
  return loaded.ok ? new ContentMovement(loaded.content) : undefined;
}

class BotRun {
  private readonly bots: Bot[] = [];
  private readonly clock = new SystemClock();
  private readonly host: BotHost;
  private readonly roundTrips = new RoundTrips();
  private readonly errors = new ErrorList();
  private readonly startedMs = this.clock.nowMs();
  private reportedMs = this.startedMs;
  private reportedInputs = 0;
  private reportedSnapshots = 0;

  constructor(
    private readonly flags: BotFlags,
    private readonly hooks: BotRunHooks,
    crypto: CryptoSuite,
    serverAddress: Uint8Array,
    private readonly bindHost: string,
    model: MovementModel | undefined,
  ) {
    this.host = {
      crypto,
      random: new SystemRandom(),
      clock: this.clock,
      messages: new PlayerMessageObjects(),
      serverAddress,
      inputHz: flags.inputHz,
      movementModel: model,
    };
  }

  async run(): Promise<BotResult> {
    try {
      await this.join();
      const [inputs, snapshots, fromMs] = [this.inputsSent(), this.snapshots(), this.clock.nowMs()];
      await this.rounds(() => this.clock.nowMs() - fromMs >= this.flags.seconds * 1000);
      const seconds = Math.max(0.001, (this.clock.nowMs() - fromMs) / 1000);
      const inputsPerSecond = (this.inputsSent() - inputs) / seconds;
      const snapshotsPerSecond = (this.snapshots() - snapshots) / seconds;
      await this.leave();
      return this.result(inputsPerSecond, snapshotsPerSecond);
    } finally {
      await Promise.all(this.bots.map((bot) => bot.socket.close()));
    }
  }

  /** Bots come in one after the other over the ramp; then the rest of them is waited for. */
  private async join(): Promise<void> {
    const { players, rampSeconds } = this.flags;
    const { streams } = createRandomStreams(
      this.flags.seed,
      Array.from({ length: players }, (_unused, index) => `bot-${index + 1}`),
    );
    for (let index = 0; index < players && !this.hooks.isStopped(); index++) {
      const dueMs = this.startedMs + (index / players) * rampSeconds * 1000;
      if (this.clock.nowMs() < dueMs) await this.rounds(() => this.clock.nowMs() >= dueMs);
      const name = `bot-${index + 1}`;
      const socket = await this.openSocket(index);
      this.bots.push(new Bot(name, socket, this.host, streams[name]!, this.clock.nowMs()));
      // A ramp of 0 must not starve the sockets.
      if (index % 16 === 15) await this.round();
    }
    const giveUpMs = this.clock.nowMs() + joinGraceMs;
    await this.rounds(
      () => this.clock.nowMs() >= giveUpMs || this.bots.every((bot) => bot.joined || bot.ended !== undefined),
    );
  }

  private async openSocket(index: number): Promise<DatagramSocket> {
    const { link, seed } = this.flags;
    const socket = await DgramSocket.open({ ...oneClientSocket, host: this.bindHost, port: 0 });
    return link === undefined ? socket : new ImpairedSocket(socket, this.clock, link, seed * 65_537 + index);
  }

  private async rounds(isDone: () => boolean): Promise<void> {
    while (!isDone() && !this.hooks.isStopped()) await this.round();
  }

  private async round(plays = true): Promise<void> {
    const nowMs = this.clock.nowMs();
    for (const bot of this.bots) {
      bot.update(nowMs, plays);
      bot.client.figures.takeRoundTrips((ms) => this.roundTrips.add(ms));
    }
    this.report(nowMs);
    // Sockets are served between rounds.
    await pause(Math.max(0, roundMs - (this.clock.nowMs() - nowMs)));
  }

  private report(nowMs: number): void {
    const seconds = (nowMs - this.reportedMs) / 1000;
    if (seconds < 1) return;
    const [inputs, snapshots] = [this.inputsSent(), this.snapshots()];
    this.hooks.onProgress({
      seconds: (nowMs - this.startedMs) / 1000,
      inWorld: this.bots.filter((bot) => bot.isPlaying).length,
      players: this.flags.players,
      inputsPerSecond: (inputs - this.reportedInputs) / seconds,
      snapshotsPerSecond: (snapshots - this.reportedSnapshots) / seconds,
      rttMsP50: this.roundTrips.percentile(0.5),
      packetsLost: this.packetsLost(),
      kills: this.kills(),
    });
    this.reportedMs = nowMs;
    this.reportedInputs = inputs;
    this.reportedSnapshots = snapshots;
  }

  /** Asks to leave, waits for the goodbye, and ends what is left from this side. */
  private async leave(): Promise<void> {
    for (const bot of this.bots) if (bot.isPlaying) bot.client.leave();
    const giveUpMs = this.clock.nowMs() + leaveGraceMs;
    while (this.clock.nowMs() < giveUpMs && this.bots.some((bot) => bot.isPlaying)) await this.round(false);
    for (const bot of this.bots) if (bot.ended === undefined) bot.client.disconnect();
    await this.round(false);
  }

  private result(inputsPerSecond: number, snapshotsPerSecond: number): BotResult {
    const joined = this.bots.filter((bot) => bot.joined).length;
    for (const bot of this.bots) {
      const problem = bot.problem();
      if (problem !== undefined) this.errors.add(problem);
    }
    return {
      joined,
      failed: this.flags.players - joined,
      inputsSent: this.inputsSent(),
      inputsPerSecond: Math.round(inputsPerSecond),
      snapshots: this.snapshots(),
      snapshotsPerSecond: Math.round(snapshotsPerSecond),
      rttMsP50: this.roundTrips.percentile(0.5),
      rttMsP99: this.roundTrips.percentile(0.99),
      packetsLost: this.packetsLost(),
      corrections: this.sum((bot) => bot.client.movement.corrections),
      kills: this.kills(),
      errors: this.errors.list(),
    };
  }

  private inputsSent(): number {
    return this.sum((bot) => bot.client.figures.inputsSent);
  }

  private snapshots(): number {
    return this.sum((bot) => bot.client.figures.snapshots);
  }

  private packetsLost(): number {
    return this.sum((bot) => bot.client.figures.packetsLost);
  }

  private kills(): number {
    return this.sum((bot) => bot.kills);
  }

  private sum(of: (bot: Bot) => number): number {
    return this.bots.reduce((total, bot) => total + of(bot), 0);
  }
}
