// One seed from beginning to end: play over a bad network with mishaps and hostile clients, let the network heal, wait
// until all is calm, compare every client with the world, let everybody leave, and look whether anything is left over.

import type { Content } from '#domain/content/content.js';
import { CapturedDatagrams } from './captured-datagrams.js';
import { CharacterLedger } from './character-ledger.js';
import { HonestPlayer } from './honest-player.js';
import { hostiles } from './hostile.js';
import { ServerInvariants, differences } from './invariants.js';
import { type Scenario, scenarioOf } from './scenario.js';
import { SeededBytes } from './work/seeded-bytes.js';
import { WholeServer } from './whole-server.js';

/** Handshakes are repeated for 10 s at most, and a lost session is noticed after as long. */
const joinTicksMax = 1500;
const calmTicks = 90;
const leaveTicksMax = 900;
const checkEveryTicks = 16;
/** A failing run is not told in full. */
const brokenMax = 20;

export interface SeedResult {
  readonly seed: number;
  readonly steps: number;
  readonly broken: readonly string[];
  /** What happened to sessions, at all gateways; and how often somebody came into a party. */
  readonly met: Readonly<Record<'rekeys' | 'resumed' | 'addressChanges' | 'membersCame', number>>;
  /** The world's hash, every so many ticks: what a second run must give again. */
  readonly hashes: readonly string[];
}

export async function runSeed(content: Content, seed: number): Promise<SeedResult> {
  const run = new SeedRun(content, scenarioOf(seed));
  try {
    await run.play();
    await run.heal();
    await run.empty();
  } catch (error) {
    run.broken.push(`threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  return { seed, steps: run.server.steps, broken: run.allBroken(), met: run.met(), hashes: run.hashes };
}

class SeedRun {
  readonly broken: string[] = [];
  readonly hashes: string[] = [];
  readonly server: WholeServer;
  private readonly ledger = new CharacterLedger();
  private readonly players: HonestPlayer[] = [];
  private readonly captured = new CapturedDatagrams();
  private readonly random: SeededBytes;
  private readonly invariants: ServerInvariants;

  constructor(
    content: Content,
    private readonly scenario: Scenario,
  ) {
    const { seed, gateways, players, downlink, session } = scenario;
    this.random = new SeededBytes(seed ^ 0x5eed);
    // Sessions of crashed clients hold their places until they time out.
    const playersMax = players * 3 + 16;
    this.server = new WholeServer({
      content,
      seed,
      gateways,
      playersMax,
      session,
      network: { slots: 8192, socketQueue: 2048 },
      audience: this.ledger,
    });
    this.invariants = new ServerInvariants(this.server, playersMax);
    for (const socket of this.server.serverSockets) Object.assign(socket.conditions, downlink);
    if (scenario.isSpreadAtRandom) {
      const spread = new SeededBytes(seed ^ 0x59ead);
      this.server.network.spread = (sockets) => spread.below(sockets);
    }
  }

  async play(): Promise<void> {
    const { scenario, server, random, captured } = this;
    const names = scenario.uplinks.map((_, index) => `player-${index}`);
    scenario.uplinks.forEach((uplink, index) => {
      const own = new SeededBytes(random.below(2 ** 31));
      this.players.push(new HonestPlayer(names[index]!, server, scenario, uplink, own, names));
    });
    if (scenario.hostile.length > 0) server.network.tap = captured.tap;
    const foes = scenario.hostile.map((kind) => hostiles[kind]({ server, random, captured }));
    for (let tick = 0; tick < scenario.playTicks; tick++) {
      for (const player of this.players) player.play(server.steps);
      for (const foe of foes) foe();
      await this.step();
    }
    server.network.tap = undefined;
  }

  /** The network is well from now on: soon everybody must be in the world and agree with it. */
  async heal(): Promise<void> {
    const { server, players } = this;
    for (const socket of server.serverSockets) Object.assign(socket.conditions, server.network.conditions);
    let calm = 0;
    for (let tick = 0; tick < joinTicksMax && calm < calmTicks; tick++) {
      for (const player of players) {
        player.heal();
        player.settle(server.steps);
      }
      await this.step();
      calm = players.every((player) => player.isInWorld) ? calm + 1 : 0;
    }
    for (const player of players) {
      player.checkHeard();
      this.broken.push(...differences(server, player));
    }
    this.ledger.checkUnits(server.simulation.parts.simulation.game);
  }

  /** When all have gone, no session, no queued message and no entity of theirs may be left. */
  async empty(): Promise<void> {
    const { server } = this;
    for (const player of this.players) player.leave();
    const sessions = () => server.gateways.reduce((sum, { sessions }) => sum + sessions, 0);
    // Hostile clients are cut off.
    for (const client of [...server.clients]) {
      if (this.players.every((player) => player.client !== client)) client.disconnect();
    }
    for (let tick = 0; tick < leaveTicksMax && sessions() > 0; tick++) {
      for (const socket of server.serverSockets) Object.assign(socket.conditions, server.network.conditions);
      await this.step();
    }
    if (sessions() > 0) this.broken.push(`${sessions()} sessions are left when all have gone`);
    const { game } = server.simulation.parts.simulation;
    if (game.seats.count > 0) this.broken.push(`${game.seats.count} seats are left when all have gone`);
    this.ledger.checkUnits(game);
    for (const { parts } of server.gateways) {
      if (parts.endpoint.blocksUsed > 0)
        this.broken.push(`${parts.endpoint.blocksUsed} blocks of messages leaked`);
    }
  }

  met(): SeedResult['met'] {
    const { parties } = this.server.simulation.parts.simulation.game.world.tables;
    const met = { rekeys: 0, resumed: 0, addressChanges: 0, membersCame: parties.lastNumber };
    for (const { parts } of this.server.gateways) {
      const { rekeys, resumed, addressChanges } = parts.endpoint.counters;
      met.rekeys += rekeys;
      met.resumed += resumed;
      met.addressChanges += addressChanges;
    }
    return met;
  }

  allBroken(): string[] {
    const all = [...this.broken, ...this.ledger.broken, ...this.players.flatMap(({ broken }) => broken)];
    const distinct = [...new Set(all)];
    const more = distinct.length - brokenMax;
    return more > 0 ? [...distinct.slice(0, brokenMax), `… and ${more} more`] : distinct;
  }

  private async step(): Promise<void> {
    const { server } = this;
    await server.step();
    if (server.steps % checkEveryTicks !== 0) return;
    this.hashes.push(server.simulation.hash());
    if (this.broken.length < brokenMax) this.broken.push(...this.invariants.broken());
  }
}
