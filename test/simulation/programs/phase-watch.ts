// Prints which components each phase of a tick uses, which it changes, which facts it writes, which phases had
// anything to do and which left room reserved for facts, in worlds in which all of them have something to do.

import { reportDayTicks } from '#domain/reports/player-reports.js';
import {
  DisconnectReason,
  LootChoice,
  PartyLootMode,
  ReportReason,
} from '#domain/vocabulary/generated/words.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { MazeChase, mazeContent } from '../../../bench/decisions/maze-chase.js';
import { Crowd } from '../../support/worlds/crowd.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { PhaseWatch } from '../../support/worlds/phase-watch.js';
import { Played } from '../../support/worlds/played-simulation.js';
import { Creature, creature, field, Item, Skill, smallContent } from '../../support/worlds/small-content.js';
import { Stage } from '../tellings/stage.js';

/** People and wolves who move, fight, die, loot, leave and come back. */
function playCrowd(): PhaseWatch {
  const players = 12;
  const [crowd, watch] = PhaseWatch.over(
    () => new Crowd({ players, packs: 2, sideM: 64, loot: true, entitiesMax: 120 }),
    ({ played }) => played.simulation.game,
  );
  const { simulation, courier } = crowd.played;
  courier.remembers = true;
  for (let tick = 0; tick < 900; tick++) {
    const session = 1 + (Math.floor(tick / 60) % players);
    if (tick % 60 === 10) simulation.leave(session, DisconnectReason.left);
    if (tick % 60 === 40) simulation.join(session, nilAccountId, `Player${session}`, true);
    crowd.command();
    simulation.tickWith(watch);
    crowd.played.answerLoads();
  }
  const { creaturesKilled, playersKilled } = simulation.game.factCounts;
  if (creaturesKilled === 0 || playersKilled === 0) throw new Error('nobody died');
  return watch;
}

/** Creatures that chase players, and return, along paths. */
async function playMaze(): Promise<PhaseWatch> {
  const options = { cellsAcross: 8, players: 4, creatures: 30, seed: 1 };
  const content = await mazeContent(options);
  const [chase, watch] = PhaseWatch.over(
    () => new MazeChase(options, content),
    ({ simulation }) => simulation.game,
  );
  for (let tick = 0; tick < 300; tick++) {
    chase.command();
    chase.simulation.tickWith(watch);
  }
  if (chase.simulation.game.world.tables.routes.followed === 0) throw new Error('nobody followed a path');
  return watch;
}

/** Those of a recorded seed: they trade, write letters and sell on the market, and let all of it lie too long. */
function playTellings(): PhaseWatch {
  const ticks = 3600;
  const [stage, watch] = PhaseWatch.over(
    () => new Stage({ seed: 4, ticks, players: 10, playersMax: 16, entitiesMax: 120 }),
    ({ simulation }) => simulation.game,
  );
  for (let tick = 0; tick < ticks; tick++) stage.step(watch);
  return watch;
}

/** Somebody of the map's own. */
function playVillage(): PhaseWatch {
  const npcs = [{ ...blank.npc, id: 1, key: 'guide', name: 'guide' }];
  const maps = [field({ npcPlaces: [{ key: 'ann', npc: 1, x: 20, y: 20, facing: 0 }] })];
  const [{ simulation }, watch] = PhaseWatch.over(
    () => new Played({ content: smallContent({ npcs, maps }) }),
    (played) => played.simulation.game,
  );
  simulation.tickWith(watch);
  return watch;
}

/** Two of a party strike somebody who was at rest, and roll for what it leaves. */
function playHunt(): PhaseWatch {
  const rolls = [{ item: Item.sword, chance: 1, countMin: 1, countMax: 1 }];
  // Who thinks seldom is woken by a blow.
  const creatures = [
    creature(Creature.wolf, 'wolf', {}),
    creature(Creature.boar, 'boar', { aggroRangeM: 0, thinkIntervalTicks: 120 }),
  ];
  const content = smallContent({ creatures, lootTables: [{ ...blank.lootTable, rolls }] });
  const [played, watch] = PhaseWatch.over(
    () => new Played({ content }),
    ({ simulation }) => simulation.game,
  );
  const { simulation } = played;
  for (const session of [1, 2]) played.enter(session);
  simulation.requests.partyInvite(1, { name: 'Player2' });
  simulation.requests.partyAccept(2, { invitation: 1 });
  simulation.requests.partyLoot(1, { mode: PartyLootMode.needGreed });
  const [boar] = played.creatures(Creature.boar);
  const target = played.idAt(boar!);
  const { x, y } = played.position(boar!);
  for (const session of [1, 2]) played.put(played.rowOf(session), x - 5, y);
  for (let tick = 0; tick < 1200; tick++) {
    simulation.requests.useSkill(1, { skill: tick % 2 === 0 ? Skill.bolt : Skill.strike, target });
    for (const session of [1, 2]) simulation.requests.lootRoll(session, { roll: 1, choice: LootChoice.need });
    simulation.tickWith(watch);
  }
  if (simulation.game.world.tables.lootRolls.lastNumber === 0) throw new Error('nobody rolled');
  return watch;
}

/** Somebody reported somebody, so long ago that nobody needs to know. */
function playReport(): PhaseWatch {
  const [played, watch] = PhaseWatch.over(
    () => new Played(),
    ({ simulation }) => simulation.game,
  );
  const { simulation } = played;
  for (const session of [1, 2]) played.enter(session);
  simulation.requests.reportPlayer(1, { name: 'Player2', reason: ReportReason.spam, text: '' });
  simulation.tickWith(watch);
  // The tick in which it is looked at.
  played.world.tick = 2 * reportDayTicks - 1;
  simulation.tickWith(watch);
  return watch;
}

const played = [playCrowd(), await playMaze(), playTellings(), playVillage(), playHunt()];
const watches = [...played, playReport()];
const union = (of: (watch: PhaseWatch) => PhaseWatch['used']) =>
  Object.fromEntries(
    [...of(watches[0]!).keys()].map((name) => [
      name,
      [...new Set(watches.flatMap((watch) => [...of(watch).get(name)!]))],
    ]),
  );
process.stdout.write(
  JSON.stringify({
    used: union(({ used }) => used),
    changed: union(({ changed }) => changed),
    emitted: union(({ emitted }) => emitted),
    worked: [...new Set(watches.flatMap(({ worked }) => [...worked]))],
    leaking: [...new Set(watches.flatMap(({ leaking }) => [...leaking]))],
  }),
);
