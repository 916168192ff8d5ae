import { describe, expect, it } from '@jest/globals';
import { Content } from '#domain/content/content.js';
import { runProgram } from '../../support/servers/run-program.js';
import { Played } from '../../support/worlds/played-simulation.js';
import { smallContent } from '../../support/worlds/small-content.js';

interface Run {
  readonly hashes: readonly string[];
  readonly kills: number;
  readonly loot: number;
}

function run(seed: number, ticks: number, flags: readonly string[] = []): Promise<Run> {
  const program = 'test/simulation/programs/crowd-hashes.ts';
  return runProgram(program, 60_000, [String(seed), String(ticks)], flags) as Promise<Run>;
}

/** V8 interprets everything, nothing is compiled to the machine's instructions. */
const interpreted = ['--no-sparkplug', '--no-maglev', '--no-opt'];

function hashAfter(content: Content, ticks: number): string {
  const played = new Played({ content });
  played.put(played.enter(1), 30, 30);
  played.step(ticks);
  return played.simulation.hash();
}

describe('a simulation', () => {
  it('goes the same way in another process, tick by tick, for the same content, seed and commands', async () => {
    const first = await run(7, 1_800);
    const second = await run(7, 1_800);
    expect(first.kills).toBeGreaterThan(5);
    expect(first.loot).toBeGreaterThan(0);
    expect(new Set(first.hashes).size).toBe(1_800);
    expect(second).toEqual(first);
  }, 130_000);

  it('goes the same way whether its code is interpreted or compiled', async () => {
    const compiled = await run(7, 200);
    expect((await run(7, 200, interpreted)).hashes).toEqual(compiled.hashes);
  }, 130_000);

  it('goes the same way in whatever order the content was loaded', () => {
    const content = smallContent();
    const { items, skills, creatures, maps } = content.lists;
    const turned = {
      ...content.lists,
      ...{ items: items.toReversed(), skills: skills.toReversed() },
      ...{ creatures: creatures.toReversed(), maps: maps.toReversed() },
    };
    expect(hashAfter(new Content(turned), 600)).toBe(hashAfter(content, 600));
  });

  it('goes another way for another seed', async () => {
    const one = await run(7, 30);
    const other = await run(8, 30);
    expect(other.hashes.at(-1)).not.toBe(one.hashes.at(-1));
  }, 130_000);
});
