// The words of the rules and those of the packets come from one schema, as modules that do not know each other.

import { describe, expect, it } from '@jest/globals';
import * as game from '#adapters/protocol/generated/game.js';
import * as handshake from '#adapters/protocol/generated/handshake.js';
import * as vocabulary from '#domain/vocabulary/generated/words.js';
import { nameBytesMax } from '#domain/body/columns.js';
import { ticksPerSecond } from '#domain/engine/time.js';

describe('the vocabulary of the rules', () => {
  it('has the numbers of the schema', () => {
    const { EntityKind, EntityStatus, ChatScope, CombatOutcome, RefusalReason } = game;
    expect(vocabulary).toMatchObject({
      EntityKind,
      EntityStatus,
      ChatScope,
      CombatOutcome,
      RefusalReason,
      DisconnectReason: handshake.DisconnectReason,
    });
  });

  it('shares the limits of the schema', () => {
    expect(nameBytesMax).toBe(game.nameBytesMax);
    expect(ticksPerSecond).toBe(game.tickRate);
  });
});
