// A drain that begins by itself: maintenance that operators plan ahead. Players are told when it is planned, at some steps on the
// way, and from the drain on as with any other. It is noted, so that a server that starts anew still knows, whoever started
// it anew; one that was not there, or was drained by hand, when it should have been over passes over it. Times are of this machine's
// clock.

import {
  drainEnds,
  drainTextBytesMax,
  graceSecondsMax,
  plannedAheadMsMax,
  type CommandAnswer,
  type CommandArguments,
  type DrainEnd,
  type PlannedDrain,
} from '#ports/admin/operations/operator-command.js';
import type { PlanNote } from '#ports/storage/notes/plan-note.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import { applied, refused, type ServerCommand } from './kinds/command-definition.js';
import type { Drain } from './drain.js';
import { maybeSpokenText } from './arguments/spoken-text.js';
import { momentInWords, spanInWords } from './time-in-words.js';

export const plan: ServerCommand<CommandArguments['plan']> = {
  where: 'server',
  read({ atUnixMs, graceSeconds, then, text }) {
    const told = maybeSpokenText(text, drainTextBytesMax);
    const isTime = Number.isSafeInteger(atUnixMs) && (atUnixMs as number) > 0;
    const isGrace =
      Number.isInteger(graceSeconds) &&
      (graceSeconds as number) >= 0 &&
      (graceSeconds as number) <= graceSecondsMax;
    if (!isTime || !isGrace || told === undefined || !drainEnds.includes(then as DrainEnd)) return undefined;
    return {
      ...{ atUnixMs: atUnixMs as number, graceSeconds: graceSeconds as number },
      ...{ then: then as DrainEnd, text: told },
    };
  },
  apply: (server, args) => server.planned.set(args),
};

export const unplan: ServerCommand<CommandArguments['unplan']> = {
  where: 'server',
  read: () => ({}),
  apply: (server) => server.planned.cancel(),
};

/** What is noted, undefined where nothing is. Throws when it cannot be read, or is none that an operator could have made. */
export function requireReadablePlan(note: Pick<PlanNote, 'find' | 'where'>): PlannedDrain | undefined {
  const noted = note.find();
  const found = noted && plan.read({ ...noted });
  if (noted === undefined || found !== undefined) return found;
  throw new Error(
    `${note.where} holds a plan that no operator could have made: a time, and a text of ${drainTextBytesMax} bytes that players can be told; mend it, or delete it: then nothing is planned`,
  );
}

export interface PlannedParts {
  readonly drain: Pick<Drain, 'begin' | 'isClosed'>;
  readonly announce: (text: string) => void;
  /** Players in the world now. */
  readonly players: () => number;
  /** Whoever was told of what is planned should be told again. */
  readonly onChange: () => void;
  readonly note: PlanNote;
  readonly clock: Pick<Clock, 'unixMs'>;
  readonly log: Log;
  /** As `2030-01-31T04:00:00.000Z`. */
  readonly timeInWords: (unixMs: number) => string;
}

/** Players are told when so many seconds are left; the drain goes on from there. */
const remindersS = [86_400, 43_200, 21_600, 10_800, 3_600, 1_800, 900, 600, 300, 120, 60] as const;

/** Whoever is inside has so long, or the grace that was planned, also where the drain begins too late to leave as much. */
const graceSecondsLeast = 60;

/** More than this at once is no time that passed between two looks: the clock was set, or the machine slept. */
const jumpMs = 2_000;

/** What cannot be begun or taken away, on a full disk, is tried again so often: each try is a line of the log. */
const retryEveryMs = 10_000;

const whatHappens: Readonly<Record<DrainEnd, string>> = {
  ...{ stay: 'closes', stop: 'closes' },
  restart: 'starts anew',
};

export class PlannedDrains {
  #plan: PlannedDrain | undefined;
  /** Seconds left when players were told last. */
  #toldS = Infinity;
  #retryAtUnixMs = -Infinity;
  /** When it was looked at last. */
  #seenUnixMs = Infinity;

  constructor(private readonly parts: PlannedParts) {}

  get plan(): PlannedDrain | undefined {
    return this.#plan;
  }

  /** At the start. Throws when what was written down cannot be read. */
  resume(): void {
    const { note, clock, log, timeInWords } = this.parts;
    const found = requireReadablePlan(note);
    if (found === undefined) return;
    const at = timeInWords(found.atUnixMs);
    // No reason not to start: this machine's clock may have lost its time, and gets it back.
    if (found.atUnixMs - clock.unixMs() > plannedAheadMsMax)
      log.warn('a drain is planned for later than operators can plan; is the clock right?', { at });
    if (found.atUnixMs <= clock.unixMs()) {
      log.warn('a drain was planned for when the server was not there; it is passed over', { at });
      this.#forget();
      return;
    }
    this.#begin(found);
    log.info('a drain is planned', { at, then: found.then });
  }

  set(plan: PlannedDrain): CommandAnswer {
    const { note, clock, drain, players, log } = this.parts;
    const aheadMs = plan.atUnixMs - clock.unixMs();
    if (drain.isClosed) return refused('already-draining');
    if (aheadMs <= 0) return refused('too-late');
    if (aheadMs > plannedAheadMsMax) return refused('invalid-arguments');
    try {
      note.keep(plan);
    } catch (error) {
      log.error('what is planned cannot be written down', { path: note.where, reason: String(error) });
      return refused('not-recorded');
    }
    this.#begin(plan);
    this.#tell(aheadMs);
    return applied(players());
  }

  cancel(): CommandAnswer {
    if (this.#plan === undefined) return refused('not-planned');
    if (!this.#forget()) return refused('not-recorded');
    this.parts.announce('What was planned is called off: the server stays open.');
    return applied(this.parts.players());
  }

  /** As often as the drain looks. */
  look(): void {
    if (this.#plan === undefined) return;
    this.#heedJump();
    const { drain, clock } = this.parts;
    const { atUnixMs, graceSeconds } = this.#plan;
    const leftMs = atUnixMs - clock.unixMs();
    // By hand, or because the server ends: what is planned for later stays.
    if (drain.isClosed && leftMs > 0) return;
    if (drain.isClosed || leftMs <= graceSeconds * 1000) this.#tryToBegin(leftMs);
    if (this.#plan === undefined || leftMs <= 0) return;
    const due = remindersS.findLast((seconds) => seconds < this.#toldS && leftMs <= seconds * 1000);
    if (due !== undefined) this.#tell(leftMs);
  }

  #tryToBegin(leftMs: number): void {
    const { drain, clock, log, timeInWords } = this.parts;
    const { atUnixMs, graceSeconds, then, text } = this.#plan!;
    if (clock.unixMs() < this.#retryAtUnixMs) return;
    this.#retryAtUnixMs = clock.unixMs() + retryEveryMs;
    if (drain.isClosed) {
      const is = 'a drain was planned for when the server was closed already; it is passed over';
      if (this.#forget()) log.warn(is, { at: timeInWords(atUnixMs), then });
      return;
    }
    const left = Math.max(Math.ceil(leftMs / 1000), Math.min(graceSeconds, graceSecondsLeast));
    if (drain.begin({ graceSeconds: left, then, text }).outcome === 'applied') this.#forget();
  }

  /** Players have their grace also where the clock leaps over it. */
  #heedJump(): void {
    const nowUnixMs = this.parts.clock.unixMs();
    const graceFromMs = this.#plan!.atUnixMs - this.#plan!.graceSeconds * 1000;
    const hasLeapt = this.#seenUnixMs < graceFromMs && nowUnixMs - graceFromMs > jumpMs;
    this.#seenUnixMs = nowUnixMs;
    if (hasLeapt) this.#plan = { ...this.#plan!, atUnixMs: nowUnixMs + this.#plan!.graceSeconds * 1000 };
  }

  #begin(plan: PlannedDrain): void {
    this.#plan = plan;
    this.#retryAtUnixMs = -Infinity;
    this.#seenUnixMs = this.parts.clock.unixMs();
    // The steps that are over are not told.
    const leftS = (plan.atUnixMs - this.parts.clock.unixMs()) / 1000;
    this.#toldS = remindersS.findLast((seconds) => seconds >= leftS) ?? Infinity;
    this.parts.onChange();
  }

  #tell(leftMs: number): void {
    const { clock, timeInWords, announce } = this.parts;
    const { atUnixMs, then, text } = this.#plan!;
    const exact = Math.round(leftMs / 1000);
    const seconds = exact < 120 ? exact : Math.round(exact / 60) * 60;
    this.#toldS = Math.min(this.#toldS, seconds);
    const when = momentInWords(timeInWords(atUnixMs), timeInWords(clock.unixMs()));
    const left = seconds === 0 ? 'now' : `in ${spanInWords(seconds)}`;
    announce(`The server ${whatHappens[then]} ${when}, ${left}.${text === '' ? '' : ` ${text}`}`);
  }

  /** False where it could not be taken away: the next start finds it, and passes over it or says so again. */
  #forget(): boolean {
    const { note, log, onChange } = this.parts;
    try {
      note.forget();
    } catch (error) {
      log.error('what was planned cannot be taken away', { path: note.where, reason: String(error) });
      return false;
    }
    this.#plan = undefined;
    this.#toldS = Infinity;
    onChange();
    return true;
  }
}
