// The memory twins of the admin API's stores keep the promises of their ports.

import { memoryStores } from '#src/admin-api/admin-stores.js';
import { TurnedClock } from '../../support/admin/admin-world.js';
import { testAdminStores } from '../../support/admin/store-contracts.js';

testAdminStores('in memory', async () => {
  const clock = new TurnedClock();
  return { stores: memoryStores(clock), pass: async (ms) => void (clock.atUnixMs += ms) };
});
