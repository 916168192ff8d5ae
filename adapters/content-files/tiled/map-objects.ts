// The objects of a map: what an author places in Tiled as points, rectangles and circles of the classes spawn, safe-zone,
// portal and spawn-group. Tiled measures in pixels; the world in metres, one tile each.

import type { MapDefinition, MapRectangle } from '#domain/content/map-definition.js';
import { nearestName } from '#codegen/text/nearest-name.js';
import { ticks } from '../records/build-definitions.js';
import { reasonFor } from '../json/check-shape.js';
import { problemsWithin } from '../json/content-problem.js';
import type { JsonPath, Problems } from '../json/content-problem.js';
import type { KeyIndex } from '../records/key-index.js';
import { objectClasses, objectProperties, type ObjectClass } from './map-properties.js';
import { key } from '../records/record-schemas.js';
import { areaOf, checkPlace, middle, type MapFrame } from './object-area.js';
import type { ObjectLayer } from './tiled-layers.js';
import type { TiledObject } from './tiled-object.js';
import { checkProperties } from './tiled-properties.js';

type Lists = Pick<MapDefinition, 'spawnPoints' | 'safeZones' | 'portals' | 'spawnGroups'>;

export interface MapObjects {
  /** Those without faults. */
  readonly lists: { readonly [List in keyof Lists]: Lists[List][number][] };
  /** Where each of them stands in the file. */
  readonly places: ReadonlyMap<object, JsonPath>;
}

export function readMapObjects(
  layers: readonly ObjectLayer[],
  frame: MapFrame,
  creatures: KeyIndex,
  problems: Problems,
): MapObjects {
  const reader = new ObjectReader(frame, creatures, problems);
  for (const layer of layers) for (const object of layer.objects) reader.read(object);
  return reader;
}

/** Also what says of an object which class it is of: Tiled 1.9 calls it class, all others type. */
export function classOf({ type, class: named }: Pick<TiledObject, 'type' | 'class'>): string {
  return type || named || '';
}

class ObjectReader implements MapObjects {
  readonly lists: MapObjects['lists'] = { spawnPoints: [], safeZones: [], portals: [], spawnGroups: [] };
  readonly places = new Map<object, JsonPath>();
  readonly #names = new Set<string>();

  constructor(
    private readonly frame: MapFrame,
    private readonly creatures: KeyIndex,
    private readonly problems: Problems,
  ) {}

  read(object: TiledObject): void {
    const within = problemsWithin(this.problems, object.path);
    const kind = objectClasses.find((name) => name === classOf(object));
    if (object.type && object.class && object.type !== object.class)
      within.add(['class'], `is '${object.class}' and type '${object.type}'`, 'one class');
    if (kind === undefined) {
      within.add([object.class ? 'class' : 'type'], ...unknownClass(object));
      return;
    }
    const named = this.#checkName(kind, object, within);
    const area = areaOf(object, this.frame);
    const placed = checkPlace(kind, object, area, this.frame, within);
    this.#add(kind, object, area, named && placed);
  }

  #checkName(kind: ObjectClass, { name }: TiledObject, problems: Problems): boolean {
    if (!key.safeParse(name).success) {
      problems.add(
        ['name'],
        name === '' ? 'is empty' : reasonFor(name),
        `a name for the ${kind}: ${key.description}`,
      );
      return false;
    }
    const unique = !this.#names.has(`${kind} ${name}`);
    this.#names.add(`${kind} ${name}`);
    if (!unique)
      problems.add(['name'], `is '${name}', which another ${kind} has already`, 'a name of its own');
    return unique;
  }

  /** Reads the properties of the object; what the rules get of it is put in its list when `sound`. */
  #add(kind: ObjectClass, object: TiledObject, area: MapRectangle, sound: boolean): void {
    const { problems, lists } = this;
    const { path, properties, name } = object;
    const put = <T extends object>(list: T[], entry: T): void => {
      if (!sound) return;
      list.push(entry);
      this.places.set(entry, path);
    };
    switch (kind) {
      case 'spawn': {
        const values = checkProperties(properties, objectProperties.spawn, path, problems);
        if (values) put(lists.spawnPoints, { key: name, ...middle(area), facing: values.facing });
        return;
      }
      case 'safe-zone': {
        const values = checkProperties(properties, objectProperties['safe-zone'], path, problems);
        if (values) put(lists.safeZones, { key: name, ...area });
        return;
      }
      case 'portal': {
        const values = checkProperties(properties, objectProperties.portal, path, problems);
        if (values === undefined) return;
        const { targetMap: targetMapKey, targetSpawn: targetSpawnKey } = values;
        put(lists.portals, { key: name, ...area, targetMapKey, targetSpawnKey });
        return;
      }
      case 'spawn-group': {
        const values = checkProperties(properties, objectProperties['spawn-group'], path, problems);
        if (values === undefined) return;
        put(lists.spawnGroups, {
          key: name,
          ...middle(area),
          creature: this.creatures.resolve(values.creature, [...path, ...creaturePath(object)], problems),
          count: values.count,
          radiusM: area.width / 2,
          respawnTicks: ticks(values.respawnSeconds),
        });
      }
    }
  }
}

function creaturePath({ properties }: TiledObject): JsonPath {
  const index = properties.findIndex((each) => (each as { name?: unknown } | null)?.name === 'creature');
  return ['properties', index, 'value'];
}

function unknownClass(object: TiledObject): [reason: string, allowed: string] {
  const allowed = `one of ${objectClasses.join(', ')} (Tiled: the object's Class)`;
  const named = classOf(object);
  const says = named === '' ? 'is missing' : reasonFor(named);
  const meant = nearestName(named, objectClasses);
  const drawn =
    object.shape === 'rectangle' || object.shape === 'point' ? '' : ` of the object, a ${object.shape},`;
  return [
    `${drawn === '' ? '' : `${drawn.trim()} `}${says}${meant ? `; did you mean '${meant}'?` : ''}`,
    allowed,
  ];
}
