// From the content's language to TypeScript: what rules are told of a field, and how its value gets there. What the game's own
// content becomes is tested where it is loaded (test/adapters/content-files).

import { describe, expect, it } from '@jest/globals';
import { emitBlankRecords } from '#codegen/emit/content/emit-blank-records.js';
import { emitDefineRecords } from '#codegen/emit/content/emit-define-records.js';
import {
  emitContentRecords,
  emitDefinitions,
  emitMapDefinitions,
} from '#codegen/emit/content/emit-definitions.js';
import { emitRecordSchemas } from '#codegen/emit/content/emit-record-schemas.js';
import { emitTiledClasses } from '#codegen/emit/content/emit-tiled-classes.js';
import { readSchema } from '#codegen/load-schema.js';
import { SourceText } from '#codegen/text/source-text.js';

const contents = readSchema([
  new SourceText(
    'game.tos',
    `
enum Mood : u8 {
  glad = 1
  sad = 2
}

content Realm of map {
  id: id
}

enum Weather : u8 {
  dry = 1
  wet = 2
}

content Gate on map "gate" as rectangle {
  to: ref Realm
  opposite: ref Gate of to
  beside?: ref Gate
  openSeconds: seconds(1 .. 60) = 2
}

content Camp on map "camp" as circle {
  size: integer(3 .. 9)
  weather: Weather = dry
}

content Part {
  thing?: ref Thing
}

choice Deed {
  rest: Part
}

content Thing in "things" {
  id: id
  key: key
  note?: text<1 .. 9>
  mood: Mood = sad
  others?: ref Thing[..3]
  pausesSeconds: seconds(0 .. 9)[1 .. 2]
  realms?: ref Realm[..2]
  deeds?: Deed[..2] unread
  low: integer(2 .. 9)
  high: integer(-5 .. 9) at least low
}
`,
  ),
]).files.flatMap((file) => file.contents);

/** Without line ends and blanks, which the formatter sees to. */
const plain = (text: string): string => text.replace(/\s+/g, ' ');

describe('a definition', () => {
  const text = plain(emitDefinitions(contents));

  it.each([
    ['keeps text that may be missing', 'readonly note: string | undefined;'],
    ['names members', 'readonly mood: Mood;'],
    ['holds ids', 'readonly others: readonly number[];'],
    ['counts ticks', 'readonly pausesTicks: readonly number[];'],
    ['names maps by key', 'readonly realmsKeys: readonly string[];'],
    ['has 0 for no record', 'The id of a thing; 0: none. */ readonly thing: number;'],
    ['tells cases apart', "export type Deed = | (Part & { readonly kind: 'rest' });"],
    ['tells what no rule reads', 'No rule reads it yet. */ readonly deeds: readonly Deed[];'],
    ['tells limits', 'At least low. -5 to 9. */ readonly high: number;'],
  ])('%s', (_, words) => {
    expect(text).toContain(words);
  });

  it('of an object has its place, by its shape, and is listed with its class', () => {
    const maps = plain(emitMapDefinitions(contents));
    expect(maps).toContain('export interface Gate extends MapRectangle {');
    expect(maps).toContain('export interface Camp extends MapCircle {');
    expect(maps).toContain('readonly oppositeKey: string;');
    expect(maps).toContain("import type { Weather } from './definitions.js';");
    expect(plain(emitDefinitions(contents))).toContain("export type Weather = | 'dry' | 'wet';");
    expect(maps).toContain('readonly gates: readonly Gate[]; readonly camps: readonly Camp[];');
  });

  it('is found by its id', () => {
    expect(plain(emitContentRecords(contents))).toContain(
      '/** By the id of a thing. */ readonly things: ById<ThingDefinition>;',
    );
  });
});

describe('what is defined', () => {
  const text = plain(emitDefineRecords(contents));

  it.each([
    ['is asked for by list and key, with its path', "checker.idOf('things', each, [...path, 'others', i])"],
    [
      'is an empty list when that is missing',
      'others: record.others === undefined ? [] : record.others.map(',
    ],
    ['is none when that is missing', 'thing: record.thing === undefined ? 0 : checker.idOf('],
    ['is turned into ticks one by one', 'pausesTicks: record.pausesSeconds.map((each, i) => ticks(each))'],
    [
      'is held against the other field',
      "checker.atLeast(record.high, 'low', record.low, [...path, 'high']);",
    ],
    ['follows its case', "case 'rest': return { kind: record.kind, ...definePart(record, path, checker) };"],
  ])('%s', (_, words) => {
    expect(text).toContain(words);
  });

  it('on a map is on the map that the field names, or on the same', () => {
    const objects = plain(emitTiledClasses(contents));
    expect(objects).toContain(
      "checker.objectNamed('gate', values.opposite, values.to, [...path, 'opposite'])",
    );
    expect(objects).toContain(
      "besideKey: values.beside === undefined ? '' : checker.objectNamed('gate', values.beside, undefined,",
    );
  });
});

it('a file is held against types and ranges', () => {
  const text = plain(emitRecordSchemas(contents));
  expect(text).toContain(
    "note: visibleText(1, 9).optional(), mood: z.enum(['glad', 'sad']).default(\"sad\"),",
  );
  expect(text).toContain('pausesSeconds: z.array(z.number().min(0).max(9)).min(1).max(2),');
});

it('a blank record has defaults, or what is nearest to nothing', () => {
  const text = plain(emitBlankRecords(contents));
  expect(text).toContain('note: undefined, mood: "sad", others: [], pausesTicks: [],');
  expect(text).toContain('low: 2, high: 0');
});
