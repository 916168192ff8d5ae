// The committed maps and records, each spoiled in one place: whatever is done to them, loading ends with a list of problems
// and never with an exception, and nothing that was retyped or misspelt is loaded in silence.

import { beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatProblem } from '#adapters/content-files/json/content-problem.js';
import { loadSchema } from '#codegen/load-schema.js';
import { loadContent } from '#adapters/content-files/load-content.js';
import { ContentCopy } from './content-copy.js';

const files = [
  ...readdirSync('content').filter((name) => name.endsWith('.json')),
  'maps/meadow.tmj',
  'maps/cave.tmj',
  'maps/terrain.tsj',
];

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Step = string | number;

const copy = new ContentCopy();
const original = new Map(files.map((file) => [file, readFileSync(join(copy.folder, file), 'utf8')]));
let hash = 0;

beforeAll(async () => {
  hash = (await copy.load()).hash;
});

/** One path of each kind: what lists hold is alike, so the first and the last of a list stand for all. */
function pathsIn(value: Json, path: Step[] = []): Step[][] {
  const inner = (step: Step, child: Json): Step[][] => [[...path, step], ...pathsIn(child, [...path, step])];
  if (Array.isArray(value)) {
    const shown = value.length > 2 ? [0, value.length - 1] : value.map((_, index) => index);
    return shown.flatMap((index) => inner(index, value[index]!));
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, child]) => inner(name, child));
}

const spots = files.flatMap((file) =>
  pathsIn(JSON.parse(original.get(file)!) as Json).map((path) => ({ file, path })),
);

const optionalFields = loadSchema('protocol-schema/content').files.flatMap(({ contents }) =>
  contents.flatMap((content) =>
    content.kind === 'content'
      ? content.fields.filter(({ optional }) => optional).map(({ name }) => name)
      : [],
  ),
);

interface Spoiled {
  /** Undefined when there was nothing to spoil. */
  readonly problems: readonly string[] | undefined;
  readonly sameGame: boolean;
}

async function spoil(
  { file, path }: { file: string; path: Step[] },
  change: (owner: { [name: string]: Json }, step: string) => void,
): Promise<Spoiled> {
  const document = JSON.parse(original.get(file)!) as Json;
  const owner = path
    .slice(0, -1)
    .reduce<Json>((at, step) => (at as { [name: string]: Json })[step]!, document);
  const before = JSON.stringify(document);
  change(owner as { [name: string]: Json }, String(path.at(-1)));
  const after = JSON.stringify(document);
  if (before === after) return { problems: undefined, sameGame: true };
  writeFileSync(join(copy.folder, file), after);
  try {
    const loaded = await loadContent(copy.folder);
    return loaded.ok
      ? { problems: [], sameGame: loaded.content.hash === hash }
      : { problems: loaded.problems.map(formatProblem), sameGame: false };
  } finally {
    writeFileSync(join(copy.folder, file), original.get(file)!);
  }
}

const chosen = fc.constantFrom(...spots);
/** A library's words, a stack, or a value that was never there. */
const foreignWords = /Invalid|Expected|expected |undefined|\[object|at .*\.ts|zod/;

function isNamed({ file }: { file: string }, problems: readonly string[]): boolean {
  // A tileset that cannot be read leaves its maps without faults of their own, and so on: the spoiled file is named.
  return (
    problems.some((problem) => problem.startsWith(file)) && !problems.some((one) => foreignWords.test(one))
  );
}

const runs = { numRuns: 80, seed: 8 };

describe('content of which one value is', () => {
  const otherTypes = [null, true, 'NaN', '', 7.5, -1, [], {}, [1], { a: 1 }, '64', 1e308] as Json[];

  it('of another type is refused by the name of its file', async () => {
    await fc.assert(
      fc.asyncProperty(chosen, fc.constantFrom(...otherTypes), async (at, value) => {
        const { problems } = await spoil(at, (owner, step) => {
          const before = owner[step];
          const kind = (one: unknown) => (one === null ? 'null' : Array.isArray(one) ? 'list' : typeof one);
          // Tiled writes its version as a number or as a text.
          if (kind(before) !== kind(value) && step !== 'version') owner[step] = value;
        });
        if (problems !== undefined) expect(isNamed(at, problems)).toBe(true);
      }),
      runs,
    );
  });

  it('under a misspelt name is refused by the name of its file', async () => {
    await fc.assert(
      fc.asyncProperty(chosen, fc.constantFrom('x', '_', '2'), async (at, letter) => {
        const { problems } = await spoil(at, (owner, step) => {
          if (Array.isArray(owner)) return;
          owner[step + letter] = owner[step]!;
          delete owner[step];
        });
        if (problems !== undefined) expect(isNamed(at, problems)).toBe(true);
      }),
      runs,
    );
  });

  it('huge or negative is refused, or no part of the game, or a number that the game allows', async () => {
    const ranged = /^(experience|coins|rewardExperience|rewardCoins|startCoins|value|id|x|y|width|height)/;
    await fc.assert(
      fc.asyncProperty(chosen, fc.constantFrom(-1, -1e9, 1e9, 1e300, 0xffff_ffff, 0.5), async (at, value) => {
        const step = String(at.path.at(-1));
        const { problems, sameGame } = await spoil(at, (owner) => {
          if (typeof owner[step] === 'number') owner[step] = value;
        });
        if (problems === undefined || problems.length > 0) {
          expect(problems === undefined || isNamed(at, problems)).toBe(true);
          return;
        }
        // A share of a half, a place half a pixel on, a price: within what content.tos allows.
        expect(sameGame || Math.abs(value) <= 1 || ranged.test(step)).toBe(true);
      }),
      runs,
    );
  });
});

/** A quest is named, and what it does without: nothing else may be told of it in place of what was left out. */
const missedByQuest =
  /^quests\.json: .*(?:'[^']+' can be got nowhere again|is '[^']+', which nobody gives); allowed: /;

describe('content of which something is left out', () => {
  /** Fields that may be missing, with what that means in content/README.md and the content's schema. */
  const optional = new Set(['properties', 'tiles', ...optionalFields]);

  it('is refused by the name of its file, unless the field may be missing or says nothing', async () => {
    await fc.assert(
      fc.asyncProperty(chosen, async (at) => {
        const step = at.path.at(-1)!;
        const { problems, sameGame } = await spoil(at, (owner, name) => {
          // An element less is another list, not a fault.
          if (!Array.isArray(owner)) delete owner[name];
        });
        if (problems === undefined) return;
        // What may be missing is missed where it is asked for: the loot that a quest collects, who gives a quest.
        const isMissed = optional.has(String(step)) && problems.every((each) => missedByQuest.test(each));
        if (problems.length > 0) expect(isMissed || isNamed(at, problems)).toBe(true);
        else expect([at, sameGame || optional.has(String(step))]).toEqual([at, true]);
      }),
      runs,
    );
  });

  it('in the middle of its text ends in problems, and so does text that was spoiled', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('', '"', '{', ']', ',', '\\', '\u0000', '\ud800', '}}', '-'),
        async (file, share, inserted) => {
          const text = original.get(file)!;
          const at = Math.floor(share * (text.length - 1));
          const spoiled = inserted === '' ? text.slice(0, at) : text.slice(0, at) + inserted + text.slice(at);
          writeFileSync(join(copy.folder, file), spoiled);
          try {
            const loaded = await loadContent(copy.folder);
            if (loaded.ok) return;
            const problems = loaded.problems.map(formatProblem);
            expect(problems.some((problem) => problem.startsWith(file))).toBe(true);
            expect(problems.filter((problem) => foreignWords.test(problem))).toEqual([]);
          } finally {
            writeFileSync(join(copy.folder, file), text);
          }
        },
      ),
      { numRuns: 60, seed: 8 },
    );
  });
});
