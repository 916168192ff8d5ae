// How many connections a program's HTTP server takes, and a word at the start when that is fewer than it could.

import { descriptorsWanted, readDescriptorBudget } from '#adapters/system/descriptor-budget.js';
import type { Log } from '#ports/system/log.js';

/** `server` as in the message. */
export function connectionsMaxOf(server: 'admin API' | 'game server', log: Log): number {
  const budget = readDescriptorBudget();
  const connectionsMax = server === 'admin API' ? budget.apiConnectionsMax : budget.gameConnectionsMax;
  if (budget.isLow) {
    const cure = `raise it to ${descriptorsWanted} (ulimit -n, LimitNOFILE= of systemd, --ulimit nofile= of Docker)`;
    log.warn(
      `few files and sockets may be open at once; the HTTP of the ${server} takes fewer connections: ${cure}`,
      {
        ...{ openFilesMax: budget.descriptorsMax, connectionsMax },
      },
    );
  }
  return connectionsMax;
}
