// Files as people and systems leave them: encodings, faults of JSON with line and column, maps in other formats, copies of
// editors, and a content folder with many faults at once.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentCopy, objectsOf } from './content-copy.js';
import type { Editable } from './content-copy.js';

let copy: ContentCopy;

beforeEach(() => {
  copy = new ContentCopy();
});

const path = (file: string): string => join(copy.folder, file);
const text = (file: string): string => readFileSync(path(file), 'utf8');

describe('a text file', () => {
  it.each(['items.json', 'rules.json', 'maps/cave.tmj', 'maps/terrain.tsj'])(
    'may begin with a byte-order mark: %s',
    async (file) => {
      const { hash } = await copy.load();
      copy.write(file, `\ufeff${text(file)}`);
      expect((await copy.load()).hash).toBe(hash);
    },
  );

  it('is told its encoding when it is not UTF-8', async () => {
    writeFileSync(path('items.json'), Buffer.from(`\ufeff${text('items.json')}`, 'utf16le'));
    writeFileSync(path('quests.json'), Buffer.from([0x5b, 0x22, 0xe9, 0x22, 0x5d]));
    expect(await copy.placedProblems()).toEqual([
      'items.json: is in UTF-16, not UTF-8; allowed: text in UTF-8',
      'quests.json: has bytes that are not UTF-8; allowed: text in UTF-8',
    ]);
  });

  it('that is missing or a folder is said to be', async () => {
    rmSync(path('skills.json'));
    rmSync(path('recipes.json'));
    mkdirSync(path('recipes.json'));
    expect(await copy.placedProblems()).toEqual([
      'skills.json: is missing; allowed: a readable file',
      'recipes.json: is a folder; allowed: a readable file',
    ]);
  });
});

describe('a fault of JSON', () => {
  it.each([
    ['[\n  {},\n]', '3:1', 'a value is missing (or there is a comma too many before it)'],
    ['[\n  { "id" 1 }\n]', '2:10', 'a colon is missing'],
    ['[\n  { "id": 1 "key": "x" }\n]', '2:13', 'a comma is missing'],
    ['[\n  { id: 1 }\n]', '2:5', 'a word that is neither'],
    ["[\n  'x'\n]", '2:3', 'a word that is neither'],
    ['[\n  // no\n]', '2:3', 'comments are not allowed'],
    ['[\n  "\\q"\n]', '2:3', 'a \\ stands before a letter'],
    ['[\n  "a\tb"\n]', '2:3', 'a control character'],
    ['[\n  {}', '2:5', 'a closing ] is missing'],
    ['[] []', '1:4', 'something stands behind the end'],
    ['', '1:1', 'a value is missing'],
    ['[ NaN ]', '1:3', 'a word that is neither'],
    ['[ 01 ]', '1:4', 'a comma is missing'],
  ])('%j stands at %s', async (written, place, words) => {
    const problems = await copy.write('items.json', written).placedProblems();
    expect(problems[0]).toContain('items.json:');
    expect(problems.map((one) => one.replace(/^items\.json:(\d+:\d+): .*/, '$1'))).toContain(place);
    expect(problems.join('\n')).toContain(words);
    expect(problems.join('\n')).not.toMatch(/Unexpected|Expected|position|token/);
  });

  it.each(['x', 'tru', '{"a": x}', "{'a': 1}", '{a: 1}', '[ 1, x, 2 ]', '[ 01 ]', '{"a": 01}'])(
    'is told once, without what is missed only because of it: %s',
    async (written) => {
      expect(await copy.write('maps/notes.json', written).problems()).toEqual([
        expect.stringMatching(/^maps\/notes\.json: is not JSON: /),
      ]);
    },
  );

  it('hides none behind the next comma', async () => {
    expect(await copy.write('items.json', '[\n  x,\n  ,\n  y\n]').placedProblems()).toEqual(
      ['2:3', '3:3', '4:3'].map((place) => expect.stringContaining(`items.json:${place}: is not JSON`)),
    );
  });

  it('is a name that an object holds twice, of which JSON keeps the last', async () => {
    const written = text('items.json').replace('"stackMax": 1,', '"stackMax": 1,\n    "stackMax": 2,');
    expect(await copy.write('items.json', written).placedProblems()).toEqual([
      "items.json:9:5: names the field 'stackMax' a second time in one object; allowed: each field once",
    ]);
  });

  it('is nesting without end', async () => {
    expect(await copy.write('items.json', '['.repeat(200_000)).placedProblems()).toEqual([
      'items.json:1:1: is nested too deep; allowed: lists and objects in fewer others',
    ]);
  });
});

describe('a problem', () => {
  it('has the line and column of its value', async () => {
    copy.write('items.json', text('items.json').replace('"weightGrams": 400', '"weightGrams": -400'));
    expect(await copy.placedProblems()).toEqual([
      "items.json:23:20: [1 'hunting-knife'].weightGrams: is -400; allowed: a whole number from 0 to 1000000",
    ]);
  });

  it('has them within a list of numbers and for what is missing as well', async () => {
    copy.write('progression.json', text('progression.json').replace('310', '31'));
    copy.write('skills.json', text('skills.json').replace(/ *"target": "enemy",\n/, ''));
    const problems = await copy.placedProblems();
    expect(problems).toEqual([
      expect.stringMatching(/^skills\.json:2:3: \[0 'strike'\]\.target: is missing; allowed: one of "enemy"/),
      'progression.json:3:13: experienceCurve[2]: is 31; allowed: more than 120, the one before',
    ]);
  });

  it('speaks of a choice in its own words', async () => {
    copy.edit('quests.json', (quests) => (quests[0].stages[0].objectives[0].kind = 'slay'));
    expect(await copy.problems()).toEqual([
      expect.stringMatching(
        /\.objectives\[0\]\.kind: is "slay"; allowed: one of "kill", "collect", "talk", "visit", "use", "craft"$/,
      ),
    ]);
  });

  it('names the nearest of what there is', async () => {
    copy
      .edit('items.json', (items) => {
        items[0].stackmax = 1;
      })
      .edit('loot-tables.json', (tables) => (tables[0].rolls[0].item = 'wolf-petl'));
    expect(await copy.problems()).toEqual([
      expect.stringMatching(/stackmax: is not a known field; did you mean 'stackMax'\?; allowed: id, key,/),
      expect.stringMatching(/names the item 'wolf-petl'.*one of wolf-pelt, .*\(did you mean 'wolf-pelt'\?\)/),
    ]);
  });

  it('of one file is listed a hundred times at the most', async () => {
    copy.edit('progression.json', (p) => (p.experienceCurve = p.experienceCurve.map(() => -1)));
    copy.edit('items.json', (items) => {
      for (let i = 0; i < 300; i++) items.push({});
    });
    const problems = await copy.problems();
    expect(problems.filter((one) => one.startsWith('items.json'))).toHaveLength(101);
    expect(problems).toContain('items.json: has more problems; allowed: none; 100 of them are listed');
    expect(problems.some((one) => one.startsWith('progression.json'))).toBe(true);
  });

  it('does not wait for others to be mended, and nothing that follows from one is told', async () => {
    copy
      .write('items.json', '[')
      .edit('creatures.json', (creatures) => {
        creatures[0].healthMax = 0;
        creatures[1].lootTable = 'none';
      })
      .edit('rules.json', (rules) => (rules.startSpawn = 'vilage'))
      .edit('maps/meadow.tmj', (map) => {
        map.properties.find((one: Editable) => one.name === 'pvp').value = 0;
        objectsOf(map, 'spawn')[1].x = 0;
      });
    expect(await copy.problems()).toEqual([
      expect.stringMatching(/^items\.json: is not JSON/),
      expect.stringMatching(/^creatures\.json: \[0 'wolf'\]\.healthMax: is 0/),
      expect.stringMatching(/^creatures\.json: \[1 'boar'\]\.lootTable: names the loot table 'none'/),
      expect.stringMatching(/^maps\/meadow\.tmj: pvp: is 0/),
      expect.stringMatching(/^maps\/meadow\.tmj: .*'cave-mouth'\]: .*stands in something solid/),
      expect.stringMatching(/^rules\.json: startSpawn: names the spawn 'vilage'.*did you mean 'village'/),
    ]);
  });
});

describe('$schema', () => {
  it('is allowed where a file is an object, and no part of the game', async () => {
    const { hash } = await copy.load();
    copy.edit('rules.json', (rules) => (rules.$schema = '../protocol-schema/content/rules.schema.json'));
    copy.edit('progression.json', (file) => (file.$schema = 'x'));
    expect((await copy.load()).hash).toBe(hash);
  });

  it('has no place in a list, and where to look is said', async () => {
    copy.edit('items.json', (items) => {
      items[0].$schema = 'x';
    });
    copy.write('quests.json', '{ "$schema": "x", "quests": [] }');
    expect(await copy.problems()).toEqual([
      expect.stringMatching(/\$schema: has no place here; allowed: nothing: .*content\/README\.md/),
      expect.stringMatching(
        /^quests\.json: is an object; allowed: a list of records: .*no place for \$schema/,
      ),
    ]);
  });
});

describe('beside the records', () => {
  it('a file that nobody reads is told, with the nearest name', async () => {
    cpSync(path('items.json'), path('item.json'));
    copy.write('spells.json', '[]');
    expect(await copy.problems()).toEqual([
      expect.stringMatching(
        /^item\.json: is no file of the game; allowed: one of items\.json, conditions\.json, .*\(did you mean 'items\.json'\?\), or a name that begins with x-$/,
      ),
      expect.stringMatching(/^spells\.json: is no file of the game; allowed: one of /),
    ]);
  });

  it('is no data folder, and then says nothing of the names in it', async () => {
    for (const name of ['data-folder', 'identity.json']) copy.write(name, '{}');
    expect(await copy.problems()).toEqual([
      'data-folder: is the file of a data folder; allowed: a content folder without one; a data folder needs a place of its own',
    ]);
  });

  it('a file under another name is told with it', async () => {
    renameSync(path('items.json'), path('Items.json'));
    expect(await copy.problems()).toEqual([
      'items.json: is missing; allowed: a readable file',
      expect.stringMatching(/^Items\.json: is no file of the game; .*did you mean 'items\.json'/),
    ]);
  });

  it('hidden files, folders, what is no JSON and what is its author’s own are passed over', async () => {
    const { hash } = await copy.load();
    for (const name of ['.items.json', 'x-ideas.json', 'items.json.bak', 'notes.txt']) copy.write(name, '\0');
    mkdirSync(path('old.json'));
    expect((await copy.load()).hash).toBe(hash);
  });
});

describe('beside the maps', () => {
  it('hidden files, folders and pictures of editors are passed over', async () => {
    const { hash } = await copy.load();
    for (const name of ['._meadow.tmj', '.meadow.tmj', 'meadow.tmj~', 'meadow.tmj.bak', 'notes.txt'])
      copy.write(`maps/${name}`, '\0\0');
    mkdirSync(path('maps/old.tmj'));
    cpSync(path('maps/meadow.tmj'), path('maps/old.tmj/meadow.tmj'));
    cpSync(path('maps/meadow.tmj'), path('maps/meadow.tmx'));
    cpSync(path('maps/terrain.tsj'), path('maps/tiles.json'));
    expect((await copy.load()).hash).toBe(hash);
  });

  it('maps in another format or under another name are told', async () => {
    copy.write('maps/forest.tmx', '<map/>');
    cpSync(path('maps/cave.tmj'), path('maps/cellar.json'));
    cpSync(path('maps/cave.tmj'), path('maps/cave copy.tmj'));
    renameSync(path('maps/cave.tmj'), path('maps/cave.TMJ'));
    const problems = await copy.problems();
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^maps\/forest\.tmx: is a map in Tiled's XML format; allowed: a map saved as \.tmj/,
        ),
        expect.stringMatching(/^maps\/cellar\.json: is a map, but does not end in \.tmj/),
        expect.stringMatching(/^maps\/cave copy\.tmj: is called 'cave copy'; allowed: lower case words/),
        expect.stringMatching(
          /^maps\/cave\.TMJ: ends in another case than \.tmj; allowed: the name 'cave\.tmj'/,
        ),
      ]),
    );
  });

  it('a link that leads nowhere is told', async () => {
    symlinkSync(path('nowhere.tmj'), path('maps/away.tmj'));
    expect(await copy.problems()).toEqual(['maps/away.tmj: is missing; allowed: a readable file']);
  });

  it('a link that leads to itself is told, and nothing else', async () => {
    symlinkSync('loop.tmj', path('maps/loop.tmj'));
    expect(await copy.problems()).toEqual([
      'maps/loop.tmj: is a link that leads round in a circle; allowed: a readable file',
    ]);
  });

  it('a pipe in place of a file is told, and not waited for', async () => {
    for (const name of ['skills.json', 'maps/cave.tmj']) {
      rmSync(path(name));
      execFileSync('mkfifo', [path(name)]);
    }
    expect(await copy.problems()).toEqual(
      expect.arrayContaining([
        'skills.json: is no regular file; allowed: a readable file',
        'maps/cave.tmj: is no regular file; allowed: a readable file',
      ]),
    );
  });

  it('no map at all is told', async () => {
    for (const name of ['cave.tmj', 'meadow.tmj']) rmSync(path(`maps/${name}`));
    expect(await copy.problems()).toEqual([
      'maps: holds no map; allowed: at least one .tmj file',
      ...Array.from({ length: 4 }, () =>
        expect.stringMatching(/^quests\.json: .*\.map: names the map '(meadow|cave)', which does not exist/),
      ),
      expect.stringMatching(/^rules\.json: startMap: names the map 'meadow', which does not exist/),
    ]);
  });
});
