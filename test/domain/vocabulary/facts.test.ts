// The generated writers of facts against the table of what each kind carries.

import { describe, expect, it } from '@jest/globals';
import * as facts from '#domain/vocabulary/generated/facts.js';

const { FactAudience, FactColumn, FactColumns, FactKind, factDefinition, factDefinitions } = facts;
const roles = Object.keys(FactColumn) as (keyof typeof FactColumn)[];

class TwoFacts extends FactColumns {
  rows = 0;

  constructor() {
    super(2);
  }

  claim(kind: facts.FactKind): number {
    if (this.rows === 2) return -1;
    this.kind[this.rows] = kind;
    return this.rows++;
  }
}

const writers = Object.entries(facts).filter(([name]) => name.startsWith('note')) as [
  string,
  (log: TwoFacts, ...numbers: number[]) => boolean,
][];

describe('facts', () => {
  it('each have a kind, a definition and a writer', () => {
    const names = Object.keys(FactKind);
    expect(factDefinitions.map(({ name }) => name)).toEqual(names);
    expect(factDefinitions.map(({ kind }) => kind)).toEqual(Object.values(FactKind));
    expect(writers.map(([name]) => name).sort()).toEqual(
      names.map((name) => `note${name.charAt(0).toUpperCase()}${name.slice(1)}`).sort(),
    );
    expect(factDefinition(FactKind.struck)?.told).toBe(FactAudience.subject | FactAudience.seeing);
    expect(factDefinition(0)).toBeUndefined();
    expect(factDefinition(256)).toBeUndefined();
  });

  it.each(writers)('%s writes what its definition names, and refuses when there is no room', (_, write) => {
    const log = new TwoFacts();
    for (const role of roles) log[role].fill(99);
    const numbers = roles.map((_, index) => 1 + index);
    expect(write(log, ...numbers)).toBe(true);
    const { columns } = factDefinition(log.kind[0]!)!;
    const written = roles.filter((role) => (columns & FactColumn[role]) !== 0);
    expect(roles.filter((role) => log[role][0] !== 99)).toEqual(written);
    // Parameters stand in the order of the schema, each in a column of its own.
    expect(written.map((role) => log[role][0]).sort((a, b) => a! - b!)).toEqual(
      written.map((_, index) => 1 + index),
    );
    write(log, ...numbers);
    expect(write(log, ...numbers)).toBe(false);
    expect(roles.every((role) => log[role].length === 2)).toBe(true);
  });
});
