// The game server alone. It reports to an admin API when one is configured.

import { startGameServer } from './game-server/start-game-server.js';
import { runProgram } from './process/main.js';
import { requireContent } from './process/require-content.js';
import { version } from './process/version.js';

await runProgram('node dist/src/game-server.js [--config PATH]', async (configuration, log) => {
  const { contentDir, adminApiUrl, serverToken } = configuration;
  const content = await requireContent(contentDir);
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
});
