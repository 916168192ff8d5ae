// The custom properties that the game reads of a map and of its objects, class by class. Tiled leaves out of its files what
// equals a class's default, so the defaults of the property types offered to Tiled are taken from here.

import { z } from 'zod';
import { key } from '../records/record-schemas.js';

export const mapProperties = z.strictObject({
  id: z.int().min(1).max(65_535),
  name: z.string().trim().min(1).max(64),
  /** Where the dead stand up. */
  bindSpawn: key,
  /** Whether players may fight each other outside safe zones. */
  pvp: z.boolean().default(false),
});

export const objectProperties = {
  spawn: z.strictObject({ facing: z.int().min(0).max(255).default(64) }),
  'safe-zone': z.strictObject({}),
  portal: z.strictObject({ targetMap: key, targetSpawn: key }),
  'spawn-group': z.strictObject({
    creature: key,
    count: z.int().min(1).max(100),
    respawnSeconds: z.number().min(1).max(86_400),
  }),
} as const;

export type ObjectClass = keyof typeof objectProperties;

export const objectClasses = Object.keys(objectProperties) as readonly ObjectClass[];
