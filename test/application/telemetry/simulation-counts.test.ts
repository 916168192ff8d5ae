// Every count of the simulation moves when what it counts happens in a played world. The list of plays is held against the
// counts' own names: a new count fails here until something is played that moves it.

import { dropLoot } from '#domain/loot/ground-loot.js';
import { LootClaim } from '#domain/loot/loot-claim.js';
import { describe, expect, it } from '@jest/globals';
import type { Game } from '#application/game/game.js';
import { gameCounts, type GameCounts } from '#application/telemetry/simulation-counts.js';
import { inventorySlots } from '#domain/inventory/columns.js';
import { ordersOfOneMax } from '#domain/orders/orders.js';
import { threatEntriesMax } from '#domain/combat/threat.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { questionsMax } from '#domain/space/navigation/path-columns.js';
import { noteStruck } from '#domain/vocabulary/generated/facts.js';
import { reportsUnderWayMax } from '#domain/reports/player-reports.js';
import { spokenLinesMax } from '#domain/chat/spoken-lines.js';
import {
  ChatScope,
  CombatOutcome,
  DisconnectReason,
  PartyLootMode,
  ReportReason,
} from '#domain/vocabulary/generated/words.js';
import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { Played } from '../../support/worlds/played-simulation.js';
import {
  Creature,
  creature,
  field,
  Item,
  pit,
  smallContent,
  Skill,
} from '../../support/worlds/small-content.js';

type Name = keyof GameCounts;
type Play = readonly [what: string, moves: readonly Name[], play: () => Played];

const valueOf = (name: Name, game: Game): number => gameCounts[name](game);

const plays: readonly Play[] = [
  [
    'a walk, of which a step came twice and too many came at once',
    ['stepsQueued', 'stepsRepeated', 'stepsDropped', 'startingUnits', 'saves'],
    () => {
      const played = new Played();
      played.enter(1);
      const input = (sequence: number, steps: number) =>
        played.simulation.requests.playerInput(1, {
          sequence,
          viewTick: 1,
          stepsCount: steps,
          steps: Array.from({ length: steps }, () => ({ moveX: 1, moveY: 0, facing: 0, ticks: 1 })),
        });
      input(1, 1);
      input(1, 1);
      for (let i = 1; i < 20; i++) input(1 + 4 * i, 4);
      played.simulation.saveAll();
      played.step();
      return played;
    },
  ],
  [
    'a hunt, and what lies on the ground afterwards',
    ['creaturesKilled', 'unitsDropped', 'unitsExpired', 'thoughts'],
    () => {
      const played = new Played();
      const player = played.enter(1);
      const [wolf] = played.creatures(Creature.wolf);
      const { x, y } = played.position(wolf!);
      played.put(player, x, y + 0.8);
      played.slay(1, wolf!);
      played.step();
      const { expiresTick } = played.world.components.loot.columns;
      for (const row of played.groundLoot()) expiresTick[row] = played.simulation.tick;
      played.step(120);
      return played;
    },
  ],
  [
    'a hunter that dies',
    ['playersKilled'],
    () => {
      const strong = creature(Creature.wolf, 'wolf', { power: 5000 });
      const creatures = [strong, creature(Creature.boar, 'boar', { aggroRangeM: 0 })];
      const played = new Played({ content: smallContent({ creatures }) });
      const player = played.enter(1);
      const { x, y } = played.position(played.creatures(Creature.wolf)[0]!);
      played.put(player, x, y + 0.8);
      played.step(120);
      return played;
    },
  ],
  [
    'a wolf behind a wall',
    ['pathsAsked', 'pathsAnswered', 'pathsFollowed'],
    () => {
      const walls = Array.from({ length: 21 }, (_, i) => 28 * 64 + 22 + i);
      const blocked = field().blocked.slice();
      for (const tile of walls) blocked[tile] = 1;
      const maps = [field({ blocked, opaque: field().opaque.map(() => 0) }), pit()];
      const wolf = creature(Creature.wolf, 'wolf', { leashRangeM: 60, healthMax: 5000, wanderRadiusM: 0 });
      const boar = creature(Creature.boar, 'boar', { aggroRangeM: 0 });
      const played = new Played({ content: smallContent({ maps, creatures: [wolf, boar] }) });
      played.put(played.enter(1), 32.5, 25.5);
      played.simulation.requests.useSkill(1, {
        skill: Skill.bolt,
        target: played.idAt(played.creatures(Creature.wolf)[0]!),
      });
      played.step(300);
      return played;
    },
  ],
  [
    'more questions for paths than may wait, and one that is due before it was worked on',
    ['pathsRefused', 'pathsLate'],
    () => {
      const played = new Played();
      const { routes } = played.world.tables;
      for (let i = 0; i <= questionsMax; i++) routes.queue.ask(1, 0);
      routes.deliberation.settle(0);
      return played;
    },
  ],
  [
    'a tick with more blows than can be told, and with more deaths',
    ['factsDropped', 'factsRefused'],
    () => {
      const played = new Played();
      const { facts } = played.world;
      for (let i = 0; i < 10_000; i++) noteStruck(facts, 1, 2, Skill.strike, CombatOutcome.hit, 1);
      while (facts.reserve(1));
      return played;
    },
  ],
  [
    'a creature that more attack than it can remember',
    ['threatsEvicted'],
    () => {
      const played = new Played();
      const { threats } = played.world.tables;
      for (let i = 1; i <= threatEntriesMax + 1; i++) threats.add(1, i, i, 1, 1);
      return played;
    },
  ],
  [
    'a world without room: for players, for creatures, for loot',
    ['joinsRefused', 'entitiesRefused', 'spawnsPutOff', 'rollsLost'],
    () => {
      const played = new Played({ entitiesMax: 2, playersMax: 1 });
      played.step();
      played.enter(1);
      const [wolf] = played.creatures(Creature.wolf);
      dropLoot(played.world, played.world.content.lootTables[1]!, wolf!, new LootClaim());
      return played;
    },
  ],
  [
    'a player who orders more than waits for it',
    ['ordersRefused'],
    () => {
      const played = new Played();
      played.enter(1);
      for (let i = 0; i <= ordersOfOneMax; i++)
        played.simulation.requests.pickUp(1, { command: played.nextCommand(), loot: 1 });
      return played;
    },
  ],
  [
    'a letter, and a listing, that there is no room for',
    ['lettersRefused', 'listingsRefused'],
    () => {
      const played = new Played();
      const ada = played.enter(1);
      played.enter(2, 'Bob', nilAccountId.replace(/0$/, '2'));
      const { letters, listings, calendar, directory } = played.world.tables;
      calendar.nowSeconds = 1;
      directory.learn('bob', played.world.components.player.columns.character[played.rowOf(2)]!);
      while (!letters.isFull) letters.create();
      while (!listings.isFull) listings.open(99, 1, 10);
      played.world.components.wallet.columns.coins[ada] = 100;
      const { inventory } = played.world.components;
      inventory.columns.items[ada * inventorySlots] = Item.pelt;
      inventory.columns.counts[ada * inventorySlots] = 1;
      const asked = { command: 1, recipient: 'Bob', title: 'hello', text: '', coins: 0, cashOnDelivery: 0 };
      played.simulation.requests.sendLetter(1, { ...asked, stacksCount: 0, stacks: [] });
      played.simulation.requests.listItem(1, { command: 2, slot: 0, units: 1, price: 1 });
      played.step();
      return played;
    },
  ],
  [
    'a party, an invitation into one, and a party of hunters, that there is no room for',
    ['partiesRefused', 'invitationsRefused', 'tagsRefused', 'lootRollsRefused'],
    () => {
      const played = new Played();
      const ada = played.enter(1);
      const bob = played.enter(2, 'Bob', nilAccountId.replace(/0$/, '2'));
      const { parties, partyInvitations, threats, lootRolls } = played.world.tables;
      const { requests } = played.simulation;
      requests.partyInvite(1, { name: 'Bob' });
      while (partyInvitations.open(98, '', 99, '', 1) >= 0);
      while (parties.open(99, '', 1, PartyLootMode.roundRobin) >= 0);
      requests.partyAccept(2, { invitation: 1 });
      parties.close(0);
      requests.partyAccept(2, { invitation: 1 });
      while (threats.tags.open(1, PartyLootMode.roundRobin) >= 0);
      while (lootRolls.open(1, new Uint32Array(1), 1, 1) >= 0);
      const [wolf] = played.creatures(Creature.wolf);
      harmAndTell(played.world, ada, wolf!, 1);
      harmAndTell(played.world, bob, wolf!, 1);
      return played;
    },
  ],
  [
    'reports that there is no room for, one that could not be stored, and more talk than is remembered',
    ['reportsRefused', 'reportsNotStored', 'linesForgotten'],
    () => {
      const reports = { report: () => true, decisionTold: () => undefined };
      const played = new Played({ reports });
      for (const session of [1, 2]) played.enter(session);
      const { playerReports, spokenLines } = played.world.tables;
      const report = (session: number, name: string) =>
        played.simulation.requests.reportPlayer(session, { name, reason: ReportReason.spam, text: '' });
      report(1, 'Player2');
      played.step();
      played.simulation.tellReportAnswered(1, 0);
      const side = { character: 9, name: '', place: undefined, lines: [], olderLines: 0 };
      for (let i = 0; i < reportsUnderWayMax; i++)
        playerReports.file({ tick: 1, reason: ReportReason.spam, text: '', reporter: side, target: side });
      // The first waits a minute after one that could not be stored.
      report(2, 'Player1');
      const line = { tick: played.simulation.tick, scope: ChatScope.say, map: 0, text: 'hello' };
      for (let i = 0; i <= spokenLinesMax; i++) spokenLines.add(1, line);
      return played;
    },
  ],
  [
    'rows that were used so often that they are used up',
    ['rowsRetired'],
    () => {
      const played = new Played();
      const row = played.enter(1);
      const { entities } = played.world.store;
      entities.generation[row] = entities.ids.generationMax;
      played.simulation.leave(1, DisconnectReason.left);
      played.step(2);
      return played;
    },
  ],
  [
    'a courier without room, and a character that does not come',
    ['loadsRefused', 'savesRefused', 'loadsTimedOut', 'strayCommands'],
    () => {
      const played = new Played();
      played.enter(1);
      played.courier.room = 0;
      played.simulation.join(2, nilAccountId, 'Ada', true);
      played.simulation.saveAll();
      played.step(2);
      played.courier.room = Infinity;
      played.step(700);
      played.answerLoads();
      return played;
    },
  ],
];

describe('the counts of the simulation', () => {
  it.each(plays)('move with %s', (_what, moves, play) => {
    const { game } = play().simulation;
    expect(moves.filter((name) => valueOf(name, game) === 0)).toEqual([]);
  });

  it('start at 0, and each is moved by something above', () => {
    const { game } = new Played().simulation;
    const names = Object.keys(gameCounts) as Name[];
    expect(names.filter((name) => valueOf(name, game) !== 0)).toEqual([]);
    const moved = new Set(plays.flatMap(([, moves]) => moves));
    expect(names.filter((name) => !moved.has(name))).toEqual([]);
  });
});
