// Who stores what players report, and decides about it: each is answered in a later tick, one of five could not be stored, and
// every other one that was is decided a second after, whether who reported is there then or not.

import { ReportOutcome } from '#domain/vocabulary/generated/words.js';
import type { Simulation } from '#application/tick/simulation.js';
import type { CouriedReport } from '#ports/threads/report-courier.js';

const outcomes = Object.values(ReportOutcome);
const answerTicks = 5;
const decideTicks = 60;

interface Filed {
  readonly report: CouriedReport;
  readonly number: number;
  readonly atTick: number;
}

export class Operators {
  #filed: Filed[] = [];
  #last = 0;

  take(report: CouriedReport, atTick: number): void {
    const number = report.order % 5 === 0 ? 0 : ++this.#last;
    this.#filed.push({ report, number, atTick });
  }

  /** Between two ticks. */
  answer(simulation: Simulation): void {
    const { tick } = simulation;
    for (const { report, number, atTick } of this.#filed) {
      if (atTick + answerTicks === tick) simulation.tellReportAnswered(report.order, number);
      if (atTick + decideTicks !== tick || number % 2 === 0) continue;
      simulation.tellDecision({
        ...{ characterId: report.reporter.characterId, report: number, name: report.target.name },
        ...{ reason: report.reason, outcome: outcomes[number % outcomes.length]!, text: 'noted' },
      });
    }
    this.#filed = this.#filed.filter(({ atTick }) => atTick + decideTicks > tick);
  }
}
