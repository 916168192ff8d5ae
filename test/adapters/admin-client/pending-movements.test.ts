import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { PendingMovements, type MovementsReport } from '#adapters/admin-client/pending-movements.js';
import { retryPauseMs } from '#adapters/admin-client/retry-pause.js';
import type { OnlinePlayer } from '#ports/system/telemetry-sink.js';

const numbers = new Map<string, number>();
/** The same number for the same name. */
function idOf(characterName: string): number {
  numbers.set(characterName, numbers.get(characterName) ?? numbers.size + 1);
  return numbers.get(characterName)!;
}

function player(characterName: string, level = 1): OnlinePlayer {
  return {
    characterId: idOf(characterName),
    characterName,
    accountId: '00000000-0000-0000-0000-000000000000',
    level,
    map: 'meadow',
  };
}

/** A directory that applies reports as the admin API does: the list, then who left, who joined, who changed. */
class Directory {
  /** Levels by name. */
  readonly online = new Map<string, number>();

  apply(report: MovementsReport): void {
    if (report.online !== undefined) this.online.clear();
    for (const { characterName, level } of report.online ?? []) this.online.set(characterName, level);
    for (const { characterName } of report.left) this.online.delete(characterName);
    for (const { characterName, level } of report.joined) this.online.set(characterName, level);
    for (const { characterName, level } of report.changed ?? []) {
      if (this.online.has(characterName)) this.online.set(characterName, level);
    }
  }
}

class World {
  readonly players = new Map<string, OnlinePlayer>();
  readonly directory = new Directory();
  readonly movements = new PendingMovements(() => [...this.players.values()]);

  join(name: string): void {
    if (this.players.has(name)) return;
    this.players.set(name, player(name));
    this.movements.add({ kind: 'joined', player: player(name) });
  }

  leave(name: string): void {
    if (!this.players.delete(name)) return;
    this.movements.add({
      kind: 'left',
      player: { characterId: idOf(name), characterName: name, level: 1, playedSeconds: 1 },
    });
  }

  advance(name: string): void {
    const before = this.players.get(name);
    if (before === undefined) return;
    const now = player(name, before.level + 1);
    this.players.set(name, now);
    this.movements.change(now);
  }

  deliver(): boolean {
    const report = this.movements.next();
    if (report === undefined) return false;
    this.directory.apply(report);
    this.movements.delivered();
    return true;
  }

  settle(): void {
    while (this.deliver());
  }
}

describe('the movements of players', () => {
  it('leave the directory with exactly those online, at their level, whatever happens on the way', () => {
    const name = fc.constantFrom('A', 'B', 'C', 'D');
    const step = fc.oneof(
      fc.record({ do: fc.constant('join' as const), name }),
      fc.record({ do: fc.constant('leave' as const), name }),
      fc.record({ do: fc.constant('advance' as const), name }),
      fc.constant({ do: 'deliver' as const }),
      fc.constant({ do: 'fail' as const }),
      fc.constant({ do: 'deliver unheard' as const }),
      fc.constant({ do: 'forget' as const }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world = new World();
        for (const taken of steps) {
          if (taken.do === 'join') world.join(taken.name);
          else if (taken.do === 'leave') world.leave(taken.name);
          else if (taken.do === 'advance') world.advance(taken.name);
          else if (taken.do === 'deliver') world.deliver();
          else if (taken.do === 'fail') world.movements.next();
          else if (taken.do === 'forget') world.movements.owesList();
          else {
            // The report arrived, but its answer did not: it is told again.
            const report = world.movements.next();
            if (report !== undefined) world.directory.apply(report);
          }
        }
        world.settle();
        const levels = new Map([...world.players].map(([key, { level }]) => [key, level]));
        expect(world.directory.online).toEqual(levels);
      }),
    );
  });

  it('keep what happens while a report is under way for the next one', () => {
    const world = new World();
    world.settle();
    world.join('A');
    const report = world.movements.next()!;
    world.join('B');
    world.directory.apply(report);
    world.movements.delivered();
    expect([...world.directory.online.keys()]).toEqual(['A']);
    world.settle();
    expect([...world.directory.online.keys()]).toEqual(['A', 'B']);
  });

  it('come as a list in parts when many are online, the first of which replaces', () => {
    const world = new World();
    for (let index = 0; index < 4500; index += 1) world.players.set(`P${index}`, player(`P${index}`));
    const reports: MovementsReport[] = [];
    for (let report = world.movements.next(); report !== undefined; report = world.movements.next()) {
      reports.push(report);
      world.movements.delivered();
    }
    expect(reports.map((report) => report.online?.length ?? -report.joined.length)).toEqual([
      2000, -2000, -500,
    ]);
    for (const report of reports) expect(JSON.stringify(report).length).toBeLessThan(512 * 1024);
  });

  it('are given up for the whole list when too many wait', () => {
    const world = new World();
    world.settle();
    for (let index = 0; index < 6000; index += 1) {
      world.join(`P${index}`);
      if (index % 2 === 0) world.leave(`P${index}`);
    }
    expect(world.movements.overflows).toBe(1);
    world.settle();
    expect(world.directory.online.size).toBe(3000);
  });
});

describe('the pause before another try', () => {
  it('doubles up to half a minute, and is spread over its second half', () => {
    expect([1, 2, 3, 7, 100].map((failures) => retryPauseMs(failures, () => 0))).toEqual([
      250, 500, 1000, 15_000, 15_000,
    ]);
    expect(retryPauseMs(1, () => 0.999_999)).toBeCloseTo(500);
    expect(retryPauseMs(0, () => 0)).toBe(250);
  });
});
