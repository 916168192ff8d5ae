// What keeps the admin API from its database, in words for whoever starts the server.

export class AdminDatabaseError extends Error {
  constructor(
    readonly code:
      'unreachable' | 'bad-address' | 'too-old' | 'busy' | 'lock-lost' | 'silent' | 'not-prepared',
    message: string,
  ) {
    super(message);
  }
}
