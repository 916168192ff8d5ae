// `npm start`: admin API with console, and a game server that reports to it, in one process.

import { secretFilesIn } from '#adapters/node-files/secret-file.js';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readIdentityServerId } from '#adapters/node-files/identity-file.js';
import { TiledMapCatalogue } from '#adapters/content-files/tiled/tiled-map-catalogue.js';
import { SystemClock } from '#adapters/system/system-clock.js';
import type { Content } from '#domain/content/content.js';
import { readBearerToken, serverTokenFile } from '#application/admin/tokens/bearer-token-file.js';
import { httpHostOf, httpHostSettingOf } from '../configuration/settings.js';
import { prepareKeyLog } from '#adapters/node-files/key-log-file.js';
import { type Program, runProgram } from '../process/main.js';
import { checkTogether, requireContent } from '../process/require-content.js';
import { requireFreePorts } from '../process/require-free-ports.js';
import { requireUnused } from '../process/data-folder/require-unused.js';
import { requireWholeParts } from '../process/data-folder/require-whole-parts.js';
import { keepGameServer } from '../game-server/keep-game-server.js';
import { startFailure } from '../process/start-failure.js';
import { startBanner } from '../process/start-banner.js';
import { type Undo, undoAll, undoStart } from '../process/undo.js';
import { version } from '../process/version.js';

const consoleDir = fileURLToPath(new URL('../../../admin-ui/dist', import.meta.url));

const backAgain =
  'API and console go on. To get it back, stop this program and start it again (Ctrl-C, npm start)';

const program: Program<Content> = {
  usage: 'npm start -- [--config PATH]',
  async check(configuration) {
    await requireUnused(configuration, ['game', 'admin']);
    return checkTogether(
      requireContent(configuration.contentDir),
      requireFreePorts(configuration, ['udpPort', 'gameHttpPort', 'apiPort']),
      requireWholeParts(configuration, ['game', 'admin']),
    );
  },
  async start(configuration, log, content, stopAsked) {
    // Loaded now: what refuses a start is to be heard at once, and these take seconds to load on a busy machine.
    const { startAdminApi } = await import('../admin-api/start-admin-api.js');
    const { startGameServer } = await import('../game-server/start-game-server.js');
    stopAsked.throwIfAborted();
    const { apiPort, publicUrl, trustedProxies, corsOrigins, databaseUrl, dataDir, contentDir, auditDays } =
      configuration;
    if (configuration.keyLogFile !== undefined) prepareKeyLog(configuration.keyLogFile);
    const api = await startAdminApi({
      ...{
        host: httpHostOf(configuration),
        hostSetting: httpHostSettingOf(configuration),
        port: apiPort,
        publicUrl,
        trustedProxies,
        corsOrigins,
        databaseUrl,
        dataDir,
        consoleDir,
        auditDays,
        stopAsked,
      },
      backups: configuration,
      ...{ maps: new TiledMapCatalogue(contentDir), version, log, clock: new SystemClock() },
      // Without an identity it is about to make one: no token that another server registered with is its own.
      ownServer: { serverId: readIdentityServerId(join(dataDir, 'identity.json')) },
    });
    const undo: Undo = [() => api.stop()];
    try {
      const admin = {
        baseUrl: api.url,
        token: api.serverToken,
        rereadToken: () => readBearerToken(secretFilesIn(dataDir), serverTokenFile),
        vouchFor: api.vouchFor,
      };
      const options = { configuration, content, log, version, admin, stopAsked };
      const game = await keepGameServer(startGameServer, options);
      undo.push(() => game.stop());
      // The console goes on: there the operator who drained it looks.
      void game.ended
        .then(
          (how) => how === 'drained' && log.warn(`the game server was drained and has ended; ${backAgain}`),
        )
        .catch((error: unknown) =>
          log.error(`the game server did not stop, or start again, as it should; ${backAgain}`, {
            reason: startFailure(error, dataDir),
          }),
        );
      const isTerminal = process.stdout.isTTY === true;
      return {
        banner: startBanner({ configuration, api, game: game.first, isTerminal }),
        failure: game.failure,
        stop: () => undoAll(undo),
      };
    } catch (error) {
      throw await undoStart(undo, error, { stopAsked, log, name: 'the server' });
    }
  },
};

await runProgram(program);
