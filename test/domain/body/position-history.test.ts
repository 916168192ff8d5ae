import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bodiesOf, rewindTicksMax } from '#domain/body/position-history.js';
import { queryOf } from '#domain/engine/system.js';
import { SmallWorld } from '../harness/small-world.js';

/** What happens to the one that is watched, before the tick ends. */
type Event = { kind: 'walk'; x: number; y: number } | { kind: 'put'; map: number; x: number } | 'rebirth';

const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('walk' as const),
      x: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      y: fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      map: fc.nat(1),
      x: fc.integer({ min: 2, max: 30 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant('rebirth' as const) },
);

class Watched {
  readonly small = new SmallWorld({ capacity: 8 });
  readonly world = this.small.world;
  readonly history = this.world.tables.positionHistory;
  readonly bodies = queryOf(this.world, bodiesOf);
  row = this.born();
  readonly spot = new Float64Array(4);

  born(): number {
    return this.small.player(10, 10);
  }

  suffer(event: Event): void {
    const { map, x, y } = this.world.components.transform.columns;
    if (event === 'rebirth') {
      this.world.store.destroy(this.row);
      this.world.store.reclaim();
      this.row = this.born();
    } else if (event.kind === 'put') {
      map[this.row] = event.map;
      x[this.row] = event.x;
    } else {
      x[this.row]! += event.x;
      y[this.row]! += event.y;
    }
  }

  get present(): readonly [number, number] {
    const { x, y } = this.world.components.transform.columns;
    return [x[this.row]!, y[this.row]!];
  }

  seen(agoTicks: number): readonly [number, number] {
    this.history.locate(this.world, this.row, agoTicks, this.spot, 1);
    return [this.spot[1]!, this.spot[2]!];
  }
}

const nearM = 1e-4;

function expectAt(actual: readonly [number, number], wanted: readonly [number, number]): void {
  expect(Math.hypot(actual[0] - wanted[0], actual[1] - wanted[1])).toBeLessThan(nearM);
}

describe('the history of positions', () => {
  it('tells where somebody was, at most the bound ago, and nothing from before it was put there', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), fc.integer({ min: -3, max: 40 }), (events, ago) => {
        const watched = new Watched();
        const { world, history, bodies } = watched;
        // The plain twin: every position since the last time it was put somewhere.
        let past: (readonly [number, number])[] = [];
        for (const event of events) {
          world.tick++;
          // Kept to 0.06 mm, and who was put exactly as far as one may step is told apart by that.
          const before = {
            at: watched.present.map(Math.fround),
            map: world.components.transform.columns.map[watched.row],
          };
          watched.suffer(event);
          const now = watched.present;
          const isPut =
            event === 'rebirth' ||
            before.map !== world.components.transform.columns.map[watched.row] ||
            Math.max(Math.abs(now[0] - before.at[0]!), Math.abs(now[1] - before.at[1]!)) >= 1;
          if (isPut) past = [];
          // The newest past position is that of the tick before.
          const back = Math.min(ago, rewindTicksMax, past.length);
          expectAt(watched.seen(ago), back <= 0 ? now : past.at(-back)!);
          past.push(now);
          history.record(world, bodies);
        }
      }),
    );
  });

  it('is as good at the end of a long run as at its start', () => {
    const { world, history, bodies, row, spot } = new Watched();
    const { x } = world.components.transform.columns;
    for (let i = 0; i < 1000; i++) {
      world.tick++;
      x[row] = 10 + (i % 100) * 0.1;
      history.record(world, bodies);
    }
    world.tick++;
    history.locate(world, row, 10, spot, 0);
    expect(spot[0]).toBeCloseTo(10 + 90 * 0.1, 4);
  });
});
