// What operators do in the tick: it is an input like what players ask, decides from the next tick on, and moves nothing by
// itself.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { applyInTick } from '#application/operations/apply-in-tick.js';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import { commandTable } from '#application/operations/command-table.js';
import { switchableVerbNames } from '#domain/ledger/switchable-verbs.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { HolderKind, LedgerVerb, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { Played } from '../../support/worlds/played-simulation.js';

let played: Played;
const session = 1;
const { inventory } = HolderKind;
/** Facts that say that something changed hands. */
const moves: readonly number[] = [FactKind.stackChanged, FactKind.coinsChanged, FactKind.experienceChanged];

beforeEach(() => {
  played = new Played();
  played.enter(session, 'Ada');
});

const switchVerb = (verb: string, isOpen: boolean) =>
  applyInTick(played.simulation, 'verbSwitch', { verb, isOpen });

describe('a verb that is switched off', () => {
  it('is refused to those whose orders wait already, and done again when it is on', () => {
    const ask = () =>
      played.simulation.requests.moveItem(session, {
        ...{
          command: played.nextCommand(),
          from: inventory,
          fromSlot: 0,
          to: inventory,
          toSlot: 5,
          units: 1,
        },
      });
    ask();
    expect(switchVerb('arrange', false)).toEqual(applied(1));
    expect(switchVerb('arrange', false)).toEqual(applied(1));
    played.step();
    const refusals = played.output.of(session, 'refused');
    expect(refusals).toEqual([['refused', RequestId.moveItem, RefusalReason.switchedOff]]);
    switchVerb('arrange', true);
    ask();
    played.step();
    const reasons = played.output.of(session, 'refused').map(([, , reason]) => reason);
    expect(reasons.filter((reason) => reason === RefusalReason.switchedOff)).toHaveLength(1);
  });

  it('is a part of the world’s hash', () => {
    const before = played.simulation.hash();
    switchVerb('trade', false);
    const off = played.simulation.hash();
    switchVerb('trade', true);
    expect([off === before, played.simulation.hash()]).toEqual([false, before]);
  });

  it('is one that there is', () => {
    expect(switchVerb('start', false)).toEqual(refused('invalid-arguments'));
    for (const verb of switchableVerbNames) expect(switchVerb(verb, false)).toEqual(applied(1));
    const { closed } = played.simulation.game.world.tables.ledger;
    expect(closed[LedgerVerb.start]).toBe(0);
    expect(closed.reduce((sum, each) => sum + each, 0)).toBe(switchableVerbNames.length);
  });
});

describe('an operator’s command in the tick', () => {
  it('moves nothing that players own, whatever operators do to who plays (class 35)', () => {
    const { world } = played.simulation.game;
    const owned = () => {
      const { inventory: bag, equipment, bank, wallet } = world.components;
      return JSON.stringify(
        [bag, equipment, bank, wallet].map(({ columns }) => Object.values(columns).map(String)),
      );
    };
    const { characterId, accountId } = played.simulation.game.seats.find(session)!;
    const [whom, sanctionId] = [{ characterId, name: 'Ada' }, '6f0a8d0e-1c53-4b0e-9d1a-0c8a5e1f2b3c'];
    const given: Readonly<Record<string, object>> = {
      broadcast: { text: 'hear, hear' },
      verbSwitch: { verb: 'trade', isOpen: false },
      heal: { characterId, name: 'Ada' },
      teleport: { characterId, name: 'Ada', map: world.content.maps[0]!.key, x: 5, y: 5 },
      sanction: { ...whom, sanctionId, measure: 'mute', accountId, secondsLeft: 60, message: '' },
      lift: { ...whom, sanctionId },
      // The last: who is kicked is no more in the world.
      kick: { characterId, name: 'Ada', message: 'out' },
    };
    const inTick = Object.entries(commandTable).filter(
      ([, definition]) => definition.where === 'tick' || definition.inTick !== undefined,
    );
    // Who is erased loses all that it owned, and nobody gets it (test/simulation/erasure/erasure). What operators give and take away
    // is an entry of its own verb (test/domain/operators).
    // Who is restored is away, and the journal gives and takes (test/application/persistence/restore-characters).
    const moving = ['erase', 'restore', 'grantItems', 'grantCoins', 'seizeItems', 'seizeCoins'];
    expect([...Object.keys(given), ...moving].sort()).toEqual(inTick.map(([kind]) => kind).sort());
    played.step();
    const facts = world.facts.reader();
    for (const [kind, args] of Object.entries(given)) {
      const before = owned();
      expect([kind, applyInTick(played.simulation, kind, args).outcome]).toEqual([kind, 'applied']);
      expect([kind, owned()]).toEqual([kind, before]);
      for (; facts.next < world.facts.count; facts.next++)
        expect(moves).not.toContain(world.facts.kind[facts.next]);
    }
  });
});
