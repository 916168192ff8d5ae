// Who is muted says nothing, until the calendar has passed the end of it.

import { beforeEach, expect, it } from '@jest/globals';
import { isMuted, mute, unmute } from '#domain/chat/mute.js';
import { talk } from '#domain/chat/talk.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { ChatScope, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { Played } from '../../support/worlds/played-simulation.js';

let played: Played;
let row: number;
const world = () => played.simulation.game.world;
const says = () => talk(world(), row, ChatScope.say, 'hear, hear');
const spoken = () =>
  world()
    .facts.kind.slice(0, world().facts.count)
    .filter((kind) => kind === FactKind.spoke).length;

beforeEach(() => {
  played = new Played();
  played.enter(1, 'Ada');
  row = played.simulation.game.seats.find(1)!.row;
});

it('is refused, and nobody hears it, for good or until its time', () => {
  world().tables.calendar.tell(1_000);
  mute(world(), row, 0);
  expect([says(), spoken()]).toEqual([RefusalReason.muted, 0]);
  mute(world(), row, 1_010);
  expect(says()).toBe(RefusalReason.muted);
  world().tables.calendar.tell(1_009);
  expect(isMuted(world(), row)).toBe(true);
  world().tables.calendar.tell(1_010);
  expect([says(), spoken()]).toEqual([allowed, 1]);
});

it('has not ended while nobody has told the date', () => {
  mute(world(), row, 1);
  expect(world().tables.calendar.nowSeconds).toBe(0);
  expect(says()).toBe(RefusalReason.muted);
});

it('ends when it is lifted', () => {
  mute(world(), row, 0);
  unmute(world(), row);
  unmute(world(), row);
  expect(says()).toBe(allowed);
});
