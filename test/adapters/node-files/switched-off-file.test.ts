// What a server that is started again finds of what operators have switched off.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SwitchedOffFile } from '#adapters/node-files/notes/switched-off-file.js';
import { switchableVerbNames } from '#domain/ledger/switchable-verbs.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

let folder: string;
let note: SwitchedOffFile;
const path = (): string => join(folder, 'switched-off');

beforeEach(() => {
  folder = temporaryFolder();
  note = new SwitchedOffFile(folder);
});

describe('the file switched-off', () => {
  it('holds what is off, a line each, and is not there when all is on', () => {
    expect(note.find()).toEqual([]);
    note.keep(['trade', 'mailSend']);
    expect(new SwitchedOffFile(folder).find()).toEqual(['trade', 'mailSend']);
    expect(readFileSync(path(), 'utf8')).toBe('trade\nmailSend\n');
    note.keep([]);
    note.keep([]);
    expect(readdirSync(folder)).toEqual([]);
    note.keep(switchableVerbNames);
    expect(note.find()).toEqual(switchableVerbNames);
  });

  it('may be written by hand', () => {
    writeFileSync(path(), '\uFEFFtrade\r\n\r\n  buy \r\ntrade\r\n');
    expect(note.find()).toEqual(['trade', 'buy']);
  });

  it.each(['Trade', 'everything', '\0\0', 'start'])('that holds %j is refused, with what to do', (text) => {
    writeFileSync(path(), text);
    expect(() => note.find()).toThrow(
      `${path()} holds ${JSON.stringify(text)}, which is nothing that can be switched off; write some of pickUp, drop, `,
    );
  });

  it.each(['', '\n \n'])('that holds nothing (%j) is refused: it was cut short', (text) => {
    writeFileSync(path(), text);
    expect(() => note.find()).toThrow(`${path()} is empty; write some of pickUp, drop, `);
  });

  it('is what it was where it could not be written', () => {
    note.keep(['trade']);
    mkdirSync(`${path()}.new`);
    expect(() => note.keep(['buy'])).toThrow();
    expect(note.find()).toEqual(['trade']);
  });

  it('that is a folder is refused', () => {
    mkdirSync(path());
    expect(() => note.find()).toThrow('is a folder, where a file is expected');
  });
});
