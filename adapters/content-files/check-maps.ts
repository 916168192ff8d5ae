// What must hold between the things on a map, and between maps: everything stands on ground that can be walked to, and
// every portal leads somewhere from where one does not fall straight back.

import type { MapDefinition, MapPoint, MapRectangle } from '#domain/content/map-definition.js';
import { isFree } from '#domain/world/free-ground.js';
import { WorldMap } from '#domain/world/world-map.js';
import type { FileProblems, Problems } from './content-problem.js';

/** WorldMap numbers the portals of a map in bytes. */
const portalsMax = 255;

export interface CheckedMap {
  readonly definition: MapDefinition;
  readonly problems: FileProblems;
}

/** `unreadable` holds the keys of maps that have faults of their own: what leads to them is not a fault as well. */
export function checkMaps(
  maps: readonly CheckedMap[],
  unreadable: ReadonlySet<string>,
  playerRadiusM: number,
): void {
  const ids = new Map<number, string>();
  for (const { definition, problems } of maps) {
    const other = ids.get(definition.id);
    if (other !== undefined)
      problems.add(
        ['properties', 'id'],
        `is ${definition.id}, which map '${other}' has already`,
        'an id of its own',
      );
    ids.set(definition.id, definition.key);
    checkGround(definition, playerRadiusM, problems);
    for (const portal of definition.portals)
      if (!unreadable.has(portal.targetMapKey)) checkTarget(portal, maps, problems);
  }
}

function checkGround(definition: MapDefinition, playerRadiusM: number, problems: Problems): void {
  const bind = definition.spawnPoints.find((point) => point.key === definition.bindSpawnKey);
  if (bind === undefined) {
    problems.add(
      ['properties', 'bindSpawn'],
      `names the spawn '${definition.bindSpawnKey}', which the map lacks`,
      spawnKeys(definition),
    );
    return;
  }
  const map = new WorldMap(definition, 0);
  const reached = floodFrom(map, bind);
  const checkStanding = (kind: string, key: string, point: MapPoint, radius: number): void => {
    const path = [kind, key];
    const at = `(${point.x.toFixed(1)}, ${point.y.toFixed(1)})`;
    if (!isFree(map, point.x, point.y, radius))
      problems.add(path, `at ${at} stands in something solid`, 'open ground');
    else if (reached[tileAt(map, point)] === 0)
      problems.add(path, `at ${at} cannot be walked to from spawn '${bind.key}'`, 'ground connected with it');
  };
  for (const spawn of definition.spawnPoints) {
    checkStanding('spawn', spawn.key, spawn, playerRadiusM);
    if (map.portal(spawn.x, spawn.y) !== undefined)
      problems.add(['spawn', spawn.key], 'stands on a portal', 'a place beside it');
  }
  for (const portal of definition.portals) checkStanding('portal', portal.key, centre(portal), 0);
  for (const group of definition.spawnGroups) checkStanding('spawn-group', group.key, group, 0);
  if (definition.portals.length > portalsMax)
    problems.add(['portal'], `are ${definition.portals.length}`, `at most ${portalsMax}`);
  for (const zone of definition.safeZones)
    if (zone.width <= 0 || zone.height <= 0)
      problems.add(['safe-zone', zone.key], 'has no area', 'a rectangle');
}

function checkTarget(
  portal: MapDefinition['portals'][number],
  maps: readonly CheckedMap[],
  problems: Problems,
): void {
  const path = ['portal', portal.key];
  const target = maps.find(({ definition }) => definition.key === portal.targetMapKey)?.definition;
  if (target === undefined)
    problems.add(
      [...path, 'targetMap'],
      `names the map '${portal.targetMapKey}', which does not exist`,
      `one of ${maps.map(({ definition }) => definition.key).join(', ')}`,
    );
  else if (!target.spawnPoints.some((spawn) => spawn.key === portal.targetSpawnKey))
    problems.add(
      [...path, 'targetSpawn'],
      `names the spawn '${portal.targetSpawnKey}', which map '${target.key}' lacks`,
      spawnKeys(target),
    );
}

function spawnKeys(map: MapDefinition): string {
  return map.spawnPoints.length === 0
    ? 'a spawn, of which the map has none'
    : `one of ${map.spawnPoints.map(({ key }) => key).join(', ')}`;
}

function centre(area: MapRectangle): MapPoint {
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 };
}

function tileAt(map: WorldMap, point: MapPoint): number {
  return Math.floor(point.y) * map.width + Math.floor(point.x);
}

/** 1 for every tile that can be walked to, by edges: a body of a player's size fits through any gap of one tile. */
function floodFrom(map: WorldMap, start: MapPoint): Uint8Array {
  const reached = new Uint8Array(map.width * map.height);
  const queue = new Int32Array(map.width * map.height);
  let end = 0;
  const visit = (x: number, y: number): void => {
    const tile = y * map.width + x;
    if (map.isTileBlocked(x, y) || reached[tile] !== 0) return;
    reached[tile] = 1;
    queue[end++] = tile;
  };
  visit(Math.floor(start.x), Math.floor(start.y));
  for (let next = 0; next < end; next++) {
    const x = queue[next]! % map.width;
    const y = (queue[next]! - x) / map.width;
    visit(x + 1, y);
    visit(x - 1, y);
    visit(x, y + 1);
    visit(x, y - 1);
  }
  return reached;
}
