import { describe, expect, it } from '@jest/globals';
import { SpokenLines, spokenLinesMax, spokenTicks } from '#domain/chat/spoken-lines.js';
import { talk } from '#domain/chat/talk.js';
import { forgetSaid } from '#domain/reports/forget-said.js';
import { ChatScope } from '#domain/vocabulary/generated/words.js';
import { SmallWorld } from '../harness/small-world.js';

const line = (tick: number, text = `line ${tick}`) => ({ tick, scope: ChatScope.say, map: 0, text });
const textsOf = (lines: SpokenLines, character: number, most = 100) =>
  lines.of(character, most).lines.map(({ text }) => text);

describe('what was said lately', () => {
  it('is told by who said it, the oldest first, with how many older ones are left out', () => {
    const lines = new SpokenLines();
    for (let tick = 1; tick <= 5; tick++) lines.add(1 + (tick % 2), line(tick));
    expect(lines.of(2, 2)).toEqual({ lines: [line(3), line(5)], older: 1 });
    expect(lines.of(3, 2)).toEqual({ lines: [], older: 0 });
  });

  it('is not pushed out by what is said to the own party', () => {
    const lines = new SpokenLines();
    for (let tick = 1; tick <= 5; tick++) lines.add(1, line(tick, `insult ${tick}`));
    for (let tick = 6; tick <= 20; tick++) lines.add(1, { ...line(tick, 'hum'), scope: ChatScope.party });
    const { lines: told, older } = lines.of(1, 6);
    expect(told.map(({ tick }) => tick)).toEqual([3, 4, 5, 18, 19, 20]);
    expect(older).toBe(14);
  });

  it('is told as far as there is room, whatever it was said to', () => {
    const lines = new SpokenLines();
    for (let tick = 1; tick <= 4; tick++) lines.add(1, { ...line(tick), scope: ChatScope.party });
    for (let tick = 5; tick <= 8; tick++) lines.add(1, line(tick));
    const ticks = (most: number) => lines.of(1, most).lines.map(({ tick }) => tick);
    expect([ticks(1), ticks(3), ticks(6), ticks(9)]).toEqual([
      [8],
      [6, 7, 8],
      [3, 4, 5, 6, 7, 8],
      [1, 2, 3, 4, 5, 6, 7, 8],
    ]);
  });

  it('is gone when its ten minutes are over', () => {
    const lines = new SpokenLines();
    lines.add(1, line(1));
    lines.add(1, line(2));
    lines.forgetOld(spokenTicks);
    expect(textsOf(lines, 1)).toEqual(['line 1', 'line 2']);
    lines.forgetOld(spokenTicks + 1);
    expect(textsOf(lines, 1)).toEqual(['line 2']);
    lines.add(1, line(spokenTicks + 2));
    expect(lines.count).toBe(1);
    expect(lines.forgottenEarly).toBe(0);
  });

  it('makes room for what is new, and counts what went before its time', () => {
    const lines = new SpokenLines();
    for (let i = 0; i < spokenLinesMax + 3; i++) lines.add(1 + (i % 2), line(1, `${i}`));
    expect(lines.count).toBe(spokenLinesMax);
    expect(lines.forgottenEarly).toBe(3);
    expect(textsOf(lines, 1, 1)).toEqual([`${spokenLinesMax + 2}`]);
    expect(textsOf(lines, 2, spokenLinesMax)[0]).toBe('3');
  });

  it('of one who was erased is gone at once, and counts as nothing that was lost', () => {
    const lines = new SpokenLines();
    for (let i = 0; i < spokenLinesMax; i++) lines.add(1, line(1));
    lines.forgetCharacter(1);
    expect(textsOf(lines, 1)).toEqual([]);
    lines.add(2, line(1));
    expect(lines.forgottenEarly).toBe(0);
    expect(textsOf(lines, 2)).toEqual(['line 1']);
  });

  it('is what was heard: not what was refused', () => {
    const small = new SmallWorld({ systems: [forgetSaid] });
    const { world } = small;
    const row = small.player();
    talk(world, row, ChatScope.zone, '  hello ');
    talk(world, row, ChatScope.server, 'hear me');
    talk(world, row, ChatScope.say, '   ');
    const character = world.components.player.columns.character[row]!;
    const { tick } = world;
    expect(world.tables.spokenLines.of(character, 9).lines).toEqual([
      { tick, scope: ChatScope.zone, map: 0, text: 'hello' },
    ]);
    world.tick += spokenTicks;
    small.tick();
    expect(world.tables.spokenLines.count).toBe(0);
  });
});
