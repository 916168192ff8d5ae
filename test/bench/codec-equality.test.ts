// The codec benchmark compares like with like: whatever library is timed carries every field of every sample.

import { describe, expect, it } from '@jest/globals';
import { caseNames } from '../../bench/codec/library/library.js';
import { libraryNames, loadLibrary } from '../../bench/codec/load-library.js';
import { prepareCase, prove } from '../../bench/codec/prove.js';

describe.each(libraryNames)('%s', (name) => {
  it.each(caseNames)('carries every field of %s', async (message) => {
    const library = await loadLibrary(name);
    expect(prove(prepareCase(library, message))).toBeGreaterThan(0);
  });
});

describe('the proof', () => {
  it('finds a lost field', async () => {
    const library = await loadLibrary('hand');
    const { run, expected } = prepareCase(library, 'snapshot');
    const forgetful = {
      ...run,
      decoded: () => ({ ...(run.decoded() as object), lastInput: 0 }) as ReturnType<typeof run.decoded>,
    };
    expect(() => prove({ run: forgetful, expected })).toThrow('sample 0.lastInput: 0 instead of 40000');
  });
});
