// Puts the simulation together. What runs it gives memory, content and a clock: the worker thread real ones, a test
// whatever it wants to steer.

import { Container } from 'inversify';
import { RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { SharedFramePublisher } from '#adapters/threads/frames/frame-buffers.js';
import { SharedDeliberation } from '#adapters/threads/memory/shared-deliberation.js';
import { StatsWriter } from '#adapters/threads/stats/stats-block.js';
import { PacketPlayerOutput } from '#adapters/threads/records/packet-player-output.js';
import { TickCommandDesk } from '#adapters/threads/records/operator-records.js';
import { RingCharacterCourier } from '#adapters/threads/records/ring-character-courier.js';
import { RingReportCourier } from '#adapters/threads/records/report-records.js';
import { RingFactSink } from '#adapters/threads/records/ring-fact-sink.js';
import { SimulationInbox } from '#adapters/threads/records/simulation-inbox.js';
import type { SharedPaths } from '#domain/space/navigation/shared-paths.js';
import { PonderInTurn } from '#domain/space/navigation/ponder-in-turn.js';
import { Simulation } from '#application/tick/simulation.js';
import type { WorldBeginning } from '#application/game/restore-world.js';
import type { Content } from '#domain/content/content.js';
import { PathFinder } from '#domain/space/navigation/path-finder.js';
import { PathQueue } from '#domain/space/navigation/path-queue.js';
import { ticksPerSecond } from '#domain/engine/time.js';
import type { Clock } from '#ports/system/clock.js';
import type { RecordProducer } from '#ports/threads/record-queue.js';
import { tokens } from '../composition/tokens.js';
import { type SharedMemory, entitiesMaxFor } from '#adapters/threads/shared-memory.js';
import { SimulationHost } from '#adapters/threads/simulation-host.js';
import { simulationStatsOf } from '#adapters/threads/stats/stats-names.js';
import { TickTraceWriter } from '#adapters/threads/stats/tick-trace.js';
import { StatsTickTimer } from '#adapters/threads/stats/stats-tick-timer.js';

export interface SimulationSettings {
  readonly seed: number;
  readonly playersMax: number;
  readonly saveSeconds: number;
  /** Threads that work out paths beside it; without any it does so itself. */
  readonly helpers?: number;
  /** Where the journal ends, and what lies on the ground. Without it the world is a new one of which nothing is kept. */
  readonly begin?: WorldBeginning;
}

export function composeSimulation(
  memory: SharedMemory,
  content: Content,
  clock: Clock,
  settings: SimulationSettings,
): SimulationHost {
  const container = new Container({ defaultScope: 'Singleton' });
  container.bind(tokens.content).toConstantValue(content);
  container.bind(tokens.clock).toConstantValue(clock);
  container
    .bind(tokens.simulationStats)
    .toResolvedValue(
      (content) => new StatsWriter(simulationStatsOf(content), memory.simulationStats),
      [tokens.content],
    );
  container
    .bind(tokens.tickTimer)
    .toResolvedValue(
      (stats, clock) => new StatsTickTimer(stats, new TickTraceWriter(memory.tickTrace), clock),
      [tokens.simulationStats, tokens.clock],
    );
  container
    .bind(tokens.playerOutput)
    .toResolvedValue(
      () =>
        new PacketPlayerOutput(memory.gateways.map(({ fromSimulation }) => new RingProducer(fromSimulation))),
    );
  container.bind(tokens.toControl).toResolvedValue(() => new RingProducer(memory.simulationToControl));
  container
    .bind(tokens.characterCourier)
    .toResolvedValue((toControl) => new RingCharacterCourier(toControl), [tokens.toControl]);
  container
    .bind(tokens.reportCourier)
    .toResolvedValue((toControl) => new RingReportCourier(toControl), [tokens.toControl]);
  container.bind(tokens.framePublisher).toResolvedValue(() => new SharedFramePublisher(memory.frames));
  container.bind(tokens.simulation).toResolvedValue(
    (content, output, courier, reports, publisher, tickTimer) =>
      new Simulation({
        content,
        output,
        courier,
        reports,
        publisher,
        tickTimer,
        paths: pathsIn(memory, settings.helpers ?? 0),
        seed: settings.seed,
        playersMax: settings.playersMax,
        entitiesMax: entitiesMaxFor(settings.playersMax),
        saveIntervalTicks: settings.saveSeconds * ticksPerSecond,
        ...(settings.begin && { begin: settings.begin, factSink: factSinkIn(memory) }),
      }),
    [
      ...([tokens.content, tokens.playerOutput, tokens.characterCourier] as const),
      ...([tokens.reportCourier, tokens.framePublisher, tokens.tickTimer] as const),
    ],
  );
  container
    .bind(tokens.simulationInbox)
    .toResolvedValue(inboxOf, [tokens.simulation, tokens.toControl, tokens.clock]);
  bindHost(container, memory);
  return container.get(tokens.simulationHost);
}

function bindHost(container: Container, memory: SharedMemory): void {
  const sources = [
    new RingConsumer(memory.controlToSimulation),
    ...memory.gateways.map(({ toSimulation }) => new RingConsumer(toSimulation)),
  ];
  container
    .bind(tokens.simulationHost)
    .toResolvedValue(
      (simulation, inbox, output, courier, stats, clock) =>
        new SimulationHost({ simulation, inbox, output, courier, stats, clock, sources }),
      [
        tokens.simulation,
        tokens.simulationInbox,
        tokens.playerOutput,
        tokens.characterCourier,
        tokens.simulationStats,
        tokens.clock,
      ],
    );
}

function inboxOf(simulation: Simulation, toControl: RecordProducer, clock: Clock): SimulationInbox {
  return new SimulationInbox(simulation, new TickCommandDesk(simulation, toControl, clock));
}

function factSinkIn({ simulationToJournal, storedFacts }: SharedMemory): RingFactSink {
  return new RingFactSink(new RingProducer(simulationToJournal, { publishByHand: true }), storedFacts);
}

function pathsIn({ paths }: SharedMemory, helpers: number): SharedPaths {
  const { navigation, columns } = paths;
  const deliberation =
    helpers > 0 ? new SharedDeliberation(paths) : new PonderInTurn(new PathFinder(navigation, columns));
  return { navigation, queue: new PathQueue(columns), deliberation };
}
