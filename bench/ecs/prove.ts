// Every library has to do all of the work of a case: before it is timed, and again after, its values must be exactly
// those of the plain model in cases.ts; where entities come and go, also in the middle of a pass.

import {
  type CaseName,
  churnRounds,
  expectedBetween,
  expectedValues,
  mmoEntities,
  mmoManyEntities,
} from './library/cases.js';
import type { ChurnCase, EcsCase, Library } from './library/library.js';

/** Odd, so that a swap shows. */
const passes = 3;

export async function makeCase(library: Library, name: CaseName): Promise<EcsCase> {
  switch (name) {
    case 'packed_5':
      return library.packed5();
    case 'simple_iter':
      return library.simpleIter();
    case 'frag_iter':
      return library.fragIter();
    case 'entity_cycle':
      return library.entityCycle();
    case 'add_remove':
      return library.addRemove();
    case 'mmo':
      return library.mmo({ count: mmoEntities, rounds: churnRounds(name) });
    case 'mmo_100k':
    case 'mmo_churned':
      return library.mmo({ count: mmoManyEntities, rounds: churnRounds(name) });
  }
}

/** Throws at the first value that is wrong. */
export async function prove(name: CaseName, run: EcsCase): Promise<void> {
  run.restart();
  let looks = 0;
  const between: number[][] = [];
  if (hasWatch(run))
    run.watch = () => {
      looks++;
      between.push(run.values());
    };
  for (let pass = 0; pass < passes; pass++) await run.pass();
  requireEqual(run.values(), expectedValues(name, passes), `${name} after ${passes} passes`);
  if (!hasWatch(run)) return;
  run.watch = undefined;
  if (looks !== passes) throw new Error(`${name}: ${looks} looks between systems in ${passes} passes`);
  for (const seen of between) requireEqual(seen, expectedBetween, `${name} between its systems`);
}

function hasWatch(run: EcsCase): run is ChurnCase {
  return 'watch' in run;
}

export function requireEqual(got: readonly number[], expected: readonly number[], where: string): void {
  if (got.length !== expected.length)
    throw new Error(`${where}: ${got.length} values instead of ${expected.length}`);
  const wrong = expected.findIndex((value, i) => got[i] !== value);
  if (wrong >= 0) throw new Error(`${where}: value ${wrong} is ${got[wrong]} instead of ${expected[wrong]}`);
}
