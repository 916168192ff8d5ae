// The page of roles, ports/README.md: its rows as data, and the row that a port's sources ask for.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const page = 'ports/README.md';

export interface Row {
  readonly file: string;
  readonly roles: readonly string[];
  readonly suites: readonly string[];
  readonly players: readonly string[];
}

/** Paths from the project's root. */
function linksIn(cell: string): string[] {
  return [...cell.matchAll(/\]\((?:\.\.\/)?([^)]+)\)/g)].map(([, path]) => path!);
}

export function rowsOf(text: string): Row[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ['))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, file = '', roles = '', , suites = '', adapters = '', inMemory = '']) => ({
      file: join('ports', linksIn(file)[0]!),
      roles: [...roles.matchAll(/`(\w+)`/g)].map(([, role]) => role!),
      suites: linksIn(suites),
      players: [...linksIn(adapters), ...linksIn(inMemory)],
    }));
}

export function readRows(): Row[] {
  return rowsOf(readFileSync(page, 'utf8'));
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
}

export function textsIn(folder: string): ReadonlyMap<string, string> {
  return new Map(filesIn(folder).map((path) => [path, readFileSync(path, 'utf8')]));
}

/** `Role: file` for each class of an adapter that says which of these roles it implements. */
export function playedIn(files: ReadonlyMap<string, string>, roles: ReadonlySet<string>): string[] {
  return [...files].flatMap(([path, text]) =>
    [...text.matchAll(/\bclass \w+(?:<[^{]*?>)?(?: extends [^{]+?)? implements ([^{]+) \{/g)]
      .flatMap(([, list]) => list!.split(',').map((name) => name.trim().replace(/<.*/, '')))
      .filter((name) => roles.has(name))
      .map((role) => `${role}: ${path}`),
  );
}

/** Adds a row for each of these ports behind the last of its folder; what it is for are the first words of the file. */
export function addRows(ports: readonly string[]): void {
  const lines = readFileSync(page, 'utf8').split('\n');
  const sources = { adapters: textsIn('adapters'), suites: textsIn('test/contract') };
  for (const port of ports) {
    const folder = `](${relative('ports', port).split('/')[0]}/`;
    const after = lines.findLastIndex((line) => line.startsWith('| [') && line.includes(folder));
    lines.splice(after + 1, 0, rowFor(port, readFileSync(port, 'utf8'), sources));
  }
  writeFileSync(page, lines.join('\n'));
  spawnSync(process.execPath, ['node_modules/prettier/bin/prettier.cjs', '--write', page]);
}

/** Whether a suite or an adapter names one of the roles, or imports their file. */
export function knowsPort(text: string, port: string, roles: readonly string[]): boolean {
  return roles.some((role) => text.includes(role)) || text.includes(`#${port.replace(/\.ts$/, '.js')}'`);
}

type Texts = ReadonlyMap<string, string>;

export function rowFor(port: string, text: string, sources: { adapters: Texts; suites: Texts }): string {
  const exported = new Set([...text.matchAll(/^export interface (\w+)/gm)].map(([, name]) => name!));
  const played = playedIn(sources.adapters, exported).map((entry) => entry.split(': '));
  const roles = [...new Set(played.map(([role]) => role!))];
  const suites = [...sources.suites].filter(([, suite]) => knowsPort(suite, port, roles));
  const players = played.map(([, path]) => path!);
  const cells = [
    link(relative('ports', port), ''),
    roles.map((role) => `\`${role}\``).join(', '),
    /^\/\/ ([^.:;]+)/.exec(text.replaceAll('\n// ', ' '))?.[1] ?? '',
    links(suites.map(([path]) => path)),
    links(players.filter((path) => !path.startsWith('adapters/memory/'))),
    links(players.filter((path) => path.startsWith('adapters/memory/'))),
  ];
  return `| ${cells.join(' | ')} |`;
}

function links(paths: readonly string[]): string {
  return paths.map((path) => link(path, '../')).join(', ');
}

function link(path: string, base: string): string {
  return `[\`${path.replace(/\.ts$/, '')}\`](${base}${path})`;
}
