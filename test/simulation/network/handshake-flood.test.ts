// Floods of handshake requests, scaled down; `npm run bench -- flood` sends a million Hellos and 100,000 bad cookies.

import { describe, expect, it } from '@jest/globals';
import { flood } from '#src/simulate/handshake-flood.js';
import { floodKinds } from '#src/simulate/handshake-requests.js';

describe('a flood of handshake requests from forged addresses', () => {
  it.each(floodKinds)('%s: takes no session, amplifies nothing, and players come and stay', (kind) => {
    const report = flood(kind, 8_000, 1);
    expect(report).toMatchObject({
      sessionsTaken: 0,
      playersTried: 5,
      playersJoined: 5,
      playerStayed: true,
      playerPacketsLost: 0,
    });
    expect(report.answerShare).toBeLessThan(0.1);
    expect(report.answersPerPacket).toBeLessThanOrEqual(1.1);
  });
});
