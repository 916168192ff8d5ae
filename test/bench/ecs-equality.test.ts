// The ECS benchmark compares like with like: whatever is timed leaves exactly the values that a plain model has. The other
// libraries are not installed for tests; they are proved the same way before they are timed.

import { describe, expect, it } from '@jest/globals';
import { caseNames } from '../../bench/ecs/library/cases.js';
import { loadLibrary, ownNames } from '../../bench/ecs/load-library.js';
import { makeCase, prove } from '../../bench/ecs/prove.js';

describe.each(ownNames)('%s, as measured by the benchmark', (name) => {
  it.each(caseNames)('does all of the work of %s', async (caseName) => {
    await prove(caseName, await makeCase(await loadLibrary(name), caseName));
  });
});

describe('the proof', () => {
  it('finds work that was left out', async () => {
    const run = await makeCase(await loadLibrary('hand'), 'packed_5');
    await expect(prove('packed_5', { ...run, pass: () => {} })).rejects.toThrow('value 0 is 1 instead of 8');
  });

  it('finds a pass that never had the entities that it should', async () => {
    const run = await makeCase(await loadLibrary('hand'), 'entity_cycle');
    await expect(prove('entity_cycle', { ...run, pass: () => {} })).rejects.toThrow(
      '0 looks between systems',
    );
  });
});
