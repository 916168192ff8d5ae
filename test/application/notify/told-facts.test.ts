// Whether a fact leads to a message is what the schema says of it, kind by kind.

import { describe, expect, it } from '@jest/globals';
import { deathFacts } from '#domain/combat/death-facts.js';
import { ChatScope, HolderKind } from '#domain/vocabulary/generated/words.js';
import { factDefinitions } from '#domain/vocabulary/generated/facts.js';
import { Played } from '../../support/worlds/played-simulation.js';

/** Told of what they name, which has to be there: test/application/notify has them by themselves. */
const ofSomethingElse = ['tradeChanged', 'partyChanged', 'membersMoved', 'lootRollBegan', 'lootRollDecided'];

describe('a fact about a player', () => {
  it.each(factDefinitions.filter(({ name }) => !ofSomethingElse.includes(name)))(
    'of kind $name is told exactly if the schema names an audience',
    (definition) => {
      const { kind, durable, told } = definition;
      const played = new Played();
      const row = played.enter(1);
      played.step();
      played.output.forget();
      const { facts } = played.world;
      // What died is settled, for which its blow reserved room.
      if (durable) facts.reserve(definition.name === 'died' ? deathFacts : 1);
      const factRow = facts.claim(kind);
      facts.actor[factRow] = 0;
      facts.subject[factRow] = played.idAt(row);
      facts.scope[factRow] = ChatScope.say;
      facts.fromHolder[factRow] = HolderKind.nowhere;
      facts.holder[factRow] = HolderKind.inventory;
      facts.after[factRow] = 1;
      facts.text[factRow] = definition.name === 'spoke' ? 'hello' : undefined;
      played.step();
      const { output } = played;
      const messages = [...output.of(1), ...output.blows, ...output.heard];
      expect([definition.name, messages.length > 0]).toEqual([definition.name, told !== 0]);
    },
  );
});
