import { expect, it } from '@jest/globals';
import * as game from '#adapters/protocol/generated/game.js';
import { packets } from '#adapters/protocol/generated/packets.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';

it('requests are what clients send to the game, without the word that says so', () => {
  const ofGame = new Set<unknown>(Object.entries(game).map(([name, value]) => name.endsWith('Id') && value));
  const sent = packets.filter(({ from, id }) => from === 'client' && ofGame.has(id));
  const named = sent.map(({ id, name }) => {
    const word = name.replace(/Request$/, '');
    return [`${word[0]!.toLowerCase()}${word.slice(1)}`, id] as const;
  });
  expect(named.length).toBeGreaterThan(30);
  expect(RequestId).toEqual(Object.fromEntries(named));
});
