// What a server that is started again finds of its drain.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DrainedFile } from '#adapters/node-files/notes/drained-file.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let folder: string;
let note: DrainedFile;
const path = (): string => join(folder, 'drained');

beforeEach(() => {
  folder = temporaryFolder();
  note = new DrainedFile(folder);
});

describe('the file drained', () => {
  it.each(['stay', 'stop', 'restart'] as const)('holds %s until it is forgotten', (then) => {
    expect(note.find()).toBeUndefined();
    note.keep(then);
    expect(new DrainedFile(folder).find()).toBe(then);
    expect(readFileSync(path(), 'utf8')).toBe(`${then}\n`);
    note.forget();
    note.forget();
    expect(new DrainedFile(folder).find()).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('may be written or deleted by hand', () => {
    writeFileSync(path(), '\uFEFFstay\r\n');
    expect(note.find()).toBe('stay');
    rmSync(path());
    expect(note.find()).toBeUndefined();
  });

  it.each(['', 'open', 'staystop', '\0\0\0\0\0'])('that holds %j is refused, with what to do', (text) => {
    writeFileSync(path(), text);
    expect(() => note.find()).toThrow(
      `${path()} holds none of stop, stay, restart, what is to become of a server that was drained; write one of them into it, ` +
        'or delete it: then the server opens',
    );
  });

  it('is not there where it could not be written', () => {
    mkdirSync(`${path()}.new`);
    expect(() => note.keep('stay')).toThrow();
    expect(existsSync(path())).toBe(false);
  });
});
