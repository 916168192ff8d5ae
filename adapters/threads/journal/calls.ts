// Calls from one thread to another by messages: each is answered with what it returned or threw, in whatever order that
// comes about; they begin in the order in which they were made. Bounded: what is more is refused and counted.

import type { MessagePort } from 'node:worker_threads';
import { fromWire, toWire, type ErrorClasses, type WireError } from './wire-error.js';

/** By name; what goes in and out is structured clones. A method may take an AbortSignal, as its last, where the caller has one. */
export type CallTable = Readonly<Record<string, (...args: never[]) => unknown>>;

interface CallMessage {
  readonly call: number;
  readonly name: string;
  readonly args: readonly unknown[];
  readonly canAbort: boolean;
}

interface AbortMessage {
  readonly abort: number;
  readonly reason: WireError;
}

interface AnswerMessage {
  readonly answer: number;
  readonly value?: unknown;
  readonly error?: WireError;
}

export interface RemoteCallsOptions {
  readonly port: Pick<MessagePort, 'on' | 'postMessage' | 'close'>;
  readonly errors: ErrorClasses;
  /** Calls that may be unanswered. */
  readonly callsMax: number;
}

interface Unanswered {
  resolve(value: never): void;
  reject(error: Error): void;
}

type Arguments<Method> = Method extends (...args: infer Args) => unknown ? Args : never;
type Answer<Method> = Method extends (...args: never[]) => infer Result ? Awaited<Result> : never;

/** A call was refused, because too many wait or because the other side has ended. Nothing of it was done. */
export class CallError extends Error {
  override readonly name = 'CallError';

  constructor(
    readonly code: 'busy' | 'ended',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export class RemoteCalls<Calls extends object> {
  /** Calls refused because too many waited. */
  refused = 0;
  readonly #unanswered = new Map<number, Unanswered>();
  #last = 0;
  #ended: unknown;

  constructor(private readonly options: RemoteCallsOptions) {
    options.port.on('message', (message: AnswerMessage) => {
      if ('answer' in message) this.#settle(message);
    });
  }

  get waiting(): number {
    return this.#unanswered.size;
  }

  /** Rejects with what the method throws there, or with a CallError. */
  call<Name extends keyof Calls & string>(
    name: Name,
    ...args: Arguments<Calls[Name]>
  ): Promise<Answer<Calls[Name]>> {
    return this.#send(name, args);
  }

  /** The same for a method whose last argument is a signal. */
  async abortable<Name extends keyof Calls & string>(
    signal: AbortSignal,
    name: Name,
    ...args: readonly unknown[]
  ): Promise<Answer<Calls[Name]>> {
    signal.throwIfAborted();
    const answer = this.#send<Answer<Calls[Name]>>(name, args, true);
    const abort = this.#last;
    const onAbort = (): void =>
      this.options.port.postMessage({ abort, reason: toWire(signal.reason) } satisfies AbortMessage);
    signal.addEventListener('abort', onAbort);
    try {
      return await answer;
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  /** The other side has ended: nothing is answered any more. */
  end(reason: unknown): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    for (const { reject } of this.#unanswered.values()) reject(this.#gone());
    this.#unanswered.clear();
    this.options.port.close();
  }

  #send<Result>(name: string, args: readonly unknown[], canAbort = false): Promise<Result> {
    if (this.#ended !== undefined) return Promise.reject(this.#gone());
    if (this.#unanswered.size >= this.options.callsMax) {
      this.refused++;
      return Promise.reject(new CallError('busy', `${this.options.callsMax} calls wait already`));
    }
    const call = ++this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#unanswered.set(call, { resolve, reject });
    this.options.port.postMessage({ call, name, args, canAbort } satisfies CallMessage);
    return promise;
  }

  #settle({ answer, value, error }: AnswerMessage): void {
    const waiting = this.#unanswered.get(answer);
    if (waiting === undefined) return;
    this.#unanswered.delete(answer);
    if (error === undefined) waiting.resolve(value as never);
    else waiting.reject(fromWire(error, this.options.errors));
  }

  #gone(): CallError {
    const reason = this.#ended instanceof Error ? this.#ended.message : String(this.#ended);
    return new CallError('ended', reason, { cause: this.#ended });
  }
}

/** Answers the calls that come by a port; `before` runs before each. */
export function answerCalls(
  port: Pick<MessagePort, 'on' | 'postMessage'>,
  table: CallTable,
  before: () => void = () => undefined,
): void {
  const aborts = new Map<number, AbortController>();
  port.on('message', (message: CallMessage | AbortMessage) => {
    if ('abort' in message) {
      aborts.get(message.abort)?.abort(fromWire(message.reason, {}));
      return;
    }
    before();
    const { call, canAbort } = message;
    const controller = new AbortController();
    if (canAbort) aborts.set(call, controller);
    const signal = canAbort ? [controller.signal] : [];
    void answer(port, message, table, signal).finally(() => aborts.delete(call));
  });
}

async function answer(
  port: Pick<MessagePort, 'postMessage'>,
  { call, name, args }: CallMessage,
  table: CallTable,
  signal: readonly AbortSignal[],
): Promise<void> {
  let message: AnswerMessage;
  try {
    const method = table[name];
    if (method === undefined) throw new Error(`no such call: ${name}`);
    message = { answer: call, value: await method(...([...args, ...signal] as never[])) };
  } catch (error) {
    message = { answer: call, error: toWire(error) };
  }
  port.postMessage(message);
}
