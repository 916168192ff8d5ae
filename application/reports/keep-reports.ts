// The control thread's part in players' reports: what the simulation hands over is on disk before who reported hears that it
// was taken; what operators decided is on disk before the admin API hears that it is here, and is told to who reported as soon
// as that character is in the world, until the simulation says that it was.

import type { CharacterStore, StoredCharacter } from '#ports/storage/characters/character-store.js';
import type { BookedReport, KeptDecision, ReportBook } from '#ports/storage/report-book.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { MetricSeries } from '#ports/system/metric-series.js';
import { nameKey } from '#ports/names/name-key.js';
import type { CouriedReport, ToldDecision } from '#ports/threads/report-courier.js';

/** The way back into the simulation. */
export interface ReportAnswers {
  /** `report`: its number, 0 when it could not be stored. */
  answered(order: number, report: number): void;
  tell(decision: ToldDecision): void;
}

export interface KeepReportsParts {
  readonly book: ReportBook;
  readonly characters: Pick<CharacterStore, 'find'>;
  readonly answers: ReportAnswers;
  readonly clock: Pick<Clock, 'unixMs'>;
  readonly log: Log;
}

/** How often what is too old is forgotten. */
export const tendReportsEveryMs = 3_600_000;

export interface ReceivedDecision extends KeptDecision {
  /** Undefined from an API that does not say it yet. */
  readonly reporterName?: string | undefined;
}

export class KeepReports {
  /** One was stored: the admin API may be told. */
  onFiled: () => void = () => undefined;
  /** Reports stored since the start, those that were not, those that the API refused, and decisions that players were told. */
  #stored = 0;
  #refused = 0;
  #told = 0;
  #givenUp = 0;
  #waiting = 0;
  /** Of those who are in the world. */
  readonly #present = new Set<number>();
  /** Decisions that were not told yet, by the character that made the report. */
  readonly #untold = new Map<number, KeptDecision[]>();
  #queue: Promise<unknown>;

  constructor(private readonly parts: KeepReportsParts) {
    this.#queue = this.#begin();
  }

  /** From the simulation. Never rejects. */
  reported(report: CouriedReport): void {
    void this.#aside('it is not known how many reports of players wait', async () => {
      const number = await this.#file(report).catch((error: unknown) => {
        this.parts.log.error('a report of a player cannot be stored', { reason: String(error) });
        return 0;
      });
      if (number === 0) this.#refused++;
      else this.#stored++;
      this.parts.answers.answered(report.order, number);
      if (number === 0) return;
      await this.#count();
      this.onFiled();
    });
  }

  /** From the simulation: its player was told. */
  decisionTold({ characterId, report: number }: Pick<ToldDecision, 'characterId' | 'report'>): void {
    const own = this.#untold.get(characterId) ?? [];
    const left = own.filter((one) => one.number !== number);
    if (left.length < own.length) this.#told++;
    if (left.length === 0) this.#untold.delete(characterId);
    else this.#untold.set(characterId, left);
    void this.#aside('that a player was told of a decision cannot be stored', () =>
      this.parts.book.told({ number, characterId }, this.parts.clock.unixMs()),
    );
  }

  entered({ characterId }: Pick<StoredCharacter, 'characterId'>): void {
    this.#present.add(characterId);
    for (const decision of this.#untold.get(characterId) ?? []) this.#tell(decision);
  }

  departed({ characterId }: Pick<StoredCharacter, 'characterId'>): void {
    this.#present.delete(characterId);
  }

  /** Somebody was erased: nothing is told to it, and nothing of it. */
  forget(): Promise<void> {
    return this.#aside('decisions about reports cannot be read', () => this.#learnUntold());
  }

  /** Forgets what is too old; once an hour. */
  tend(): Promise<void> {
    return this.#aside('old reports of players cannot be forgotten', () => this.#forgetOld());
  }

  /** For the admin API, the oldest first. */
  next(limit: number): Promise<readonly BookedReport[]> {
    return this.parts.book.next(limit);
  }

  async handedOver(reportIds: readonly string[]): Promise<void> {
    await this.parts.book.handedOver(reportIds);
    await this.#count();
  }

  /** The admin API will never have it. */
  async givenUp(reportId: string): Promise<void> {
    this.#givenUp++;
    await this.handedOver([reportId]);
  }

  /** What operators decided; answers the ids of those that the API need not tell again. */
  take(decisions: readonly ReceivedDecision[]): Promise<readonly string[]> {
    return this.#inTurn(async () => {
      const own: KeptDecision[] = [];
      const others: string[] = [];
      for (const { reporterName, ...decision } of decisions) {
        if (await this.#isStillOf(decision, reporterName)) own.push(decision);
        else others.push(decision.reportId);
      }
      const kept = await this.parts.book.keep(own, this.parts.clock.unixMs());
      await this.#learnUntold();
      return [...kept, ...others];
    });
  }

  readonly series: readonly MetricSeries[] = [
    {
      name: 'tos_reports_total',
      help: 'Reports of players by what became of them here, and decisions about them that were told.',
      type: 'counter',
      samples: () => [
        { value: this.#stored, labels: { fate: 'stored' } },
        { value: this.#refused, labels: { fate: 'refused' } },
        { value: this.#told, labels: { fate: 'decision_told' } },
        { value: this.#givenUp, labels: { fate: 'given_up' } },
      ],
    },
    {
      name: 'tos_reports_waiting',
      help: 'Reports of players that the admin API does not have yet; 1,000 at most.',
      type: 'gauge',
      samples: () => [{ value: this.#waiting }],
    },
  ];

  /** The name as the store has it: players write names in whatever case. */
  async #file({ reason, text, reporter, target }: CouriedReport): Promise<number> {
    const { book, characters, clock } = this.parts;
    const found = await characters.find(target.name);
    const isSame = found?.characterId === target.characterId && nameKey(found.name) === nameKey(target.name);
    if (!isSame) return 0;
    const named = { ...target, name: found.name };
    return await book.file({ madeAtUnixMs: clock.unixMs(), reason, text, reporter, target: named });
  }

  /** A game file that was put back may have given the number to somebody else, who is told nothing of it. */
  async #isStillOf({ characterId }: KeptDecision, reporterName: string | undefined): Promise<boolean> {
    if (reporterName === undefined) return true;
    return (await this.parts.characters.find(reporterName))?.characterId === characterId;
  }

  async #begin(): Promise<void> {
    try {
      await this.#forgetOld();
    } catch (error) {
      // The next report or decision reads it again.
      this.parts.log.error('reports of players cannot be read', { reason: String(error) });
    }
  }

  async #forgetOld(): Promise<void> {
    await this.parts.book.keep([], this.parts.clock.unixMs());
    await this.#count();
    await this.#learnUntold();
  }

  async #count(): Promise<void> {
    this.#waiting = await this.parts.book.waiting();
  }

  async #learnUntold(): Promise<void> {
    const known = new Set([...this.#untold.values()].flat().map(({ reportId }) => reportId));
    const untold = await this.parts.book.untold();
    this.#untold.clear();
    for (const decision of untold) {
      const own = this.#untold.get(decision.characterId) ?? [];
      own.push(decision);
      this.#untold.set(decision.characterId, own);
      if (!known.has(decision.reportId) && this.#present.has(decision.characterId)) this.#tell(decision);
    }
  }

  #tell({ characterId, number: report, name, reason, outcome, text }: KeptDecision): void {
    this.parts.answers.tell({ characterId, report, name, reason, outcome, text });
  }

  /** Nobody waits for it. */
  async #aside(fault: string, work: () => Promise<void>): Promise<void> {
    try {
      await this.#inTurn(work);
    } catch (error) {
      this.parts.log.error(fault, { reason: String(error) });
    }
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
