// A game server that operators can have restarted: when it was drained for that, it is stopped and started anew in the same
// process, with the content as it lies there then. Whatever else ends it, ends it.

import type { Log } from '#ports/system/log.js';
import { requireContent } from '../process/require-content.js';
import type { GameServerOptions, RunningGameServer } from './start-game-server.js';

export interface KeptGameServer {
  /** The first one, for the banner. */
  readonly first: RunningGameServer;
  /** Rejects when a part that nothing works without has failed, of whichever runs. */
  readonly failure: Promise<never>;
  /**
   * drained: by operators, and has stopped for good; stopped: by `stop`. Rejects when it did not stop, or start again, as it
   * should.
   */
  readonly ended: Promise<'drained' | 'stopped'>;
  /** Also in the midst of a restart; rejects when something was not stopped as it should. */
  stop(): Promise<void>;
}

type Started = Pick<RunningGameServer, 'failure' | 'emptied' | 'stop'>;

/** On the ports of the first, whichever those were, and with content that is read anew. Loaded late, so `start` is given. */
export function keepGameServer(
  start: (options: GameServerOptions) => Promise<RunningGameServer>,
  options: GameServerOptions,
): Promise<KeptGameServer> {
  const { configuration, log } = options;
  let { content } = options;
  return keepStarted(async (first) => {
    if (first === undefined) return start(options);
    const fresh = await freshOr(content, () => requireContent(configuration.contentDir), log);
    content = fresh.content;
    const ports = { udpPort: first.udpPort, gameHttpPort: Number(new URL(first.httpUrl).port) };
    return start({ ...options, ...fresh, configuration: { ...configuration, ...ports } });
  }, log);
}

type Fresh = Pick<GameServerOptions, 'content' | 'contentFault'>;

/** Players who were sent home for a restart come back to the game of before rather than to none. */
export async function freshOr(
  content: Fresh['content'],
  read: () => Promise<Fresh['content']>,
  log: Log,
): Promise<Fresh> {
  try {
    return { content: await read() };
  } catch (error) {
    const reason = (error as Error).message;
    log.error('the game server starts again with the content of before: what lies there now does not load', {
      reason,
    });
    return { content, contentFault: `it is that of before the restart: ${reason}` };
  }
}

/** `start` is called for each, later with the first; it gives up by itself when the process is to end. */
export async function keepStarted<Server extends Started>(
  start: (first?: Server) => Promise<Server>,
  log: Log,
): Promise<Omit<KeptGameServer, 'first'> & { readonly first: Server }> {
  const first = await start();
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => undefined);
  let running: Server | undefined = first;
  let isStopping = false;
  const watch = (server: Server): void => void server.failure.catch(failure.reject);
  watch(first);
  const goOn = async (): Promise<'drained' | 'stopped'> => {
    for (;;) {
      const then = await running!.emptied;
      if (isStopping) return 'stopped';
      await running!.stop();
      running = undefined;
      if (isStopping) return 'stopped';
      if (then !== 'restart') return 'drained';
      log.info('the game server was drained, and starts again');
      running = await start(first);
      if (isStopping) return 'stopped';
      watch(running);
    }
  };
  // Whoever stops it meanwhile does not wait for it to be emptied, and a start that gives up then is no failure.
  const ended = goOn().catch((error: unknown) => {
    if (!isStopping) throw error;
    return 'stopped' as const;
  });
  ended.catch(() => undefined);
  return {
    first,
    failure: failure.promise,
    ended,
    async stop() {
      isStopping = true;
      const before = running;
      await before?.stop();
      if (before === undefined) await ended.catch(() => undefined);
      if (running !== before) await running?.stop();
    },
  };
}
