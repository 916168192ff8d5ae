// What a setting's value may be: how it is read from a variable's text and from a JSON value, and in words what is
// allowed. A kind returns undefined for everything else; it never throws.

import { isIP } from 'node:net';
import { parse, resolve } from 'node:path';
import { isVisible } from '#domain/chat/visible-text.js';
import { hasHidden } from '#ports/names/shown-name.js';
import { isUnspecified } from '#ports/network/datagram-address.js';
import { isHost } from '#ports/network/host-name.js';
import { ipNetwork } from '#ports/network/ip-network.js';
import { isForShell, writtenOut } from './shell-notation.js';

export interface SettingKind<Value> {
  /** Completes "'abc' is not allowed; " */
  readonly allowed: string;
  /** `folder` is where a relative path starts. */
  fromText(text: string, folder: string): Value | undefined;
  fromJson(value: unknown, folder: string): Value | undefined;
}

export interface Setting<Value> {
  /** Name of its environment variable. */
  readonly env: string;
  readonly kind: SettingKind<Value>;
  /** As text, as if it came from the environment; undefined when the setting may be absent. */
  readonly default?: string;
  /** What happens without it, for settings without a default. */
  readonly absent?: string;
  /** What it does, in a line. */
  readonly help: string;
  /** Never shown: 'whole', or 'password' when only the URL's password is secret. */
  readonly secret?: 'whole' | 'password';
}

export type WithDefault<Value> = Setting<Value> & { readonly default: string };
export type MayBeAbsent<Value> = Setting<Value> & { readonly absent: string };

/** Whose name nobody sees. An empty text is another matter: it may mean the folder that paths start in. */
function isBlank(text: string): boolean {
  return text !== '' && text.trim() === '';
}

/** A kind that is text in the file too. */
function textual<Value>(
  allowed: string,
  fromText: (text: string, folder: string) => Value | undefined,
): SettingKind<Value> {
  return {
    allowed,
    fromText,
    fromJson: (value, folder) => (typeof value === 'string' ? fromText(value, folder) : undefined),
  };
}

export function wholeNumber(lowest: number, highest: number, allowed?: string): SettingKind<number> {
  const checked = (value: number): number | undefined =>
    Number.isInteger(value) && value >= lowest && value <= highest ? value : undefined;
  return {
    allowed: allowed ?? `a whole number from ${lowest} to ${highest}`,
    fromText: (text) => (/^\d{1,15}$/.test(text) ? checked(Number(text)) : undefined),
    fromJson: (value) => (typeof value === 'number' ? checked(value) : undefined),
  };
}

export const port = wholeNumber(0, 65_535, 'a port from 1 to 65535 (0 = any free)');

export const truth: SettingKind<boolean> = {
  allowed: 'true or false (or on, off)',
  fromText: (text) =>
    ({ true: true, on: true, '1': true, false: false, off: false, '0': false })[text.toLowerCase()],
  fromJson: (value) => (typeof value === 'boolean' ? value : undefined),
};

export function choice<const Value extends string>(...values: readonly Value[]): SettingKind<Value> {
  const words = `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
  return textual(words, (text) => values.find((value) => value === text));
}

/** 'auto', or a number of its own. */
export function autoOr(number: SettingKind<number>): SettingKind<number | 'auto'> {
  return {
    allowed: `auto, or ${number.allowed}`,
    fromText: (text, folder) => (text === 'auto' ? text : number.fromText(text, folder)),
    fromJson: (value, folder) => (value === 'auto' ? value : number.fromJson(value, folder)),
  };
}

export const listenAddress = textual(
  'an IP address to listen on: 127.0.0.1 or localhost (this machine only), 0.0.0.0 (all IPv4), :: (all), or one of its own',
  (text) => (text === 'localhost' ? '127.0.0.1' : isIP(text) === 0 ? undefined : text),
);

export const hostName = textual(
  'a host name or IP address without port, such as play.example.com or 203.0.113.5',
  (text) => (isHost(text) && !isUnspecified(text) ? text : undefined),
);

const networksMax = 64;

/** Addresses and networks: in text separated by commas, in JSON a list. None that holds everybody. */
export const networks: SettingKind<readonly string[]> = {
  allowed: `up to ${networksMax} IP addresses or networks, such as 10.0.0.5, 192.168.0.0/16, fd00::/8`,
  fromText: (text) => checkedNetworks(text.split(',').map((one) => one.trim())),
  fromJson: (value) => (Array.isArray(value) ? checkedNetworks(value) : undefined),
};

function checkedNetworks(values: readonly unknown[]): readonly string[] | undefined {
  return values.length <= networksMax && values.every(isNetwork) ? values : undefined;
}

function isNetwork(value: unknown): value is string {
  return typeof value === 'string' && ipNetwork(value) !== undefined;
}

const publicKeysMax = 16;

/** Public keys: in text separated by commas, in JSON a list. */
export const publicKeys: SettingKind<readonly string[]> = {
  allowed: `up to ${publicKeysMax} public keys of 64 hexadecimal digits`,
  fromText: (text) => checkedKeys(text.split(',').map((one) => one.trim())),
  fromJson: (value) => (Array.isArray(value) ? checkedKeys(value) : undefined),
};

function checkedKeys(values: readonly unknown[]): readonly string[] | undefined {
  const isKey = (value: unknown): value is string =>
    typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value);
  return values.length <= publicKeysMax && values.every(isKey)
    ? values.map((value) => value.toLowerCase())
    : undefined;
}

export const folder = textual(`the path of a folder, ${writtenOut}`, (text, start) =>
  isNoPath(text) ? undefined : resolve(start, text),
);

/** One that is filled with files of fixed names, and copied whole. */
export const ownFolder = textual(
  `the path of a folder of its own, not the top of all folders, ${writtenOut}`,
  (text, start) => {
    // Where the configuration file lies is nobody's own.
    const path = text === '' ? undefined : folder.fromText(text, start);
    return path === undefined || path === parse(path).root ? undefined : path;
  },
);

export const file = textual(`the path of a file, ${writtenOut}`, (text, start) =>
  text === '' || text.endsWith('/') || isNoPath(text) ? undefined : resolve(start, text),
);

function isNoPath(text: string): boolean {
  return text.includes('\0') || isBlank(text) || isForShell(text);
}

/** Counted as the admin API counts a server's name: UTF-16 units, of which an emoji has two. */
export const label = textual('1 to 64 printable characters', (text) =>
  /^[^\p{C}\p{Z}](?:[^\p{C}\p{Zl}\p{Zp}]{0,62}[^\p{C}\p{Z}])?$/u.test(text) &&
  text.length <= 64 &&
  isVisible(text) &&
  !hasHidden(text)
    ? text
    : undefined,
);

/** A bucket's name: docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const bucket = textual('a bucket of 3 to 63 small letters, digits, dots and hyphens', (text) =>
  /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(text) ? text : undefined,
);

/** A slash at the end is taken off. */
export const keyPrefix = textual(
  'names of letters, digits and _ . -, joined by /, together up to 200 characters',
  (text) =>
    text.length <= 200 && /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*\/?$/.test(text)
      ? text.replace(/\/$/, '')
      : undefined,
);

export const text = textual('1 to 200 characters without blanks', (value) =>
  /^[!-~]{1,200}$/.test(value) ? value : undefined,
);

export const token = textual('a token of 20 to 200 letters, digits and . _ ~ + / = -', (text) =>
  /^[\w.~+/=-]{20,200}$/.test(text) ? text : undefined,
);

export function url(example: string, ...schemes: readonly string[]): SettingKind<string> {
  return textual(`a URL such as ${example}`, (text) => {
    const parsed = URL.parse(text);
    return parsed !== null && schemes.includes(parsed.protocol) && parsed.hostname !== '' ? text : undefined;
  });
}

/** A web address without user, query or fragment; a slash at the end is taken off. */
export function webAddress(example: string): SettingKind<string> {
  return textual(`a URL such as ${example}`, (text) => readWebAddress(text)?.href.replace(/\/$/, ''));
}

/** The same without a path. */
export function webOrigin(example: string): SettingKind<string> {
  return textual(`a URL without a path, such as ${example}`, (text) => {
    const parsed = readWebAddress(text);
    return parsed?.pathname === '/' ? parsed.origin : undefined;
  });
}

const originsMax = 16;

/** As browsers name them: in text separated by commas, in JSON a list. None for all of them, and none that has no name. */
export const webOrigins: SettingKind<readonly string[]> = {
  allowed: `up to ${originsMax} URLs without a path, such as https://tools.example.com`,
  fromText: (text) => checkedOrigins(text.split(',').map((one) => one.trim())),
  fromJson: (value) => (Array.isArray(value) ? checkedOrigins(value) : undefined),
};

function checkedOrigins(values: readonly unknown[]): readonly string[] | undefined {
  const origins = values.map((value) => {
    const parsed = typeof value === 'string' ? readWebAddress(value) : undefined;
    return parsed?.pathname === '/' && isHostOfOrigin(parsed.hostname, value as string)
      ? parsed.origin
      : undefined;
  });
  const known = origins.filter((origin) => origin !== undefined);
  return known.length === values.length && known.length <= originsMax ? known : undefined;
}

/**
 * A URL may have a star in its name, and no browser has such an origin; names with _ browsers have, though nobody may register
 * them. An address in another spelling than its own (0x7f.1) is not what somebody meant.
 */
function isHostOfOrigin(hostname: string, written: string): boolean {
  if (/^[\d.]+$/.test(hostname) && !written.includes(hostname)) return false;
  return isHost(hostname.replace(/^\[|\]$/g, '').replaceAll('_', 'x'));
}

function readWebAddress(text: string): URL | undefined {
  const parsed = URL.parse(text);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return undefined;
  // Nobody listens there.
  if (parsed.port === '0') return undefined;
  return parsed.username + parsed.password + parsed.search + parsed.hash === '' ? parsed : undefined;
}
