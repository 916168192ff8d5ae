// Some pairs of the economy's verbs in every test run, and that no verb is forgotten; `npm run simulate -- --part economy`
// plays all. See src/simulate/economy.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Content } from '#domain/content/content.js';
import { pointAtInventory } from '#domain/inventory/bags.js';
import { Bag } from '#domain/ledger/bag.js';
import { orderRules } from '#domain/decisions/order-rules.js';
import { postLetter } from '#domain/mail/post.js';
import {
  noteCoinsChanged,
  noteCommandDone,
  noteExperienceChanged,
  noteListingOpened,
} from '#domain/vocabulary/generated/facts.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { LedgerVerb, LetterKind, PurseKind } from '#domain/vocabulary/generated/words.js';
import { requireContent } from '#src/process/require-content.js';
import { checkPair } from '#src/simulate/economy/check-pair.js';
import { runPair } from '#src/simulate/economy/cases/run-pair.js';
import type { Meddle } from '#src/simulate/economy/cases/run-case.js';
import { pairNumberOf, pairOf, pairsCount, seedOfPair } from '#src/simulate/economy/pair-numbers.js';
import {
  playNames,
  playsOfRequest,
  playsOfTime,
  playsOfVerb,
  type PlayName,
} from '#src/simulate/economy/plays/all-plays.js';
import { economyContent } from '#src/simulate/economy/server/stage-content.js';
import type { EconomyStage } from '#src/simulate/economy/server/stage.js';
import { parseSimulateFlags } from '#src/simulate/simulate-flags.js';

const content = economyContent(await requireContent('content'));

/** Every verb is done in a pair with itself, and another part of all pairs is played with each seed. */
const testSeed = 1;
const everyPairs = 97;

describe('two verbs of the economy, and a crash, a disconnect, a change of map or an operator between them', () => {
  const numbers = Array.from({ length: pairsCount }, (_, number) => number);
  const chosen = numbers.filter((number) => number % everyPairs === testSeed % everyPairs);

  it('keep the ledger, in a part of all pairs, each in another way', async () => {
    for (const number of chosen) {
      const verdict = await checkPair(content, {
        ...{ number, firstSeed: testSeed, interleavings: 1 },
        ...{ twice: number % 5 === 0, kills: true },
      });
      expect(verdict.broken).toEqual([]);
    }
    expect(chosen.length).toBeGreaterThan(15);
  });

  it('keep the ledger when both are the same verb, and each verb is done and writes the entries that are said', async () => {
    const entries = new Set<string>();
    for (const name of playNames) {
      const number = pairNumberOf(`${name},${name}`)!;
      const run = await runPair(content, {
        ...{ pair: [name, name], seed: seedOfPair(testSeed, number), interleavings: 1, kills: false },
      });
      expect([name, run.broken]).toEqual([name, []]);
      expect([name, run.done]).toEqual([name, [name]]);
      for (const [verb, plays] of Object.entries(playsOfVerb))
        if (typeof plays !== 'string' && plays.includes(name))
          expect([name, [...run.verbs.keys()].filter((each) => each === verb)]).toEqual([name, [verb]]);
      for (const verb of run.verbs.keys()) entries.add(verb);
    }
    const silent = Object.keys(LedgerVerb).filter((verb) => !entries.has(verb));
    const unplayed = Object.entries(playsOfVerb).filter(([, plays]) => typeof plays === 'string');
    expect(unplayed.map(([verb]) => verb)).toEqual(expect.arrayContaining(silent));
  });

  it('is played alone by its name', () => {
    const number = pairNumberOf('deposit,tradeConfirm')!;
    expect(pairOf(number)).toEqual(['deposit', 'tradeConfirm']);
    expect(pairNumberOf('deposit,nothing')).toBeUndefined();
    expect(pairNumberOf('deposit')).toBeUndefined();
    const flags = parseSimulateFlags(['--case', 'deposit,tradeConfirm'], 1);
    expect(flags).toMatchObject({ kind: 'flags', flags: { case: 'deposit,tradeConfirm' } });
    expect(parseSimulateFlags(['--case', 'deposit,tradeConfrm'], 1)).toMatchObject({
      kind: 'faulty',
      problems: [expect.stringMatching(/must be two of .*; did you mean tradeConfirm\?/)],
    });
  });
});

describe('newcomers', () => {
  it('play every verb, and nothing goes from one to another (class 51)', async () => {
    const { lists } = content;
    const rules = { ...lists.rules, givesAfterPlayedSeconds: 86_400 };
    const young = new Content({ ...lists, rules });
    const verbs = new Set<string>();
    for (const name of playNames) {
      const part = { seed: testSeed, interleavings: 1, kills: false };
      const run = await runPair(young, { pair: [name, name], ...part });
      for (const verb of run.verbs.keys()) verbs.add(verb);
    }
    // Between a player and its own bags, stations, vendors, givers of quests, creatures and the operators; what a creature
    // left and nobody took decays. Whatever else there will be has to be thought of.
    expect([...verbs].sort()).toEqual([
      ...[
        'arrange',
        'buy',
        'buyBack',
        'craft',
        'death',
        'decay',
        'deposit',
        'discard',
        'equip',
        'erase',
        'fee',
      ],
      ...['grant', 'kill', 'quest', 'repair', 'sell', 'sold', 'start', 'unequip', 'use', 'wear', 'withdraw'],
    ]);
  });
});

describe('what is interleaved', () => {
  it('is every request that a rule carries out, and every verb of the ledger, or says why not; and nothing else', () => {
    for (const [name, id] of Object.entries(RequestId))
      if (Object.hasOwn(orderRules, id)) expect(Object.keys(playsOfRequest)).toContain(name);
    expect(Object.keys(RequestId)).toEqual(expect.arrayContaining(Object.keys(playsOfRequest)));
    expect(Object.keys(playsOfVerb).sort()).toEqual(Object.keys(LedgerVerb).sort());
    const asked = Object.values(playsOfRequest).flat();
    expect([...new Set([...asked, ...playsOfTime])].sort()).toEqual([...playNames].sort());
  });

  it('leaves out no verb that some rule of the game does', () => {
    const rules = sourcesOf('domain').filter(({ path }) => !path.endsWith('ledger/verb-rules.ts'));
    for (const [verb, plays] of Object.entries(playsOfVerb)) {
      if (plays !== 'no rule') continue;
      const users = rules.filter(({ text }) => new RegExp(`LedgerVerb\\.${verb}\\b`).test(text));
      expect([verb, users.map(({ path }) => path)]).toEqual([verb, []]);
    }
  });
});

describe('a fault in the server', () => {
  const found = async (pair: readonly [PlayName, PlayName], meddle: Meddle): Promise<string> => {
    const { broken } = await runPair(content, { pair, seed: 5, interleavings: 1, kills: false }, meddle);
    return broken.join('\n');
  };

  it('that gives something without an entry is found', async () => {
    const broken = await found(['move', 'move'], (stage) => {
      const bag = pointAtInventory(stage.world, stage.rowOf(stage.players[0]!), new Bag());
      bag.columns.counts[bag.first]! += 1;
    });
    expect(broken).toMatch(/is 2 of item 1 in .*and by the entries 1 of item 1/);
    expect(broken).toMatch(/there should be \d+ units of item 1, and there are/);
  });

  it('that has a stack in two places is found', async () => {
    const broken = await found(['move', 'move'], (stage) => {
      const bag = pointAtInventory(stage.world, stage.rowOf(stage.players[0]!), new Bag());
      for (const column of Object.values(bag.columns)) column[bag.first + 31] = column[bag.first]!;
    });
    expect(broken).toMatch(/stack \d+ lies in .* and in/);
  });

  it('that forgets coins, or a letter, is found', async () => {
    const coins = await found(['sell', 'use'], (stage) => {
      const [player] = stage.players.slice(-1);
      if (player !== undefined) stage.world.components.wallet.columns.coins[stage.rowOf(player)]! -= 1;
    });
    expect(coins).toMatch(/the purse of character \d+ has \d+, and by the entries/);
    const letter = await found(['sendLetter', 'use'], ({ world: { tables } }) => {
      tables.letters.coins.fill(0);
    });
    expect(letter).toMatch(/letter \d+ has 0, and by the entries 7/);
  });

  it('that leaves the body of who was erased, or a trade of it, is found', async () => {
    const played = await found(['sendLetter', 'listItem'], (stage) => {
      const gone = stage.everybody.slice(-2).find(({ isErased }) => isErased);
      if (gone === undefined) return;
      const { trades } = stage.world.tables;
      const { player } = stage.world.components;
      trades.entities[trades.open() * 2] = 0x7fff_ffff;
      const { rowsUsed } = stage.world.store.entities;
      for (let row = 1; row < rowsUsed; row++)
        if (player.has(row)) player.columns.character[row] = gone.characterId;
    });
    for (const what of ['its body', 'trade \\d+, of which a side is gone'])
      expect(played).toMatch(new RegExp(`was erased, and there is ${what}`));
  });

  it.each<[string, (stage: EconomyStage, gone: number) => unknown, string[]]>([
    [
      'a letter that it wrote',
      ({ world }, from) => {
        const words = 'Ada\nnews\nwords';
        postLetter(world, { kind: LetterKind.written, from, to: from + 1000, cashOnDelivery: 0, words }, 0);
      },
      [
        'there is letter N of it',
        'there is what it wrote, in entry N',
        'there is letter N of it in the world',
        'the tables have letter N of it',
      ],
    ],
    [
      'a letter to it',
      ({ world }, to) =>
        postLetter(world, { kind: LetterKind.sold, from: 0, to, cashOnDelivery: 0, words: '\n\n' }, 0),
      ['there is letter N of it', 'there is letter N of it in the world', 'the tables have letter N of it'],
    ],
    [
      'a listing',
      ({ world }, seller) => {
        const row = world.tables.listings.open(seller, 5, 9_000_000_000);
        noteListingOpened(world.facts, 0, seller, 0, world.tables.listings.ids[row]!, 5, 9_000_000_000);
      },
      [
        'there is listing N of it',
        'there is listing N of it in the world',
        'the tables have listing N of it',
      ],
    ],
    [
      'coins',
      ({ world: { facts } }, id) =>
        noteCoinsChanged(facts, 0, id, 0, 0, LedgerVerb.grant, 5, 5, PurseKind.wallet, id),
      ['there is coins of it', 'the tables have coins of it'],
    ],
    [
      'experience',
      ({ world: { facts } }, id) => noteExperienceChanged(facts, 0, 0, id, LedgerVerb.kill, 5, 5),
      ['there is experience of it', 'the tables have experience of it'],
    ],
    [
      'a done command',
      ({ world: { facts } }, id) => noteCommandDone(facts, 0, id, 7, 1),
      ['the tables have a command of it'],
    ],
  ])('that leaves %s of who was erased is found', async (_, plant, traces) => {
    const broken = await found(['move', 'move'], (stage) => {
      const gone = stage.everybody.slice(-2).find(({ isErased }) => isErased);
      if (gone === undefined) return;
      stage.world.facts.reserve(1);
      plant(stage, gone.characterId);
      stage.apply();
      stage.server.store();
    });
    const lines = broken.split('\n').flatMap((line) => / was erased, and (.*)/.exec(line)?.[1] ?? []);
    expect([...new Set(lines.map((line) => line.replace(/\d+/, 'N')))]).toEqual(traces);
  });
});

function sourcesOf(folder: string): { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.includes('generated'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
