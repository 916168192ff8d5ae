import { describe, expect, it } from '@jest/globals';
import { ChatScope, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { Played } from '../../support/worlds/played-simulation.js';

describe('talking', () => {
  it('is heard nearby, trimmed', () => {
    const played = new Played();
    played.enter(1, 'Ada');
    played.simulation.requests.chat(1, { scope: ChatScope.say, text: '  hello  ' });
    expect(played.output.heard).toEqual([['say', played.entityOf(1), 'Ada', 'hello']]);
  });

  it('to the zone is heard by all on the map and by nobody else', () => {
    const played = new Played();
    played.enter(1, 'Ada');
    played.enter(2, 'Bob');
    played.put(played.enter(3, 'Cleo'), 10, 10, 1);
    played.simulation.requests.chat(1, { scope: ChatScope.zone, text: 'wolves!' });
    const line = ['chat', ChatScope.zone, played.entityOf(1), 'Ada', 'wolves!'];
    expect(played.output.of(1, 'chat')).toEqual([line]);
    expect(played.output.of(2, 'chat')).toEqual([line]);
    expect(played.output.of(3, 'chat')).toEqual([]);
  });

  it('is refused when empty, unreadable, or with the voice of the server', () => {
    const played = new Played();
    played.enter(1);
    played.simulation.requests.chat(1, { scope: ChatScope.say, text: '   ' });
    played.simulation.requests.chat(1, { scope: ChatScope.say, text: 'a\u0007b' });
    played.simulation.requests.chat(1, { scope: ChatScope.zone, text: 'x'.repeat(201) });
    played.simulation.requests.chat(1, { scope: ChatScope.server, text: 'I am the server' });
    expect(played.output.of(1, 'refused').map((told) => told.slice(1))).toEqual([
      [RequestId.chat, RefusalReason.emptyText],
      [RequestId.chat, RefusalReason.notAllowed],
      [RequestId.chat, RefusalReason.notAllowed],
      [RequestId.chat, RefusalReason.notAllowed],
    ]);
    expect(played.output.heard).toEqual([]);
  });
});

describe('travelling', () => {
  it('through a portal tells the player its new map', () => {
    const played = new Played();
    played.put(played.enter(1), 58.5, 4);
    played.step();
    played.output.forget();
    played.walk(1, 1, 0, 60);
    expect(played.output.of(1)).toEqual([
      ['placed', played.entityOf(1), 1],
      ['mapChanged', 2, 'pit', 5, 5],
    ]);
    expect(played.position(played.rowOf(1)).map).toBe(1);
    expect(played.simulation.counts.playersOnMap).toEqual([0, 1]);
  });
});
