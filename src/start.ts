// `npm start`: admin API with console, and a game server that reports to it, in one process.

import { fileURLToPath } from 'node:url';
import { TiledMapCatalogue } from '#adapters/content-files/tiled-map-catalogue.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import { startAdminApi } from './admin-api/start-admin-api.js';
import { startGameServer } from './game-server/start-game-server.js';
import { runProgram } from './process/main.js';
import { requireContent } from './process/require-content.js';
import { startBanner } from './process/start-banner.js';
import { version } from './process/version.js';

const consoleDir = fileURLToPath(new URL('../../admin-ui/dist', import.meta.url));

await runProgram('npm start -- [--config PATH]', async (configuration, log) => {
  const { host, apiPort, publicUrl, trustedProxies, databaseUrl, dataDir, contentDir, auditDays } =
    configuration;
  const content = await requireContent(contentDir);
  const maps = new TiledMapCatalogue(contentDir);
  const clock = new SystemClock();
  const api = await startAdminApi({
    ...{ host, port: apiPort, publicUrl, trustedProxies, databaseUrl, dataDir, consoleDir, auditDays },
    ...{ maps, version, log, clock },
  });
  try {
    const admin = { baseUrl: api.url, token: api.serverToken };
    const game = await startGameServer({ configuration, content, log, version, admin });
    return {
      banner: startBanner({ configuration, api, game }),
      failure: game.failure,
      stop: async () => {
        await game.stop();
        await api.stop();
      },
    };
  } catch (error) {
    await api.stop();
    throw error;
  }
});
