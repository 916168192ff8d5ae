// The first map: a village at a crossroads, a lake and its river, woods to the west and north, fields, a bandit camp, and
// the cliff with the mouth of the cave.

import { MapCanvas } from './drawing/map-canvas.mjs';
import { drawCliff, drawEdge, drawGround, drawLake, drawWoods } from './meadow/land.mjs';
import { camp, roads, size, trails, wilds } from './meadow/plan.mjs';
import { drawCamp, drawCaveMouth } from './meadow/strongholds.mjs';
import { drawVillage } from './meadow/village.mjs';
import { drawRoad, drawTrail, openClearing } from './meadow/ways.mjs';

export function drawMeadow() {
  const map = new MapCanvas(size, size, 20260101);
  drawGround(map);
  drawWoods(map);
  drawLake(map);
  drawCliff(map);
  for (const { at, radius } of wilds) openClearing(map, at[0], at[1], radius + 2);
  for (const trail of trails) drawTrail(map, trail, 0.9);
  for (const road of Object.values(roads)) drawRoad(map, road);
  drawCaveMouth(map);
  drawVillage(map);
  drawCamp(map);
  drawEdge(map);
  placeObjects(map);
  return map.toTiled({ id: 1, name: 'Willowmere', bindSpawn: 'village', pvp: false });
}

function placeObjects(map) {
  map.spawn('village', 64.5, 67.5, 192);
  map.spawn('cave-mouth', 64.5, 11.5, 64);
  map.spawn('bridge', 94.5, 65.5, 0);
  map.area('safe-zone', 'village', 43, 46, 45, 46);
  map.area('portal', 'to-cave', 63, 6, 3, 2, { targetMap: 'cave', targetSpawn: 'entrance' });
  for (const { name, creature, at, radius, count, respawn } of wilds)
    map.creatures(name, at[0], at[1], radius, { creature, count, respawnSeconds: respawn });
  map.creatures('bandit-camp', camp.x + 0.5, camp.y - 3.5, 5, {
    creature: 'bandit',
    count: 6,
    respawnSeconds: 40,
  });
  map.creatures('bandit-captain', camp.x + 0.5, camp.y + 3.5, 1.5, {
    creature: 'bandit-captain',
    count: 1,
    respawnSeconds: 180,
  });
  map.npc('baker', 61.5, 70.5, 0);
  map.npc('shepherd', 58.5, 62.5, 64);
  map.npc('smith', 79.5, 74.5, 128);
  map.npc('banker', 61.5, 73.5, 0);
  map.npc('peddler', 66.5, 71.5, 128);
  map.station('village-fire', 'campfire', 63.5, 72.5, 4);
  map.station('smithy', 'anvil', 78.5, 74.5, 3);
  map.station('tannery', 'workbench', 81.5, 74.5, 3);
  map.station('weaver', 'loom', 67.5, 74.5, 3);
  map.station('herb-kitchen', 'cauldron', 67.5, 76.5, 3);
  map.npc('scout', 91.5, 66.5, 128);
  map.npc('healer', 66.5, 63.5, 64);
  map.area('landmark', 'west-pasture', 32, 60, 8, 8, { name: 'The west pasture' });
  map.area('landmark', 'old-bridge', 92, 62, 8, 6, { name: 'The old bridge' });
}
