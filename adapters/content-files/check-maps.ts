// What must hold between the things on a map, and between maps: everything stands on ground that can be walked to, and
// every portal leads somewhere from where one does not fall straight back.

import type { MapDefinition, MapPoint, MapRectangle } from '#domain/content/map-definition.js';
import { isFree } from '#domain/space/free-ground.js';
import { WorldMap } from '#domain/space/world-map.js';
import type { FileProblems, JsonPath } from './json/content-problem.js';
import { oneOfNames } from './records/key-index.js';
import type { MapObjects } from './tiled/map-objects.js';
import type { SingleFile } from './records/read-records.js';
import type { SpawnNames } from './tiled/spawn-names.js';
import type { RulesRecord } from './records/record-schemas.js';

/** WorldMap numbers the portals of a map in bytes. */
const portalsMax = 255;

export interface CheckedMap extends MapObjects {
  readonly definition: MapDefinition;
  readonly problems: FileProblems;
  /** False when some of the tiles could not be read: nothing is said then of what stands on them. */
  readonly hasGround: boolean;
  /** False when the map's own properties have faults: its id and bind point are not known then. */
  readonly hasProperties: boolean;
  readonly spawns: SpawnNames;
}

/** `unreadable` holds the keys of maps that have faults of their own: what leads to them is not a fault as well. */
export function checkMaps(
  maps: readonly CheckedMap[],
  unreadable: ReadonlySet<string>,
  playerRadiusM: number,
): void {
  const ids = new Map<number, string>();
  for (const map of maps) {
    const { definition, problems } = map;
    if (map.hasProperties) checkOwnProperties(map, ids);
    if (definition.portals.length > portalsMax)
      problems.add(['layers'], `hold ${definition.portals.length} portals`, `at most ${portalsMax}`);
    else checkOverlaps(map);
    if (map.hasGround) checkGround(map, playerRadiusM);
    for (const portal of definition.portals) checkTarget(map, portal, maps, unreadable);
  }
}

function checkOwnProperties(map: CheckedMap, ids: Map<number, string>): void {
  const { definition, problems } = map;
  const other = ids.get(definition.id);
  if (other !== undefined)
    problems.add(
      pathOfProperty(map, 'id'),
      `is ${definition.id}, which map '${other}' has already`,
      'an id of its own',
    );
  else ids.set(definition.id, definition.key);
  if (lacksSpawn(map, definition.bindSpawnKey))
    problems.add(
      pathOfProperty(map, 'bindSpawn'),
      `names the spawn '${definition.bindSpawnKey}', which the map lacks`,
      spawnKeys(definition.bindSpawnKey, map),
    );
}

function lacksSpawn({ spawns }: CheckedMap, name: string): boolean {
  return spawns.complete && !spawns.names.has(name);
}

/** Where new characters start. */
export function checkStart(
  rules: SingleFile<RulesRecord>,
  maps: readonly CheckedMap[],
  unreadable: ReadonlySet<string>,
): void {
  if (rules.record === undefined || unreadable.has(rules.record.startMap)) return;
  const { startMap, startSpawn } = rules.record;
  const map = maps.find(({ definition }) => definition.key === startMap);
  if (map === undefined)
    rules.problems.add(
      ['startMap'],
      `names the map '${startMap}', which does not exist`,
      mapKeys(startMap, maps, unreadable),
    );
  else if (lacksSpawn(map, startSpawn))
    rules.problems.add(
      ['startSpawn'],
      `names the spawn '${startSpawn}', which map '${startMap}' lacks`,
      spawnKeys(startSpawn, map),
    );
}

function checkGround({ definition, places, problems }: CheckedMap, playerRadiusM: number): void {
  const bind = definition.spawnPoints.find((point) => point.key === definition.bindSpawnKey);
  const map = new WorldMap(bind === undefined ? withBindPoint(definition) : definition, 0);
  const reached = bind === undefined ? undefined : floodFrom(map, bind);
  const checkStanding = (entry: object, point: MapPoint, radius: number): void => {
    const path = places.get(entry)!;
    const at = `at (${point.x.toFixed(1)}, ${point.y.toFixed(1)})`;
    if (!isFree(map, point.x, point.y, radius))
      problems.add(path, `${at} stands in something solid`, 'open ground');
    else if (reached?.[tileAt(map, point)] === 0)
      problems.add(path, `${at} cannot be walked to from spawn '${bind!.key}'`, 'ground connected with it');
  };
  for (const spawn of definition.spawnPoints) {
    checkStanding(spawn, spawn, playerRadiusM);
    if (map.portal(spawn.x, spawn.y) !== undefined)
      problems.add(places.get(spawn)!, 'stands on a portal', 'a place beside it');
  }
  for (const portal of definition.portals) checkStanding(portal, centre(portal), 0);
  for (const group of definition.spawnGroups) checkStanding(group, group, 0);
}

/** The same ground for a map whose bind point has faults of its own. */
function withBindPoint(definition: MapDefinition): MapDefinition {
  const point = { key: definition.bindSpawnKey, x: 0, y: 0, facing: 0 };
  return { ...definition, spawnPoints: [...definition.spawnPoints, point] };
}

/** A tile leads to one place. */
function checkOverlaps({ definition: { portals }, places, problems }: CheckedMap): void {
  portals.forEach((portal, index) => {
    const other = portals.find((each, i) => i < index && overlap(each, portal));
    if (other !== undefined)
      problems.add(places.get(portal)!, `overlaps portal '${other.key}'`, 'a place of its own');
  });
}

function overlap(a: MapRectangle, b: MapRectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function checkTarget(
  { places, problems }: CheckedMap,
  portal: MapDefinition['portals'][number],
  maps: readonly CheckedMap[],
  unreadable: ReadonlySet<string>,
): void {
  const { targetMapKey, targetSpawnKey } = portal;
  if (unreadable.has(targetMapKey)) return;
  const path = places.get(portal)!;
  const target = maps.find(({ definition }) => definition.key === targetMapKey);
  if (target === undefined)
    problems.add(
      [...path, 'targetMap'],
      `names the map '${targetMapKey}', which does not exist`,
      mapKeys(targetMapKey, maps, unreadable),
    );
  else if (lacksSpawn(target, targetSpawnKey))
    problems.add(
      [...path, 'targetSpawn'],
      `names the spawn '${targetSpawnKey}', which map '${targetMapKey}' lacks`,
      spawnKeys(targetSpawnKey, target),
    );
}

function pathOfProperty({ problems }: CheckedMap, name: string): JsonPath {
  const { properties } = problems.document!.value as { properties: { name: string }[] };
  return ['properties', properties.findIndex((property) => property.name === name), 'value'];
}

function mapKeys(given: string, maps: readonly CheckedMap[], unreadable: ReadonlySet<string>): string {
  const keys = [...maps.map(({ definition }) => definition.key), ...unreadable].sort();
  return oneOfNames(given, keys, 'a map, of which there is none');
}

function spawnKeys(given: string, { spawns }: CheckedMap): string {
  return oneOfNames(given, [...spawns.names], 'a spawn, of which the map has none');
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
