// What must hold between the things on a map: everything stands on ground that can be walked to, no portal lies on another,
// and no spawn on one, from where one would fall straight back.

import type { MapDefinition } from '#domain/content/map-definition.js';
import type { MapPoint, MapRectangle } from '#domain/content/base/map-shapes.js';
import { isFree } from '#domain/space/free-ground.js';
import { WorldMap } from '#domain/space/world-map.js';
import type { FileProblems, JsonPath } from './json/content-problem.js';
import type { MapObjects } from './tiled/map-objects.js';

/** WorldMap numbers the portals of a map in bytes. */
const portalsMax = 255;

export interface CheckedMap extends MapObjects {
  readonly definition: MapDefinition;
  readonly problems: FileProblems;
  /** False when some of the tiles could not be read: nothing is said then of what stands on them. */
  readonly hasGround: boolean;
  /** False when the map's own properties have faults: its id and bind point are not known then. */
  readonly hasProperties: boolean;
}

export function checkMaps(maps: readonly CheckedMap[], playerRadiusM: number): void {
  const ids = new Map<number, string>();
  for (const map of maps) {
    const { definition, problems } = map;
    if (map.hasProperties) checkOwnProperties(map, ids);
    if (definition.portals.length > portalsMax)
      problems.add(['layers'], `hold ${definition.portals.length} portals`, `at most ${portalsMax}`);
    else checkOverlaps(map);
    checkStations(map);
    if (map.hasGround) checkGround(map, playerRadiusM);
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
}

function checkStations({ definition, paths, problems }: CheckedMap): void {
  for (const place of definition.craftingStations)
    if (place.station === 'none')
      problems.add(paths.get(place)!, `'${place.key}' is the station "none"`, 'what recipes are made at');
}

function checkGround({ definition, paths, problems }: CheckedMap, playerRadiusM: number): void {
  const bind = definition.spawnPoints.find((point) => point.key === definition.bindSpawnKey);
  const map = new WorldMap(bind === undefined ? withBindPoint(definition) : definition, 0);
  const unreached = new Unreached(map, bind, playerRadiusM);
  const checkStanding = (entry: object, point: MapPoint, radius: number): void => {
    const path = paths.get(entry)!;
    if (isFree(map, point.x, point.y, radius)) unreached.look(path, point);
    else problems.add(path, `${positionText(point)} stands in something solid`, 'open ground');
  };
  for (const spawn of definition.spawnPoints) {
    checkStanding(spawn, spawn, playerRadiusM);
    if (map.portal(spawn.x, spawn.y) !== undefined)
      problems.add(paths.get(spawn)!, 'stands on a portal', 'a place beside it');
  }
  for (const portal of definition.portals) checkStanding(portal, centre(portal), 0);
  for (const group of definition.spawnGroups) checkStanding(group, group, 0);
  for (const npc of definition.npcPlaces) checkStanding(npc, npc, playerRadiusM);
  for (const station of definition.craftingStations) checkStanding(station, station, 0);
  for (const landmark of definition.landmarks) checkStanding(landmark, centre(landmark), 0);
  unreached.tell(bind === undefined ? [] : paths.get(bind)!, problems);
}

/** What cannot be walked to from the bind point. Where that stands wrong itself, nothing is said of the others. */
class Unreached {
  readonly #reached: Uint8Array | undefined;
  readonly #unreached: { readonly path: JsonPath; readonly point: MapPoint }[] = [];
  #others = 0;

  constructor(
    private readonly map: WorldMap,
    private readonly bind: (MapPoint & { readonly key: string }) | undefined,
    playerRadiusM: number,
  ) {
    const stands = bind !== undefined && isFree(map, bind.x, bind.y, playerRadiusM);
    this.#reached = stands ? floodFrom(map, bind) : undefined;
  }

  look(path: JsonPath, point: MapPoint): void {
    if (point === this.bind) return;
    this.#others++;
    if (this.#reached?.[tileAt(this.map, point)] === 0) this.#unreached.push({ path, point });
  }

  tell(pathOfBind: JsonPath, problems: FileProblems): void {
    const { bind } = this;
    if (bind === undefined) return;
    const ground = 'ground connected with it';
    // When it reaches nothing of several things, it is what stands wrong.
    if (this.#unreached.length > 1 && this.#unreached.length === this.#others)
      problems.add(pathOfBind, `${positionText(bind)} is cut off from everything else on the map`, ground);
    else
      for (const { path, point } of this.#unreached)
        problems.add(path, `${positionText(point)} cannot be walked to from spawn '${bind.key}'`, ground);
  }
}

function positionText({ x, y }: MapPoint): string {
  return `at (${x.toFixed(1)}, ${y.toFixed(1)})`;
}

/** The same ground for a map whose bind point has faults of its own. */
function withBindPoint(definition: MapDefinition): MapDefinition {
  const point = { key: definition.bindSpawnKey, x: 0, y: 0, facing: 0 };
  return { ...definition, spawnPoints: [...definition.spawnPoints, point] };
}

/** A tile leads to one place. */
function checkOverlaps({ definition: { portals }, paths, problems }: CheckedMap): void {
  portals.forEach((portal, index) => {
    const other = portals.find((each, i) => i < index && overlap(each, portal));
    if (other !== undefined)
      problems.add(paths.get(portal)!, `overlaps portal '${other.key}'`, 'a place of its own');
  });
}

function overlap(a: MapRectangle, b: MapRectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function pathOfProperty({ problems }: CheckedMap, name: string): JsonPath {
  const { properties } = problems.document!.value as { properties: { name: string }[] };
  return ['properties', properties.findIndex((property) => property.name === name), 'value'];
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
