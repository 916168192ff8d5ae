// Prints how much the simulation allocates a tick, in steady state, with 100 players who make things all the time.

import { nilAccountId } from '#domain/player/character-sheet.js';
import { bytesPerStep } from '../../support/measure/allocation-meter.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Played } from '../../support/worlds/played-simulation.js';
import { Item, field, smallContent } from '../../support/worlds/small-content.js';

const players = 100;
const pieceTicks = 30;
const warmUpTicks = 6_000;

/** What goes in comes out, so that nobody ever lacks anything. */
const content = smallContent({
  recipes: [
    {
      ...blank.recipe,
      ...{ id: 1, key: 'bread', name: 'bread', station: 'campfire', durationTicks: pieceTicks },
      ...{ profession: 'cooking', skillUntil: 100 },
      inputs: [{ item: Item.bread, count: 2 }],
      output: { item: Item.bread, count: 2 },
    },
  ],
  maps: [field({ craftingStations: [{ key: 'fire', station: 'campfire', reachM: 20, x: 5, y: 5 }] })],
});

const played = new Played({ content, playersMax: players, entitiesMax: 400 });
const { simulation } = played;
for (let session = 1; session <= players; session++)
  simulation.join(session, nilAccountId, `Player${session}`, true);
simulation.step();
played.answerLoads();
played.output.remembers = false;
played.courier.remembers = false;

const request = { command: 0, recipe: 1, count: 99 };
function step(): void {
  // All at their turn: who is at work is refused as busy.
  const session = 1 + (simulation.tick % players);
  request.command++;
  simulation.requests.craft(session, request);
  simulation.step();
}

for (let tick = 0; tick < warmUpTicks; tick++) step();
const { world } = simulation.game;
const atWork = world.components.crafting.count;
const bytesPerTick = bytesPerStep(step, { windows: 40, steps: 500, enoughBytes: 24 });
process.stdout.write(
  JSON.stringify({
    bytesPerTick,
    atWork,
    skill: world.components.professions.columns.skills.reduce((sum, each) => sum + each, 0),
  }),
);
