// What a server tells of its checks always fits what the API takes.

import { describe, expect, it } from '@jest/globals';
import { tellable } from '#application/telemetry/tellable-checks.js';
import { heartbeatBody } from '#adapters/admin-api/servers/server-schemas.js';
import { serverChecksMax } from '#ports/admin/servers/server-registry.js';

describe('checks that are told', () => {
  it.each([
    ['plain', 'the disk is full'],
    ['control characters', 'ENOSPC:\nno space\0 left\t'],
    ['marks that turn text round', 'a\u202Eb'],
    ['half a surrogate', 'a\uD800b'],
    ['far too long', 'x'.repeat(10_000)],
    ['cut in the midst of a pair', `${'x'.repeat(299)}😀`],
  ])('fit the body of a heartbeat: %s', (_, reason) => {
    const checks = tellable({ checks: { disk: { ok: false, reason }, simulation: { ok: true } } });
    expect(heartbeatBody.safeParse({ players: 0, draining: false, checks }).error).toBeUndefined();
    expect(checks[1]).toEqual({ name: 'simulation', ok: true });
  });

  it('are as many as the API takes', () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`check-${i}`, { ok: true }]));
    expect(tellable({ checks: many })).toHaveLength(serverChecksMax);
  });
});
