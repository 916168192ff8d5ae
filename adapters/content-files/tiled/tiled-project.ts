// Tiled's project for the maps: the classes of objects, tiles and maps with the properties that the game reads, so that
// Tiled offers them with their types. Made from the very schemas that check maps; `npm run content -- tiled-project`.

import { z } from 'zod';
import { objectClasses, ownProperties } from '../generated/tiled-classes.js';

export interface TiledMember {
  readonly name: string;
  readonly type: 'string' | 'int' | 'float' | 'bool';
  readonly value: string | number | boolean;
}

export interface TiledClass {
  readonly name: string;
  readonly color: string;
  readonly drawFill: boolean;
  readonly useAs: readonly string[];
  readonly members: readonly TiledMember[];
}

export const projectFile = 'maps/world.tiled-project';

const grey = '#a0a0a4';

export const tiledClasses: readonly TiledClass[] = [
  ...Object.entries(ownProperties).map(([name, properties]) => tiledClass(name, grey, name, properties)),
  ...Object.entries(objectClasses).map(([name, { colour, properties }]) =>
    tiledClass(name, colour, 'object', properties),
  ),
];

/** The project file as text; Tiled keeps what it writes in it in alphabetical order. */
export function tiledProject(): string {
  const project = {
    automappingRulesFile: '',
    commands: [],
    // 1.10: older versions of Tiled can read what newer ones save.
    compatibilityVersion: 1100,
    extensionsPath: 'extensions',
    folders: ['.'],
    properties: [],
    propertyTypes: tiledClasses.map(({ name, color, drawFill, members, useAs }, index) => ({
      color,
      drawFill,
      id: index + 1,
      members,
      name,
      type: 'class',
      useAs,
    })),
  };
  return `${JSON.stringify(project, undefined, 4)}\n`;
}

function tiledClass(name: string, colour: string, usedAs: string, schema: z.ZodType): TiledClass {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  const members = Object.entries(properties)
    .map(([member, shape]) => tiledMember(member, shape as z.core.JSONSchema.BaseSchema))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // Tiled's way to write colours: alpha first.
  const color = `#ff${colour.slice(1)}`;
  return { name, color, drawFill: usedAs === 'object', useAs: [usedAs], members };
}

/** What must be given has a value that Tiled writes only when it is changed, and that the game refuses. */
function tiledMember(name: string, shape: z.core.JSONSchema.BaseSchema): TiledMember {
  const given = shape.default as TiledMember['value'] | undefined;
  switch (shape.type) {
    case 'boolean':
      return { name, type: 'bool', value: given ?? false };
    case 'integer':
      return { name, type: 'int', value: given ?? 0 };
    case 'number':
      return { name, type: 'float', value: given ?? 0 };
    case 'string':
      return { name, type: 'string', value: given ?? '' };
    default:
      throw new Error(`Tiled has no type for the property ${name}: ${String(shape.type)}`);
  }
}
