// Tells the admin API's player directory what is stored of characters, from the outbox in the game file: a batch at a time,
// each until the API has committed it. An API that is away costs one request now and then and no memory. Where the API
// knows another past than the game file (one of both was put back to an earlier time, or copied), all is told again.

import { z } from 'zod';
import { batchMax, type DirectoryBatch } from '#ports/admin/players/directory-batch.js';
import type { DirectoryOutbox } from '#ports/storage/characters/directory-outbox.js';
import type { ErasedCharacter } from '#ports/admin/players/erased-character.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import { AdminConversation } from './admin-conversation.js';
import type { AdminEndpoint } from './admin-request.js';
import type { DirectoryFigures } from './directory-figures.js';
import { retryPauseMs } from './retry-pause.js';

export interface DirectoryTellerOptions extends AdminEndpoint {
  readonly serverId: string;
  readonly outbox: DirectoryOutbox;
  readonly figures: DirectoryFigures;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Told whom of those that were told this server erased once, by its own receipts, before that batch counts as told. What
   * else the API says is nobody's order: whoever has this server's token could have told it.
   */
  readonly onErased?: (erased: readonly ErasedCharacter[]) => Promise<void>;
  readonly receipts: Receipts;
  /** In [0, 1), for the jitter of pauses. */
  readonly random?: () => number;
  /** For one request. Default 10,000: a batch is a transaction of 500 rows. */
  readonly timeoutMs?: number;
  /** Who did nothing but play is told so often. Default 60,000. */
  readonly restMs?: number;
  /** How often it is looked whether there is something to tell. Default 500. */
  readonly lookEveryMs?: number;
}

/** By what this server knows again whom it erased (adapters/server-proof/erasure-receipts). */
export interface Receipts {
  of(erased: ErasedCharacter): string;
  isOwn(erased: ErasedCharacter): boolean;
}

const restMsDefault = 60_000;
const lookEveryMsDefault = 500;
const timeoutMsDefault = 10_000;

const erasedCharacter = z.object({ characterId: z.int(), createdAtUnixMs: z.int(), receipt: z.string() });
/** An API of before knows no receipts. */
const answered = z.object({ taken: z.boolean(), eraseAgain: z.array(erasedCharacter).default([]) });

export class DirectoryTeller {
  readonly #options: DirectoryTellerOptions;
  readonly #api: AdminConversation;
  #running: Promise<void> | undefined;
  #isStopping = false;
  #wake: (() => void) | undefined;
  /** In a row: of the API, of the outbox, and tellings that had to begin anew. */
  #failures = 0;
  #outboxFault: string | undefined;
  /** How often the API was found to know this server; and which of these times it has answered a batch since. */
  #known = 0;
  #greeted = 0;

  constructor(options: DirectoryTellerOptions) {
    this.#options = options;
    this.#api = new AdminConversation(options, quiet(options.log), options.timeoutMs ?? timeoutMsDefault);
  }

  /**
   * Whenever the API knows this server, also anew: a file that was put back, or a directory that forgot the server with
   * all who are on it, is noticed then though nobody plays.
   */
  start(): void {
    this.#known += 1;
    this.#running ??= this.#run();
  }

  /** Tells for `graceMs` what is left to tell. Rejects never. */
  async stop(graceMs = 1_000): Promise<void> {
    this.#isStopping = true;
    this.#wake?.();
    const timer = setTimeout(() => this.#api.abort(), graceMs);
    await this.#running;
    clearTimeout(timer);
    this.#api.abort();
  }

  async #run(): Promise<void> {
    const { lookEveryMs = lookEveryMsDefault, random = Math.random } = this.#options;
    for (;;) {
      const isStopping = this.#isStopping;
      const step = await this.#step().catch((error: unknown) => this.#outboxFailed(error));
      if (step === 'failed') {
        this.#failures += 1;
        if (isStopping) return;
        await this.#pause(retryPauseMs(this.#failures, random));
        continue;
      }
      this.#failures = 0;
      if (step === 'more') continue;
      if (isStopping && step === 'nothing') return;
      // At the end once more, and then for those, too, who wait.
      if (!this.#isStopping) await this.#pause(lookEveryMs);
    }
  }

  /** One batch. `more`: another one waits, as far as can be seen. */
  async #step(): Promise<'more' | 'told' | 'nothing' | 'failed'> {
    const { outbox, clock, figures, restMs = restMsDefault } = this.#options;
    const restingSinceUnixMs = this.#isStopping ? Infinity : clock.unixMs() - restMs;
    const known = this.#known;
    const isGreeting = this.#greeted < known && !this.#isStopping;
    const batch = await outbox.next({ limit: batchMax, restingSinceUnixMs, isGreeting });
    figures.look(await outbox.figures(), clock.unixMs());
    this.#outboxWorks();
    if (batch === undefined) return 'nothing';
    const answer = await this.#tell(batch);
    if (answer === undefined) {
      figures.failed += 1;
      return 'failed';
    }
    this.#greeted = known;
    await this.#options.onErased?.(this.#ownAmong(answer.eraseAgain));
    if (!answer.taken) return this.#startOver(batch);
    await outbox.acknowledged(batch.mark, clock.unixMs());
    figures.taken += 1;
    const told = batch.characters.length + batch.gone.length;
    figures.characters += told;
    return told >= batchMax ? 'more' : 'told';
  }

  async #tell(batch: DirectoryBatch): Promise<z.infer<typeof answered> | undefined> {
    const characters = batch.characters.map(({ name, ...rest }) => ({ ...rest, characterName: name }));
    const { serverId, receipts } = this.#options;
    const path = `servers/${serverId}/directory`;
    const erased = (batch.erased ?? []).map((one) => ({ ...one, receipt: receipts.of(one) }));
    const request = { method: 'POST', path, body: { ...batch, characters, erased } } as const;
    const reply = await this.#api.ask(request, answered);
    return reply.outcome === 'delivered' ? reply.body : undefined;
  }

  #ownAmong(told: readonly ErasedCharacter[]): ErasedCharacter[] {
    const { receipts, figures, log } = this.#options;
    const own = told.filter((one) => receipts.isOwn(one));
    const foreign = told.length - own.length;
    if (foreign > 0 && figures.foreignErasures === 0)
      log.warn(
        'the admin API was told of characters as erased that this server never erased, and they stay: somebody else may have ' +
          "this server's token, or it had another key then",
        { characters: foreign },
      );
    figures.foreignErasures += foreign;
    return own;
  }

  /** Counts as a failure: two servers with one identity would do nothing else. */
  async #startOver({ telling, number }: DirectoryBatch): Promise<'failed'> {
    const { outbox, log, figures } = this.#options;
    log.warn(
      'the player directory knows another past of this server: one of both was put back to an earlier time or copied; ' +
        'all characters are told again',
      { telling, number },
    );
    figures.refused += 1;
    await outbox.startOver();
    return 'failed';
  }

  /** Nothing is lost: what cannot be read or written now is tried again. */
  #outboxFailed(error: unknown): 'failed' {
    const reason = String(error);
    if (this.#outboxFault === undefined)
      this.#options.log.error('what the player directory is to be told cannot be read', { reason });
    this.#outboxFault = reason;
    this.#options.figures.failed += 1;
    return 'failed';
  }

  #outboxWorks(): void {
    if (this.#outboxFault === undefined) return;
    this.#outboxFault = undefined;
    this.#options.log.info('what the player directory is to be told can be read again');
  }

  async #pause(ms: number): Promise<void> {
    if (this.#isStopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = undefined;
  }
}

/** That the API is away, and back, the other requests to it say. */
function quiet(log: Log): Log {
  const debug = log.debug.bind(log);
  return { debug, info: debug, warn: debug, error: log.error.bind(log) };
}
