// Requests to the admin API, one at a time, and what their outcomes mean for whoever asks: delivered, try again later,
// register first, or give it up. Keeps count of failures and tells the log of changes, not of each try.

import type { z } from 'zod';

import type { Log } from '#ports/system/log.js';

import { askAdmin, type AdminAnswer, type AdminEndpoint, type AdminRequest } from './admin-request.js';

export type Reply<Body> =
  | { readonly outcome: 'delivered'; readonly body: Body }
  /** The API never takes this body: it would stop all that comes after it, so it is dropped. */
  | { readonly outcome: 'given-up' }
  /** Not delivered; pause, then try again. */
  | { readonly outcome: 'kept' }
  /** The API does not know this server, or not its token. */
  | { readonly outcome: 'unknown' };

type Refusal = Extract<AdminAnswer, { kind: 'refused' }>;

export class AdminConversation {
  /** Requests in a row that came to nothing. */
  failures = 0;
  /** Bodies that the API never takes, since the start: a fault of ours or of its version. */
  givenUp = 0;
  readonly #endpoint: AdminEndpoint;
  readonly #log: Log;
  readonly #timeoutMs: number;
  #token: string;
  #refusal: string | undefined;
  #inFlight: AbortController | undefined;
  #aborted = false;

  constructor(endpoint: AdminEndpoint, log: Log, timeoutMs: number) {
    this.#endpoint = endpoint;
    this.#token = endpoint.token;
    this.#log = log;
    this.#timeoutMs = timeoutMs;
  }

  /** In words why the API will not have this server, until it has it. Who cannot be reached refuses nobody. */
  get refusal(): string | undefined {
    return this.#refusal;
  }

  get aborted(): boolean {
    return this.#aborted;
  }

  /**
   * `shape` is what the answer's body must look like. Resolves in at most the time-out, at once after `abort`. A request that
   * only leads to another (`isPreface`) ends no failure and no refusal: whether this server is wanted, the other one says.
   */
  async ask<Body>(
    request: AdminRequest,
    shape: z.ZodType<Body>,
    { isPreface = false } = {},
  ): Promise<Reply<Body>> {
    if (this.#aborted) return { outcome: 'kept' };
    const controller = new AbortController();
    this.#inFlight = controller;
    const timer = setTimeout(() => controller.abort(new Error('no answer in time')), this.#timeoutMs);
    const endpoint = { baseUrl: this.#endpoint.baseUrl, token: this.#token };
    const answer = await askAdmin(endpoint, request, controller.signal);
    clearTimeout(timer);
    this.#inFlight = undefined;
    if (answer.kind === 'refused') return this.#refused(answer, request);
    if (answer.kind === 'unreachable') {
      this.#refusal = undefined;
      return this.#unreachable({ reason: answer.reason });
    }
    const { success, data } = shape.safeParse(answer.body);
    if (!success) return this.#unreachable({ reason: `${request.path} was not answered by an admin API` });
    if (!isPreface) {
      this.failures = 0;
      this.#refusal = undefined;
    }
    return { outcome: 'delivered', body: data };
  }

  /** Ends the request under way, and every later one before it begins. */
  abort(): void {
    this.#aborted = true;
    this.#inFlight?.abort(new Error('stopped'));
  }

  async #refused(refusal: Refusal, { method, path }: AdminRequest): Promise<Reply<never>> {
    const { status, code, message } = refusal;
    const why = { path, status, code, reason: message };
    if (status >= 500 || status === 408 || status === 429) return this.#unreachable(why);
    if (status === 404) return this.#unknown(why);
    const isItself = method === 'PUT' && (status === 400 || status === 409);
    if (status === 401 || status === 403 || isItself) {
      this.#refusal = `${code}: ${message}`;
      if (!isItself || code === 'token-of-another-server') await this.#rereadToken();
      return this.#unknown(why);
    }
    this.givenUp += 1;
    // Told at the 1st, 2nd, 4th, 8th … time.
    if ((this.givenUp & (this.givenUp - 1)) === 0) {
      this.#log.error('the admin API refused a report', { ...why, refusedSoFar: this.givenUp });
    }
    return { outcome: 'given-up' };
  }

  #unknown(why: Readonly<Record<string, unknown>>): Reply<never> {
    this.failures += 1;
    if (this.failures === 1) this.#log.warn('the admin API does not know this server', why);
    return { outcome: 'unknown' };
  }

  /** The next try is made with what is there now. */
  async #rereadToken(): Promise<void> {
    try {
      const token = await this.#endpoint.rereadToken?.();
      if (token === undefined || token === this.#token) return;
      this.#token = token;
      this.#log.info('the token for the admin API was replaced; trying again with the new one');
    } catch (error) {
      this.#log.warn('the token for the admin API cannot be read', { reason: String(error) });
    }
  }

  #unreachable(why: Readonly<Record<string, unknown>>): Reply<never> {
    this.failures += 1;
    if (this.failures === 1 && !this.#aborted) {
      const url = this.#endpoint.baseUrl;
      this.#log.warn('the admin API cannot be reached; trying again until it can', { url, ...why });
    }
    return { outcome: 'kept' };
  }
}
