// What figures may be, by their unit. Beyond these no server of ours comes; what lies beyond would break the sums of others.

import { z } from 'zod';
import {
  figureNamed,
  figureNames,
  keyedFigureNames,
  keyedFigures,
  keysOfFigureMax,
  type FigureName,
  type FigureUnit,
  type KeyedFigureName,
} from '#ports/system/telemetry-figures.js';
import { mapKey, playersOfServerMax } from '../http/wire-types.js';

const number = (max: number) => z.number().min(0).max(max);

const ofUnits: Readonly<Record<FigureUnit, z.ZodNumber>> = {
  players: z.int().min(0).max(playersOfServerMax),
  count: z.int().min(0).max(1e7),
  ticksPerSecond: number(1000),
  /** An hour. */
  ms: number(3.6e6),
  perSecond: number(1e9),
  bytes: number(2 ** 50),
  bytesPerSecond: number(1e12),
  percent: number(100),
  cores: number(1e5),
  cpuPercent: number(1e6),
};

const keys = {
  map: mapKey,
  phase: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/, 'Small letters, digits and dashes, a letter first, 64 at most'),
  interface: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,31}$/, 'Letters, digits and ._:@-, 32 at most'),
  core: z.string().regex(/^(0|[1-9]\d{0,4})$/, 'A number of up to five digits'),
};

function reportedFigure(name: FigureName) {
  const { unit, told, says: description } = figureNamed(name);
  if (told === 'always') return ofUnits[unit].meta({ description });
  const measured = ofUnits[unit].nullable();
  return (told === 'later' ? measured.default(null) : measured).meta({ description });
}

function reportedKeys(name: KeyedFigureName) {
  const { by, unit, told, says: description } = keyedFigures[name];
  if (by === 'gateway') return z.array(ofUnits[unit]).max(keysOfFigureMax).meta({ description });
  const values = z
    .record(keys[by], ofUnits[unit])
    .refine((byKey) => Object.keys(byKey).length <= keysOfFigureMax, `At most ${keysOfFigureMax} of them`);
  return (told === 'later' ? values.default({}) : values).meta({ description });
}

function shapeOf<Name extends string>(
  names: readonly Name[],
  schemaOf: (name: Name) => z.ZodType,
): Record<Name, z.ZodType> {
  return Object.fromEntries(names.map((name) => [name, schemaOf(name)])) as Record<Name, z.ZodType>;
}

/** Of a report; null: not measured in that window, which is not 0. */
export const reportedFigures = {
  ...shapeOf(figureNames, reportedFigure),
  ...shapeOf(keyedFigureNames, reportedKeys),
};
