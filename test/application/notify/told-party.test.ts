// Players make up parties over a whole simulation: by name, across maps. The door is in test/application/door/party-place.

import { describe, expect, it } from '@jest/globals';
import { ticksPerSecond } from '#domain/engine/time.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import {
  ChatScope,
  LootChoice,
  PartyEnd,
  PartyInvitationEnd,
  PartyLootMode,
  RefusalReason,
} from '#domain/vocabulary/generated/words.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Creature, Item, smallContent } from '../../support/worlds/small-content.js';
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

describe('parties', () => {
  it('begin by name, across maps, and are told whole', () => {
    const game = played(2);
    game.put(game.rowOf(2), 5, 5, 1);
    const { requests } = game.simulation;
    requests.partyInvite(1, { name: 'PLAYER2' });
    expect(game.output.of(2)).toEqual([['partyInvited', 1, 'Player1', 30]]);
    expect(game.output.of(1)).toEqual([]);
    game.output.forget();
    requests.partyAccept(2, { invitation: 1 });
    const heard = game.output.of(2);
    expect(heard[0]).toEqual(['partyInvitationEnded', 1, 'Player1', PartyInvitationEnd.accepted]);
    expect(heard[1]!.slice(0, 5)).toEqual(['partyState', 1, 2, 3, PartyLootMode.roundRobin]);
  });

  it('are told to their members', () => {
    const game = played(3);
    // Messages are reused objects: what was told is looked at before the next one.
    game.simulation.requests.partyInvite(1, { name: 'Player2' });
    game.simulation.requests.partyAccept(2, { invitation: invitation(game, 2) });
    expect(membersTold(game, 1)).toEqual(['Player1', 'Player2']);
    expect(game.output.of(3, 'partyState')).toEqual([]);
  });

  it('refuse with a reason, under the request', () => {
    const game = played(2);
    const { requests } = game.simulation;
    requests.partyInvite(1, { name: 'Nobody' });
    requests.partyInvite(1, { name: 'player1' });
    requests.partyAccept(1, { invitation: 77 });
    requests.partyDecline(1, { invitation: 77 });
    requests.partyLeave(1);
    requests.partyKick(1, { member: 1 });
    requests.partyPromote(1, { member: 1 });
    requests.partyLoot(1, { mode: PartyLootMode.freeForAll });
    expect(game.output.of(1)).toEqual([
      ['refused', RequestId.partyInvite, RefusalReason.notOnline],
      ['refused', RequestId.partyInvite, RefusalReason.invalidTarget],
      ['refused', RequestId.partyAccept, RefusalReason.unknownTarget],
      ['refused', RequestId.partyDecline, RefusalReason.unknownTarget],
      ['refused', RequestId.partyLeave, RefusalReason.notInParty],
      ['refused', RequestId.partyKick, RefusalReason.notInParty],
      ['refused', RequestId.partyPromote, RefusalReason.notInParty],
      ['refused', RequestId.partyLoot, RefusalReason.notInParty],
    ]);
  });

  it('talk on whatever maps, and nobody else hears it', () => {
    const game = played(3);
    gather(game, 2);
    game.put(game.rowOf(2), 5, 5, 1);
    game.simulation.requests.chat(1, { scope: ChatScope.party, text: 'where?' });
    const said = ['chat', ChatScope.party, game.entityOf(1), 'Player1', 'where?'];
    expect([1, 2, 3].map((session) => game.output.of(session, 'chat'))).toEqual([[said], [said], []]);
    expect(game.output.heard).toEqual([]);
  });

  it('end with one left', () => {
    const game = played(2);
    gather(game, 2);
    game.simulation.requests.partyLeave(2);
    expect(game.output.of(2)).toEqual([['partyEnded', 1, PartyEnd.left]]);
    expect(game.output.of(1)).toEqual([['partyEnded', 1, PartyEnd.dissolved]]);
  });

  it('roll for what their kills leave, and are told how that ends', () => {
    const game = new Played({
      content: smallContent({
        lootTables: [
          { ...blank.lootTable, rolls: [{ item: Item.sword, chance: 1, countMin: 1, countMax: 1 }] },
        ],
      }),
    });
    for (const session of [1, 2]) game.enter(session);
    gather(game, 2);
    const { requests } = game.simulation;
    requests.partyLoot(1, { mode: PartyLootMode.needGreed });
    const [wolf] = game.creatures(Creature.wolf);
    const { x, y } = game.position(wolf!);
    game.put(game.rowOf(1), x, y + 0.8);
    game.put(game.rowOf(2), x, y + 1);
    game.slay(1, wolf!);
    game.step();
    const loot = game.idAt(game.groundLoot()[0]!);
    expect(game.output.of(2, 'lootRollBegun')).toEqual([['lootRollBegun', 1, loot, Item.sword, 0, 15]]);
    // Another session goes on with it.
    game.enter(12, 'Player2');
    expect(game.output.of(12, 'lootRollBegun')).toHaveLength(1);
    requests.lootRoll(12, { roll: 2, choice: LootChoice.need });
    expect(game.output.of(12, 'refused')).toEqual([
      ['refused', RequestId.lootRoll, RefusalReason.unknownTarget],
    ]);
    requests.lootRoll(1, { roll: 1, choice: LootChoice.pass });
    requests.lootRoll(12, { roll: 1, choice: LootChoice.greed });
    game.step();
    const [ended] = game.output.of(1, 'lootRollEnded');
    expect(ended!.slice(1, 3)).toEqual([1, 'Player2']);
    expect((ended![3] as object[]).slice(0, 2)).toEqual([
      { name: 'Player1', choice: LootChoice.pass, points: 0 },
      { name: 'Player2', choice: LootChoice.greed, points: expect.any(Number) as unknown },
    ]);
  });

  it('tell of others’ places once a second, and of one’s own never', () => {
    const game = played(2);
    gather(game, 2);
    game.step(2 * ticksPerSecond);
    game.output.forget();
    game.put(game.rowOf(2), 5, 20);
    game.step(2 * ticksPerSecond);
    expect(game.output.of(1, 'partyMoved')).toHaveLength(1);
    expect(game.output.of(2, 'partyMoved')).toHaveLength(0);
  });
});
