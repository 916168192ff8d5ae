// Making a cluster that fails: nothing of it stays, and no message tells the password it was to have.

import { expect, it } from '@jest/globals';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openCluster } from '#adapters/postgres/embedded/cluster.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

/** Says what PostgreSQL says of the statement in which it was interrupted, and where else it might. */
const failing = `#!/bin/sh
for word in "$@"; do case $word in --pwfile=*) password=$(cat "\${word#--pwfile=}");; esac; done
echo "$password" > "$0.told"
echo "STATEMENT:  ALTER USER \\"tos\\" WITH PASSWORD E'$password';" >&2
echo "password: $password$password" >&2
exit 1
`;

it('tells what failed, without the password, and leaves nothing', async () => {
  const folder = path.join(temporaryFolder(), 'postgres');
  const programs = path.join(temporaryFolder(), 'bin');
  for (const made of [folder, programs]) mkdirSync(made);
  const initdb = path.join(programs, 'initdb');
  writeFileSync(initdb, failing);
  chmodSync(initdb, 0o755);
  const error: Error = await openCluster({
    ...{ folder, identity: undefined, ephemeral: true, part: undefined, stopAsked: undefined },
    binaries: { folder: programs, majorVersion: '18' },
  }).then(
    () => new Error('it was made'),
    (reason: Error) => reason,
  );
  expect(error).toMatchObject({ code: 'init-failed' });
  expect(error.message).toContain('ended with 1: STATEMENT:  ALTER USER "tos" WITH PASSWORD E\'***\';');
  const password = readFileSync(`${initdb}.told`, 'utf8').trim();
  expect(password).toMatch(/^[\w-]{32}$/);
  expect(error.message).not.toContain(password);
  expect(readdirSync(folder)).toEqual([]);
});
