// Which pages may be named that use the API: as browsers name their origins, and nothing that no browser has.

import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from '#src/configuration/read-configuration.js';

function originsIn(text: string): readonly string[] | undefined {
  const environment = { TOS_CORS_ORIGINS: text };
  const reading = readConfiguration({ environment, workingDir: '/srv/tos', file: undefined });
  return reading.ok ? reading.configuration.corsOrigins : undefined;
}

describe('TOS_CORS_ORIGINS', () => {
  it.each([
    ['https://tools.example.com', 'https://tools.example.com'],
    ['https://Tools.Example.com:443/', 'https://tools.example.com'],
    ['https://a_b', 'https://a_b'],
    ['http://_x.a_b.example:8080', 'http://_x.a_b.example:8080'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('takes %s', (text, origin) => {
    expect(originsIn(text)).toEqual([origin]);
  });

  it.each([
    'https://x:0',
    'https://0x7f.1',
    'https://127.1',
    'https://2130706433',
    'https://0177.0.0.1',
    'https://*.x',
  ])('takes no %s', (text) => {
    expect(originsIn(text)).toBeUndefined();
  });
});
