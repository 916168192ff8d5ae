// Calls of another thread's objects by messages: each is answered with what it returned or threw, in whatever order that
// comes about; they begin in the order in which they were made. Bounded: what is more is refused and counted.

import type { MessagePort } from 'node:worker_threads';
import { fromWire, toWire, type ErrorClasses, type WireError } from './wire-error.js';

/**
 * The type itself where it can be asked of another thread: methods that give a promise. What goes in and out is structured
 * clones. A method may take an AbortSignal, as its last, where the caller has one.
 */
export type AskedAfar<Type> = {
  readonly [Key in keyof Type]: Type[Key] extends (...args: never[]) => Promise<unknown>
    ? Type[Key]
    : 'is no method with a promise, so that no other thread can be asked it';
};

interface CallMessage {
  readonly call: number;
  readonly object: string;
  readonly method: string;
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

type Named<Type> = keyof Type & string;
/** All but the signal. */
type LeadingArguments<Method> = Method extends (...args: [...infer Args, signal?: AbortSignal]) => unknown
  ? Args
  : never;
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

/** `Objects` are those of the other side, by name. */
export class RemoteCalls<Objects extends object> {
  /** Each as it is there, errors included: whatever is asked of it is a call. */
  readonly objects: Objects = byName((object) =>
    byName(
      (method) =>
        (...args: readonly unknown[]) =>
          this.#send(object, method, args),
    ),
  );
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

  /** For a method whose last argument is a signal. Rejects with what it throws there, with the reason, or with a CallError. */
  async abortable<Name extends Named<Objects>, Method extends Named<Objects[Name]>>(
    signal: AbortSignal,
    [object, method]: readonly [Name, Method],
    ...args: LeadingArguments<Objects[Name][Method]>
  ): Promise<Answer<Objects[Name][Method]>> {
    signal.throwIfAborted();
    const answer = this.#send<Answer<Objects[Name][Method]>>(object, method, args, true);
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

  #send<Result>(object: string, method: string, args: readonly unknown[], canAbort = false): Promise<Result> {
    if (this.#ended !== undefined) return Promise.reject(this.#gone());
    if (this.#unanswered.size >= this.options.callsMax) {
      this.refused++;
      return Promise.reject(new CallError('busy', `${this.options.callsMax} calls wait already`));
    }
    const call = ++this.#last;
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    this.#unanswered.set(call, { resolve, reject });
    this.options.port.postMessage({ call, object, method, args, canAbort } satisfies CallMessage);
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

/** What is made for a name the first time that somebody reads it. None is a promise, whoever awaits it. */
function byName<Made extends object>(make: (name: string) => unknown): Made {
  return new Proxy<Record<string, unknown>>(
    {},
    {
      get: (made, name) =>
        typeof name === 'string' && name !== 'then' ? (made[name] ??= make(name)) : undefined,
    },
  ) as Made;
}

/** Answers the calls that come by a port; `before` runs before each. */
export function answerCalls<Objects extends object>(
  port: Pick<MessagePort, 'on' | 'postMessage'>,
  objects: Objects & { readonly [Name in keyof Objects]: AskedAfar<Objects[Name]> },
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
    void answer(port, message, objects as ObjectsByName, signal).finally(() => aborts.delete(call));
  });
}

type ObjectsByName = Readonly<
  Record<string, Readonly<Record<string, (...args: readonly unknown[]) => unknown>>>
>;

async function answer(
  port: Pick<MessagePort, 'postMessage'>,
  { call, object, method, args }: CallMessage,
  objects: ObjectsByName,
  signal: readonly AbortSignal[],
): Promise<void> {
  let message: AnswerMessage;
  try {
    const asked = objects[object];
    if (typeof asked?.[method] !== 'function') throw new Error(`no such call: ${object}.${method}`);
    message = { answer: call, value: await asked[method](...args, ...signal) };
  } catch (error) {
    message = { answer: call, error: toWire(error) };
  }
  port.postMessage(message);
}
