// Asks the admin API now and again which sanctions changed since its mark, so that what was imposed or lifted while this
// server, or the way to it, was away comes all the same, and a game file that was put back to an earlier time is put right.
// Told in pages; what is told as a whole counts when it is complete. What a command changed meanwhile is asked for anew.

import { z } from 'zod';
import {
  sanctionChangesMax,
  sanctionKinds,
  sanctionMessageBytesMax,
  sanctionSecondsMax,
  sanctionsOfServerMax,
  type ToldChanges,
  type ToldSanction,
} from '#ports/admin/players/sanction.js';
import type { Log } from '#ports/system/log.js';
import { AdminConversation } from './admin-conversation.js';
import type { AdminEndpoint } from './admin-request.js';
import { LookLoop } from './look-loop.js';

/** Whoever keeps what is told here. */
export interface SanctionTaker {
  /** Of what it has; null for none. */
  mark(): Promise<string | null>;
  /** How many commands about sanctions it has had. */
  readonly commands: number;
  /** False when it had a command since there were `commandsThen`: what was told may be older than that. */
  take(changes: ToldChanges, commandsThen: number): Promise<boolean>;
}

export interface SanctionFetcherOptions extends AdminEndpoint {
  readonly serverId: string;
  readonly taker: SanctionTaker;
  readonly log: Log;
  /** In [0, 1), for the jitter of pauses. */
  readonly random?: () => number;
  /** Default 5,000: so long after the API is back, or has lost a command, it holds here. */
  readonly lookEveryMs?: number;
  /** For one request. Default 3,000. */
  readonly timeoutMs?: number;
}

const lookEveryMsDefault = 5_000;
const timeoutMsDefault = 3_000;

const toldSanction = z.object({
  sanctionId: z.uuid(),
  measure: z.enum(sanctionKinds),
  characterId: z.int().min(1),
  characterName: z.string().max(24),
  accountId: z.guid(),
  secondsLeft: z.int().min(0).max(sanctionSecondsMax),
  message: z.string().max(sanctionMessageBytesMax),
});

const told = z.object({
  isWhole: z.boolean(),
  sanctions: z.array(toldSanction).max(sanctionChangesMax),
  over: z.array(z.uuid()).max(sanctionChangesMax),
  mark: z.uuid().nullable(),
  more: z.boolean(),
});

const page = told.transform(({ sanctions, ...rest }) => ({
  ...rest,
  sanctions: sanctions.map(({ characterName: name, ...one }) => ({ ...one, name })),
}));

export class SanctionFetcher {
  readonly #options: SanctionFetcherOptions;
  readonly #api: AdminConversation;
  readonly #loop: LookLoop;

  constructor(options: SanctionFetcherOptions) {
    this.#options = options;
    this.#api = new AdminConversation(options, quiet(options.log), options.timeoutMs ?? timeoutMsDefault);
    this.#loop = new LookLoop({
      look: () => this.#look(),
      failed: (error) =>
        options.log.error('sanctions that the admin API told cannot be kept; it is tried again', {
          reason: String(error),
        }),
      everyMs: options.lookEveryMs ?? lookEveryMsDefault,
      random: options.random,
    });
  }

  /** Whenever the API knows this server, also anew. */
  start(): void {
    this.#loop.start();
  }

  /** So that the API hears that what a command brought is here. */
  lookSoon(): void {
    this.#loop.lookSoon();
  }

  /** Rejects never. */
  async stop(): Promise<void> {
    await this.#loop.stop(() => this.#api.abort());
  }

  /** All that changed, page by page. False when the API did not answer. */
  async #look(): Promise<boolean> {
    const { taker } = this.#options;
    const commandsThen = taker.commands;
    let mark = await taker.mark();
    let whole: { readonly sanctions: Map<string, ToldSanction> } | undefined;
    for (;;) {
      const page = await this.#ask(mark);
      if (page === undefined) return false;
      const { isWhole, sanctions, over, more } = page;
      mark = page.mark;
      if (isWhole) whole = { sanctions: new Map() };
      if (whole === undefined) {
        if (!(await taker.take({ isWhole, sanctions, over, mark }, commandsThen))) return true;
      } else {
        for (const id of over) whole.sanctions.delete(id);
        for (const one of sanctions) whole.sanctions.set(one.sanctionId, one);
        if (whole.sanctions.size > sanctionsOfServerMax)
          throw new Error('more sanctions than one server has');
        const all = { isWhole: true, sanctions: [...whole.sanctions.values()], over: [], mark };
        if (!more) await taker.take(all, commandsThen);
      }
      if (!more) return true;
    }
  }

  async #ask(mark: string | null): Promise<z.infer<typeof page> | undefined> {
    const path = `servers/${this.#options.serverId}/sanctions/fetch`;
    const reply = await this.#api.ask({ method: 'POST', path, body: { mark } }, page);
    return reply.outcome === 'delivered' ? reply.body : undefined;
  }
}

/** That the API is away, and back, the other requests to it say. */
function quiet(log: Log): Log {
  const debug = log.debug.bind(log);
  return { debug, info: debug, warn: debug, error: log.error.bind(log) };
}
