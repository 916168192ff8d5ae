// Fetches operators' commands from the admin API and brings back what became of them. One request is always under way,
// held by the API until there is a command; it says which commands are here, so that the API hands out again whatever got
// lost, and answers are sent until the API has acknowledged them. What comes twice is taken once.

import { z } from 'zod';
import {
  openCommandsMax,
  type CommandAnswer,
  type DeliveredCommand,
} from '#ports/admin/operations/operator-command.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import { AdminConversation } from './admin-conversation.js';
import type { AdminEndpoint } from './admin-request.js';
import { retryPauseMs } from './retry-pause.js';

export interface CommandChannelOptions extends AdminEndpoint {
  readonly serverId: string;
  /** Applies a command, unless `notAfterMs` (on `clock.nowMs`) has passed. Rejects never. */
  readonly take: (command: DeliveredCommand, notAfterMs: number) => Promise<CommandAnswer>;
  readonly clock: Clock;
  readonly log: Log;
  /** In [0, 1), for the jitter of pauses. */
  readonly random?: () => number;
  /** How long a request may be held; default 10. A connection that died unnoticed is given up a little later. */
  readonly waitSeconds?: number;
}

const answerMsMax = 3_000;
/** Commands live for half a minute: an API that is back is to be found within that. */
const pauseMsMax = 4_000;
/** An API that holds no requests is not asked without a pause. */
const emptyPauseMs = 1_000;
const heldAtLeastMs = 500;

const fetched = z.object({
  heldMs: z.number().min(0),
  commands: z
    .array(
      z.object({
        id: z.uuid(),
        kind: z.string().max(64),
        args: z.unknown(),
        withinMs: z.number().max(3.6e6),
      }),
    )
    .max(openCommandsMax),
});

export class CommandChannel {
  readonly #options: CommandChannelOptions;
  readonly #fetching: AdminConversation;
  readonly #answering: AdminConversation;
  /** What is here: undefined while it is being worked on, then its answer, until that was acknowledged. */
  readonly #here = new Map<string, CommandAnswer | undefined>();
  readonly #loops: Promise<void>[] = [];
  readonly #stop = new AbortController();
  #wakeAnswering: (() => void) | undefined;

  constructor(options: CommandChannelOptions) {
    this.#options = options;
    const waitMs = (options.waitSeconds ?? 10) * 1_000;
    const log = quiet(options.log);
    this.#fetching = new AdminConversation(options, log, waitMs + answerMsMax);
    this.#answering = new AdminConversation(options, log, answerMsMax);
  }

  start(): void {
    if (this.#loops.length === 0) this.#loops.push(this.#fetch(), this.#answer());
  }

  /** Tries for `graceMs` to tell what became of what is here. Rejects never. */
  async stop(graceMs = 500): Promise<void> {
    const untilMs = this.#options.clock.nowMs() + graceMs;
    this.#stop.abort();
    this.#fetching.abort();
    this.#wakeAnswering?.();
    const timer = setTimeout(
      () => this.#answering.abort(),
      Math.max(0, untilMs - this.#options.clock.nowMs()),
    );
    await Promise.all(this.#loops);
    clearTimeout(timer);
  }

  async #fetch(): Promise<void> {
    const { clock, serverId, waitSeconds = 10 } = this.#options;
    while (!this.#isStopping) {
      const sentMs = clock.nowMs();
      const body = { known: [...this.#here.keys()], waitSeconds };
      const path = `servers/${serverId}/commands/fetch`;
      const reply = await this.#fetching.ask({ method: 'POST', path, body }, fetched);
      if (reply.outcome !== 'delivered') {
        await this.#pause(this.#pauseMs(this.#fetching.failures));
        continue;
      }
      const { heldMs, commands } = reply.body;
      for (const command of commands) {
        // The API read its clock when it had held the request for that long, not before: later than this it never means.
        this.#take(command as DeliveredCommand, sentMs + heldMs + command.withinMs);
      }
      if (commands.length === 0 && clock.nowMs() - sentMs < heldAtLeastMs) await this.#pause(emptyPauseMs);
    }
  }

  #take(command: DeliveredCommand, notAfterMs: number): void {
    const { id } = command;
    if (this.#here.has(id) || this.#here.size >= openCommandsMax) return;
    this.#here.set(id, undefined);
    void this.#options.take(command, notAfterMs).then((answer) => {
      this.#here.set(id, answer);
      this.#wakeAnswering?.();
    });
  }

  async #answer(): Promise<void> {
    const { serverId } = this.#options;
    const path = `servers/${serverId}/commands/answers`;
    for (;;) {
      const answers = this.#answers();
      if (answers.length === 0) {
        if (this.#isStopping) return;
        await new Promise<void>((resolve) => (this.#wakeAnswering = resolve));
        continue;
      }
      const reply = await this.#answering.ask({ method: 'POST', path, body: { answers } }, z.unknown());
      if (reply.outcome === 'delivered' || reply.outcome === 'given-up') {
        for (const { id } of answers) this.#here.delete(id);
      } else if (this.#isStopping) return;
      else await this.#pause(this.#pauseMs(this.#answering.failures));
    }
  }

  /** Those that can be told in one request: only one of them with a document. */
  #answers(): ({ readonly id: string } & CommandAnswer)[] {
    const all = [...this.#here].flatMap(([id, answer]) => (answer === undefined ? [] : [{ id, ...answer }]));
    const first = all.find((answer) => 'document' in answer);
    return all.filter((answer) => answer === first || !('document' in answer));
  }

  get #isStopping(): boolean {
    return this.#stop.signal.aborted;
  }

  #pauseMs(failures: number): number {
    return Math.min(pauseMsMax, retryPauseMs(Math.max(1, failures), this.#options.random ?? Math.random));
  }

  /** Until the stop at most. */
  async #pause(ms: number): Promise<void> {
    const { signal } = this.#stop;
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    });
  }
}

/** That the API is away, and back, the other requests to it say. */
function quiet(log: Log): Log {
  const debug = log.debug.bind(log);
  return { debug, info: debug, warn: debug, error: log.error.bind(log) };
}
