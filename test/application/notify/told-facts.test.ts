// Whether a fact leads to a message is what the schema says of it, kind by kind.

import { describe, expect, it } from '@jest/globals';
import { deathFacts } from '#domain/combat/death-facts.js';
import { ChatScope } from '#domain/vocabulary/generated/words.js';
import { factDefinitions } from '#domain/vocabulary/generated/facts.js';
import { Played } from '../../support/worlds/played-simulation.js';

describe('a fact about a player', () => {
  it.each(factDefinitions)('of kind $name is told exactly if the schema names an audience', (definition) => {
    const { kind, durable, told } = definition;
    const played = new Played();
    const place = played.enter(1);
    played.step();
    played.output.forget();
    const { facts } = played.world;
    // What died is settled, for which its blow reserved room.
    if (durable) facts.reserve(definition.name === 'died' ? deathFacts : 1);
    const row = facts.claim(kind);
    facts.actor[row] = 0;
    facts.subject[row] = played.idAt(place);
    facts.scope[row] = ChatScope.say;
    facts.text[row] = definition.name === 'spoke' ? 'hello' : undefined;
    played.step();
    const { output } = played;
    const messages = [...output.of(1), ...output.blows, ...output.heard];
    expect([definition.name, messages.length > 0]).toEqual([definition.name, told !== 0]);
  });
});
