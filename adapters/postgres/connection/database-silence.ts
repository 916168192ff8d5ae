// That a database did not answer in time.

/** Told apart from other failures by its code, like those of the network. */
export class DatabaseSilence extends Error {
  readonly code = 'ETIMEDOUT';

  constructor(ms: number) {
    super(`the database did not answer within ${ms} ms`);
  }
}
