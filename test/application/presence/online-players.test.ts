// What the control thread tells the admin API about who plays.

import { beforeEach, describe, expect, it } from '@jest/globals';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import { leastCharacterNumbers } from '#ports/storage/generated/character-numbers.js';
import { OnlinePlayers, changeEveryMs } from '#application/presence/online-players.js';

const ann: StoredCharacter = {
  characterId: 1,
  accountId: '00000000-0000-0000-0000-000000000000',
  name: 'Ann',
  mapKey: 'meadow',
  ...leastCharacterNumbers,
  ...{ x: 1, y: 1, level: 1, health: 1, playedSeconds: 7 },
  cooldowns: [],
  sales: [],
  savedUnixMs: 0,
  inventory: [],
};

describe('the directory of players in the world', () => {
  let told: string[];
  let clock: { at: number; nowMs(): number };
  let directory: OnlinePlayers;

  beforeEach(() => {
    told = [];
    clock = { at: 5_000, nowMs: () => clock.at };
    directory = new OnlinePlayers();
    directory.tell(
      {
        playerJoined: ({ characterName }) => void told.push(`${characterName} joined`),
        playerLeft: ({ characterName }) => void told.push(`${characterName} left`),
        playerChanged: ({ characterName, level, map }) => void told.push(`${characterName} ${level} ${map}`),
      },
      clock,
    );
  });

  it('tells at once who comes and goes', () => {
    directory.entered(ann);
    directory.departed(ann);
    expect(told).toEqual(['Ann joined', 'Ann left']);
  });

  it('tells a new level or map at most once in ten seconds, and then the newest', () => {
    directory.entered(ann);
    clock.at += changeEveryMs;
    directory.saved({ ...ann, coins: 5 });
    directory.saved({ ...ann, level: 2 });
    directory.saved({ ...ann, level: 3 });
    clock.at += changeEveryMs - 1;
    directory.saved({ ...ann, level: 3, mapKey: 'mine' });
    expect(told).toEqual(['Ann joined', 'Ann 2 meadow']);
    clock.at += 1;
    directory.saved({ ...ann, level: 3, mapKey: 'mine' });
    clock.at += changeEveryMs;
    directory.saved({ ...ann, level: 3, mapKey: 'mine' });
    expect(told).toEqual(['Ann joined', 'Ann 2 meadow', 'Ann 3 mine']);
  });

  it('lists the newest of everybody, told or not, and nobody who left', () => {
    directory.entered(ann);
    const bob = { ...ann, characterId: 2, name: 'Bob' };
    directory.entered(bob);
    directory.departed({ ...bob, name: 'Rob' });
    directory.saved({ ...ann, level: 2 });
    directory.saved({ ...bob, level: 9 });
    expect(directory.online().map(({ characterName, level }) => [characterName, level])).toEqual([
      ['Ann', 2],
    ]);
  });
});
