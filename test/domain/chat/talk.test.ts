import { describe, expect, it } from '@jest/globals';
import { talk } from '#domain/chat/talk.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { ChatScope, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { SmallWorld } from '../harness/small-world.js';

function speaker() {
  const small = new SmallWorld();
  return { small, world: small.world, row: small.player() };
}

describe('what a player says', () => {
  it.each([ChatScope.say, ChatScope.zone])('is a fact with its words, in scope %s', (scope) => {
    const { small, world, row } = speaker();
    expect(talk(world, row, scope, '  hello ')).toBe(allowed);
    expect(small.told()).toEqual([{ fact: 'spoke', subject: world.idAt(row), scope, text: 'hello' }]);
  });

  it.each([
    [ChatScope.say, '   ', RefusalReason.emptyText],
    [ChatScope.say, 'a\u0007', RefusalReason.notAllowed],
    [ChatScope.server, 'hear me', RefusalReason.notAllowed],
  ])('is refused whole in scope %s: %j', (scope, text, reason) => {
    const { small, world, row } = speaker();
    expect(talk(world, row, scope, text)).toBe(reason);
    expect(small.told()).toEqual([]);
  });
});
