// What a server that is started again finds of what was planned.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlannedFile } from '#adapters/node-files/notes/planned-file.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let folder: string;
let note: PlannedFile;
const path = (): string => join(folder, 'planned');
const plan = {
  ...{ atUnixMs: Date.UTC(2030, 0, 31, 4), graceSeconds: 300, then: 'restart' as const },
  text: 'Bäder zu',
};

beforeEach(() => {
  folder = temporaryFolder();
  note = new PlannedFile(folder);
});

describe('the file planned', () => {
  it('holds a plan, for people to read, until it is forgotten', () => {
    expect(note.find()).toBeUndefined();
    note.keep(plan);
    expect(new PlannedFile(folder).find()).toEqual(plan);
    expect(readFileSync(path(), 'utf8')).toBe(
      '{"at":"2030-01-31T04:00:00.000Z","graceSeconds":300,"then":"restart","text":"Bäder zu"}\n',
    );
    note.keep({ ...plan, then: 'stop' });
    expect(note.find()).toMatchObject({ then: 'stop' });
    note.forget();
    note.forget();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('may be written or deleted by hand', () => {
    writeFileSync(
      path(),
      '\uFEFF{ "at": "2030-01-31T04:00:00Z",\r\n "graceSeconds": 300, "then": "restart", "text": "Bäder zu" }',
    );
    expect(note.find()).toEqual(plan);
    rmSync(path());
    expect(note.find()).toBeUndefined();
  });

  it.each([
    '',
    'soon',
    '{}',
    '[]',
    '\0\0\0',
    '{"at":"2030-01-31","graceSeconds":300,"then":"restart","text":""}',
    '{"at":"2126-01-31T04:00:00Z","graceSeconds":300,"then":"restart","text":""}',
    '{"at":"1926-01-31T04:00:00Z","graceSeconds":300,"then":"restart","text":""}',
    '{"at":"2030-01-31T04:00:00Z","graceSeconds":-1,"then":"restart","text":""}',
    '{"at":"2030-01-31T04:00:00Z","graceSeconds":300,"then":"burn","text":""}',
    '{"at":"2030-01-31T04:00:00Z","graceSeconds":300,"then":"stop","text":"","more":1}',
  ])('that holds %j is refused, with what to do', (text) => {
    writeFileSync(path(), text);
    expect(() => note.find()).toThrow(
      `${path()} holds no plan, which is JSON as {"at": "2030-01-31T04:00:00Z", "graceSeconds": 300, "then": "restart", "text": ""}; from the year 1970 to 2099; mend it, or delete it: then nothing is planned`,
    );
  });

  it('stays as it was where it cannot be written', () => {
    note.keep(plan);
    mkdirSync(`${path()}.new`);
    expect(() => note.keep({ ...plan, then: 'stop' })).toThrow();
    expect(note.find()).toEqual(plan);
  });
});
