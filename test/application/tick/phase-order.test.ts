// What the order of the phases stands for, wherever the documents give a reason for it: a swap in `domain/game.ts` or
// `application/tick/phases.ts` fails here. Phases that do not conflict, as `remember` and `grid`, may be swapped; and a trade
// is looked after once more by who agrees to it, whenever `watch-trades` did.

import { describe, expect, it } from '@jest/globals';
import { phaseNames, phases } from '#application/tick/phases.js';
import { systems } from '#domain/game.js';
import type { FactLog } from '#domain/engine/facts/fact-log.js';
import type { FactSink } from '#ports/storage/fact-sink.js';
import { Creature, Skill } from '../../support/worlds/small-content.js';
import { Played } from '../../support/worlds/played-simulation.js';
import type { Told } from '../../support/worlds/played-simulation.js';

/** What the first session, and those who see it, had been told in this step when its frame was published. */
function toldBeforeFrame(played: Played): Told[] {
  const { output, simulation } = played;
  const { frames } = simulation.game;
  const told: Told[] = [];
  output.forget();
  const publish = frames.publish.bind(frames);
  frames.publish = () => {
    told.push(...output.of(1), ...output.blows);
    publish();
  };
  played.step();
  frames.publish = publish;
  return told;
}

const kindsOf = (told: readonly Told[]) => told.map(([kind]) => kind);

describe('what concerns one alone', () => {
  it('is told before the frame: its gateway knows of another map before it sees it there', () => {
    const played = new Played();
    played.put(played.enter(1), 60.5, 3.5);
    expect(kindsOf(toldBeforeFrame(played))).toEqual(expect.arrayContaining(['placed', 'mapChanged']));
  });

  it('is told before the frame when it was refused', () => {
    const played = new Played();
    const row = played.enter(1);
    played.put(row, 20, 20);
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(row) });
    expect(kindsOf(toldBeforeFrame(played))).toContain('refused');
  });
});

describe('what is seen', () => {
  it('is told after the frame that shows it', () => {
    const played = new Played();
    const row = played.enter(1);
    const wolf = played.creatures(Creature.wolf)[0]!;
    const { x, y } = played.position(wolf);
    played.put(row, x + 1, y);
    played.simulation.requests.useSkill(1, { skill: Skill.strike, target: played.idAt(wolf) });
    expect(kindsOf(toldBeforeFrame(played))).not.toContain('combat');
    expect(kindsOf(played.output.blows)).toContain('combat');
  });
});

/** Phases behind this one that write what it looks at: it would show, or keep, what holds no more at the end of the tick. */
function writersBehind(name: string, parts: readonly string[]): string[] {
  return phases
    .slice(phaseNames.indexOf(name) + 1)
    .flatMap((phase) =>
      phase.writes.filter((part) => parts.includes(part)).map((part) => `${phase.name}: ${part}`),
    );
}

describe('the end of the tick is', () => {
  it('what a frame shows: nothing of it changes behind `publish`', () => {
    const { reads } = phases[phaseNames.indexOf('publish')]!;
    expect(reads).toContain('grid');
    expect(writersBehind('publish', reads)).toEqual([]);
  });

  it.each(['grid', 'remember'])('where everybody is for `%s`: nobody moves behind it', (name) => {
    expect(phaseNames).toContain(name);
    expect(writersBehind(name, ['transform'])).toEqual([]);
  });

  it('what is remembered of a past tick', () => {
    const played = new Played();
    const row = played.enter(1);
    played.put(row, 20, 20);
    played.step(20);
    const { world } = played;
    const { x } = world.components.transform.columns;
    const walked: number[] = [];
    for (let tick = 0; tick < 12; tick++) {
      played.walk(1, 1, 0, 1);
      walked.unshift(Math.fround(x[row]!));
    }
    const spot = new Float64Array(2);
    const remembered = walked.map((_, ago) => {
      world.tables.positionHistory.locate(world, row, ago, spot, 0);
      return Math.fround(spot[0]!);
    });
    expect(new Set(walked).size).toBeGreaterThan(10);
    expect(remembered).toEqual(walked);
  });
});

describe('a step of a player', () => {
  it('is over before the ground acts: nobody ends a tick on a portal, or with a tag of where it was', () => {
    const played = new Played();
    const row = played.enter(1);
    const { world } = played;
    const ends: string[] = [];
    const walkOn = (toX: number, ticks: number): void => {
      for (let tick = 0; tick < ticks; tick++) {
        played.walk(1, toX, 0, 1);
        const { map, x, y } = played.position(row);
        const isTrue = world.components.safe.has(row) === world.maps[map]!.isSafe(x, y);
        if (!isTrue || world.maps[map]!.portal(x, y) !== undefined) ends.push(`${map}: ${x}, ${y}`);
      }
    };
    played.put(row, 10.5, 5);
    walkOn(1, 30);
    walkOn(-1, 30);
    played.put(row, 59, 4);
    walkOn(1, 30);
    expect(played.position(row).map).toBe(1);
    expect(ends).toEqual([]);
  });
});

describe('a death', () => {
  it('is settled in the tick of its blow: whatever may kill comes before `deaths`', () => {
    const killers = phases.filter(({ emits }) => emits.includes('died')).map(({ name }) => name);
    expect(killers.length).toBeGreaterThan(1);
    const settled = phaseNames.indexOf('deaths');
    expect(killers.filter((name) => phaseNames.indexOf(name) > settled)).toEqual([]);
  });
});

describe('whether the journal stores', () => {
  it('is known to all systems of the tick in which that is read', () => {
    const sink = { stored: 0, isStoring: true, offer: (_: FactLog) => true, handOver: () => undefined };
    const played = new Played({ factSink: sink satisfies FactSink });
    played.enter(1);
    sink.isStoring = false;
    const { ledger } = played.world.tables;
    const seen: [string, boolean][] = [];
    const begin = (phase: number) => void seen.push([phaseNames[phase]!, ledger.isStoring]);
    played.simulation.tickWith({ begin, end: () => undefined });
    const ofSystems = seen.filter(([name]) => systems.some((system) => system.name === name));
    expect(ofSystems).toEqual(systems.map(({ name }) => [name, false]));
  });
});
