// One turn of the simulation thread: take what the other threads sent, step the world, tell what was measured. The thread
// calls it at the pace of the clock, a test at the pace it likes. What was measured becomes the next step's pressure.

import type { PacketPlayerOutput } from './records/packet-player-output.js';
import type { RingCharacterCourier } from './records/ring-character-courier.js';
import type { SimulationInbox } from './records/simulation-inbox.js';
import type { Simulation } from '#application/tick/simulation.js';
import { gameCounts } from '#application/telemetry/simulation-counts.js';
import { TickPressure } from '#application/tick/tick-pressure.js';
import { ticksPerSecond } from '#domain/engine/time.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import type { Clock } from '#ports/system/clock.js';
import type { FrameColumns } from '#ports/threads/generated/frame-columns.js';
import type { RecordConsumer } from '#ports/threads/record-queue.js';
import { factNames, gameCountNames, type SimulationStats } from './stats/stats-names.js';

/** Records taken from one ring in a turn: more than 10,000 players send in a tick. */
const recordsPerTurnMax = 32_768;
const stepMs = 1000 / ticksPerSecond;

export interface SimulationHostParts {
  readonly simulation: Simulation;
  readonly inbox: SimulationInbox;
  readonly output: PacketPlayerOutput;
  readonly courier: RingCharacterCourier;
  /** Rings of the gateways and of the control thread, in the order in which they are read. */
  readonly sources: readonly RecordConsumer[];
  readonly stats: SimulationStats;
  readonly clock: Clock;
}

export class SimulationHost {
  private readonly indexes;
  private readonly pressure = new TickPressure();

  /** `parts` are open to tests and the simulator. */
  constructor(readonly parts: SimulationHostParts) {
    const { stats, simulation } = parts;
    this.indexes = {
      ticks: stats.counter('ticks'),
      ticksSkipped: stats.counter('ticksSkipped'),
      ticksLate: stats.counter('ticksLate'),
      ticksUnderPressure: stats.counter('ticksUnderPressure'),
      game: gameCountNames.map((name) => stats.counter(name)),
      facts: factNames.map((name) => stats.counter(`fact:${name}`)),
      pressure: stats.gauge('pressure'),
      slip: stats.duration('slip'),
      malformedRecords: stats.counter('malformedRecords'),
      unencodable: stats.counter('unencodable'),
      tick: stats.gauge('tick'),
      players: stats.gauge('players'),
      creatures: stats.gauge('creatures'),
      loot: stats.gauge('loot'),
      tickDuration: stats.duration('tickTime'),
      playersOnMap: simulation.game.world.maps.map((map) => stats.gauge(`players:${map.definition.key}`)),
    };
  }

  /** `slipMs`: how late it is for this step. */
  turn(slipMs = 0): void {
    const { simulation, inbox, output, courier, sources, clock } = this.parts;
    const startedMs = clock.nowMs();
    for (let i = 0; i < sources.length; i++) sources[i]!.drain(inbox, recordsPerTurnMax);
    inbox.commands?.settle();
    simulation.step(this.pressure.level);
    if (!simulation.game.journalBehind) inbox.commands?.handedOver();
    output.endOverrunSessions();
    courier.passOn();
    const tookMs = clock.nowMs() - startedMs;
    this.measurePace(tookMs, slipMs);
    this.measure(tookMs * 1000);
  }

  /** What was published last, for tests. */
  get frame(): { readonly columns: FrameColumns } {
    return this.parts.simulation.game.frames;
  }

  /** See Simulation.hash. */
  hash(): string {
    return this.parts.simulation.hash();
  }

  /** Ticks given up since the start. */
  skipped(ticks: number): void {
    this.parts.stats.set(this.indexes.ticksSkipped, ticks);
  }

  private measurePace(tookMs: number, slipMs: number): void {
    const { stats } = this.parts;
    const { indexes, pressure } = this;
    const isLate = slipMs >= stepMs;
    stats.record(indexes.slip, slipMs * 1000);
    if (isLate) stats.add(indexes.ticksLate, 1);
    if (pressure.level > 0) stats.add(indexes.ticksUnderPressure, 1);
    pressure.observe(tookMs / stepMs, isLate);
    stats.set(indexes.pressure, pressure.level);
  }

  private measure(us: number): void {
    const { stats, simulation, inbox, output } = this.parts;
    const { indexes } = this;
    const { components, tables } = simulation.game.world;
    const { playersOnMap } = tables;
    stats.add(indexes.ticks, 1);
    for (let i = 0; i < gameCountNames.length; i++) {
      stats.set(indexes.game[i]!, gameCounts[gameCountNames[i]!](simulation.game));
    }
    const { byKind } = simulation.game.factCounts;
    for (let i = 0; i < factNames.length; i++) stats.set(indexes.facts[i]!, byKind[FactKind[factNames[i]!]]!);
    stats.record(indexes.tickDuration, us);
    stats.set(indexes.malformedRecords, inbox.malformed);
    stats.set(indexes.unencodable, output.unencodable);
    stats.set(indexes.tick, simulation.tick);
    stats.set(indexes.players, components.player.count);
    stats.set(indexes.creatures, components.creature.count);
    stats.set(indexes.loot, components.loot.count);
    for (let map = 0; map < playersOnMap.length; map++)
      stats.set(indexes.playersOnMap[map]!, playersOnMap[map]!);
  }
}
