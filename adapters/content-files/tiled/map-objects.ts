// The objects of a map: what an author places in Tiled as points, rectangles and circles of the classes that maps.tos
// declares. Tiled measures in pixels; the world in metres, one tile each.

import type { MapRectangle } from '#domain/content/base/map-shapes.js';
import { nearestName } from '#codegen/text/nearest-name.js';
import { defineObject, emptyLists, objectClasses, type ObjectClass } from '../generated/tiled-classes.js';
import { reasonFor } from '../json/check-shape.js';
import { problemsWithin } from '../json/content-problem.js';
import type { JsonPath, Problems } from '../json/content-problem.js';
import { Checker } from '../records/checker.js';
import { key } from '../records/key.js';
import type { PlacedObject } from '../records/placed-object.js';
import { areaOf, checkArea, middle, type MapFrame } from './object-area.js';
import type { ObjectLayer } from './tiled-layers.js';
import type { TiledObject } from './tiled-object.js';
import { checkProperties, propertyProblems } from './tiled-properties.js';

const classNames = Object.keys(objectClasses) as readonly ObjectClass[];

export interface MapObjects {
  /** Those without faults. */
  readonly lists: ReturnType<typeof emptyLists>;
  /** Where each of them stands in the file. */
  readonly paths: ReadonlyMap<object, JsonPath>;
}

/** `checker` is that of the map. */
export function readMapObjects(
  layers: readonly ObjectLayer[],
  frame: MapFrame,
  checker: Checker,
): MapObjects {
  const reader = new ObjectReader(frame, checker);
  for (const layer of layers) for (const object of layer.objects) reader.read(object);
  return reader;
}

/** Also what says of an object which class it is of: Tiled 1.9 calls it class, all others type. */
export function classOf({ type, class: named }: Pick<TiledObject, 'type' | 'class'>): string {
  return type || named || '';
}

class ObjectReader implements MapObjects {
  readonly lists = emptyLists();
  readonly paths = new Map<object, JsonPath>();
  readonly #names = new Set<string>();
  readonly #problems: Problems;

  constructor(
    private readonly frame: MapFrame,
    private readonly checker: Checker,
  ) {
    this.#problems = checker.problems;
  }

  read(object: TiledObject): void {
    const within = problemsWithin(this.#problems, object.path);
    const kind = classNames.find((name) => name === classOf(object));
    if (object.type && object.class && object.type !== object.class)
      within.add(['class'], `is '${object.class}' and type '${object.type}'`, 'one class');
    if (kind === undefined) {
      within.add([object.class ? 'class' : 'type'], ...unknownClass(object));
      return;
    }
    const named = this.#checkName(kind, object, within);
    const area = areaOf(object, this.frame);
    const placed = checkArea(kind, object, area, this.frame, within);
    defineObject(kind, this.#placed(object, area, named && placed), this.lists);
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

  /** What the rules get of the object is put in its list when it is `sound`. */
  #placed({ name, properties, path }: TiledObject, area: MapRectangle, sound: boolean): PlacedObject {
    const { indexes, maps, ownMap } = this.checker;
    return {
      name,
      area,
      middle: middle(area),
      radiusM: area.width / 2,
      path: [],
      checker: new Checker(indexes, maps, propertyProblems(properties, path, this.#problems), ownMap),
      read: (schema) => checkProperties(properties, schema, path, this.#problems),
      put: (list, entry) => {
        if (!sound) return;
        list.push(entry);
        this.paths.set(entry, path);
      },
    };
  }
}

function unknownClass(object: TiledObject): [reason: string, allowed: string] {
  const allowed = `one of ${classNames.join(', ')} (Tiled: the object's Class)`;
  const named = classOf(object);
  const says = named === '' ? 'is missing' : reasonFor(named);
  const meant = nearestName(named, classNames);
  const drawn =
    object.shape === 'rectangle' || object.shape === 'point' ? '' : ` of the object, a ${object.shape},`;
  return [
    `${drawn === '' ? '' : `${drawn.trim()} `}${says}${meant ? `; did you mean '${meant}'?` : ''}`,
    allowed,
  ];
}
