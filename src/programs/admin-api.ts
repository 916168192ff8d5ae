// The admin API alone: `node dist/src/admin-api.js [--config PATH]`. Together with a game server: start.ts.

import path from 'node:path';
import { readIdentityServerId } from '#adapters/node-files/identity-file.js';
import { TiledMapCatalogue } from '#adapters/content-files/tiled/tiled-map-catalogue.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { httpHostOf, httpHostSettingOf } from '../configuration/settings.js';
import { type Program, runProgram } from '../process/main.js';
import { checkTogether } from '../process/require-content.js';
import { requireFreePorts } from '../process/require-free-ports.js';
import { requireUnused } from '../process/data-folder/require-unused.js';
import { requireWholeParts } from '../process/data-folder/require-whole-parts.js';
import { ownerLines } from '../process/start-banner.js';
import { version } from '../process/version.js';

const program: Program<void> = {
  usage: 'node dist/src/admin-api.js [--config PATH]',
  async check(configuration) {
    await requireUnused(configuration, ['admin']);
    return checkTogether(
      requireFreePorts(configuration, ['apiPort']),
      requireWholeParts(configuration, ['admin']),
    );
  },
  async start(configuration, log, _checked, stopAsked) {
    // Loaded now: what refuses a start is to be heard at once, and this takes seconds to load on a busy machine.
    const { startAdminApi } = await import('../admin-api/start-admin-api.js');
    stopAsked.throwIfAborted();
    const { apiPort, publicUrl, trustedProxies, corsOrigins, databaseUrl, dataDir, contentDir, auditDays } =
      configuration;
    // The game server of this folder may start later, or live on another machine: then nothing is known of it.
    const serverId = readIdentityServerId(path.join(dataDir, 'identity.json'));
    const api = await startAdminApi({
      ownServer: serverId === undefined ? undefined : { serverId },
      ...{
        host: httpHostOf(configuration),
        hostSetting: httpHostSettingOf(configuration),
        port: apiPort,
        publicUrl,
        trustedProxies,
        corsOrigins,
        databaseUrl,
        dataDir,
        log,
        auditDays,
        stopAsked,
      },
      backups: configuration,
      consoleDir: path.resolve(import.meta.dirname, '../../../admin-ui/dist'),
      maps: new TiledMapCatalogue(contentDir),
      version,
      clock: new SystemClock(),
    });
    return {
      banner: [`Console and API: ${publicUrl ?? api.url}`, ...ownerLines(api, process.stdout.isTTY === true)],
      // What it cannot do without comes back by itself, or is told by its readiness.
      failure: new Promise<never>(() => undefined),
      stop: () => api.stop(),
    };
  },
};

await runProgram(program);
