// The game server alone. It reports to an admin API when one is configured.

import { readBearerToken, serverTokenFile } from './admin-api/bearer-token-file.js';
import type { Configuration } from './configuration/settings.js';
import type { AdminAccess } from './game-server/report-to-admin.js';
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
    const admin = await adminOf(configuration);
    const server = await startGameServer({ configuration, content, log, version, ...(admin && { admin }) });
    return {
      banner: [
        `players   UDP ${configuration.host}:${server.udpPort}  (${server.udpReport})`,
        `game      ${server.httpUrl}`,
      ],
      failure: server.failure,
      done: server.emptied,
      stop: () => server.stop(),
    };
  },
};

await runProgram(program);

/** Where to report to, and by which token: the one given, or the one of a data folder shared with the API. */
async function adminOf({
  adminApiUrl,
  serverToken,
  dataDir,
}: Configuration): Promise<AdminAccess | undefined> {
  if (adminApiUrl === undefined) return undefined;
  if (serverToken !== undefined) return { baseUrl: adminApiUrl, token: serverToken };
  const rereadToken = () => readBearerToken(dataDir, serverTokenFile);
  const token = await rereadToken();
  if (token !== undefined) return { baseUrl: adminApiUrl, token, rereadToken };
  throw new Error(
    `TOS_API_URL is set, but TOS_SERVER_TOKEN is not, and there is no server-token in ${dataDir}: ` +
      'an owner makes one with POST /api/v1/machine-tokens (README, "More game servers")',
  );
}
