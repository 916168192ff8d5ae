// Version 0.1.0 kept the cluster of a folder that PostgreSQL could not reach elsewhere, and a signpost in the folder. It
// comes home at the next start. Of a folder and its copies, which share a signpost, the first to start takes it.

import fs from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isAlive } from './process-facts.js';

const signpostName = 'is-elsewhere';
/** Beside the cluster that was taken: where it is now. */
const takenName = 'is-taken-by';

export function bringHome(folder: string): void {
  const signpost = path.join(folder, signpostName);
  if (!fs.existsSync(signpost)) return;
  const elsewhere = fs.readFileSync(signpost, 'utf8').trim();
  const home = path.join(folder, 'cluster');
  const taken = path.join(elsewhere, takenName);
  if (fs.existsSync(taken) && fs.readFileSync(taken, 'utf8').trim() !== folder) {
    throw new EmbeddedPostgresError(
      'taken',
      `The database of ${folder} was kept in ${elsewhere}, and is in ${fs.readFileSync(taken, 'utf8').trim()} now: ` +
        `one of these data folders is a copy of the other. To begin here with an empty database, delete ${signpost}.`,
    );
  }
  refuseRunning(elsewhere);
  if (!fs.existsSync(home)) {
    if (!fs.existsSync(path.join(elsewhere, 'cluster'))) {
      throw new EmbeddedPostgresError(
        'taken',
        `The database of ${folder} is to be in ${elsewhere}, and is not. Restore it there; ` +
          `or, to begin with an empty database, delete ${signpost}.`,
      );
    }
    // Whole or not at all; what is elsewhere goes only when it is here.
    fs.writeFileSync(taken, `${folder}\n`, { flush: true });
    const unfinished = fs.mkdtempSync(path.join(folder, 'unfinished-'));
    fs.cpSync(path.join(elsewhere, 'cluster'), unfinished, { recursive: true, verbatimSymlinks: true });
    fs.renameSync(unfinished, home);
  }
  fs.rmSync(signpost);
  fs.rmSync(path.join(elsewhere, 'cluster'), { recursive: true, force: true });
}

function refuseRunning(elsewhere: string): void {
  const pidFile = path.join(elsewhere, 'cluster', 'data', 'postmaster.pid');
  if (!fs.existsSync(pidFile)) return;
  const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n', 1)[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  throw new EmbeddedPostgresError(
    'in-use',
    `The database in ${elsewhere} may be in use by PostgreSQL process ${pid}. Stop that server; ` +
      `if it was killed, end the process (kill -INT ${pid}); if that is another program's, delete ${pidFile}.`,
  );
}
