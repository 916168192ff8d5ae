// A thread of the server: started, known to be ready, watched for its end.

import { Worker, type Transferable } from 'node:worker_threads';

/** Loading code and opening a socket takes a fraction of a second; a machine under load gets time. */
const readyWithinMs = 20_000;

export interface WorkerStartOptions {
  readonly transferList?: readonly Transferable[];
  /** Infinity where it is known to take as long as it takes. */
  readonly readyMs?: number;
}

export class WorkerThread {
  /** Rejects when the thread ends by itself: nothing works without it. */
  readonly failure: Promise<never>;
  private readonly exited: Promise<void>;
  private stopping = false;

  private constructor(
    readonly name: string,
    private readonly worker: Worker,
  ) {
    const exit = Promise.withResolvers<void>();
    const failure = Promise.withResolvers<never>();
    this.exited = exit.promise;
    this.failure = failure.promise;
    // Whoever waits for readiness or failure hears of it; nobody else must.
    this.failure.catch(() => undefined);
    worker.on('error', (cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause);
      failure.reject(new Error(`the ${name} thread failed: ${message}`, { cause }));
    });
    worker.on('exit', (code) => {
      if (!this.stopping) failure.reject(new Error(`the ${name} thread ended by itself (code ${code})`));
      exit.resolve();
    });
  }

  /** Resolves with the thread's first message. Rejects when it fails or says nothing in time. */
  static async start<Ready>(
    name: string,
    file: URL,
    workerData: unknown,
    { transferList = [], readyMs = readyWithinMs }: WorkerStartOptions = {},
  ): Promise<{ thread: WorkerThread; ready: Ready }> {
    const worker = new Worker(file, { workerData, name, transferList: [...transferList] });
    const thread = new WorkerThread(name, worker);
    const ready = new Promise<Ready>((resolve) => worker.once('message', resolve));
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer =
      readyMs === Infinity
        ? undefined
        : setTimeout(() => reject(new Error(`the ${name} thread was not ready in ${readyMs} ms`)), readyMs);
    try {
      return { thread, ready: await Promise.race([ready, thread.failure, late]) };
    } catch (error) {
      await thread.stop(0);
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Bytes used on the thread's JavaScript heap. */
  async heapBytes(): Promise<number> {
    return (await this.worker.getHeapStatistics()).used_heap_size;
  }

  /** The thread was told to end elsewhere; waits for it, and ends it hard after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    const timer = setTimeout(() => void this.worker.terminate(), graceMs);
    await this.exited;
    clearTimeout(timer);
  }
}
