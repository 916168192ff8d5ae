// Reports of players and what operators decided about them, between the simulation and the control thread, as records; one end
// for each side. Reports are rare: unlike what players do all the time, they may allocate.

import {
  DecisionTold,
  PlayerReported,
  ReportAnswered,
  decisionToldSizeMax,
  decodePlayerReported,
  encodeDecisionTold,
  encodePlayerReported,
  encodeReportAnswered,
  playerReportedSizeMax,
} from '#adapters/protocol/generated/internal.js';
import type { ReportAnswers } from '#application/reports/keep-reports.js';
import type { CouriedReport, ReportCourier, ToldDecision } from '#ports/threads/report-courier.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { RecordProducer } from '#ports/threads/record-queue.js';
import type { Log } from '#ports/system/log.js';

/** Whom a decision was told: the number of the report is the record's subject. */
const characterBytes = 4;

/** The simulation's end. */
export class RingReportCourier implements ReportCourier {
  private readonly record = new PlayerReported();
  private readonly scratch = new Uint8Array(playerReportedSizeMax);

  constructor(private readonly control: RecordProducer) {}

  report(report: CouriedReport): boolean {
    this.record.report = JSON.stringify(report);
    const length = encodePlayerReported(this.record, this.scratch, 0);
    if (length < 0) throw new Error(`a report of '${report.target.name}' cannot be encoded (${length})`);
    return this.control.push(RecordKind.playerReported, 0, this.scratch, 0, length);
  }

  decisionTold({ characterId, report }: Pick<ToldDecision, 'characterId' | 'report'>): void {
    new DataView(this.scratch.buffer).setUint32(0, characterId);
    this.control.push(RecordKind.decisionTold, report, this.scratch, 0, characterBytes);
  }
}

export interface TakenReports {
  reported(report: CouriedReport): void;
  decisionTold(told: Pick<ToldDecision, 'characterId' | 'report'>): void;
}

/** The control thread's end. */
export class RingReports implements ReportAnswers {
  private readonly record = new PlayerReported();
  private readonly answer = new ReportAnswered();
  private readonly decision = new DecisionTold();
  private readonly scratch = new Uint8Array(decisionToldSizeMax);
  /** Answers that the ring had no room for: at most as many as the simulation waits for. */
  private readonly owed: (() => boolean)[] = [];
  private taker: TakenReports | undefined;

  constructor(
    private readonly toSimulation: RecordProducer,
    private readonly log: Pick<Log, 'error'>,
  ) {}

  /** Once, before the first `take`. */
  attach(taker: TakenReports): void {
    this.taker = taker;
  }

  /** False for a record of another kind. */
  take(kind: number, subject: number, data: Uint8Array, at: number, length: number): boolean {
    if (kind === RecordKind.decisionTold) {
      if (length !== characterBytes) throw new Error('of whom a decision was told does not decode');
      const characterId = new DataView(data.buffer, data.byteOffset).getUint32(at);
      this.taker!.decisionTold({ characterId, report: subject });
      return true;
    }
    if (kind !== RecordKind.playerReported) return false;
    if (decodePlayerReported(this.record, data, at, at + length) < 0)
      throw new Error('a report of the simulation does not decode');
    this.taker!.reported(JSON.parse(this.record.report) as CouriedReport);
    return true;
  }

  /** Sends what there was no room for; to be called every few milliseconds. */
  settle(): void {
    while (this.owed.length > 0 && this.owed[0]!()) this.owed.shift();
  }

  answered(order: number, report: number): void {
    this.owed.push(() => {
      Object.assign(this.answer, { order, report });
      const length = encodeReportAnswered(this.answer, this.scratch, 0);
      if (length < 0) throw new Error('an answer to a report does not fit into a record');
      return this.toSimulation.push(RecordKind.reportAnswered, 0, this.scratch, 0, length);
    });
    this.settle();
  }

  /** What finds no room is told again when the character comes in the next time. */
  tell({ characterId: character, ...told }: ToldDecision): void {
    Object.assign(this.decision, { ...told, character });
    const length = encodeDecisionTold(this.decision, this.scratch, 0);
    if (length < 0) {
      const { report } = told;
      this.log.error('a decision about a report does not fit into a record, and is not told', { report });
      return;
    }
    this.toSimulation.push(RecordKind.decision, 0, this.scratch, 0, length);
  }
}
