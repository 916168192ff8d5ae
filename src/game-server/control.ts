// The control thread's part in a running server, put together: characters between simulation and store, the figures of all
// threads, the checks of health, and the end.

import type { HealthCheck } from '#ports/system/health-check.js';
import { systemPauses } from '#adapters/system/system-pauses.js';
import { RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { CharacterDesk } from '#adapters/threads/records/character-desk.js';
import { RingGatewayOrders } from '#adapters/threads/records/ring-gateway-orders.js';
import type { SharedMemory } from '#adapters/threads/shared-memory.js';
import { FiguresReader } from '#adapters/threads/stats/figures-reader.js';
import { TickTraceReader } from '#adapters/threads/stats/tick-trace.js';
import { RingTickCommands } from '#adapters/threads/records/operator-records.js';
import { RingReports } from '#adapters/threads/records/report-records.js';
import { Drain, lookEveryMs } from '#application/operations/drain.js';
import { PlannedDrains } from '#application/operations/planned-drain.js';
import { OperatorCommands } from '#application/operations/operator-commands.js';
import type { VerbSwitches } from '#application/operations/verb-switches.js';
import { KeepSanctions } from '#application/operations/sanctions/keep-sanctions.js';
import { sendEveryoneHome } from '#application/operations/send-everyone-home.js';
import {
  EraseCharacters,
  resumeEveryMs,
  type ErasureOutcome,
} from '#application/persistence/erase-characters.js';
import { HandOver } from '#application/persistence/hand-over.js';
import { RestoreCharacters } from '#application/persistence/restore-characters.js';
import { answerRestore } from '#application/ledger/restore/answer-restore.js';
import { answerEconomy, answerGains } from '#application/economy/answer-economy.js';
import { answerHistory, type LedgerHistoryQuery } from '#application/ledger/history.js';
import { answerPossessions } from '#application/ledger/possessions.js';
import { exportDocument } from '#application/persistence/export-document.js';
import { CharacterKeeper } from '#application/persistence/character-keeper.js';
import { lookAgainEveryMs, NameLookup } from '#application/persistence/name-lookup.js';
import { SaveInBatches, flushEveryMs } from '#application/persistence/save-in-batches.js';
import type { CharacterAudience } from '#application/presence/character-audience.js';
import { OnlinePlayers } from '#application/presence/online-players.js';
import { KeepReports, tendReportsEveryMs } from '#application/reports/keep-reports.js';
import { answerTicks } from '#application/telemetry/answer-ticks.js';
import { TickWatch } from '#application/telemetry/tick-watch.js';
import { phases } from '#application/tick/phases.js';
import type { Content } from '#domain/content/content.js';
import type { BackupDesk } from '#ports/backups/backup-desk.js';
import type { DrainNote } from '#ports/storage/notes/drain-note.js';
import type { PlanNote } from '#ports/storage/notes/plan-note.js';
import type { KeptSanction } from '#ports/storage/sanction-book.js';
import type { Clock } from '#ports/system/clock.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import type { Log } from '#ports/system/log.js';
import type { DatabaseFigures } from '#ports/system/metrics.js';
import type {
  CommandAnswer,
  CommandArguments,
  CommandRefusal,
  MovingKind,
} from '#ports/admin/operations/operator-command.js';
import { neverTooLateMs } from '#ports/threads/tick-commands.js';
import type { GatewayOrders } from '#ports/threads/gateway-orders.js';
import { undoAll } from '../process/undo.js';
import type { GameThreads } from './game-threads.js';
import type { JournalThread } from './journal-thread.js';

const drainEveryMs = 20;
const journalLookEveryMs = 500;
const heapEveryMs = 5000;
/** Times of letters and listings are in seconds. */
const tellDateEveryMs = 1000;

export interface ControlOptions {
  readonly memory: SharedMemory;
  readonly content: Content;
  readonly clock: Clock;
  readonly log: Log;
  readonly journal: Pick<
    JournalThread,
    'stores' | 'ownership' | 'history' | 'restores' | 'economy' | 'economyFigures' | 'figures' | 'heapBytes'
  >;
  readonly note: DrainNote;
  readonly planNote: PlanNote;
  readonly switches: VerbSwitches;
  /** As the world began. */
  readonly begin: { readonly sanctions: readonly KeptSanction[] };
  readonly threads: Pick<GameThreads, 'udpKinds' | 'heapBytes'>;
}

export class Control {
  readonly online = new OnlinePlayers();
  readonly figures: FiguresReader;
  readonly simulationAlive: HealthCheck;
  readonly charactersSaved: HealthCheck;
  readonly drain: Drain;
  readonly planned: PlannedDrains;
  readonly switches: VerbSwitches;
  readonly commands: OperatorCommands;
  readonly erasures: EraseCharacters;
  readonly sanctions: KeepSanctions;
  readonly reports: KeepReports;
  /** Resolves when operators have emptied the server and it is to end, or to start anew. */
  readonly emptied: Promise<'stop' | 'restart'>;
  /** Undefined while they are off; set before the first command can come. */
  backups: BackupDesk | undefined;
  /** Told when the door closes or opens. */
  onDoor: () => void = () => undefined;
  private isEnding = false;
  private readonly hands: HandOver;
  private readonly restoring: RestoreCharacters;
  private readonly saving: SaveInBatches;
  private readonly keeper: CharacterKeeper;
  private readonly desk: CharacterDesk;
  private readonly gateways: GatewayOrders;
  private readonly timers: NodeJS.Timeout[];
  private workerHeapBytes: number | undefined;

  constructor(private readonly options: ControlOptions) {
    const { memory, content, clock, log, journal, threads } = options;
    const toSimulation = new RingProducer(memory.controlToSimulation);
    this.gateways = new RingGatewayOrders(
      memory.gateways.map(({ fromControl }) => new RingProducer(fromControl)),
    );
    this.switches = options.switches;
    const tick = new RingTickCommands(toSimulation);
    const reports = new RingReports(toSimulation, log);
    this.desk = new CharacterDesk({
      fromSimulation: new RingConsumer(memory.simulationToControl),
      toSimulation,
      listener: this.audience,
      answers: tick,
      reports,
    });
    const { promise: emptied, resolve: end } = Promise.withResolvers<'stop' | 'restart'>();
    this.emptied = emptied;
    const telling = {
      announce: (text: string) =>
        void tick.run({ kind: 'broadcast', args: { text }, notAfterMs: neverTooLateMs }),
      players: () => this.figures.players,
      onChange: () => this.onDoor(),
      ...{ clock, log },
    };
    this.drain = new Drain({ ...telling, gateways: this.gateways, end, note: options.note });
    this.planned = new PlannedDrains({
      ...{ ...telling, drain: this.drain, note: options.planNote, timeInWords },
    });
    const { ownership, stores } = journal;
    const { characters: store, commands: ledger } = stores;
    this.commands = new OperatorCommands({ ledger, tick, server: this, clock, log });
    this.keeper = new CharacterKeeper({ store, clock, log, answers: this.desk, content, ownership });
    const { keeper } = this;
    this.erasures = new EraseCharacters({
      ...{ book: stores.erasures, keeper, tick, ownership, clock, pauses: systemPauses, log },
    });
    const { erasures } = this;
    const inTurn = { store, erasures, tick, ownership, clock, pauses: systemPauses };
    this.hands = new HandOver(inTurn);
    this.restoring = new RestoreCharacters({ ...inTurn, keeper, restores: journal.restores });
    this.sanctions = new KeepSanctions({
      ...{ book: stores.sanctions, beginning: options.begin.sanctions },
      ...{ tick, clock, pauses: systemPauses, log },
    });
    this.reports = new KeepReports({
      ...{ book: stores.reports, characters: store, answers: reports, clock, log },
    });
    reports.attach(this.reports);
    this.erasures.onErased = () => void this.reports.forget();
    const names = new NameLookup({ store, answers: this.desk, log });
    this.desk.attach(keeper, names);
    this.saving = new SaveInBatches({ keeper, clock, pauses: systemPauses, log, timeInWords });
    this.charactersSaved = this.saving;
    this.figures = new FiguresReader({
      memory,
      content,
      clock,
      udpAdapters: threads.udpKinds,
      database: () => this.databaseFigures(),
      workerHeapBytes: () => this.workerHeapBytes,
    });
    this.simulationAlive = new TickWatch(() => this.figures.tick, clock);
    this.desk.tellDate(clock.unixMs());
    this.timers = this.rounds(names);
    void this.erasures.resume();
    this.drain.resume();
    this.planned.resume();
  }

  /** Who hears of characters that come and go. */
  private readonly audience: CharacterAudience = {
    saved: (character) => this.online.saved(character),
    entered: (character) => {
      this.online.entered(character);
      this.reports.entered(character);
    },
    departed: (character) => {
      this.online.departed(character);
      this.reports.departed(character);
    },
  };

  private rounds(names: NameLookup): NodeJS.Timeout[] {
    return [
      setInterval(() => this.desk.drain(), drainEveryMs),
      setInterval(() => this.desk.tellDate(this.options.clock.unixMs()), tellDateEveryMs),
      setInterval(() => void names.lookAgain(), lookAgainEveryMs),
      setInterval(() => void this.saving.flush(), flushEveryMs),
      setInterval(() => void this.readHeaps(), heapEveryMs),
      setInterval(() => this.options.journal.figures.look(), journalLookEveryMs),
      setInterval(() => this.drain.look(), lookEveryMs),
      setInterval(() => this.planned.look(), lookEveryMs),
      setInterval(() => void this.erasures.resume(), resumeEveryMs),
      setInterval(() => void this.reports.tend(), tendReportsEveryMs),
    ];
  }

  readonly storeReachable: HealthCheck = {
    name: 'character-store',
    check: async () => {
      const { characters } = this.options.journal.stores;
      await characters.count();
      return this.keeper.loads.check(characters);
    },
  };

  readonly open: HealthCheck = {
    name: 'accepting-players',
    check: () => (this.isEnding ? { ok: false, reason: 'shutting down' } : this.drain.check()),
  };

  /** What it counts itself. */
  get series(): readonly MetricSeries[] {
    const { commands, switches, sanctions, reports, options } = this;
    const { figures, economyFigures } = options.journal;
    return [commands, switches, sanctions, reports, figures, economyFigures].flatMap(({ series }) => series);
  }

  get isDraining(): boolean {
    return this.isEnding || this.drain.isClosed;
  }

  exportCharacter(whom: CommandArguments['export']): Promise<string | undefined> {
    return exportDocument(this.options.journal.stores.records, whom);
  }

  async tellPossessions(whom: CommandArguments['possessions']): Promise<string | undefined> {
    const { ownership } = this.options.journal;
    if (!(await this.isStored(whom))) return undefined;
    await ownership.settle();
    return JSON.stringify(answerPossessions(await ownership.ownedBy(whom.characterId), this.options.content));
  }

  async tellHistory(query: LedgerHistoryQuery, name?: string): Promise<string | undefined> {
    const { of } = query;
    if (
      name !== undefined &&
      'character' in of &&
      !(await this.isStored({ characterId: of.character, name }))
    )
      return undefined;
    return JSON.stringify(answerHistory(await this.options.journal.history.of(query), this.options.content));
  }

  async tellEconomy(query: CommandArguments['economy']): Promise<string> {
    const { journal, content } = this.options;
    return JSON.stringify(answerEconomy(await journal.economy.tell(query), query, content));
  }

  async tellGains(): Promise<string> {
    return JSON.stringify(answerGains(await this.options.journal.economy.gains()));
  }

  tellTicks({ seconds }: CommandArguments['ticks']): string {
    const { memory, clock } = this.options;
    return JSON.stringify(
      answerTicks(new TickTraceReader(memory.tickTrace, clock).last(seconds * 1000), phases),
    );
  }

  eraseCharacter(whom: CommandArguments['erase']): Promise<ErasureOutcome> {
    return this.erasures.erase(whom);
  }

  handOver<Kind extends MovingKind>(kind: Kind, args: CommandArguments[Kind]): Promise<CommandAnswer> {
    return this.hands.run(kind, args);
  }

  restoreCharacter(wish: CommandArguments['restore']): Promise<CommandAnswer> {
    return this.restoring.run(wish);
  }

  async tellRestore({
    before,
    ...whom
  }: CommandArguments['restore']): Promise<{ document: string } | { refusal: CommandRefusal }> {
    const { journal, content } = this.options;
    if (!(await this.isStored(whom))) return { refusal: 'not-here' };
    await journal.ownership.settle();
    const plan = await journal.restores.plan({ character: whom.characterId, before });
    if (typeof plan === 'string') return { refusal: plan };
    return { document: JSON.stringify(answerRestore(plan, content)) };
  }

  /** See application/operations/send-everyone-home. */
  async sendEveryoneHome(): Promise<void> {
    this.isEnding = true;
    this.drain.giveWay();
    await sendEveryoneHome({
      gateways: this.gateways,
      players: () => this.figures.players,
      takeAll: () => this.desk.takeAll(),
      flush: () => this.saving.flush(),
      clock: this.options.clock,
      pauses: systemPauses,
    });
  }

  /** Rejects when characters stay unsaved. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await undoAll([() => this.saving.saveAll(), async () => this.desk.drain()]);
  }

  /** A number may be another's, where the file was put back to an earlier time. */
  private async isStored({ characterId, name }: CommandArguments['possessions']): Promise<boolean> {
    return (await this.options.journal.stores.characters.find(name))?.characterId === characterId;
  }

  private databaseFigures(): DatabaseFigures {
    return { queryDurations: this.options.journal.figures.queryDurations, ...this.saving.figures };
  }

  private async readHeaps(): Promise<void> {
    try {
      const { threads, journal } = this.options;
      const [ofThreads, ofJournal] = await Promise.all([threads.heapBytes(), journal.heapBytes()]);
      this.workerHeapBytes = ofThreads + ofJournal;
    } catch {
      // A thread that is ending has no heap to tell of.
      this.workerHeapBytes = undefined;
    }
  }
}

function timeInWords(unixMs: number): string {
  return new Date(unixMs).toISOString();
}
