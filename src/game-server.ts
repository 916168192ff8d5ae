// The game server alone. It reports to an admin API when one is configured.

import { startGameServer } from './game-server/start-game-server.js';
import type { Content } from '#domain/content/content.js';
import { type Program, runProgram } from './process/main.js';
import { checkTogether, requireContent } from './process/require-content.js';
import { requireFreePorts } from './process/require-free-ports.js';
import { version } from './process/version.js';

const program: Program<Content> = {
  usage: 'node dist/src/game-server.js [--config PATH]',
  check: (configuration) =>
    checkTogether(
      requireContent(configuration.contentDir),
      requireFreePorts(configuration, ['udpPort', 'gameHttpPort']),
    ),
  async start(configuration, log, content) {
    const { adminApiUrl, serverToken } = configuration;
    const admin =
      adminApiUrl !== undefined && serverToken !== undefined
        ? { baseUrl: adminApiUrl, token: serverToken }
        : undefined;
    const server = await startGameServer({ configuration, content, log, version, ...(admin && { admin }) });
    return {
      banner: [
        `players   UDP ${configuration.host}:${server.udpPort}  (${server.udpReport})`,
        `game      ${server.httpUrl}`,
      ],
      failure: server.failure,
      stop: () => server.stop(),
    };
  },
};

await runProgram(program);
