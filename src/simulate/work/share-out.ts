// Shares tasks out among worker threads and gathers what becomes of them. A thread that dies is the answer to its task, and
// another one goes on.

import { Worker } from 'node:worker_threads';

export interface SharedWork<Task, Answer> {
  /** The threads' program: answers each task that it is sent with one message. */
  readonly program: URL;
  readonly threads: number;
  readonly tasks: Iterator<Task>;
  settle(this: void, answer: Answer): void;
  /** What is said of a task whose thread died. */
  died(this: void, task: Task, reason: string): Answer;
}

export async function shareOut<Task, Answer>(work: SharedWork<Task, Answer>): Promise<void> {
  await Promise.all(Array.from({ length: work.threads }, () => oneAfterTheOther(work)));
}

async function oneAfterTheOther<Task, Answer>(work: SharedWork<Task, Answer>): Promise<void> {
  let worker: Worker | undefined;
  try {
    for (let next = work.tasks.next(); next.done !== true; next = work.tasks.next()) {
      worker ??= new Worker(work.program);
      const answer = await ask<Task, Answer>(worker, next.value);
      if (answer.kind === 'died') worker = undefined;
      work.settle(answer.kind === 'died' ? work.died(next.value, answer.reason) : answer.answer);
    }
  } finally {
    await worker?.terminate();
  }
}

type Outcome<Answer> =
  { readonly kind: 'answered'; readonly answer: Answer } | { readonly kind: 'died'; readonly reason: string };

function ask<Task, Answer>(worker: Worker, task: Task): Promise<Outcome<Answer>> {
  const { promise, resolve } = Promise.withResolvers<Outcome<Answer>>();
  const died = (cause: unknown) => {
    const reason = cause instanceof Error ? (cause.stack ?? cause.message) : `thread ended: ${String(cause)}`;
    resolve({ kind: 'died', reason });
  };
  worker.once('error', died);
  worker.once('exit', died);
  worker.once('message', (answer: Answer) => {
    worker.off('error', died);
    worker.off('exit', died);
    resolve({ kind: 'answered', answer });
  });
  worker.postMessage(task);
  return promise;
}
