// DATABASE_URL says everything about a connection, and the embedded PostgreSQL gets all from us. Variables of others would
// have a say silently: libpq's (PG*) in PostgreSQL's programs and wherever the driver is told nothing, the driver's own
// (NODE_PG_*), and those of the ORM (MIKRO_ORM_*), which go before the address that it is given. None can be told not to
// read them, and a pool reads them late: so they are taken out of this process's environment, before the driver is loaded.
// Import this module ahead of it.

const foreign = /^(?:PG|NODE_PG_|MIKRO_ORM_)/;

/** Undefined unless the environment asked for encryption, in a way that the driver knows. */
export const encryptionAsked = /^(?:prefer|require|verify-ca|verify-full|no-verify)$/.exec(
  process.env['PGSSLMODE'] ?? '',
)?.[0];

for (const name of Object.keys(process.env)) {
  if (foreign.test(process.platform === 'win32' ? name.toUpperCase() : name)) delete process.env[name];
}
