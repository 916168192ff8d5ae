// Where programs that play (bots, the example) find the server unless told otherwise: where it would listen with the
// settings at hand, environment and file alike.

import { loadConfiguration } from './load-configuration.js';
import { settings } from './settings.js';

export interface ServerNearby {
  readonly host: string;
  readonly port: number;
  readonly contentDir: string;
  /** What is wrong with the settings, a line each; the rest are the defaults then. */
  readonly problems: readonly string[];
}

export function serverNearby(
  environment: Readonly<Record<string, string | undefined>>,
  workingDir: string,
): ServerNearby {
  const [host, port, contentDir] = [settings.host, settings.udpPort, settings.contentDir].map(
    (setting) => setting.default,
  ) as [string, string, string];
  const loaded = loadConfiguration({ args: [], environment, workingDir, usage: '' });
  if (loaded.kind !== 'ready') {
    const problems = loaded.kind === 'faulty' ? loaded.problems : [];
    return { host, port: Number(port), contentDir, problems };
  }
  const { configuration } = loaded;
  return {
    host: reachableHost(configuration.host),
    // With 0 the server took any: it said which, and must be told.
    port: configuration.udpPort || Number(port),
    contentDir: configuration.contentDir,
    problems: [],
  };
}

/** A server that listens everywhere is reached on this machine. */
function reachableHost(listenHost: string): string {
  if (listenHost === '0.0.0.0') return '127.0.0.1';
  return listenHost === '::' ? '::1' : listenHost;
}
