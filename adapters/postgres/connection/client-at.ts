// A client for an address that an operator wrote, with what is wrong in it told by the setting's name.

import { encryptionAsked } from './own-settings.js';
import pg from 'pg';
import { AdminDatabaseError } from './admin-database-error.js';

const loopback = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const encryption = ['sslmode', 'ssl', 'sslnegotiation', 'sslrootcert', 'sslcert', 'sslkey'];

/** Not connected yet. */
export function clientAt(url: string, config: pg.ClientConfig): pg.Client {
  refuseUnsaidEncryption(url);
  let client: pg.Client;
  try {
    // Reads the files that the address names.
    client = new pg.Client({ ...config, connectionString: url });
  } catch (error) {
    throw new AdminDatabaseError(
      'bad-address',
      `DATABASE_URL: what it says of the connection cannot be used (${(error as Error).message})`,
    );
  }
  // What is under way is told of a loss; between two queries nobody else would be, and the process would end.
  client.on('error', () => undefined);
  return client;
}

/** Who set PGSSLMODE would otherwise go on in the clear, and not know. Within this machine nobody listens. */
function refuseUnsaidEncryption(url: string): void {
  if (encryptionAsked === undefined) return;
  const parsed = URL.parse(url);
  if (!parsed || loopback.test(parsed.hostname)) return;
  if (encryption.some((name) => parsed.searchParams.has(name))) return;
  throw new AdminDatabaseError(
    'bad-address',
    `PGSSLMODE=${encryptionAsked} is not read: say in DATABASE_URL how to connect, ` +
      `with ?sslmode=${encryptionAsked} or ?sslmode=disable`,
  );
}
