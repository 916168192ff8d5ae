// The settings in words: for --help, and what is in force now. Secrets are never shown.

import type { SettingSources } from './read-configuration.js';
import type { Setting } from './setting-kinds.js';
import { settingKeys, settingOf, type Configuration } from './settings.js';

const indent = ' '.repeat(4);

/** What --help prints below the program's usage. */
export function settingsHelp(): string {
  const entries = settingKeys.map((key) => {
    const setting = settingOf(key);
    return [
      `  ${setting.env}  (${key})`,
      `${indent}${setting.help}`,
      `${indent}Allowed: ${setting.kind.allowed}.`,
      `${indent}Default: ${setting.default ?? setting.absent}.`,
    ].join('\n');
  });
  return [
    'Settings are taken from the environment, else from the configuration file (tos.config.json in the',
    'working folder, or --config PATH: one JSON object with the names in brackets), else their default.',
    '',
    ...entries,
  ].join('\n');
}

/** One line a setting: name, value, where it came from. */
export function describeConfiguration(configuration: Configuration, sources: SettingSources): string[] {
  const width = Math.max(...settingKeys.map((key) => key.length));
  return settingKeys.map((key) => {
    const value = shownValue(settingOf(key), configuration[key]);
    return `${key.padEnd(width)}  ${value}  (${sources[key]})`;
  });
}

/** The value as it may be shown to anybody. */
export function shownValue(setting: Setting<unknown>, value: unknown): string {
  if (value === undefined) return setting.absent ?? 'none';
  if (setting.secret === undefined) return String(value);
  return setting.secret === 'whole' ? '(hidden)' : withoutPassword(String(value));
}

function withoutPassword(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return '(hidden)';
  // Some drivers take the password as a parameter, so those are not shown either.
  if (parsed.search !== '') parsed.search = '?(hidden)';
  if (parsed.password !== '') parsed.password = 'hidden';
  return decodeURI(parsed.href);
}
