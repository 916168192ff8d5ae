// Every setting of the server: the one table from which configuration, error messages and help are made.
// A value comes from the default, over it the configuration file, over that the environment; nothing else.

import {
  autoOr,
  choice,
  file,
  folder,
  hostName,
  label,
  listenAddress,
  networks,
  ownFolder,
  port,
  publicKeys,
  token,
  truth,
  url,
  webAddress,
  webOrigin,
  webOrigins,
  wholeNumber,
  type MayBeAbsent,
  type Setting,
  type SettingKind,
  type WithDefault,
} from './setting-kinds.js';
import { backupSettings } from './backup-settings.js';

export const settings = {
  host: {
    env: 'TOS_HOST',
    kind: listenAddress,
    default: '127.0.0.1',
    help: 'Address on which players are served, and HTTP too unless TOS_HTTP_HOST says otherwise.',
  } satisfies WithDefault<string>,
  httpHost: {
    env: 'TOS_HTTP_HOST',
    kind: listenAddress,
    absent: 'TOS_HOST',
    help: "Address of everything that is HTTP: admin API, console, the game server's health and metrics. 127.0.0.1 behind a proxy on this machine.",
  } satisfies MayBeAbsent<string>,
  udpPort: {
    env: 'TOS_UDP_PORT',
    kind: port,
    default: '7777',
    help: 'UDP port for players.',
  } satisfies WithDefault<number>,
  publicHost: {
    env: 'TOS_PUBLIC_HOST',
    kind: hostName,
    absent: 'TOS_HOST',
    help: 'Name or address under which players reach this game server; the admin API tells it with each connect token.',
  } satisfies MayBeAbsent<string>,
  gameHttpPort: {
    env: 'TOS_GAME_HTTP_PORT',
    kind: port,
    default: '7780',
    help: "The game server's health and metrics over HTTP.",
  } satisfies WithDefault<number>,
  apiPort: {
    env: 'TOS_API_PORT',
    kind: port,
    default: '8080',
    help: 'Admin API and console over HTTP.',
  } satisfies WithDefault<number>,
  publicUrl: {
    env: 'TOS_PUBLIC_URL',
    kind: webOrigin('https://game.example.com'),
    absent: 'the address on which the API listens',
    help: 'Where browsers reach the console, when that is behind a proxy: at the top of a name, not below a path.',
  } satisfies MayBeAbsent<string>,
  trustedProxies: {
    env: 'TOS_TRUSTED_PROXIES',
    kind: networks,
    absent: 'none, and the address of the connection counts',
    help: "Proxies in front of the API whose X-Forwarded-For is believed: without, all visitors have the proxy's address.",
  } satisfies MayBeAbsent<readonly string[]>,
  corsOrigins: {
    env: 'TOS_CORS_ORIGINS',
    kind: webOrigins,
    absent: 'none',
    help: 'Origins of other pages that may use the admin API from a browser, separated by commas.',
  } satisfies MayBeAbsent<readonly string[]>,
  dataDir: {
    env: 'TOS_DATA_DIR',
    kind: ownFolder,
    default: './data',
    help: 'Folder of everything that is kept: databases, keys, identity.',
  } satisfies WithDefault<string>,
  contentDir: {
    env: 'TOS_CONTENT_DIR',
    kind: folder,
    default: './content',
    help: 'Folder of maps, creatures, items and rules.',
  } satisfies WithDefault<string>,
  databaseUrl: {
    env: 'DATABASE_URL',
    kind: url('postgresql://user:password@host:5432/name', 'postgresql:', 'postgres:'),
    absent: 'an embedded PostgreSQL in the data folder',
    help: 'PostgreSQL of the admin API.',
    secret: 'password',
  } satisfies MayBeAbsent<string>,
  serverName: {
    env: 'TOS_SERVER_NAME',
    kind: label,
    default: 'local',
    help: 'Name of this game server in the console.',
  } satisfies WithDefault<string>,
  gateways: {
    env: 'TOS_GATEWAYS',
    kind: autoOr(wholeNumber(1, 16)),
    default: 'auto',
    help: 'Threads that talk to players; auto: 1 on up to 2 cores, else cores - 2, at most 8.',
  } satisfies WithDefault<number | 'auto'>,
  helpers: {
    env: 'TOS_HELPERS',
    kind: wholeNumber(0, 8),
    default: '0',
    help: "Threads that work out creatures' paths beside the simulation; with 0 the simulation does. The world goes the same way with any number.",
  } satisfies WithDefault<number>,
  udpAdapter: {
    env: 'TOS_UDP_ADAPTER',
    kind: choice('auto', 'dgram', 'recvmmsg'),
    default: 'auto',
    help: 'How datagrams are moved; auto: recvmmsg where Linux offers it, else dgram, which with TOS_HOST 0.0.0.0 or :: answers right only on Linux, at the addresses that the machine had at the start.',
  } satisfies WithDefault<'auto' | 'dgram' | 'recvmmsg'>,
  cipher: {
    env: 'TOS_CIPHER',
    kind: choice('wasm', 'sodium'),
    default: 'wasm',
    help: "What seals players' packets; wasm: our own WebAssembly, several times faster on packets; sodium: libsodium. The bytes are equal.",
  } satisfies WithDefault<'wasm' | 'sodium'>,
  playersMax: {
    env: 'TOS_PLAYERS_MAX',
    kind: wholeNumber(1, 10_000),
    default: '10000',
    help: 'Players at once; more wait in a queue until somebody leaves.',
  } satisfies WithDefault<number>,
  guests: {
    env: 'TOS_GUESTS',
    kind: truth,
    default: 'true',
    help: 'Whether players may join by name alone, without an account.',
  } satisfies WithDefault<boolean>,
  tokenIssuers: {
    env: 'TOS_TOKEN_ISSUERS',
    kind: publicKeys,
    absent: 'those that the admin API tells of',
    help: 'Ed25519 keys whose connect tokens let players in, beside those that the admin API tells of.',
  } satisfies MayBeAbsent<readonly string[]>,
  seed: {
    env: 'TOS_SEED',
    kind: wholeNumber(0, 0xffff_ffff),
    absent: 'another one at every start',
    help: "Seed of the world's randomness, to repeat a run.",
  } satisfies MayBeAbsent<number>,
  saveSeconds: {
    env: 'TOS_SAVE_SECONDS',
    kind: wholeNumber(1, 300),
    default: '10',
    help: 'How often each character is saved when nothing important happens, in seconds.',
  } satisfies WithDefault<number>,
  journalEntries: {
    env: 'TOS_JOURNAL_ENTRIES',
    kind: wholeNumber(1_000_000, 2_000_000_000),
    default: '20000000',
    help: 'Newest entries of the journal that are kept; of older ones only what they came to. A million takes some 120 MB.',
  } satisfies WithDefault<number>,
  auditDays: {
    env: 'TOS_AUDIT_DAYS',
    kind: wholeNumber(30, 3650),
    default: '400',
    help: 'How long entries of the audit log are kept, in days.',
  } satisfies WithDefault<number>,
  ...backupSettings,
  logLevel: {
    env: 'TOS_LOG_LEVEL',
    kind: choice('debug', 'info', 'warn', 'error'),
    default: 'info',
    help: 'The least important lines to log.',
  } satisfies WithDefault<'debug' | 'info' | 'warn' | 'error'>,
  adminApiUrl: {
    env: 'TOS_API_URL',
    kind: webAddress('http://127.0.0.1:8080'),
    absent: 'no admin API, unless started together with it',
    help: 'Admin API that a game server started alone reports to.',
  } satisfies MayBeAbsent<string>,
  serverToken: {
    env: 'TOS_SERVER_TOKEN',
    kind: token,
    absent: 'what server-token in the data folder holds',
    help: 'Token by which that admin API knows this game server; each game server has its own.',
    secret: 'whole',
  } satisfies MayBeAbsent<string>,
  keyLogFile: {
    env: 'TOS_KEY_LOG_FILE',
    kind: file,
    absent: 'none',
    help: 'File to which the keys of all sessions are added, to look into captured packets. Gives players away: never in production.',
  } satisfies MayBeAbsent<string>,
};

export type SettingKey = keyof typeof settings;

/** The setting `key` as any setting. */
export function settingOf(key: SettingKey): Setting<unknown> {
  return settings[key];
}

export const settingKeys = Object.keys(settings) as SettingKey[];

/** Read-only; a setting that may be absent is undefined then. Folders are absolute. */
export type Configuration = {
  readonly [Key in SettingKey]: (typeof settings)[Key] extends { kind: SettingKind<infer Value> }
    ? (typeof settings)[Key] extends { default: string }
      ? Value
      : Value | undefined
    : never;
};

export type HostSetting = 'host' | 'httpHost';

/** Where HTTP listens. */
export function httpHostOf({ host, httpHost }: Pick<Configuration, HostSetting>): string {
  return httpHost ?? host;
}

/** Which setting says where HTTP listens. */
export function httpHostSettingOf({ httpHost }: Pick<Configuration, HostSetting>): HostSetting {
  return httpHost === undefined ? 'host' : 'httpHost';
}

/** How many gateway threads `setting` means on a machine with this many cores. */
export function gatewaysOn(cores: number, setting: Configuration['gateways']): number {
  if (setting !== 'auto') return setting;
  return cores <= 2 ? 1 : Math.min(cores - 2, 8);
}
