// What can go wrong with the embedded PostgreSQL, in words for whoever starts the server.

export type EmbeddedPostgresFault =
  /** There is no PostgreSQL for this platform, or its package is not installed. */
  | 'no-binaries'
  /** Started as root, and there is no other user to run PostgreSQL as. */
  | 'no-user'
  | 'init-failed'
  | 'start-failed'
  /** Another running server has this data folder. */
  | 'in-use'
  /** Running as root, where the user that PostgreSQL runs as cannot go. */
  | 'unreachable'
  /** The files are another user's. */
  | 'not-ours'
  /** The cluster is where another data folder took it. */
  | 'taken'
  /** Files of the cluster are missing. */
  | 'damaged'
  /** A PostgreSQL on this data lives and says nothing. */
  | 'no-answer'
  /** The data was written by another major version. */
  | 'other-version';

export class EmbeddedPostgresError extends Error {
  constructor(
    readonly code: EmbeddedPostgresFault,
    message: string,
  ) {
    super(message);
  }
}
