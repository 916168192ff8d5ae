// Emptying a server in good order: nobody new comes in, those inside are told how long they have, then they are sent home
// with their characters saved, and the server ends, starts anew, or stays, closed and empty. Who lost its session may still take it up
// while there is time. Until the server ends it can be taken back. It is noted before it is answered, so that a server that
// dies, or is started again, stays closed until it is opened. One that was to end and is stopped has done so: it opens when
// it is started the next time.

import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import type { CommandAnswer, CommandArguments, DrainEnd } from '#ports/admin/operations/operator-command.js';
import type { CheckResult } from '#ports/system/health-check.js';
import type { DrainNote } from '#ports/storage/notes/drain-note.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { GatewayOrders } from '#ports/threads/gateway-orders.js';
import { applied, refused } from './kinds/command-definition.js';

export interface DrainParts {
  readonly gateways: Pick<GatewayOrders, 'refuseNewcomers' | 'admitReturning' | 'admitAll' | 'endAll'>;
  readonly announce: (text: string) => void;
  /** Players in the world now. */
  readonly players: () => number;
  /** The state changed: whoever was told of it should be told again. */
  readonly onChange: () => void;
  /** The server is empty and is to end, or to start anew. */
  readonly end: (then: Exclude<DrainEnd, 'stay'>) => void;
  readonly note: DrainNote;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly log: Log;
}

/** How often `look` is to be called. */
export const lookEveryMs = 250;
/** Players are told when so many seconds are left. */
const remindersS = [1_800, 900, 600, 300, 120, 60, 30, 10] as const;
/** A server where nobody is waits as long, so that there is a moment to think better of it. */
const emptyWaitMs = 10_000;
/** Characters in a fight stay for up to 20 s after their players (application/door/leave-world). */
const leavingMsMax = 30_000;

const closingWords: Readonly<Record<DrainEnd, string>> = {
  ...{ stay: 'the server is closing', stop: 'the server is closing' },
  restart: 'the server is starting anew; it is back soon',
};

type State = 'open' | 'draining' | 'leaving' | 'empty' | 'ended';

/** For whoever asks whether players are let in. */
const closedReasons: Readonly<Record<Exclude<State, 'open'>, string>> = {
  draining: 'draining: nobody new is let in',
  leaving: 'draining: players are sent home',
  empty: 'drained, and closed until it is opened again',
  ended: 'drained, and ending',
};

export class Drain {
  #state: State = 'open';
  #then: DrainEnd = 'stay';
  #text = '';
  #sinceMs = 0;
  #untilMs = 0;
  /** Seconds left when players were told last. */
  #toldS = Infinity;

  constructor(private readonly parts: DrainParts) {}

  get isClosed(): boolean {
    return this.#state !== 'open';
  }

  /** Whether players are let in. */
  check(): CheckResult {
    return this.#state === 'open' ? { ok: true } : { ok: false, reason: closedReasons[this.#state] };
  }

  /** At the start, with gateways that let nobody in: closed if it was closed, whatever became of the server since. */
  resume(): void {
    const { note, gateways, clock, log } = this.parts;
    const then = note.find();
    if (then === undefined) return;
    if (then === 'restart') {
      // It did, in whatever way.
      this.#noted(() => note.forget());
      gateways.admitAll();
      return;
    }
    this.#sinceMs = clock.nowMs();
    this.#untilMs = this.#sinceMs + (then === 'stop' ? emptyWaitMs : 0);
    this.#then = then;
    this.#toldS = 0;
    gateways.refuseNewcomers();
    const cure = `open it in the console, or delete ${note.where} and start it again`;
    log.warn(`closed, since the server was drained before it ended: ${cure}`, { then });
    this.#enter('draining');
  }

  begin({ graceSeconds, then, text }: CommandArguments['drain']): CommandAnswer {
    if (this.isClosed) return refused('already-draining');
    const { gateways, clock, players, log, note } = this.parts;
    if (!this.#noted(() => note.keep(then))) return refused('not-recorded');
    this.#sinceMs = clock.nowMs();
    this.#untilMs = this.#sinceMs + graceSeconds * 1000;
    this.#then = then;
    this.#text = text;
    gateways.admitReturning();
    this.#tell(graceSeconds);
    log.info('draining: nobody new is let in', { graceSeconds, then, players: players() });
    this.#enter('draining');
    return applied(players());
  }

  reopen(): CommandAnswer {
    if (this.#state === 'open') return refused('not-draining');
    if (this.#state === 'ended') return refused('too-late');
    const { gateways, announce, players, log, note } = this.parts;
    if (!this.#noted(() => note.forget())) return refused('not-recorded');
    gateways.admitAll();
    announce('The server stays open.');
    log.info('the drain was taken back');
    this.#enter('open');
    return applied(players());
  }

  /** The server ends for another reason: nothing is begun, gone on with or taken back any more. */
  giveWay(): void {
    if (this.isClosed && this.#then !== 'stay') this.#noted(() => this.parts.note.forget());
    this.#enter('ended');
  }

  /** Goes on with it, as far as it is time. */
  look(): void {
    const nowMs = this.parts.clock.nowMs();
    if (this.#state === 'draining') this.#wait(nowMs);
    else if (this.#state === 'leaving') this.#leave(nowMs);
  }

  #wait(nowMs: number): void {
    const leftMs = this.#untilMs - nowMs;
    const isDeserted = this.parts.players() === 0 && nowMs - this.#sinceMs >= emptyWaitMs;
    if (leftMs <= 0 || isDeserted) {
      // Whoever is sent home comes back as soon as it may: not here.
      this.parts.gateways.refuseNewcomers();
      this.parts.gateways.endAll(DisconnectReason.shuttingDown, closingWords[this.#then]);
      this.#sinceMs = nowMs;
      this.#enter('leaving');
      return;
    }
    const due = remindersS.findLast((seconds) => seconds < this.#toldS && leftMs <= seconds * 1000);
    if (due !== undefined) this.#tell(due);
  }

  #leave(nowMs: number): void {
    const { players, log, end } = this.parts;
    if (players() > 0 && nowMs - this.#sinceMs < leavingMsMax) return;
    log.info('the server is empty', { then: this.#then });
    if (this.#then === 'stay') {
      this.#enter('empty');
      return;
    }
    const then = this.#then;
    this.giveWay();
    end(then);
  }

  /** Whether it could be written down. What cannot be forgotten is found by the next start, which tells. */
  #noted(write: () => void): boolean {
    try {
      write();
      return true;
    } catch (error) {
      this.parts.log.error('whether the server is drained cannot be written down', {
        path: this.parts.note.where,
        reason: String(error),
      });
      return false;
    }
  }

  #tell(seconds: number): void {
    this.#toldS = seconds;
    const when = seconds === 0 ? 'now' : `in ${inWords(seconds)}`;
    const what = this.#then === 'restart' ? 'starts anew' : 'closes';
    this.parts.announce(`The server ${what} ${when}.${this.#text === '' ? '' : ` ${this.#text}`}`);
  }

  #enter(state: State): void {
    this.#state = state;
    this.parts.onChange();
  }
}

function inWords(seconds: number): string {
  if (seconds >= 120 && seconds % 60 === 0) return `${seconds / 60} minutes`;
  if (seconds === 60) return '1 minute';
  return `${seconds} seconds`;
}
