// A game server that the admin API refuses is not ready; one whose API is away is.

import { describe, expect, it } from '@jest/globals';
import { judge } from '#adapters/game-http/health-check.js';
import { AdminStanding } from '#adapters/admin-client/admin-standing.js';

describe('whether a game server may be sent players', () => {
  it('is told with the reason while the admin API refuses it', async () => {
    const standing = new AdminStanding();
    expect((await judge([standing])).status).toBe('ok');
    expect(standing.series.samples()).toEqual([]);
    const lost = { telemetry: 1, positions: 2, movements: 3, refused: 4 };
    const client: { refusal: string | undefined; lost: typeof lost } = {
      refusal: 'invalid-server-token: it was revoked',
      lost,
    };
    standing.client = client;
    expect(await judge([standing])).toEqual({
      status: 'failing',
      checks: { 'admin-api': { ok: false, reason: 'invalid-server-token: it was revoked' } },
    });
    expect(standing.series.samples()).toContainEqual({ value: 3, labels: { what: 'movements' } });
    client.refusal = undefined;
    expect((await judge([standing])).status).toBe('ok');
  });
});
