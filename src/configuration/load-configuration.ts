// From command line, working folder and environment to a configuration: what every program does first.

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import { decodeText } from '#adapters/content-files/json/text-file.js';
import { faultAsFile } from '#ports/storage/files/regular-file.js';

import { settingsHelp } from './describe-settings.js';
import { readConfiguration, type ConfigurationFile, type SettingSources } from './read-configuration.js';
import type { Configuration } from './settings.js';

export const standardFileName = 'tos.config.json';
/** More than all settings take; a larger one is not read. */
const bytesMax = 1024 * 1024;

export type LoadedConfiguration =
  | {
      readonly kind: 'ready';
      readonly configuration: Configuration;
      readonly sources: SettingSources;
      /** What was passed over, one line each. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'help'; readonly text: string }
  /** Everything that is wrong, one line each. */
  | { readonly kind: 'faulty'; readonly problems: readonly string[] };

export interface Surroundings {
  /** After the program's name. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDir: string;
  /** What stands above the settings in --help, such as "npm start -- [--config PATH]". */
  readonly usage: string;
}

export function loadConfiguration({
  args,
  environment,
  workingDir,
  usage,
}: Surroundings): LoadedConfiguration {
  const problems: string[] = [];
  let configPath: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]!;
    if (arg === '--help' || arg === '-h') return { kind: 'help', text: helpText(usage) };
    if (arg === '--config') configPath = args[(index += 1)] ?? '';
    else if (arg.startsWith('--config=')) configPath = arg.slice('--config='.length);
    else problems.push(`'${arg}' is not an argument; allowed are --config PATH and --help`);
  }
  const file = readFile(configPath, workingDir, problems);
  const reading = readConfiguration({ environment, file, workingDir });
  if (!reading.ok) problems.push(...reading.problems);
  if (!reading.ok || problems.length > 0) return { kind: 'faulty', problems };
  const { configuration, sources, warnings } = reading;
  return { kind: 'ready', configuration, sources, warnings };
}

function helpText(usage: string): string {
  return `Usage: ${usage}\n\n${settingsHelp()}\n`;
}

/** The standard file may be missing, a named one may not. */
function readFile(
  named: string | undefined,
  workingDir: string,
  problems: string[],
): ConfigurationFile | undefined {
  if (named === '') {
    problems.push('--config: needs the path of a configuration file');
    return undefined;
  }
  const path = resolve(workingDir, named ?? standardFileName);
  try {
    const found = statSync(path);
    const fault =
      faultAsFile(found) ?? (found.size > bytesMax ? `has more than ${bytesMax} bytes` : undefined);
    if (fault !== undefined) {
      problems.push(`${path} ${fault}, where a configuration file is expected`);
      return undefined;
    }
    const decoded = decodeText(readFileSync(path));
    if (decoded.ok) return { name: named ?? basename(path), folder: dirname(path), text: decoded.text };
    problems.push(`${path}: ${decoded.fault}; it must be text in UTF-8`);
    return undefined;
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (named !== undefined && missing) problems.push(`--config: there is no file ${path}`);
    else if (!missing) problems.push(`${path}: cannot be read: ${(error as Error).message}`);
    return undefined;
  }
}
