import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from '@jest/globals';

import { describeConfiguration } from '#src/configuration/describe-settings.js';
import { loadConfiguration, type LoadedConfiguration } from '#src/configuration/load-configuration.js';
import { settingKeys, settings } from '#src/configuration/settings.js';

import { temporaryFolder } from '../../support/temporary-folder.js';

const usage = 'npm start -- [--config PATH]';

function load(workingDir: string, args: string[] = [], environment = {}): LoadedConfiguration {
  return loadConfiguration({ args, environment, workingDir, usage });
}

describe('loading the configuration', () => {
  it('needs no file', () => {
    expect(load(temporaryFolder())).toMatchObject({ kind: 'ready', configuration: { udpPort: 7777 } });
  });

  it('reads tos.config.json in the working folder', () => {
    const workingDir = temporaryFolder();
    writeFileSync(join(workingDir, 'tos.config.json'), '\ufeff{ "udpPort": 7001 }');
    expect(load(workingDir)).toMatchObject({
      kind: 'ready',
      configuration: { udpPort: 7001 },
      sources: { udpPort: 'tos.config.json' },
    });
  });

  it.each([['--config', 'sub/mine.json'], ['--config=sub/mine.json']])('reads another with %s', (...args) => {
    const workingDir = temporaryFolder();
    mkdirSync(join(workingDir, 'sub'));
    writeFileSync(join(workingDir, 'sub/mine.json'), '{ "udpPort": 7002, "dataDir": "here" }');
    writeFileSync(join(workingDir, 'tos.config.json'), '{ "udpPort": 7001 }');
    expect(load(workingDir, args)).toMatchObject({
      kind: 'ready',
      configuration: { udpPort: 7002, dataDir: join(workingDir, 'sub/here') },
    });
  });

  it.each([
    [['--config', 'missing.json'], /^--config: there is no file .*missing\.json$/],
    [['--config'], /^--config: needs the path/],
    [['--confg', 'x'], /^'--confg' is not an argument; allowed are --config PATH and --help$/],
  ])('refuses %j', (args, problem) => {
    const loaded = load(temporaryFolder(), args);
    expect(loaded).toMatchObject({ kind: 'faulty' });
    if (loaded.kind === 'faulty') expect(loaded.problems[0]).toMatch(problem);
  });

  it('refuses a pipe or a folder in place of a file, and waits for neither', () => {
    const workingDir = temporaryFolder();
    execFileSync('mkfifo', [join(workingDir, 'tos.config.json')]);
    mkdirSync(join(workingDir, 'folder.json'));
    const words = 'where a configuration file is expected';
    expect(load(workingDir)).toEqual({
      kind: 'faulty',
      problems: [`${join(workingDir, 'tos.config.json')} is no regular file, ${words}`],
    });
    expect(load(workingDir, ['--config', 'folder.json'])).toEqual({
      kind: 'faulty',
      problems: [`${join(workingDir, 'folder.json')} is a folder, ${words}`],
    });
  });

  it('refuses a file that is not UTF-8 in the words that content gets', () => {
    const workingDir = temporaryFolder();
    writeFileSync(join(workingDir, 'tos.config.json'), Buffer.from('\ufeff{}', 'utf16le'));
    expect(load(workingDir)).toMatchObject({
      kind: 'faulty',
      problems: [expect.stringContaining('is in UTF-16, not UTF-8; it must be text in UTF-8')],
    });
  });

  it.each(['--help', '-h'])('explains every setting with %s, even when the rest is wrong', (flag) => {
    const loaded = load(temporaryFolder(), ['--nonsense', flag], { TOS_UDP_PORT: 'x' });
    expect(loaded.kind).toBe('help');
    if (loaded.kind !== 'help') return;
    expect(loaded.text).toContain(usage);
    for (const key of settingKeys) {
      expect(loaded.text).toContain(settings[key].env);
      expect(loaded.text).toContain(settings[key].kind.allowed);
    }
  });
});

describe('the configuration in force', () => {
  it('is shown with its sources and without its secrets', () => {
    const loaded = load(temporaryFolder(), [], {
      DATABASE_URL: 'postgresql://tos:hunter2@db:5432/tos?password=hunter3',
      TOS_API_URL: 'http://10.0.0.1:8080',
      TOS_SERVER_TOKEN: 'hunter4hunter4hunter4',
    });
    if (loaded.kind !== 'ready') throw new Error('not ready');
    const shown = describeConfiguration(loaded.configuration, loaded.sources).join('\n');
    expect(shown).not.toMatch(/hunter/);
    expect(shown).toMatch(
      /databaseUrl +postgresql:\/\/tos:hidden@db:5432\/tos\?\(hidden\) {2}\(DATABASE_URL\)/,
    );
    expect(shown).toMatch(/serverToken +\(hidden\) {2}\(TOS_SERVER_TOKEN\)/);
    expect(shown).toMatch(/udpPort +7777 {2}\(default\)/);
  });
});

describe('the table of settings', () => {
  it('has defaults that its own kinds allow, and names that follow the rule', () => {
    const loaded = load(temporaryFolder());
    if (loaded.kind !== 'ready') throw new Error('not ready');
    for (const key of settingKeys) {
      const setting = settings[key];
      expect(setting.env).toMatch(/^(TOS_[A-Z\d_]+|DATABASE_URL)$/);
      expect('default' in setting).toBe(loaded.configuration[key] !== undefined);
    }
    expect(new Set(settingKeys.map((key) => settings[key].env)).size).toBe(settingKeys.length);
  });

  it('has none that no program reads', () => {
    const programs = globSync('src/**/*.ts', { exclude: ['src/configuration/settings.ts'] });
    const text = programs.map((path) => readFileSync(path, 'utf8')).join('\n');
    const unread = (key: string): boolean => !new RegExp(`\\b${key}\\b`).test(text);
    expect([...settingKeys, 'readByNobody'].filter(unread)).toEqual(['readByNobody']);
  });
});
