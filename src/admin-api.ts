// The admin API alone: `node dist/src/admin-api.js [--config PATH]`. Together with a game server: start.ts.

import path from 'node:path';
import { TiledMapCatalogue } from '#adapters/content-files/tiled-map-catalogue.js';
import { PinoLog } from '#adapters/system/pino-log.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { startAdminApi } from './admin-api/start-admin-api.js';
import { loadConfiguration } from './configuration/load-configuration.js';
import type { Configuration } from './configuration/settings.js';
import { watchStopSignals } from './process/stop-signals.js';

const loaded = loadConfiguration({
  args: process.argv.slice(2),
  environment: process.env,
  workingDir: process.cwd(),
  usage: 'node dist/src/admin-api.js [--config PATH]',
});
if (loaded.kind === 'help') console.log(loaded.text);
else if (loaded.kind === 'ready') await run(loaded.configuration);
else {
  for (const problem of loaded.problems) console.error(problem);
  process.exitCode = 2;
}

async function run(configuration: Configuration): Promise<void> {
  const { host, apiPort, publicUrl, trustedProxies, databaseUrl, dataDir, contentDir, logLevel, auditDays } =
    configuration;
  const log = PinoLog.to({ level: logLevel });
  const signals = watchStopSignals();
  try {
    const api = await startAdminApi({
      ...{ host, port: apiPort, publicUrl, trustedProxies, databaseUrl, dataDir, log, auditDays },
      consoleDir: path.resolve(import.meta.dirname, '../../admin-ui/dist'),
      maps: new TiledMapCatalogue(contentDir),
      version: process.env['npm_package_version'] ?? 'development',
      clock: new SystemClock(),
    });
    console.log(`Console and API: ${api.url}`);
    if (api.ownerPassword) console.log(`First start: log in as "owner" with ${api.ownerPassword}`);
    log.info('stopping', { reason: await signals.stop });
    await api.stop();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    signals.release();
  }
}
