// The rounds of the crash test: play, kill, start again, come back; at the end stop in good order and judge the journal.

import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StoredLedger } from '#adapters/sqlite/journal/stored-ledger.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import { oneClientSocket } from '#adapters/udp/udp-options.js';
import { PlayerMessageObjects } from '#adapters/protocol/generated/messages.js';
import { createRandomStreams, type RandomStream } from '#domain/engine/random/random-stream.js';
import { addressOf } from '#ports/network/datagram-address.js';
import { openCryptoSuite } from '../process/open-crypto-suite.js';
import { CrashBot } from './crash-bot.js';
import type { CrashFlags } from './crash-flags.js';
import { type CrashVerdict, judge } from './judge.js';
import { freePorts, ServerChild, type ServerPlace } from './server-child.js';

const loopback = '127.0.0.1';
/** Between two looks at all bots. */
const roundMs = 4;
const joinPatienceMs = 30_000;
const acknowledgedPatienceMs = 1000;
/** For what lies in the sockets of the bots. */
const drainMs = 20;
const answerPatienceMs = 10_000;
/** After the last answer, for what is told besides. */
const quietMs = 500;

export interface CrashResult extends CrashVerdict {
  readonly rounds: number;
  /** Milliseconds of the slowest but one in a hundred starts after a kill. */
  readonly recoveryMsP99: number;
  /** Requests that the rules refused, and those that nobody answered at the end. */
  readonly refused: number;
  readonly unanswered: number;
}

export interface CrashHooks {
  onRound(round: number, playedMs: number, recoveryMs: number): void;
  /** Asked all the time: true gives up. */
  isStopped(): boolean;
}

/** Throws when the server or a bot does not do its part. Leaves no process and no folder behind. */
export async function runCrash(
  flags: CrashFlags,
  contentDir: string,
  hooks: CrashHooks,
): Promise<CrashResult> {
  const folder = await mkdtemp(join(flags.folder, 'tos-crash-'));
  try {
    const place = { dataDir: folder, contentDir, ...(await freePorts()) };
    return await new CrashRun(flags, place, hooks, await makeBots(flags, place)).run();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeBots({ bots, seed }: CrashFlags, place: ServerPlace): Promise<CrashBot[]> {
  const { suite } = await openCryptoSuite('wasm');
  const host = {
    crypto: suite,
    random: new SystemRandom(),
    clock: new SystemClock(),
    messages: new PlayerMessageObjects(),
    serverAddress: addressOf(loopback, place.udpPort),
  };
  const names = Array.from({ length: bots }, (_unused, index) => `crash-${index + 1}`);
  const { streams } = createRandomStreams(seed, names);
  return names.map((name) => {
    const others = names.filter((other) => other !== name);
    return new CrashBot(name, host, streams[name]!, others);
  });
}

class CrashRun {
  private server: ServerChild | undefined;
  private readonly recoveries: number[] = [];
  private readonly random: RandomStream;

  constructor(
    private readonly flags: CrashFlags,
    private readonly place: ServerPlace,
    private readonly hooks: CrashHooks,
    private readonly bots: readonly CrashBot[],
  ) {
    this.random = createRandomStreams(flags.seed, ['kills']).streams.kills;
  }

  async run(): Promise<CrashResult> {
    const { rounds } = this.flags;
    try {
      await this.start();
      for (let round = 1; round <= rounds; round++) {
        const playedMs = this.random.between(1000, 3000);
        await this.play(playedMs);
        // Every other time at once when something is acknowledged: were that not stored, it would be lost now.
        if (round % 2 === 0) await this.nextAcknowledged();
        await this.crash();
        const recoveryMs = await this.start();
        this.recoveries.push(recoveryMs);
        this.hooks.onRound(round, playedMs, recoveryMs);
      }
      return { ...(await this.finish()), rounds, recoveryMsP99: p99(this.recoveries) };
    } finally {
      await this.crash();
    }
  }

  /** Until all bots are back; how long the server took. */
  private async start(): Promise<number> {
    const { server, startedMs } = await ServerChild.start(this.place);
    this.server = server;
    for (const bot of this.bots)
      bot.join(await DgramSocket.open({ ...oneClientSocket, host: loopback, port: 0 }));
    const untilMs = performance.now() + joinPatienceMs;
    await this.rounds(true, () => this.bots.every((bot) => bot.isInWorld) || performance.now() > untilMs);
    const absent = this.bots.find((bot) => !bot.isInWorld);
    if (absent !== undefined) throw new Error(`${absent.name} did not come back: ${absent.standing}`);
    return startedMs;
  }

  private async play(forMs: number): Promise<void> {
    const untilMs = performance.now() + forMs;
    await this.rounds(true, () => performance.now() >= untilMs);
  }

  private async nextAcknowledged(): Promise<void> {
    const told = (): number => this.bots.reduce((sum, bot) => sum + bot.toldCount, 0);
    const before = told();
    const untilMs = performance.now() + acknowledgedPatienceMs;
    await this.rounds(true, () => told() > before || performance.now() > untilMs, 0);
  }

  /** What the server had sent when it died has been acknowledged, too. */
  private async crash(): Promise<void> {
    const killed = this.server?.kill();
    this.server = undefined;
    if (killed !== undefined) {
      await killed;
      const untilMs = performance.now() + drainMs;
      await this.rounds(false, () => performance.now() > untilMs);
    }
    await Promise.all(this.bots.map((bot) => bot.drop()));
  }

  /** What was asked is answered, everybody leaves, the server stops, and its journal is read. */
  private async finish(): Promise<Omit<CrashResult, 'rounds' | 'recoveryMsP99'>> {
    const untilMs = performance.now() + answerPatienceMs;
    const waits = (): boolean => this.bots.some((bot) => bot.waitsForAnswers);
    await this.rounds(false, () => !waits() || performance.now() > untilMs);
    const quietUntilMs = performance.now() + quietMs;
    await this.rounds(false, () => performance.now() >= quietUntilMs);
    const players = this.bots.map((bot) => bot.told(bot.owned()));
    for (const bot of this.bots) bot.leave();
    const leftUntilMs = performance.now() + quietMs;
    await this.rounds(false, () => performance.now() >= leftUntilMs);
    const stopped = this.server!.stop();
    this.server = undefined;
    await stopped;
    const ledger = new StoredLedger(join(this.place.dataDir, 'game.sqlite'));
    try {
      return {
        ...judge(ledger, ledger.charactersByName(), players),
        refused: this.bots.reduce((sum, bot) => sum + bot.refusals, 0),
        unanswered: this.bots.filter((bot) => bot.waitsForAnswers).length,
      };
    } finally {
      ledger.close();
    }
  }

  private async rounds(plays: boolean, isDone: () => boolean, everyMs = roundMs): Promise<void> {
    while (!isDone()) {
      if (this.hooks.isStopped() && this.server !== undefined) throw new Error('stopped');
      this.server?.requireRunning();
      const nowMs = performance.now();
      for (const bot of this.bots) bot.update(nowMs, plays);
      await pause(everyMs);
    }
  }
}

function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0);
}
