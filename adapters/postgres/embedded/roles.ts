// Who works in the embedded database: its owner, who migrates, and the API, which reads and writes rows and can change
// nothing else. Neither is a superuser; that one makes and mends both at each start. Their passwords live as long as
// the process that uses them.

import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { superuser } from './cluster.js';

export const databaseName = 'tos';

export interface DatabaseRole {
  readonly name: 'tos_owner' | 'tos_api';
  readonly password: string;
}

export interface Roles {
  readonly owner: DatabaseRole;
  readonly api: DatabaseRole;
}

export function makeRoles(): Roles {
  const password = (): string => randomBytes(24).toString('base64url');
  return {
    owner: { name: 'tos_owner', password: password() },
    api: { name: 'tos_api', password: password() },
  };
}

/** `client` is the superuser's, in any database. */
export async function admitRoles(client: pg.Client, { owner, api }: Roles): Promise<void> {
  // Of a statement that fails, PostgreSQL's log would keep the password.
  await client.query('set log_min_error_statement = panic');
  for (const { name, password } of [owner, api]) {
    const known = await client.query('select from pg_roles where rolname = $1', [name]);
    const verb = known.rowCount === 0 ? 'create' : 'alter';
    await client.query(
      `${verb} role ${name} login nosuperuser nocreatedb nocreaterole password '${password}'`,
    );
  }
  const known = await client.query('select from pg_database where datname = $1', [databaseName]);
  if (known.rowCount === 0) await client.query(`create database ${databaseName} owner ${owner.name}`);
  else await client.query(`alter database ${databaseName} owner to ${owner.name}`);
}

/** `client` is the superuser's, in the database. What version 0.1.0 made there was the superuser's own. */
export async function grantRows(client: pg.Client, { owner, api }: Roles): Promise<void> {
  const both = `${owner.name}, ${api.name}`;
  await client.query(`
    do $$ declare one record; begin
      for one in select c.oid::regclass as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
          and pg_get_userbyid(c.relowner) = '${superuser}'
      loop execute format('alter table %s owner to ${owner.name}', one.name); end loop;
      for one in select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace and pg_get_userbyid(p.proowner) = '${superuser}'
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      loop execute format('alter routine %s owner to ${owner.name}', one.name); end loop;
    end $$;
    revoke all on schema public from public;
    grant usage on schema public to ${both};
    grant create on schema public to ${owner.name};
    grant select, insert, update, delete on all tables in schema public to ${api.name};
    grant usage, select on all sequences in schema public to ${api.name};
    alter default privileges for role ${owner.name} in schema public
      grant select, insert, update, delete on tables to ${api.name};
    alter default privileges for role ${owner.name} in schema public
      grant usage, select on sequences to ${api.name};`);
}

/** Whether extensions that ask the C library see no letters beyond ASCII in it: a cluster keeps what it was made with. */
export async function isBlind(client: pg.Client): Promise<boolean> {
  const answer = await client.query<{ datctype: string }>(
    'select datctype from pg_database where datname = $1',
    [databaseName],
  );
  return answer.rows[0]!.datctype === 'C';
}
