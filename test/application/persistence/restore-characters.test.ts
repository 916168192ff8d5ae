// A character gets back what it had: only one that is away and stays away meanwhile, when all that happened is stored, in turn with
// erasures.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import type { Restoring, RestoreQuery } from '#application/ledger/restore/restore-in-journal.js';
import { restoringFacts } from '#application/ledger/restore/restore-changes.js';
import { RestoreCharacters } from '#application/persistence/restore-characters.js';
import type { CommandAnswer } from '#ports/admin/operations/operator-command.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { JournalError } from '#ports/storage/journal.js';
import { TurnedClock } from '../../support/admin/admin-world.js';

let clock: TurnedClock;
/** Of the tick, to who asks for the way, and to who asks for the writing. */
let answer: CommandAnswer;
let verdict: CommandAnswer;
let erasing: Promise<void>;
/** How often the journal says that it cannot store yet. */
let refusals: number;
let done: RestoreQuery[];
/** Of the orders that had some. */
let written: Uint8Array[];
/** What happened, in order. */
let steps: string[];
let plan: Restoring | 'nothing-to-restore' | 'not-begun';

const changes = {
  ...{ taken: [], given: [], professions: [], quests: [] },
  ...{ coins: { now: 1, then: 2 }, experience: { now: 0, then: 0 } },
};

beforeEach(() => {
  clock = new TurnedClock();
  answer = applied(0);
  verdict = applied(0);
  erasing = Promise.resolve();
  refusals = 0;
  done = [];
  written = [];
  steps = [];
  plan = { entry: 3, storedUnix: null, changes };
});

const restore = (name: string, characterId = 7) =>
  new RestoreCharacters({
    store: {
      find: async (asked) =>
        asked === 'Ada' ? ({ characterId: 7, name: asked } as unknown as StoredCharacter) : undefined,
    },
    erasures: { between: (work) => erasing.then(work) },
    keeper: {
      shutOut: (key) => void steps.push(`shut ${key}`),
      letIn: (key) => void steps.push(`open ${key}`),
    },
    tick: {
      run: async ({ facts }) => {
        steps.push(facts === undefined ? 'make way' : 'write');
        if (facts !== undefined) written.push(facts);
        return facts === undefined ? answer : verdict;
      },
    },
    ownership: {
      settle: async () => {
        steps.push('settle');
        return refusals-- <= 0;
      },
    },
    restores: {
      changes: async (query) => {
        steps.push('journal');
        done.push(query);
        return plan;
      },
    },
    clock,
    pauses: { pause: async (ms) => void (clock.atUnixMs += ms) },
  }).run({ name, characterId, before: 12 });

describe('restoring a character', () => {
  it('shuts it out, has the tick make way, everything stored, and the tick write what the journal says, before it is let in', async () => {
    refusals = 1;
    expect(await restore('Ada')).toEqual(applied(0));
    expect(steps).toEqual([
      ...['shut Ada', 'make way', 'settle', 'settle', 'journal', 'write', 'settle', 'open Ada'],
    ]);
    expect(done).toEqual([{ character: 7, before: 12 }]);
    expect(written).toEqual([restoringFacts(changes, { character: 7, tick: 0, firstInstance: 1 })]);
  });

  it('is refused for who is in the world, for a name that nobody bears, and where there is nothing to do', async () => {
    answer = refused('in-world');
    expect(await restore('Ada')).toEqual(refused('in-world'));
    expect(steps).toEqual(['shut Ada', 'make way', 'open Ada']);
    expect(await restore('Bob')).toEqual(refused('not-here'));
    expect(await restore('Ada', 8)).toEqual(refused('not-here'));
    expect(done).toEqual([]);
    answer = applied(0);
    for (plan of ['nothing-to-restore', 'not-begun'] as const)
      expect(await restore('Ada')).toEqual(refused(plan));
    expect(steps.at(-1)).toBe('open Ada');
  });

  it('is told why the tick wrote nothing, and is unfinished while what it wrote cannot be stored', async () => {
    verdict = refused('busy');
    expect(await restore('Ada')).toEqual(refused('busy'));
    verdict = applied(0);
    refusals = 0;
    const storesNoMore = (): void => void (refusals = Infinity);
    written.push = () => {
      storesNoMore();
      return 1;
    };
    expect(await restore('Ada')).toEqual(refused('unfinished'));
    expect(steps.at(-1)).toBe('open Ada');
  });

  it('does nothing while what happened before cannot be stored', async () => {
    refusals = Infinity;
    expect(await restore('Ada')).toEqual(refused('not-recorded'));
    expect(done).toEqual([]);
    expect(steps.at(-1)).toBe('open Ada');
  });

  it('says that it cannot be stored where the journal has no room for it', async () => {
    for (const code of ['full', 'locked', 'failed'] as const) {
      done.push = () => {
        throw new JournalError(code, 'no room');
      };
      expect(await restore('Ada')).toEqual(refused('not-recorded'));
      expect(steps.at(-1)).toBe('open Ada');
    }
  });

  it('lets it in again when the journal fails, and waits until nobody is being erased', async () => {
    const erased = Promise.withResolvers<void>();
    erasing = erased.promise;
    const told = restore('Ada');
    await new Promise(setImmediate);
    expect(steps).toEqual([]);
    erased.resolve();
    await told;
    plan = undefined as never;
    done.push = () => {
      throw new Error('no disk');
    };
    await expect(restore('Ada')).rejects.toThrow('no disk');
    expect(steps.at(-1)).toBe('open Ada');
  });
});
