// Whatever ends this process without an orderly stop: PostgreSQL is told to end by itself.

import type { EmbeddedPostgres } from './embedded-postgres.js';

/** Answers how to let go of it, once it was stopped. */
export function endWithThisProcess(postgres: Pick<EmbeddedPostgres, 'pid'>): () => void {
  const endToo = (): void => end(postgres.pid);
  process.once('exit', endToo);
  return () => void process.off('exit', endToo);
}

/** Its fast shutdown (postgresql.org/docs/18/server-shutdown.html), which nobody can wait for here. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It is gone already, which is what was wanted.
  }
}
