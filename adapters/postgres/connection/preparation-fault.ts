// What PostgreSQL says when a database cannot be prepared, in words for whoever starts the server: what it is, which
// setting names it, and what to do.

import { AdminDatabaseError } from './admin-database-error.js';
import { DatabaseSilence } from './database-silence.js';

interface Said {
  /** postgresql.org/docs/18/errcodes-appendix.html */
  readonly code: string;
  readonly message: string;
}

type Cure = (user: string, database: string) => string;

const ownDatabase: Cure = (user, database) =>
  `The database "${database}" holds something else of that name. Give the server a database of its own: ` +
  `create database NAME owner "${user}"`;

const cures: Readonly<Record<string, Cure>> = {
  // read_only_sql_transaction
  '25006': (user) =>
    'It may only be read: it is a standby, or default_transaction_read_only is set. Name the primary, or: ' +
    `alter role "${user}" set default_transaction_read_only = off (for a whole database: alter database …)`,
  // invalid_schema_name
  '3F000': (user) =>
    'No schema of the search_path is there. Make one, or name one that is: ' +
    `alter role "${user}" set search_path = public`,
  // insufficient_privilege
  '42501': (user, database) =>
    `The user "${user}" may not make tables there, or does not own those that are there. ` +
    `Give it the database: alter database "${database}" owner to "${user}"`,
  // duplicate_table, duplicate_object, duplicate_function, and columns that a foreign table of a known name lacks
  '42P07': ownDatabase,
  '42710': ownDatabase,
  '42723': ownDatabase,
  '42703': ownDatabase,
  // query_canceled
  '57014': (user) =>
    'It took longer than it may there. See that nothing holds its tables for long, and what limits the user ' +
    `"${user}" has (select rolconfig from pg_roles)`,
};

const lostCodes = /^(08|57P)/;

/** The network's, and what the driver says of a connection that ended, which bears no code. */
const networkCodes = /^E[A-Z_]{3,}$/;
const endedWords =
  /connection error and is not queryable|Connection terminated|timeout exceeded when trying to connect/i;

/** Undefined when neither PostgreSQL said it nor its connection ended. Without the statement and its values, which may be secret. */
export function preparationFault(error: unknown, url: URL): AdminDatabaseError | undefined {
  const database = decodeURIComponent(url.pathname.slice(1));
  const said = saidBy(error);
  if (said === undefined) return connectionFault(error, database, url.host);
  const cure = cures[said.code]?.(decodeURIComponent(url.username), database);
  const again = lostCodes.test(said.code) ? 'See that it runs on, and start again' : undefined;
  return new AdminDatabaseError(
    'not-prepared',
    `DATABASE_URL: the database "${database}" at ${url.host} could not be prepared ` +
      `(${said.message}, ${said.code}). ${cure ?? again ?? 'Mend that there, and start again'}.`,
  );
}

function connectionFault(error: unknown, database: string, host: string): AdminDatabaseError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof AdminDatabaseError) return undefined;
    if (at instanceof DatabaseSilence) return standsStill(at, database, host);
    const { code, syscall } = at as NodeJS.ErrnoException;
    const isOfNetwork =
      networkCodes.test(String(code)) && /^(?:connect|read|write|getaddrinfo)/.test(String(syscall));
    if (!isOfNetwork && !endedWords.test(at.message)) continue;
    return new AdminDatabaseError(
      'unreachable',
      `DATABASE_URL: the connection to the database "${database}" at ${host} was lost while it was prepared ` +
        `(${at.message}). See that PostgreSQL runs on there and that nothing ends connections, and start again.`,
    );
  }
  return undefined;
}

export function standsStill(
  { message }: DatabaseSilence,
  database: string,
  host: string,
): AdminDatabaseError {
  return new AdminDatabaseError(
    'silent',
    `DATABASE_URL: the database "${database}" at ${host} stands still (${message}). ` +
      'See that PostgreSQL runs on there, and start again.',
  );
}

/** The innermost error that bears PostgreSQL's code and severity; outer ones repeat the statement. */
function saidBy(error: unknown): Said | undefined {
  let said: Said | undefined;
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, severity, message } = at as Error & { code?: unknown; severity?: unknown };
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && typeof severity === 'string')
      said = { code, message: message.slice(message.lastIndexOf(' - ') + 1).replace(/^- /, '') };
  }
  return said;
}
