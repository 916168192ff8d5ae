// Recorded tellings: seeded players in a small world, and tick by tick all that players and the store are told, and what
// the published frame shows. The recordings stand in `recordings/`; nothing in them knows how the simulation is built,
// so they hold before and after any change that is to keep the game as it is.
//
// A change that is meant to change what players or the store are told, or what frames show, re-records:
//
//   UPDATE_TELLINGS=1 npm test -- test/simulation/tellings
//
// and says in its commit what changed and why; the difference of seed 1's text shows it to the reader. A change of
// structure does not re-record. If only `order` differs (the same is told in the same tick, in another order), look
// whether any one player could tell, and say so in the commit; `dates` decides what gateways send, nothing else.
//
// To compare all that is told before and after a change, play both sides and compare the folders:
//
//   TELLINGS_TO=/tmp/after NODE_OPTIONS=--experimental-vm-modules npx jest test/simulation/tellings

import type { PlayerTelling } from './harness/tellings.js';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  ChatScope,
  CombatOutcome,
  PartyEnd,
  PartyInvitationEnd,
  RefusalReason,
  TradeEnd,
} from '#domain/vocabulary/generated/words.js';
import type { CharacterCourier } from '#ports/threads/character-courier.js';
import type { ReportCourier } from '#ports/threads/report-courier.js';
import { play } from './play.js';
import type { PlayedSeed } from './play.js';
import { compareLines, firstDifference, ofTick, recordingOf, textOf } from './recording.js';
import type { Scenario } from './stage.js';

/** The first one is short; all it tells is kept as text. The last one has few seats, and little room for entities. */
const scenarios: readonly Scenario[] = [
  { seed: 1, ticks: 1200, players: 6, playersMax: 8, entitiesMax: 120 },
  { seed: 2, ticks: 3600, players: 10, playersMax: 16, entitiesMax: 200 },
  { seed: 3, ticks: 3600, players: 12, playersMax: 16, entitiesMax: 200 },
  { seed: 4, ticks: 2400, players: 12, playersMax: 9, entitiesMax: 19 },
];
const textSeed = 1;

const folder = 'test/simulation/tellings/recordings';
const updates = process.env['UPDATE_TELLINGS'] === '1';
const textFolder = process.env['TELLINGS_TO'];

const fileOf = (seed: number) => join(folder, `seed-${seed}.txt`);
const textFileOf = (seed: number) => join(folder, `seed-${seed}-told.txt`);
const linesOf = (file: string) =>
  existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : undefined;
const write = (file: string, lines: readonly string[]) => writeFileSync(file, `${lines.join('\n')}\n`);

const played = new Map<Scenario, PlayedSeed>();

function playOnce(scenario: Scenario): PlayedSeed {
  const known = played.get(scenario);
  if (known !== undefined) return known;
  const keeps = textFolder !== undefined || scenario.seed === textSeed;
  const now = play(scenario, () => keeps);
  played.set(scenario, now);
  return now;
}

function record({ seed }: Scenario, now: PlayedSeed): void {
  mkdirSync(folder, { recursive: true });
  write(fileOf(seed), recordingOf(now));
  if (seed === textSeed) write(textFileOf(seed), textOf(now.lines));
}

/** What differs first, in words; empty when nothing does. */
function differences(scenario: Scenario, now: PlayedSeed): string {
  const recorded = linesOf(fileOf(scenario.seed));
  if (recorded === undefined) return `${fileOf(scenario.seed)} is not there: see this test's head`;
  const difference = firstDifference(recorded, recordingOf(now));
  if (difference === undefined) return '';
  const { tick, aspects, isShown } = difference;
  const { told, shown } = play(scenario, (each) => each === tick).lines.get(tick) ?? {
    told: [],
    shown: [],
  };
  const text = linesOf(textFileOf(scenario.seed));
  const ownStream =
    'If little was to change and all that follows did: a new use of chance draws from a random stream of its own ' +
    '(`randomNames` in domain/world/world.ts).';
  const meant =
    'If that is what the change is for, record it anew: UPDATE_TELLINGS=1 npm test -- test/simulation/tellings ' +
    '(when that is right, says the head of this test).';
  const heading =
    text === undefined
      ? `told in this run (for the recorded side play with TELLINGS_TO where the recording was made):`
      : `told (- recorded, + this run):`;
  return [
    `seed ${scenario.seed} goes another way from tick ${tick} on:`,
    ...aspects.map((aspect) => `  ${aspect}`),
    heading,
    ...(text === undefined ? told : compareLines(ofTick(text, tick), told)).map((line) => `  ${line}`),
    ...(isShown ? ['shown in this run:', ...shown.map((line) => `  ${line}`)] : []),
    ownStream,
    meant,
  ].join('\n');
}

describe('what players and the store are told, and what is shown', () => {
  it.each(scenarios)('is what was recorded: seed $seed', (scenario) => {
    const now = playOnce(scenario);
    if (textFolder !== undefined) {
      mkdirSync(textFolder, { recursive: true });
      write(join(textFolder, `seed-${scenario.seed}-told.txt`), textOf(now.lines));
    }
    if (updates) record(scenario, now);
    const found = differences(scenario, now);
    if (found !== '') throw new Error(found);
  });

  it.each(scenarios)('and the whole world go the same way in a second run: seed $seed', (scenario) => {
    const [first, second] = [playOnce(scenario), play(scenario, () => false)];
    expect(second.hashes).toEqual(first.hashes);
    expect(recordingOf(second)).toEqual(recordingOf(first));
  });
});

describe('the recorded seeds', () => {
  // The compiler demands an entry for each call, so a new one cannot be forgotten here. Operators' words to everybody come
  // from no rule and no player: test/application/operations has them.
  const told: Record<PlayerTelling | keyof CharacterCourier | keyof ReportCourier, true> = {
    placed: true,
    welcome: true,
    mapChanged: true,
    characterStatus: true,
    inventorySlot: true,
    refused: true,
    chat: true,
    chatNearby: true,
    combat: true,
    commandConfirmed: true,
    craftingBegun: true,
    pieceCrafted: true,
    craftingEnded: true,
    professionSkill: true,
    partyInvited: true,
    partyInvitationEnded: true,
    partyState: true,
    partyMoved: true,
    partyEnded: true,
    lootRollBegun: true,
    lootRollEnded: true,
    reportTaken: true,
    reportDecided: true,
    tradeInvited: true,
    tradeState: true,
    tradeEnded: true,
    letter: true,
    lettersRead: true,
    letterNews: true,
    marketListing: true,
    marketSearched: true,
    questStatus: true,
    questOffers: true,
    end: true,
    requestLoad: true,
    requestName: true,
    save: true,
    entered: true,
    departed: true,
    allSaved: true,
    report: true,
    decisionTold: true,
  };
  /**
   * No rule gives these yet, or these players ask for nothing that meets them: of what is worn, consumed, carried and bound, and of newcomers,
   * test/domain/equipment and its neighbours tell. Who lets the players ask for one takes it from here.
   */
  const refusalsWithoutRule: readonly string[] = [
    'muted',
    'newcomer',
    'notStored',
    'switchedOff',
    'bound',
    'requirementsNotMet',
    'tooHeavy',
    'wornOut',
    'questLogFull',
    'tooManyReports',
  ];
  const refusals = Object.keys(RefusalReason);
  const ends = ['kicked', 'banned', 'replaced', 'overloaded', 'characterUnavailable', 'nameTaken'];
  const situations = [
    'a player died',
    'a creature died',
    'stood up when asked',
    'stood up by itself',
    'experience gained',
    'experience lost',
    'level gained',
    'coins gained',
    'picked up',
    'lingers',
    'taken over',
    'save without room',
    'requestLoad without room',
    'report without room',
    'end: the character could not be loaded in time',
    'end: the store says no',
    'end: the server is full',
    'end: the world is full',
    // Who dies was in a fight before; whether a fight ends a trade here is chance; no operator switches here. test/domain/trade
    // has all of these.
    ...Object.keys(TradeEnd)
      .filter((name) => !['death', 'combat', 'switchedOff'].includes(name))
      .map((name) => `trade ended: ${name}`),
    // Who lost its place because it was away is not there to be told.
    ...Object.keys(PartyEnd)
      .filter((name) => name !== 'away')
      .map((name) => `party ended: ${name}`),
    ...Object.keys(PartyInvitationEnd).map((name) => `invitation ended: ${name}`),
    `chat: scope ${ChatScope.party}`,
    ...[0, 1, 2, 3].map((level) => `pressure ${level}`),
  ];

  const metTimes = (what: string) =>
    scenarios.reduce((sum, scenario) => sum + (playOnce(scenario).met.counts.get(what) ?? 0), 0);

  it.each([
    ...Object.keys(told),
    ...refusals.filter((name) => !refusalsWithoutRule.includes(name)).map((name) => `refused: ${name}`),
    ...ends.map((name) => `end: ${name}`),
    ...Object.keys(CombatOutcome).map((name) => `combat: ${name}`),
    ...situations,
  ])('meet: %s', (what) => {
    const unmet = `nobody meets it: have players do what brings it, in test/simulation/tellings/players/player.ts`;
    expect(metTimes(what) > 0 ? what : unmet).toBe(what);
  });

  it('do not meet what no rule gives', () => {
    const met = refusalsWithoutRule.filter((name) => metTimes(`refused: ${name}`) > 0);
    expect(met).toEqual([]);
  });
});
