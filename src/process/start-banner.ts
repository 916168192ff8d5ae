// What `npm start` says when all is up: where things are, and how to get in.

import type { Configuration } from '../configuration/settings.js';

export interface BannerParts {
  readonly configuration: Configuration;
  readonly api: { readonly url: string; readonly ownerPassword: string | undefined };
  readonly game: { readonly udpPort: number; readonly httpUrl: string; readonly udpReport: string };
}

export function startBanner({ configuration, api, game }: BannerParts): string[] {
  const { host, dataDir } = configuration;
  return [
    '',
    'The server is up.',
    `  players    UDP ${host}:${game.udpPort}   (${game.udpReport})`,
    `  console    ${api.url}/`,
    `  API        ${api.url}/api/v1   (document: ${api.url}/api/openapi.json)`,
    `  health     ${api.url}/health/ready   ${game.httpUrl}/health/ready`,
    `  metrics    ${api.url}/metrics   ${game.httpUrl}/metrics`,
    `  data       ${dataDir}`,
    ...(api.ownerPassword === undefined
      ? []
      : [
          '',
          'First start. The console has one account; its password is shown only this once:',
          '  name       owner',
          `  password   ${api.ownerPassword}`,
        ]),
    '',
    'Bots that play:  npm run bots -- --players 200 --seconds 20',
    'Stop:            Ctrl-C',
    '',
  ];
}
