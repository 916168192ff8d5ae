// Which paths are for a shell, and are refused where none reads them; and which only look like it.

import { describe, expect, it } from '@jest/globals';
import { isForShell } from '#src/configuration/shell-notation.js';

describe('a path', () => {
  it.each([
    ...['~', '~/data', '~tos/data', ' ~/data', '$HOME/data', '/home/${USER}/data', '$HOME-data', '/srv/a$b'],
    ...['/srv/data-$USER', '${HOME:-/root}/data', '$(pwd)/data', '`pwd`/data', '$env:LOCALAPPDATA\\data'],
    ...['%USERPROFILE%\\data', '%TEMP%data', '%ProgramFiles(x86)%\\data'],
    ...[
      '"/srv/data"',
      "'/srv/data'",
      '"/srv/data',
      '/srv/data"',
      '"/srv"/data',
      ' "/srv/data"',
      '“/srv/data”',
    ],
    ...[' /srv/data', '/srv/data ', '/srv/data\r', '\uFEFF/srv/data', '/srv/data\u200B', '\u00A0/srv/data'],
    ...['/srv/x /', '/srv/x\r/y', '/srv/ x', '/srv/x\u200B/y', '/srv/\u3164', '/srv/x\u2800', '/srv/x\uFE0F'],
    ...['/srv/my\\ data', 'my\\ data', '%h/data', '/srv/%i', 'file:/srv/data', 'FILE:data'],
    ...['‘/srv/data’', '«/srv/data»', 'file:///srv/data', 's3://bucket/backups'],
    ...['/srv/*', '/srv/*.d', '/srv/a?b', '/srv/[ab]', '/srv/{a,b}', '/srv/{a/b,c}/x', '/srv/{1..3}'],
    ...['/srv/$$', '/srv/$@', '/srv/$?', '/srv/$$-x', '/srv/$*', '/srv/$#', '/srv/$!', '/srv/$-'],
    ...['/srv/a\tb', '/srv/a\nb', '/srv/a\u0085b', '=~/x', '=~'],
  ])('is for a shell, or for nobody: %j', (path) => {
    expect(isForShell(path)).toBe(true);
  });

  it.each([
    ...['./~', '/srv/RUNNER~1', '/srv/data~', '/srv/5$', '/srv/$', '/srv/$5', '/srv/100%', '/srv/%20%/x'],
    ...[
      "/srv/o'neill",
      '/srv/the “old” data',
      '/srv/a:b',
      'C:\\data',
      '/srv/a//b',
      '/srv/%hat',
      '/srv/file:x',
      '/srv/~',
      '/srv/{a}',
      '/srv/a]b',
      '/srv/=~',
      '\\\\?\\C:\\data',
    ],
  ])('is what it says: %j', (path) => {
    expect(isForShell(path)).toBe(false);
  });
});
