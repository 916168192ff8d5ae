// The admin API alone: `node dist/src/admin-api.js [--config PATH]`. Together with a game server: start.ts.

import path from 'node:path';
import { TiledMapCatalogue } from '#adapters/content-files/tiled/tiled-map-catalogue.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { startAdminApi } from './admin-api/start-admin-api.js';
import { type Program, runProgram } from './process/main.js';
import { requireFreePorts } from './process/require-free-ports.js';
import { ownerLines } from './process/start-banner.js';
import { version } from './process/version.js';

const program: Program<void> = {
  usage: 'node dist/src/admin-api.js [--config PATH]',
  check: (configuration) => requireFreePorts(configuration, ['apiPort']),
  async start(configuration, log) {
    const { host, apiPort, publicUrl, trustedProxies, databaseUrl, dataDir, contentDir, auditDays } =
      configuration;
    const api = await startAdminApi({
      ...{ host, port: apiPort, publicUrl, trustedProxies, databaseUrl, dataDir, log, auditDays },
      consoleDir: path.resolve(import.meta.dirname, '../../admin-ui/dist'),
      maps: new TiledMapCatalogue(contentDir),
      version,
      clock: new SystemClock(),
    });
    return {
      banner: [`Console and API: ${api.url}`, ...ownerLines(api, process.stdout.isTTY === true)],
      // What it cannot do without comes back by itself, or is told by its readiness.
      failure: new Promise<never>(() => undefined),
      stop: () => api.stop(),
    };
  },
};

await runProgram(program);
