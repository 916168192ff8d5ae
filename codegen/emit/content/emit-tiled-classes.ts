// What Tiled's maps hold: the properties of maps, tiles and classes of objects, and how an object gets into its list.

import type { ContentModel } from '../../model/content-model.js';
import {
  definitionName,
  isObject,
  objectListName,
  schemaName,
  type Declaration,
  type ObjectModel,
} from './content-names.js';
import { emitSchema, schemaImports } from './emit-record-schemas.js';
import { limitChecks, mappedFields } from './field-mapping.js';

export function emitTiledClasses(contents: readonly Declaration[]): string {
  const placed = contents.filter(
    (each): each is ContentModel => each.kind === 'content' && each.tiled !== undefined,
  );
  const maps = placed.filter(({ tiled }) => tiled?.use === 'map');
  const objects = placed.filter(isObject);
  const table = objects.map(
    (each) =>
      `'${each.tiled.className}': { shape: '${each.tiled.shape}', colour: '${each.tiled.colour}', properties: ${schemaName(each)} },`,
  );
  const own = placed.filter((each) => !isObject(each));
  const ownTable = own.map(({ tiled, ...each }) => `${tiled!.use}: ${schemaName({ ...each, tiled })},`);
  const schemas = placed
    .map((each) => emitSchema(each).replace(/^export /, isObject(each) ? '' : 'export '))
    .join('\n\n');
  return `import { z } from 'zod';
import type { ${[...maps.map(definitionName), 'MapObjects'].sort().join(', ')} } from '#domain/content/generated/map-objects.js';
${schemaImports(schemas)}import type { JsonPath } from '../json/content-problem.js';
import type { Checker } from '../records/checker.js';
import type { PlacedObject } from '../records/placed-object.js';
import { ticks } from '../records/ticks.js';

${schemas}

/** Properties of maps and tiles themselves. */
export const ownProperties = { ${ownTable.join(' ')} } as const;

export const objectClasses = {
${table.join('\n')}
} as const;

export type ObjectClass = keyof typeof objectClasses;

/** Of one map, to be filled. */
export function emptyLists(): { [List in keyof MapObjects]: MapObjects[List][number][] } {
return { ${objects.map((each) => `${objectListName(each)}: [],`).join(' ')} };
}

${maps.map(emitMap).join('\n')}

/** Puts the object into the list of its class, unless its properties have faults, which are told. */
export function defineObject(kind: ObjectClass, object: PlacedObject, lists: ReturnType<typeof emptyLists>): void {
const { checker, path } = object;
switch (kind) {
${objects.map(emitObject).join('\n')}
}
}
`;
}

function emitMap(content: ContentModel): string {
  const fields = mappedFields(content, 'values').join('\n');
  const types = `values: z.infer<typeof ${schemaName(content)}>, path: JsonPath, checker: Checker`;
  const body = [...limitChecks(content, 'values'), `return { ${fields} };`].join('\n');
  return `export function define${content.name}(${types}): ${definitionName(content)} {\n${body}\n}`;
}

const geometry = {
  point: '...object.middle',
  rectangle: '...object.area',
  circle: '...object.middle, radiusM: object.radiusM',
} as const;

function emitObject(content: ObjectModel): string {
  const checks = limitChecks(content, 'values');
  const fields = mappedFields(content, 'values');
  const entry = `{ key: object.name, ${geometry[content.tiled.shape]}, ${fields.join(' ')} }`;
  return `case '${content.tiled.className}': {
const values = object.read(${schemaName(content)});
if (values === undefined) return;
${[...checks, `object.put(lists.${objectListName(content)}, ${entry});`].join('\n')}
return;
}`;
}
