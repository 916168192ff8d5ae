// A player's client on a real UDP socket, in real time.

import { setTimeout as sleep } from 'node:timers/promises';
import type { Credentials, SessionEnd } from '#adapters/protocol/session/client/client-options.js';
import { SodiumCryptoSuite } from '#adapters/sodium/sodium-crypto-suite.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { SystemRandom } from '#adapters/system/system-random.js';
import { DgramSocket } from '#adapters/udp/dgram-socket.js';
import type { RefusalReason, ReportOutcome } from '#adapters/protocol/generated/game.js';
import { GameClient } from '#client/game-client.js';
import { addressOf } from '#ports/network/datagram-address.js';

export class RealPlayer {
  /** What it was told in the chat. */
  readonly heard: string[] = [];
  /** How its sessions, or its tries to get one, ended. */
  readonly ends: SessionEnd[] = [];
  /** Commands that were done, and reasons of those that were not. */
  readonly confirmed = new Set<number>();
  readonly refused = new Map<number, RefusalReason>();
  /** Reports of its own that were taken, and what was decided about them. */
  readonly reportsTaken: { report: number; name: string }[] = [];
  readonly reportsDecided: { report: number; name: string; outcome: ReportOutcome; text: string }[] = [];
  client!: GameClient;
  #running = true;

  private constructor(private readonly socket: DgramSocket) {}

  static async join(name: string, udpPort: number): Promise<RealPlayer> {
    const player = new RealPlayer(await DgramSocket.open({ host: '127.0.0.1', port: 0 }));
    const note = (end: SessionEnd): void => void player.ends.push(end);
    const credentials: Credentials = { kind: 'guest', name, secret: new Uint8Array(32).fill(name.length) };
    player.client = new GameClient({
      ...{ socket: player.socket, crypto: new SodiumCryptoSuite(), random: new SystemRandom(), credentials },
      clock: new SystemClock(),
      serverAddress: addressOf('127.0.0.1', udpPort),
      listener: {
        onCommandConfirmed: ({ command }) => void player.confirmed.add(command),
        onRefused: ({ command, reason }) => void player.refused.set(command, reason),
        onChat: ({ text }) => void player.heard.push(text),
        onReportTaken: ({ report, name }) => void player.reportsTaken.push({ report, name }),
        onReportDecided: ({ report, name, outcome, text }) =>
          void player.reportsDecided.push({ report, name, outcome, text }),
        onConnectionLost: note,
        onClosed: note,
      },
    });
    void player.#run();
    return player;
  }

  get isInWorld(): boolean {
    return this.client.isInWorld;
  }

  /** Leaves, if it is in. */
  async stop(): Promise<void> {
    if (!this.#running) return;
    this.client.leave();
    await sleep(100);
    this.#running = false;
    await sleep(20);
    await this.socket.close();
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.client.update();
      await sleep(5);
    }
  }
}
