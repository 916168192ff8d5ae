// Makes the configuration from what the file and the environment say, or the list of everything that is wrong with
// them. Pure: files and variables are given.

import { JsonDocument } from '#adapters/content-files/json/json-document.js';
import { nearestName } from '#codegen/text/nearest-name.js';
import { placeFaults } from './place-conflicts.js';
import { isServiceLink } from './service-links.js';
import { settingKeys, settingOf, type Configuration, type SettingKey } from './settings.js';

/** Where a setting's value came from: 'default', the file's name, or the variable's name. */
export type SettingSources = Readonly<Record<SettingKey, string>>;

export type ConfigurationReading =
  | {
      readonly ok: true;
      readonly configuration: Configuration;
      readonly sources: SettingSources;
      /** What was passed over, one line each. */
      readonly warnings: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

export interface ConfigurationFile {
  /** As problems should call it. */
  readonly name: string;
  /** Where its relative paths start. */
  readonly folder: string;
  readonly text: string;
}

export interface ConfigurationInput {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly file?: ConfigurationFile | undefined;
  readonly workingDir: string;
}

/** One setting's candidate, and how to speak of it. */
interface Candidate {
  readonly source: string;
  /** How a problem starts. */
  readonly title: string;
  readonly shown: string;
  readonly value: unknown;
}

export function readConfiguration(input: ConfigurationInput): ConfigurationReading {
  const problems: string[] = [];
  const fromFile = input.file === undefined ? {} : parseFile(input.file, problems);
  const environment = withoutServiceLinks(input.environment);
  const warnings = findUnknownVariables(environment, problems);

  const values: Partial<Record<SettingKey, unknown>> = {};
  const sources = {} as Record<SettingKey, string>;
  for (const key of settingKeys) {
    const { kind, env, default: standard, secret } = settingOf(key);
    const refuse = ({ title, shown }: Candidate): void => {
      const value = secret === undefined ? `${shown} is not allowed` : 'the value is not allowed';
      problems.push(`${title}: ${value}; ${kind.allowed}`);
    };
    const take = (value: unknown, candidate: Candidate): void => {
      if (value === undefined) return refuse(candidate);
      values[key] = value;
      sources[key] = candidate.source;
    };
    sources[key] = 'default';
    if (standard !== undefined) values[key] = kind.fromText(standard, input.workingDir);
    // Both are checked, so that a value hidden by a variable is no surprise on the day the variable is gone.
    const inFile = candidateInFile(key, fromFile, input.file);
    if (inFile) take(kind.fromJson(inFile.value, input.file!.folder), inFile);
    const text = environment[env];
    if (text !== undefined && text !== '') {
      const candidate = { source: env, title: env, shown: `'${shortened(text)}'`, value: text };
      take(kind.fromText(text, input.workingDir), candidate);
    }
  }
  const configuration = values as Configuration;
  findConflicts(configuration, sources, problems);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, configuration, sources, warnings };
}

function parseFile(file: ConfigurationFile, problems: string[]): Record<string, unknown> {
  const { value: content, faults } = new JsonDocument(file.text);
  if (faults.length > 0) {
    for (const { line, column, reason, allowed } of faults)
      problems.push(`${file.name}:${line}:${column}: ${reason}; ${allowed}`);
    return {};
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    problems.push(`${file.name}: must hold one JSON object, such as {"udpPort": 7777}`);
    return {};
  }
  for (const key of Object.keys(content)) {
    if ((settingKeys as string[]).includes(key)) continue;
    problems.push(`${file.name}: '${shortened(key)}' is not a setting${didYouMean(key, settingKeys)}`);
  }
  return content as Record<string, unknown>;
}

function candidateInFile(
  key: SettingKey,
  content: Record<string, unknown>,
  file: ConfigurationFile | undefined,
): Candidate | undefined {
  if (file === undefined || !Object.hasOwn(content, key)) return undefined;
  const value = content[key];
  const shown = typeof value === 'string' ? `'${shortened(value)}'` : shortened(JSON.stringify(value));
  return { source: file.name, title: `${file.name}: ${key}`, shown, value };
}

type Environment = ConfigurationInput['environment'];

function withoutServiceLinks(environment: Environment): Environment {
  const own = Object.entries(environment).filter(([name, value]) => !isServiceLink(name, value ?? ''));
  return Object.fromEntries(own);
}

/** The prefix is not ours alone: what looks like a setting is a mistake, anything else is somebody's and only told. */
function findUnknownVariables(environment: Environment, problems: string[]): string[] {
  const known = settingKeys.map((key) => settingOf(key).env);
  const warnings: string[] = [];
  for (const name of Object.keys(environment).sort()) {
    if (!name.startsWith(prefix) || known.includes(name)) continue;
    const meant = settingsLike(name, known);
    if (meant.length > 0)
      problems.push(`${shortened(name)} is not a setting; did you mean ${meant.join(' or ')}?`);
    else warnings.push(`${shortened(name)} is not a setting and is passed over; --help lists them`);
  }
  return warnings;
}

const prefix = 'TOS_';

/** Those that it is the end of, as TOS_PORT is, else the one that takes the fewest edits. The prefix makes none alike. */
function settingsLike(name: string, known: readonly string[]): string[] {
  const rest = name.slice(prefix.length);
  const longer = known.filter((each) => rest !== '' && each.endsWith(`_${rest}`));
  if (longer.length > 0) return longer;
  const bare = known.filter((each) => each.startsWith(prefix)).map((each) => each.slice(prefix.length));
  const nearest = nearestName(rest, bare);
  return nearest === undefined ? [] : [prefix + nearest];
}

function findConflicts(configuration: Configuration, sources: SettingSources, problems: string[]): void {
  const { gameHttpPort, apiPort, adminApiUrl, serverToken } = configuration;
  const call = (key: SettingKey): string => (sources[key] === settingOf(key).env ? sources[key] : key);
  // UDP and TCP ports are counted apart; only the two HTTP servers can be in each other's way.
  if (gameHttpPort === apiPort && gameHttpPort !== 0) {
    problems.push(
      `${call('gameHttpPort')} and ${call('apiPort')}: both are ${apiPort}; two servers cannot share a port`,
    );
  }
  // The other way round, the token may lie in the data folder.
  if (serverToken !== undefined && adminApiUrl === undefined) {
    const { env } = settingOf('adminApiUrl');
    problems.push(`${call('serverToken')}: is of no use without ${env}; set both or neither`);
  }
  for (const [key, fault] of placeFaults(configuration))
    problems.push(`${call(key)}: '${shortened(String(configuration[key]))}' ${fault}`);
  findMissingForS3(configuration, problems);
}

/** A key that lies beside the data alone would be lost with it, and then backups elsewhere are of no use. */
function findMissingForS3(configuration: Configuration, problems: string[]): void {
  if (configuration.backups !== 's3') return;
  const needed = ['backupS3Bucket', 'backupS3AccessKey', 'backupS3Secret', 'backupKeyFile'] as const;
  for (const key of needed) {
    if (configuration[key] !== undefined) continue;
    problems.push(`${settingOf('backups').env}: s3 needs ${settingOf(key).env} too`);
  }
}

function didYouMean(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === undefined ? '; --help lists them' : `; did you mean ${nearest}?`;
}

/** Keeps a message to one line, whatever somebody pasted. */
function shortened(text: string): string {
  const line = text.replace(/\p{C}/gu, '?');
  return line.length > 80 ? `${line.slice(0, 77)}...` : line;
}
