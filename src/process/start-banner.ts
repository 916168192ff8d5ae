// What `npm start` says when all is up: where things are, and how to get in.

import { hostBeforePort } from '#ports/network/host-name.js';
import type { Configuration } from '../configuration/settings.js';
import { settings } from '../configuration/settings.js';

/** How the console's first owner gets in. */
export interface OwnerAccess {
  /** Known until the first log-in. */
  readonly ownerPassword: string | undefined;
  /** Where it lies meanwhile, for its owner's eyes. */
  readonly passwordFile: string;
  /** Nobody has ever logged in, and the password is not known here. */
  readonly isOwnerLost: boolean;
}

export interface BannerParts {
  readonly configuration: Pick<Configuration, 'host' | 'dataDir' | 'publicUrl'>;
  readonly api: OwnerAccess & { readonly url: string };
  readonly game: { readonly udpPort: number; readonly httpUrl: string; readonly udpReport: string };
  /** Whether a person reads it now; otherwise it is kept somewhere, often with the log. */
  readonly isTerminal: boolean;
}

export function startBanner({ configuration, api, game, isTerminal }: BannerParts): string[] {
  const { host, dataDir, publicUrl } = configuration;
  const web = publicUrl ?? api.url;
  const behind = publicUrl === undefined ? '' : `   (its proxy finds it at ${api.url})`;
  return [
    '',
    'The server is up.',
    `  players    UDP ${hostBeforePort(host)}:${game.udpPort}   (${game.udpReport})`,
    `  console    ${web}/${behind}`,
    `  API        ${web}/api/v1   (document: ${web}/api/openapi.json)`,
    `  health     ${api.url}/health/ready   ${game.httpUrl}/health/ready`,
    `  metrics    ${api.url}/metrics   ${game.httpUrl}/metrics`,
    `  data       ${dataDir}`,
    ...ownerLines(api, isTerminal),
    '',
    `Bots that play:  npm run bots -- ${whereFlags(host, game.udpPort)}--players 200 --seconds 20`,
    'Stop:            Ctrl-C',
    '',
  ];
}

/** The password itself is for a terminal only: what is printed elsewhere is kept, and read by others. */
export function ownerLines(owner: OwnerAccess, isTerminal: boolean): string[] {
  if (owner.isOwnerLost) {
    return [
      '',
      'Nobody has logged in to the console yet, and its first password is not known here.',
      'Where it was made it was shown; if it is lost:  npm run reset-owner',
    ];
  }
  if (owner.ownerPassword === undefined) return [];
  const shown = isTerminal ? owner.ownerPassword : `in ${owner.passwordFile}`;
  return [
    '',
    'The console has one account. Its password is shown at each start until somebody has logged in with it:',
    '  name       owner',
    `  password   ${shown}`,
  ];
}

/** The other terminal knows this one's settings only by their defaults. */
function whereFlags(host: string, port: number): string {
  const isLocal = host === '127.0.0.1' || host === '0.0.0.0';
  const hostFlag = isLocal ? '' : `--host ${host === '::' ? '::1' : host} `;
  return `${hostFlag}${String(port) === settings.udpPort.default ? '' : `--port ${port} `}`;
}
