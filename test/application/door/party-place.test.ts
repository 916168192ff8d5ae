// The row “a place in a party” of the table “What stays with a character” in ARCHITECTURE.md, and what else takes somebody out of
// the world. The columns that need a whole server are in test/simulation: resuming, coming-back.

import { describe, expect, it } from '@jest/globals';
import { ticksPerSecond } from '#domain/engine/time.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { DisconnectReason } from '#domain/vocabulary/generated/words.js';
import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { Played } from '../../support/worlds/played-simulation.js';

function played(players: number): Played {
  const game = new Played();
  for (let session = 1; session <= players; session++) game.enter(session);
  game.output.forget();
  return game;
}

const invitation = (game: Played, session: number): number =>
  Number(game.output.of(session, 'partyInvited').at(-1)![1]);

function gather(game: Played, ...others: number[]): void {
  for (const each of others) {
    game.simulation.requests.partyInvite(1, { name: `pLAYER${each}` });
    game.simulation.requests.partyAccept(each, { invitation: invitation(game, each) });
  }
  game.output.forget();
}

/** Names of the members as the session was told last, those out of the world in brackets. */
const membersTold = (game: Played, session: number): string[] => {
  const told = game.output.of(session, 'partyState').at(-1);
  const [members, count] = [told![5] as { name: string; entity: number }[], Number(told![6])];
  return members.slice(0, count).map(({ name, entity }) => (entity === 0 ? `(${name})` : name));
};

describe('a place in a party', () => {
  it('is kept for who leaves and joins, who is told of it behind its welcome', () => {
    const game = played(3);
    gather(game, 2, 3);
    game.simulation.leave(2, DisconnectReason.timeout);
    game.step(2 * ticksPerSecond);
    expect(membersTold(game, 1)).toEqual(['Player1', '(Player2)', 'Player3']);
    game.enter(12, 'Player2');
    expect(membersTold(game, 12)).toEqual(['Player1', 'Player2', 'Player3']);
    expect(game.output.of(12).findIndex(([kind]) => kind === 'welcome')).toBeLessThan(
      game.output.of(12).findIndex(([kind]) => kind === 'partyState'),
    );
    game.step(2 * ticksPerSecond);
    expect(membersTold(game, 1)).toEqual(['Player1', 'Player2', 'Player3']);
  });

  it('goes on for a second session, which is told of it and of open invitations', () => {
    const game = played(3);
    gather(game, 2);
    game.simulation.requests.partyInvite(1, { name: 'Player3' });
    game.simulation.join(12, nilAccountId, 'Player2', true);
    game.simulation.join(13, nilAccountId, 'Player3', true);
    expect(membersTold(game, 12)).toEqual(['Player1', 'Player2']);
    game.simulation.requests.partyAccept(13, { invitation: invitation(game, 13) });
    expect(membersTold(game, 13)).toEqual(['Player1', 'Player2', 'Player3']);
  });

  it('is kept for one whom an operator sends away, and not for one that is erased', () => {
    const game = played(3);
    gather(game, 2, 3);
    const { character } = game.simulation.game.seats.find(3)!;
    expect(game.simulation.kickCharacter('Player2', game.simulation.game.seats.find(2)!.character, '')).toBe(
      true,
    );
    game.step(2 * ticksPerSecond);
    expect(membersTold(game, 1)).toEqual(['Player1', '(Player2)', 'Player3']);
    while (!game.simulation.eraseCharacter('Player3', character)) game.step();
    game.step();
    expect(membersTold(game, 1)).toEqual(['Player1', '(Player2)']);
  });

  it('stays over a change of map, and over death', () => {
    const game = played(2);
    gather(game, 2);
    const row = game.rowOf(2);
    // The portal.
    game.put(row, 59, 4);
    game.walk(2, 1, 0, 2 * ticksPerSecond);
    expect(game.position(row).map).toBe(1);
    harmAndTell(game.world, row, row, 10_000);
    game.step(2 * ticksPerSecond);
    const { parties } = game.world.tables;
    expect(parties.of(game.simulation.game.seats.find(2)!.character)).toBeGreaterThanOrEqual(0);
    // Her place and her health are known to the other one.
    const [changes] = game.output.of(1, 'partyMoved').at(-1)!.slice(1) as [{ map: number; health: number }[]];
    expect(changes[0]).toMatchObject({ map: 2, health: 0 });
  });
});
