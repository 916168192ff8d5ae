// `npm start`: admin API with console, and a game server that reports to it, in one process.

import { fileURLToPath } from 'node:url';
import { TiledMapCatalogue } from '#adapters/content-files/tiled/tiled-map-catalogue.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import type { Content } from '#domain/content/content.js';
import { readBearerToken, serverTokenFile } from './admin-api/bearer-token-file.js';
import { startAdminApi } from './admin-api/start-admin-api.js';
import { prepareKeyLog } from '#adapters/node-files/key-log-file.js';
import { startGameServer } from './game-server/start-game-server.js';
import { type Program, runProgram } from './process/main.js';
import { checkTogether, requireContent } from './process/require-content.js';
import { requireFreePorts } from './process/require-free-ports.js';
import { startBanner } from './process/start-banner.js';
import { type Undo, undoAll } from './process/undo.js';
import { version } from './process/version.js';

const consoleDir = fileURLToPath(new URL('../../admin-ui/dist', import.meta.url));

const program: Program<Content> = {
  usage: 'npm start -- [--config PATH]',
  check: (configuration) =>
    checkTogether(
      requireContent(configuration.contentDir),
      requireFreePorts(configuration, ['udpPort', 'gameHttpPort', 'apiPort']),
    ),
  async start(configuration, log, content) {
    const { host, apiPort, publicUrl, trustedProxies, databaseUrl, dataDir, contentDir, auditDays } =
      configuration;
    if (configuration.keyLogFile !== undefined) prepareKeyLog(configuration.keyLogFile);
    const api = await startAdminApi({
      ...{ host, port: apiPort, publicUrl, trustedProxies, databaseUrl, dataDir, consoleDir, auditDays },
      ...{ maps: new TiledMapCatalogue(contentDir), version, log, clock: new SystemClock() },
    });
    const undo: Undo = [() => api.stop()];
    try {
      const admin = {
        baseUrl: api.url,
        token: api.serverToken,
        rereadToken: () => readBearerToken(dataDir, serverTokenFile),
        vouchFor: api.vouchFor,
      };
      const game = await startGameServer({ configuration, content, log, version, admin });
      undo.push(() => game.stop());
      // The console goes on: there the operator who drained it looks.
      void game.emptied
        .then(() => game.stop())
        .catch((error: unknown) =>
          log.error('the game server did not stop as it should', { reason: String(error) }),
        );
      return {
        banner: startBanner({ configuration, api, game, isTerminal: process.stdout.isTTY === true }),
        failure: game.failure,
        stop: () => undoAll(undo),
      };
    } catch (error) {
      await undoAll(undo).catch((failure: unknown) =>
        log.error('not all was undone', { reason: String(failure) }),
      );
      throw error;
    }
  },
};

await runProgram(program);
