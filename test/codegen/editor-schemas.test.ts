// The content files in an editor that follows .vscode/settings.json, by the engine that VS Code itself uses: what is
// committed has no complaints, what the server refuses has, and every field explains itself.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import {
  getLanguageService,
  TextDocument,
  type Diagnostic,
  type LanguageService,
  type MarkedString,
} from 'vscode-json-languageservice';

const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as {
  'json.schemas': { fileMatch: string[]; url: string }[];
};
const mapped = settings['json.schemas'];
const recordFiles = mapped.map(({ fileMatch }) => fileMatch[0]!.slice(1));

const service: LanguageService = getLanguageService({
  schemaRequestService: (uri) => Promise.resolve(readFileSync(new URL(uri), 'utf8')),
  workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).href },
});
service.configure({
  validate: true,
  // VS Code takes a leading / as the opened folder.
  schemas: mapped.map(({ fileMatch, url }) => ({
    fileMatch: fileMatch.map((pattern) => `*${pattern}`),
    uri: pathToFileURL(resolve(url)).href,
  })),
});

function open(file: string, text: string): TextDocument {
  return TextDocument.create(pathToFileURL(resolve(file)).href, 'json', 1, text);
}

async function complaints(file: string, text: string): Promise<Diagnostic[]> {
  const document = open(file, text);
  return service.doValidation(document, service.parseJSONDocument(document));
}

/** What is shown where `word` stands. */
async function hover(file: string, word: string): Promise<string> {
  const document = open(file, readFileSync(file, 'utf8'));
  const position = document.positionAt(document.getText().indexOf(word) + 1);
  const shown = await service.doHover(document, position, service.parseJSONDocument(document));
  return ((shown?.contents ?? []) as MarkedString[]).join('\n');
}

it('every record file is mapped to its schema', () => {
  const files = readdirSync('content').filter((name) => name.endsWith('.json'));
  expect(recordFiles.map((file) => file.replace('content/', '')).sort()).toEqual(files.sort());
});

describe.each(recordFiles)('%s in the editor', (file) => {
  const text = readFileSync(file, 'utf8');

  it('has no complaints', async () => {
    expect(await complaints(file, text)).toEqual([]);
  });

  it('has one for each kind of mistake, at its place', async () => {
    const [, name, value] = /[{,]\s*"(\w+)": (\d+(?:\.\d+)?)/.exec(text)!;
    const written = `"${name}": ${value}`;
    for (const wrong of [`"${name}": "${value}"`, `"${name}": -1e9`, `"${name}x": ${value}`]) {
      const found = await complaints(file, text.replace(written, wrong));
      expect([wrong, found.length > 0]).toEqual([wrong, true]);
      const line = text.slice(0, text.indexOf(written)).split('\n').length - 1;
      // A field that is missing is told at the object's beginning.
      expect(found.map(({ range }) => range.start.line).some((at) => Math.abs(at - line) <= 2)).toBe(true);
    }
  });
});

describe('the editor', () => {
  it.each([
    ['content/items.json', '"weightGrams"', 'What one of it weighs\\. (0 to 1000000 g)'],
    ['content/creatures.json', '"aggroRangeM"', '(0 to 40 m)'],
    ['content/rules.json', '"startMap"', 'A map under content/maps'],
    ['content/quests.json', '"stages"', '(1 to 8 entries)'],
  ])('explains in %s the field %s', async (file, word, words) => {
    expect((await hover(file, word)).replace(/\\(.)/g, '$1')).toContain(words.replace(/\\(.)/g, '$1'));
  });

  it('allows $schema where a file is an object', async () => {
    const file = join('content', 'rules.json');
    const text = readFileSync(file, 'utf8');
    const named = text.replace('{', '{\n  "$schema": "../protocol-schema/content/rules.schema.json",');
    expect(await complaints(file, named)).toEqual([]);
  });

  it('offers the values of a choice', async () => {
    const file = 'content/items.json';
    const text = readFileSync(file, 'utf8').replace('"kind": "weapon"', '"kind": ""');
    const document = open(file, text);
    const position = document.positionAt(text.indexOf('"kind": ""') + 9);
    const offered = await service.doComplete(document, position, service.parseJSONDocument(document));
    expect(offered!.items.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['"weapon"', '"armour"', '"quest"']),
    );
  });
});
