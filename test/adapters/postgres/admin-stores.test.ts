// The PostgreSQL stores keep the promises of their ports.

import { afterAll, beforeAll } from '@jest/globals';
import { postgresStores } from '#src/admin-api/admin-stores.js';
import { testAdminStores } from '../../support/admin/store-contracts.js';
import { openTestDatabase, type TestDatabase } from '../../support/admin/test-database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

testAdminStores('on PostgreSQL', async () => {
  await test.empty();
  return { stores: postgresStores(test.database), pass: test.pass };
});
