// The game server alone. It reports to an admin API when one is configured.

import { secretFilesIn } from '#adapters/node-files/secret-file.js';
import { readBearerToken, serverTokenFile } from '#application/admin/tokens/bearer-token-file.js';
import type { Configuration } from '../configuration/settings.js';
import { keepGameServer } from '../game-server/keep-game-server.js';
import type { AdminAccess } from '../game-server/report-to-admin.js';
import { hostBeforePort } from '#ports/network/host-name.js';
import type { Content } from '#domain/content/content.js';
import { type Program, runProgram } from '../process/main.js';
import { checkTogether, requireContent } from '../process/require-content.js';
import { requireFreePorts } from '../process/require-free-ports.js';
import { requireUnused } from '../process/data-folder/require-unused.js';
import { requireWholeParts } from '../process/data-folder/require-whole-parts.js';
import { version } from '../process/version.js';

const program: Program<Content> = {
  usage: 'node dist/src/game-server.js [--config PATH]',
  async check(configuration) {
    await requireUnused(configuration, ['game']);
    return checkTogether(
      requireContent(configuration.contentDir),
      requireFreePorts(configuration, ['udpPort', 'gameHttpPort']),
      requireWholeParts(configuration, ['game']),
    );
  },
  async start(configuration, log, content, stopAsked) {
    // Loaded now: what refuses a start is to be heard at once, and this takes seconds to load on a busy machine.
    const { startGameServer } = await import('../game-server/start-game-server.js');
    const admin = await adminOf(configuration);
    stopAsked.throwIfAborted();
    const options = { configuration, content, log, version, stopAsked, ...(admin && { admin }) };
    const kept = await keepGameServer(startGameServer, options);
    const server = kept.first;
    return {
      banner: [
        `players   UDP ${hostBeforePort(configuration.host)}:${server.udpPort}  (${server.udpReport})`,
        `game      ${server.httpUrl}`,
      ],
      failure: kept.failure,
      done: kept.ended.then(() => undefined),
      stop: () => kept.stop(),
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
  const rereadToken = () => readBearerToken(secretFilesIn(dataDir), serverTokenFile);
  const token = await rereadToken();
  if (token !== undefined) return { baseUrl: adminApiUrl, token, rereadToken };
  throw new Error(
    `TOS_API_URL is set, but TOS_SERVER_TOKEN is not, and there is no server-token in ${dataDir}: ` +
      'an owner makes one with POST /api/v1/machine-tokens (README, "More game servers")',
  );
}
