import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readConfiguration, type ConfigurationReading } from '#src/configuration/read-configuration.js';
import { gatewaysOn, settingKeys, settings, type Configuration } from '#src/configuration/settings.js';

const workingDir = '/srv/tos';

function read(environment: Record<string, string>, file?: unknown): ConfigurationReading {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  return readConfiguration({
    environment,
    workingDir,
    file: file === undefined ? undefined : { name: 'tos.config.json', folder: '/etc/tos', text },
  });
}

function configured(environment: Record<string, string> = {}, file?: unknown): Configuration {
  const reading = read(environment, file);
  if (!reading.ok) throw new Error(reading.problems.join('\n'));
  return reading.configuration;
}

function problems(environment: Record<string, string>, file?: unknown): readonly string[] {
  const reading = read(environment, file);
  return reading.ok ? [] : reading.problems;
}

describe('the configuration', () => {
  it('works without anything said', () => {
    expect(configured()).toEqual({
      host: '127.0.0.1',
      udpPort: 7777,
      gameHttpPort: 7780,
      apiPort: 8080,
      publicHost: undefined,
      publicUrl: undefined,
      trustedProxies: undefined,
      corsOrigins: undefined,
      dataDir: '/srv/tos/data',
      contentDir: '/srv/tos/content',
      databaseUrl: undefined,
      serverName: 'local',
      gateways: 'auto',
      helpers: 0,
      udpAdapter: 'auto',
      cipher: 'wasm',
      playersMax: 10_000,
      guests: true,
      seed: undefined,
      saveSeconds: 10,
      journalEntries: 20_000_000,
      auditDays: 400,
      backups: 'folder',
      backupMinutes: 60,
      backupsHourly: 24,
      backupsDaily: 7,
      backupsWeekly: 5,
      backupS3Region: 'us-east-1',
      backupS3PathStyle: false,
      logLevel: 'info',
      adminApiUrl: undefined,
      serverToken: undefined,
      keyLogFile: undefined,
    });
  });

  it('prefers the environment to the file, and the file to the default', () => {
    const reading = read({ TOS_UDP_PORT: '9000' }, { udpPort: 8000, saveSeconds: 30 });
    expect(reading).toMatchObject({
      ok: true,
      configuration: { udpPort: 9000, saveSeconds: 30, apiPort: 8080 },
      sources: { udpPort: 'TOS_UDP_PORT', saveSeconds: 'tos.config.json', apiPort: 'default' },
    });
  });

  it('starts relative folders where they were written: in the working folder, or beside the file', () => {
    expect(configured({ TOS_DATA_DIR: 'kept' }, { contentDir: '../game' })).toMatchObject({
      dataDir: '/srv/tos/kept',
      contentDir: '/etc/game',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(configured({ TOS_UDP_PORT: '', DATABASE_URL: '' }).udpPort).toBe(7777);
  });

  it('leaves other programs their variables', () => {
    expect(problems({ PATH: '/bin', TOSCA_MODE: 'x', NODE_ENV: 'production' })).toEqual([]);
  });

  it.each<[keyof Configuration, string, unknown]>([
    ['host', 'localhost', '127.0.0.1'],
    ['host', '::', '::'],
    ['udpPort', '0', 0],
    ['gateways', 'auto', 'auto'],
    ['gateways', '16', 16],
    ['helpers', '3', 3],
    ['guests', 'FALSE', false],
    ['guests', '1', true],
    ['seed', '4294967295', 4_294_967_295],
    ['publicUrl', 'https://game.example.com/', 'https://game.example.com'],
    ['adminApiUrl', 'https://example.com/game/', 'https://example.com/game'],
    [
      'corsOrigins',
      'https://Tools.example.com, http://[::1]:4200/',
      ['https://tools.example.com', 'http://[::1]:4200'],
    ],
    ['trustedProxies', '10.0.0.5, fd00::/8,192.168.0.0/16', ['10.0.0.5', 'fd00::/8', '192.168.0.0/16']],
    ['databaseUrl', 'postgres://u:p@db/tos?sslmode=require', 'postgres://u:p@db/tos?sslmode=require'],
    ['serverName', 'Nördlich 1', 'Nördlich 1'],
  ])('takes for %s the text %s', (key, text, value) => {
    expect(configured({ [settings[key].env]: text })[key]).toEqual(value);
  });

  it.each<[keyof Configuration, unknown]>([
    ['host', 'my host'],
    ['httpHost', 'localhost:80'],
    ['publicHost', '0.0.0.0'],
    ['publicHost', '::'],
    ['host', '127.0.0.1:80'],
    ['udpPort', '65536'],
    ['udpPort', '-1'],
    ['udpPort', '7e3'],
    ['udpPort', ' 7777'],
    ['udpPort', '0x10'],
    ['gateways', '0'],
    ['gateways', '17'],
    ['helpers', '9'],
    ['gateways', 'Auto'],
    ['udpAdapter', 'tcp'],
    ['cipher', 'aes'],
    ['playersMax', '10001'],
    ['guests', 'yes'],
    ['logLevel', 'loud'],
    ['serverName', ''],
    ['serverName', 'a\nb'],
    ['serverName', '\u3164'],
    ['serverName', 'a\u2028b'],
    ['serverName', ' padded '],
    ['publicHost', 'play.example.com:7777'],
    ['publicHost', '-play.example.com'],
    ['publicHost', 'play..example.com'],
    ['publicHost', '10.0.0.256'],
    ['publicHost', '0x0'],
    ['publicHost', '0x7f.1'],
    ['publicHost', '127.1'],
    ['publicHost', '010.0.0.1'],
    ['publicUrl', 'ftp://example.com'],
    ['publicUrl', 'https://example.com/game'],
    ['corsOrigins', '*'],
    ['corsOrigins', 'null'],
    ['corsOrigins', 'tools.example.com'],
    ['corsOrigins', 'https://tools.example.com/x'],
    ['corsOrigins', 'https://*.example.com'],
    ['corsOrigins', 'https://tools.example.com,'],
    ['corsOrigins', Array(17).fill('https://a.example').join(',')],
    ['trustedProxies', 'proxy.local'],
    ['trustedProxies', '10.0.0.5,'],
    ['trustedProxies', '0.0.0.0/0'],
    ['trustedProxies', '10.0.0.0/33'],
    ['trustedProxies', '10.0.0.0/8/8'],
    ['trustedProxies', '::ffff:0:0/90'],
    ['trustedProxies', '::ffff:0:0/96'],
    ['trustedProxies', '::/64'],
    ['trustedProxies', 'fe80::1%2'],
    ['trustedProxies', Array(65).fill('10.0.0.1').join(',')],
    ['publicUrl', 'https://user@example.com'],
    ['databaseUrl', 'mysql://localhost/x'],
    ['dataDir', 'a\0b'],
    ['serverToken', 'short'],
    ['keyLogFile', 'a folder/'],
    // Written for a shell, which never sees it in a file, in a unit or in a container's settings.
    ['dataDir', '~'],
    ['dataDir', '~/data'],
    ['dataDir', '~tos/data'],
    ['dataDir', '$HOME/data'],
    ['dataDir', '/home/${USER}/data'],
    ['dataDir', '%USERPROFILE%\\data'],
    ['dataDir', '"/srv/data"'],
    ['contentDir', "'/srv/content'"],
    ['backupDir', '~/backups'],
    ['backupKeyFile', '$HOME/backup-key'],
    ['keyLogFile', '~/keys'],
  ])('refuses for %s the text %j, and in the file too', (key, text) => {
    if (text !== '') expect(problems({ [settings[key].env]: String(text) })).not.toEqual([]);
    expect(problems({}, { [key]: text })).not.toEqual([]);
  });

  it.each<[keyof Configuration, unknown]>([
    ['udpPort', '7777'],
    ['udpPort', 7777.5],
    ['guests', 1],
    ['guests', 'true'],
    ['gateways', null],
    ['host', ['127.0.0.1']],
    ['dataDir', {}],
    ['trustedProxies', '10.0.0.5'],
    ['trustedProxies', ['10.0.0.5', 8]],
  ])('refuses for %s in the file the value %j, which is of another type', (key, value) => {
    expect(problems({}, { [key]: value })).toEqual([expect.stringContaining(`tos.config.json: ${key}: `)]);
  });
});

describe('a wrong configuration', () => {
  it('says of a path that a shell would have to read, what is to be written instead', () => {
    expect(problems({ TOS_DATA_DIR: '~/data' })).toEqual([
      "TOS_DATA_DIR: '~/data' is not allowed; the path of a folder of its own, not the top of all folders, written out (nothing replaces ~ and $HOME, or takes quotes and blanks around it away)",
    ]);
  });

  it('names variable, value and what is allowed', () => {
    expect(problems({ TOS_UDP_PORT: 'abc' })).toEqual([
      "TOS_UDP_PORT: 'abc' is not allowed; a port from 1 to 65535 (0 = any free)",
    ]);
  });

  it('names file, key, value and what is allowed', () => {
    expect(problems({}, { playersMax: 0 })).toEqual([
      'tos.config.json: playersMax: 0 is not allowed; a whole number from 1 to 10000',
    ]);
  });

  it('is told of everything at once, also of what a variable hides', () => {
    const found = problems(
      { TOS_UDP_PORT: 'x', TOS_GUESTS: 'maybe', TOS_API_PORT: '9000' },
      { apiPort: 'hidden', logLevel: 'loud' },
    );
    expect(found).toHaveLength(4);
  });

  it.each([
    [{ TOS_UDPPORT: '1' }, 'TOS_UDPPORT is not a setting; did you mean TOS_UDP_PORT?'],
    [{ TOS_SEEED: '1' }, 'TOS_SEEED is not a setting; did you mean TOS_SEED?'],
    [{ TOS_DATADIR: '1' }, 'TOS_DATADIR is not a setting; did you mean TOS_DATA_DIR?'],
    [
      { TOS_PORT: '9000' },
      'TOS_PORT is not a setting; did you mean TOS_UDP_PORT or TOS_GAME_HTTP_PORT or TOS_API_PORT?',
    ],
  ])('has a variable that is no setting: %j', (environment, problem) => {
    expect(problems(environment as Record<string, string>)).toEqual([problem]);
  });

  it("is not one with another program's variable: that is told and passed over", () => {
    const environment = { TOS_QWERTYUIOP: '1', TOS_BUILD_IMAGE: 'x', TOS_: 'y', UNRELATED: 'z' };
    expect(read(environment)).toMatchObject({
      ok: true,
      warnings: ['TOS_', 'TOS_BUILD_IMAGE', 'TOS_QWERTYUIOP'].map(
        (name) => `${name} is not a setting and is passed over; --help lists them`,
      ),
    });
  });

  it('is not one with what Kubernetes sets for Services named tos, tos-api and tos-udp', () => {
    const environment: Record<string, string> = { TOS_GAME_HTTP_PORT: '7000' };
    for (const [service, scheme, port] of [
      ['TOS', 'udp', '7777'],
      ['TOS_API', 'tcp', '8081'],
      ['TOS_UDP', 'udp', '7778'],
    ] as const) {
      const link = `${service}_PORT_${port}_${scheme.toUpperCase()}`;
      Object.assign(environment, {
        [`${service}_SERVICE_HOST`]: '10.0.0.7',
        [`${service}_SERVICE_PORT`]: port,
        [`${service}_SERVICE_PORT_GAME`]: port,
        [`${service}_PORT`]: `${scheme}://10.0.0.7:${port}`,
        [link]: `${scheme}://10.0.0.7:${port}`,
        [`${link}_PROTO`]: scheme,
        [`${link}_PORT`]: port,
        [`${link}_ADDR`]: '10.0.0.7',
      });
    }
    expect(read(environment)).toMatchObject({
      ok: true,
      warnings: [],
      configuration: { gameHttpPort: 7000, apiPort: 8080, udpPort: 7777 },
    });
  });

  it('has a name as long as the admin API takes it, which counts an emoji as two', () => {
    const [fits, tooLong] = ['🐉'.repeat(32), '🐉'.repeat(33)];
    expect(read({ TOS_SERVER_NAME: fits })).toMatchObject({ configuration: { serverName: fits } });
    expect(read({ TOS_SERVER_NAME: tooLong })).toMatchObject({ ok: false });
  });

  it("is not one with what Docker's links set for containers called tos, tos-api and tos-server", () => {
    const environment = {
      TOS_NAME: '/web/tos',
      TOS_API_NAME: '/web/tos-api',
      TOS_SERVER_NAME: '/web/tos-server',
      TOS_ENV_PATH: '/usr/bin',
      TOS_API_ENV_HOST: '0.0.0.0',
    };
    expect(read(environment)).toMatchObject({
      ok: true,
      warnings: [],
      configuration: { serverName: 'local' },
    });
    // What a link would not say is ours.
    expect(read({ TOS_SERVER_NAME: '/web/north' })).toMatchObject({
      configuration: { serverName: '/web/north' },
    });
  });

  it.each([
    ['udpprt', "tos.config.json: 'udpprt' is not a setting; did you mean udpPort?"],
    ['data_dir', "tos.config.json: 'data_dir' is not a setting; did you mean dataDir?"],
    ['__proto__', "tos.config.json: '__proto__' is not a setting; --help lists them"],
  ])('has in its file the unknown key %s', (key, problem) => {
    expect(problems({}, `{ ${JSON.stringify(key)}: 1 }`)).toEqual([problem]);
  });

  it.each([
    ['{ "udpPort": 7777, }', 'tos.config.json:1:20: is not JSON: a field’s name in quotes is missing'],
    ['{\n  "udpPort": 7777 // ours\n}', 'tos.config.json:2:19: is not JSON: '],
    [
      '{\n  "udpPort": 7777,\n  "udpPort": 7778\n}',
      "tos.config.json:3:3: names the field 'udpPort' a second time",
    ],
    ['[]', 'tos.config.json: must hold one JSON object'],
    ['null', 'tos.config.json: must hold one JSON object'],
    ['', 'tos.config.json:1:1: is not JSON: a value is missing'],
  ])('has a file with %j', (text, problem) => {
    expect(problems({}, text)).toEqual([expect.stringContaining(problem)]);
  });

  it('gives both HTTP servers one port', () => {
    expect(problems({ TOS_API_PORT: '7780' })).toEqual([
      'gameHttpPort and TOS_API_PORT: both are 7780; two servers cannot share a port',
    ]);
    expect(problems({ TOS_API_PORT: '0', TOS_GAME_HTTP_PORT: '0' })).toEqual([]);
    expect(problems({ TOS_UDP_PORT: '8080' })).toEqual([]);
  });

  it('gives a token without an admin API; its own may lie in the data folder', () => {
    expect(problems({ TOS_API_URL: 'http://10.0.0.1:8080' })).toEqual([]);
    expect(problems({}, { serverToken: 'x'.repeat(40) })).toEqual([
      'serverToken: is of no use without TOS_API_URL; set both or neither',
    ]);
  });

  it('never shows a secret', () => {
    const secret = 'hunter2 hunter2 hunter2';
    const found = problems({ TOS_SERVER_TOKEN: secret, DATABASE_URL: secret }, { serverToken: secret });
    expect(found).toHaveLength(3);
    expect(found.join()).not.toContain('hunter2');
  });

  it('makes one short line of whatever was pasted', () => {
    const [problem] = problems({ TOS_UDP_PORT: `1\n2\u001b[31m${'x'.repeat(500)}` });
    expect(problem).toMatch(/^[^\p{C}]{1,200}$/u);
  });

  it('with backups in S3 names all that is missing for them, and shows no secret', () => {
    const s3 = {
      TOS_BACKUPS: 's3',
      TOS_BACKUP_S3_BUCKET: 'tos',
      TOS_BACKUP_S3_ACCESS_KEY: 'key',
      TOS_BACKUP_S3_SECRET: 'hush hush',
    };
    expect(problems(s3)).toEqual([
      expect.stringMatching(/^TOS_BACKUP_S3_SECRET: the value is not allowed/),
      'TOS_BACKUPS: s3 needs TOS_BACKUP_S3_SECRET too',
      'TOS_BACKUPS: s3 needs TOS_BACKUP_KEY_FILE too',
    ]);
    const whole = { ...s3, TOS_BACKUP_S3_SECRET: 'hush', TOS_BACKUP_KEY_FILE: '/etc/tos/key' };
    expect(configured(whole).backupS3Secret).toBe('hush');
    expect(configured({ ...whole, TOS_BACKUP_S3_PREFIX: 'games/tos/' }).backupS3Prefix).toBe('games/tos');
    expect(problems({ ...whole, TOS_BACKUP_S3_PREFIX: '../x' })).toHaveLength(1);
  });

  it('never throws, whatever it is', () => {
    const anyKey = fc.oneof(fc.constantFrom(...settingKeys), fc.string());
    fc.assert(
      fc.property(
        fc.dictionary(anyKey, fc.jsonValue()),
        fc.dictionary(fc.constantFrom(...settingKeys.map((key) => settings[key].env)), fc.string()),
        (file, environment) => {
          const reading = read(environment, file);
          expect(reading.ok || reading.problems.length > 0).toBe(true);
        },
      ),
    );
  });
});

describe('gateways', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 2],
    [10, 8],
    [64, 8],
  ])('on %i cores are %i by themselves', (cores, gateways) => {
    expect(gatewaysOn(cores, 'auto')).toBe(gateways);
    expect(gatewaysOn(cores, 5)).toBe(5);
  });
});
