// Brings players' reports to the admin API, some at a time, each until the API has it, and asks by the way what operators
// decided: that goes on being told until this server says that it keeps it. An API that is away costs one request now and then.

import { z } from 'zod';
import { utf8Bytes } from '#domain/vocabulary/bytes/utf8.js';
import { nameBytesMax, ReportOutcome, ReportReason } from '#domain/vocabulary/generated/words.js';
import {
  decisionsAtOnceMax,
  reportTextBytesMax,
  reportsAtOnceMax,
} from '#ports/admin/reports/player-report.js';
import type { BookedReport, KeptDecision } from '#ports/storage/report-book.js';
import type { Log } from '#ports/system/log.js';
import { AdminConversation, type Reply } from './admin-conversation.js';
import type { AdminEndpoint } from './admin-request.js';
import { LookLoop } from './look-loop.js';

/** Whoever keeps reports here. */
export interface ReportKeeper {
  next(limit: number): Promise<readonly BookedReport[]>;
  handedOver(reportIds: readonly string[]): Promise<void>;
  /** The API will never have it. */
  givenUp(reportId: string): Promise<void>;
  /** Answers the ids of those that need not be told again. */
  take(
    decisions: readonly (KeptDecision & { reporterName?: string | undefined })[],
  ): Promise<readonly string[]>;
}

export interface ReportTellerOptions extends AdminEndpoint {
  readonly serverId: string;
  readonly keeper: ReportKeeper;
  readonly log: Log;
  /** In [0, 1), for the jitter of pauses. */
  readonly random?: () => number;
  /** Default 5,000: so long after operators decided it is known here. */
  readonly lookEveryMs?: number;
  /** For one request. Default 5,000. */
  readonly timeoutMs?: number;
}

const lookEveryMsDefault = 5_000;
const timeoutMsDefault = 5_000;

const nameOf = <Words extends Record<string, number>>(words: Words) =>
  new Map<number, string>(Object.entries(words).map(([name, value]) => [value, name]));
const reasonNames = nameOf(ReportReason);

/** As much as a record for the simulation holds. */
const fitting = (bytesMax: number) =>
  z
    .string()
    .max(bytesMax)
    .refine((text) => text.isWellFormed() && utf8Bytes(text) <= bytesMax);

const toldDecision = z
  .object({
    reportId: z.uuid(),
    number: z.int().min(1).max(0xffff_ffff),
    characterId: z.int().min(1).max(0xffff_ffff),
    // An API from before it was told does not say it.
    reporterName: z.string().max(nameBytesMax).optional(),
    targetName: fitting(nameBytesMax),
    reason: z.enum(Object.keys(ReportReason) as [keyof typeof ReportReason]),
    outcome: z.enum(Object.keys(ReportOutcome) as [keyof typeof ReportOutcome]),
    message: fitting(reportTextBytesMax),
  })
  .transform(({ targetName: name, message: text, reason, outcome, ...rest }) => ({
    ...{ ...rest, name, text, reason: ReportReason[reason], outcome: ReportOutcome[outcome] },
  }));

const answered = z.object({
  taken: z.array(z.uuid()).max(reportsAtOnceMax),
  decided: z.array(z.unknown()).max(decisionsAtOnceMax),
});

export class ReportTeller {
  readonly #options: ReportTellerOptions;
  readonly #api: AdminConversation;
  readonly #loop: LookLoop;
  #isUnreadableTold = false;
  /** Behind which decision to ask: of as many as come at once some cannot be read, and would hide those behind them. */
  #after: string | undefined;
  /** An API from before it could be asked refuses it, and all that comes with it. */
  #isAfterRefused = false;
  /** Decisions that are kept here, and of which the API does not know that yet. */
  #kept: readonly string[] = [];

  constructor(options: ReportTellerOptions) {
    this.#options = options;
    this.#api = new AdminConversation(options, quiet(options.log), options.timeoutMs ?? timeoutMsDefault);
    this.#loop = new LookLoop({
      look: () => this.#tellAll(),
      failed: (error) =>
        options.log.error("players' reports cannot be read or written; it is tried again", {
          reason: String(error),
        }),
      everyMs: options.lookEveryMs ?? lookEveryMsDefault,
      random: options.random,
    });
  }

  /** Whenever the API knows this server, also anew. */
  start(): void {
    this.#isAfterRefused = false;
    this.#loop.start();
  }

  /** There is something to tell. */
  lookSoon(): void {
    this.#loop.lookSoon();
  }

  /** Rejects never. */
  async stop(): Promise<void> {
    await this.#loop.stop(() => this.#api.abort());
  }

  /** All there is, some at a time. False when the API did not answer, or takes no more for now. */
  async #tellAll(): Promise<boolean> {
    const { keeper } = this.#options;
    for (;;) {
      const reports = await keeper.next(reportsAtOnceMax);
      const after = this.#after;
      const reply = await this.#ask(reports, after);
      if (reply.outcome === 'given-up') {
        if (after !== undefined) {
          this.#after = undefined;
          this.#isAfterRefused = true;
          continue;
        }
        if (!(await this.#tellAlone(reports))) return false;
        continue;
      }
      if (reply.outcome !== 'delivered') return false;
      const { taken, decided } = reply.body;
      if (taken.length > 0) await keeper.handedOver(taken);
      const readable = this.#readable(decided, after);
      this.#kept = readable.length > 0 ? await keeper.take(readable) : [];
      if (reports.length > 0 && taken.length === 0) return false;
      if (this.#loop.isStopping || (reports.length < reportsAtOnceMax && this.#kept.length === 0))
        return true;
    }
  }

  /** What this version cannot read stays at the API, is passed over, and comes again when all behind it was looked at. */
  #readable(decided: readonly unknown[], after: string | undefined) {
    const read = decided.map((one) => toldDecision.safeParse(one));
    const faults = read.flatMap(({ error }) => error ?? []);
    const [fault] = faults;
    if (fault !== undefined && !this.#isUnreadableTold)
      this.#options.log.error('decisions about reports cannot be read; they stay at the admin API', {
        decisions: faults.length,
        reason: z.prettifyError(fault),
      });
    // Behind others that cannot be read there may be none, which ends nothing.
    this.#isUnreadableTold = fault !== undefined || (after !== undefined && this.#isUnreadableTold);
    const isFull = decided.length === decisionsAtOnceMax;
    this.#after = isFull && fault !== undefined && !this.#isAfterRefused ? lastIdOf(decided) : undefined;
    return read.flatMap(({ success, data }) => (success ? [data] : []));
  }

  /** One that the API refuses would stop all behind it for ever. False when it does not answer, or takes none for now. */
  async #tellAlone(reports: readonly BookedReport[]): Promise<boolean> {
    const { keeper, log } = this.#options;
    let isAny = false;
    for (const report of reports) {
      const { reportId, number } = report;
      const reply = await this.#ask([report]);
      if (reply.outcome === 'given-up') {
        await keeper.givenUp(reportId);
        log.error('the admin API refuses a report of a player, which is dropped', { reportId, number });
      } else if (reply.outcome !== 'delivered') return false;
      // What was decided comes again with the next request.
      else if (reply.body.taken.length > 0) await keeper.handedOver(reply.body.taken);
      else continue;
      isAny = true;
    }
    return isAny;
  }

  async #ask(reports: readonly BookedReport[], after?: string): Promise<Reply<z.infer<typeof answered>>> {
    const path = `servers/${this.#options.serverId}/reports`;
    const body = { reports: reports.map(toldReport), kept: this.#kept, after };
    return this.#api.ask({ method: 'POST', path, body }, answered);
  }
}

/** Of what bears one that is none of this version. */
function lastIdOf(decided: readonly unknown[]): string | undefined {
  const read = decided.map((one) => z.object({ reportId: z.uuid() }).safeParse(one).data);
  return read.findLast((one) => one !== undefined)?.reportId;
}

function toldReport({ reportId, number, madeAtUnixMs, reason, text, reporter, target }: BookedReport) {
  const madeAt = new Date(madeAtUnixMs).toISOString();
  return {
    reportId,
    number,
    madeAt,
    reason: reasonNames.get(reason),
    text,
    reporter: told(reporter),
    target: told(target),
  };
}

function told({ characterId, name: characterName, place, lines, olderLines }: BookedReport['target']) {
  return { characterId, characterName, place, lines, olderLines };
}

/** That the API is away, and back, the other requests to it say. */
function quiet(log: Log): Log {
  const debug = log.debug.bind(log);
  return { debug, info: debug, warn: debug, error: log.error.bind(log) };
}
