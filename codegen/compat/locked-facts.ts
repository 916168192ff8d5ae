// The durable facts as journals hold them: numbers, names, layouts, and what the members of their enums mean. A lock of its
// own, because it guards every journal that was ever written, whatever was released since.

import { existsSync, readFileSync } from 'node:fs';
import { factRoles, type FactModel } from '../model/fact-model.js';
import type { EnumModel, Schema } from '../model/schema-model.js';
import { NotASchema } from './read-locked.js';

export const journalLockPath = 'protocol-schema/journal.lock.json';

export interface LockedFact {
  readonly number: number;
  readonly name: string;
  /** In the order of the bytes, as in 'verb u8 LedgerVerb, amount f64, words'. */
  readonly layout: string;
}

interface LockedWords {
  readonly name: string;
  readonly members: Readonly<Record<string, number>>;
}

export interface LockedFacts {
  readonly format: 1;
  readonly facts: readonly LockedFact[];
  readonly enums: readonly LockedWords[];
}

export function lockFacts({ files }: Schema): LockedFacts {
  const durable = files
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.durable)
    .sort((a, b) => a.number - b.number);
  const enums = new Map<string, EnumModel>();
  for (const { fields } of durable)
    for (const { declaration } of fields) if (declaration) enums.set(declaration.name, declaration);
  return {
    format: 1,
    facts: durable.map((fact) => ({ number: fact.number, name: fact.name, layout: layoutOf(fact) })),
    enums: [...enums.values()].map(({ name, members }) => ({
      name,
      members: Object.fromEntries(members.map((member) => [member.name, member.value])),
    })),
  };
}

function layoutOf({ fields, words }: FactModel): string {
  const numbers = fields.map(({ role, declaration }) => {
    const width = shortOf(factRoles[role].column);
    return declaration === undefined ? `${role} ${width}` : `${role} ${width} ${declaration.name}`;
  });
  return [...numbers, ...(words ? ['words'] : [])].join(', ');
}

/** 'Uint32Array' is u32. */
function shortOf(column: string): string {
  return `${column.charAt(0).toLowerCase()}${/\d+/.exec(column)![0]}`;
}

/** Undefined where none is. Throws NotASchema for what is no lock of facts. */
export function readLockedFacts(path: string): LockedFacts | undefined {
  if (!existsSync(path)) return undefined;
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new NotASchema(`'${path}' is no JSON: ${(error as Error).message}`, { cause: error });
  }
  if ((read as LockedFacts | null)?.format !== 1 || !Array.isArray((read as LockedFacts).facts))
    throw new NotASchema(`'${path}' is no lock of durable facts in format 1`);
  return read as LockedFacts;
}
