// What every audit log promises.

import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { AuditEntry, AuditLog } from '#ports/audit-log.js';

export function testAuditLog(name: string, make: () => Promise<AuditLog>): void {
  describe(`${name} as an audit log`, () => {
    const entry = (action: string): AuditEntry => ({
      atUnixMs: 1_700_000_000_000,
      actorId: undefined,
      actorName: 'ann',
      action,
      outcome: 'refused',
      target: 'account:1',
      details: { before: { role: 'viewer' }, tries: 3 },
      address: '::1',
      requestId: randomUUID(),
    });

    it('gives entries back whole, newest first', async () => {
      const log = await make();
      const first = { ...entry('first'), actorId: randomUUID(), outcome: 'done' as const };
      const second = entry('second');
      await log.append(first);
      await log.append(second);
      const page = await log.page({ limit: 10 });
      expect(page.map(({ id: _, ...rest }) => rest)).toEqual([second, first]);
      expect(page[0]!.id).toBeGreaterThan(page[1]!.id);
    });

    it('goes on below the last id of a page', async () => {
      const log = await make();
      for (const action of ['a', 'b', 'c']) await log.append(entry(action));
      const page = await log.page({ limit: 2 });
      const rest = await log.page({ limit: 2, beforeId: page.at(-1)!.id });
      expect([...page, ...rest].map(({ action }) => action)).toEqual(['c', 'b', 'a']);
    });
  });
}
