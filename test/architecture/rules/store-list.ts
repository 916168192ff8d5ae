// What holds of a list of stores: each names itself in the file of its port, the list has them all, and no other source of
// the server knows more of their classes than its own.

import { expect, it } from '@jest/globals';
import { playedIn, textsIn } from './port-page.js';

export interface StoreList {
  /** To which each port adds its store. */
  readonly type: string;
  readonly table: string;
  /** Where the ports stand. */
  readonly ports: string;
  /** What the table has. */
  readonly names: readonly string[];
  /** By which names of classes begin. */
  readonly technologies: readonly string[];
  /** Folders of adapters, in each of which every store is played; `but` are those that it leaves out. */
  readonly players: readonly { readonly folder: string; readonly but: readonly string[] }[];
  /** Files whose classes are made of each other are no list. */
  readonly among: RegExp;
}

const texts = new Map(['ports', 'application', 'adapters', 'src'].flatMap((layer) => [...textsIn(layer)]));

export function testStoreList(list: StoreList): void {
  const { type, table, ports, names, technologies, among } = list;
  /** Key and role, as each port says them. */
  const entry = new RegExp(`\\binterface ${type} \\{[^}]*?\\breadonly (\\w+): (?:Omit<)?(\\w+)[^;]*;`, 'g');
  const named = [...texts].flatMap(([path, text]) =>
    [...text.matchAll(entry)].map(([, key, role]) => [key!, role!, path] as const),
  );
  const roles = new Set(named.map(([, role]) => role));

  /** Files that name classes of several stores. */
  const listsIn = (files: ReadonlyMap<string, string>): string[] => {
    const isNamed = (text: string) => (role: string) =>
      new RegExp(`\\b(${technologies.join('|')})${role}\\b`).test(text);
    const several = [...files].filter(
      ([path, text]) => !among.test(path) && [...roles].filter(isNamed(text)).length > 1,
    );
    return several.map(([path]) => path);
  };

  it('name themselves in their ports, and are all in the table', () => {
    expect(named.map(([key]) => key).sort()).toEqual([...names].sort());
    expect(named.filter(([, , path]) => !path.startsWith(ports))).toEqual([]);
  });

  it('are each played in memory and in a database', () => {
    const played = playedIn(texts, roles);
    const missing = list.players.flatMap(({ folder, but }) =>
      [...roles]
        .filter((role) => !but.includes(role))
        .filter((role) => !played.some((player) => player.startsWith(`${role}: ${folder}/`))),
    );
    expect(missing).toEqual([]);
  });

  it('are listed nowhere else', () => {
    expect(listsIn(texts)).toEqual([table]);
  });

  it('would be seen in another list', () => {
    const [one, other] = [...roles];
    const planted = `stores = [new ${technologies[0]}${one}(), new ${technologies[1]}${other}()]`;
    expect(listsIn(new Map([['src/planted.ts', planted]]))).toEqual(['src/planted.ts']);
  });
}
