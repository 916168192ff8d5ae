// Who plays is restored by an operator between two verbs of the economy, every verb: what there is stays as the ledger says, and as
// much as it says; nobody else's changes.

import { expect, it } from '@jest/globals';
import { requireContent } from '#src/process/require-content.js';
import { wayOf } from '#src/simulate/economy/cases/faults.js';
import { EconomyCase } from '#src/simulate/economy/cases/run-case.js';
import { variationOf } from '#src/simulate/economy/cases/variation.js';
import { playNames } from '#src/simulate/economy/plays/all-plays.js';
import { economyContent } from '#src/simulate/economy/server/stage-content.js';
import { EconomyStage } from '#src/simulate/economy/server/stage.js';

const content = economyContent(await requireContent('content'));

it('keeps the ledger, whatever was done before and after', async () => {
  const stage = new EconomyStage(content, 1);
  for (const [number, name] of playNames.entries())
    for (const back of [2, 5, 9]) {
      const way = wayOf('restore', back);
      const variation = { ...variationOf(number * 64 + back, 'operator'), way };
      const { broken } = await new EconomyCase(stage, [name, 'sell'], variation).run(number * 64 + back);
      expect([name, back, broken]).toEqual([name, back, []]);
    }
  expect(stage.restored).toBeGreaterThan(playNames.length);
});
