import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DisconnectReason, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { inventorySlots } from '#domain/inventory/columns.js';
import { nilAccountId } from '#domain/player/character-sheet.js';
import { Played } from '../support/worlds/played-simulation.js';
import {
  Creature,
  Item,
  Skill,
  creature,
  field,
  item,
  pit,
  smallContent,
  smallRules,
} from '../support/worlds/small-content.js';

const playersMax = 5;
const sessions = 6;
const names = ['Ada', 'Bob', 'Cleo', 'Dora', 'Emil', 'Fay'];

/** One thing that somebody does; numbers pick among what is there. */
type Deed =
  | { kind: 'join'; session: number; name: number }
  | { kind: 'leave'; session: number }
  | { kind: 'answer' }
  | { kind: 'step'; ticks: number }
  | { kind: 'walk'; session: number; x: number; y: number }
  | { kind: 'hunt'; session: number; pick: number }
  | { kind: 'gather'; session: number; pick: number }
  | { kind: 'strike'; session: number; skill: number; pick: number }
  | { kind: 'pick-up'; session: number; pick: number }
  | { kind: 'respawn'; session: number }
  | { kind: 'courier'; room: number };

const session = fc.integer({ min: 1, max: sessions });
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('join'), session, name: fc.nat(names.length - 1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leave'), session }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer') }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('step'), ticks: fc.integer({ min: 1, max: 200 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('walk'),
      session,
      x: fc.integer({ min: 25, max: 40 }),
      y: fc.integer({ min: 25, max: 40 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('strike'),
      session,
      skill: fc.constantFrom(Skill.strike, Skill.bolt, Skill.mend, 77),
      pick: fc.nat(50),
    }),
  },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('hunt'), session, pick: fc.nat(50) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('gather'), session, pick: fc.nat(50) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pick-up'), session, pick: fc.nat(50) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('respawn'), session }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('courier'), room: fc.constantFrom(0, 1, Infinity) }),
  },
) as fc.Arbitrary<Deed>;

const anyWish = anyDeed.filter(({ kind }) =>
  ['strike', 'hunt', 'gather', 'pick-up', 'respawn'].includes(kind),
) as fc.Arbitrary<Extract<Deed, { session: number }>>;

/** A dense and dangerous world in which much happens in few deeds, and inventories are nearly full from the start. */
function dangerous(): Played {
  const content = smallContent();
  const spawnGroups = content.maps[0]!.spawnGroups.map((group) => ({ ...group, respawnTicks: 60 }));
  const rolls = [{ item: Item.pelt, chance: 0.8, countMin: 2, countMax: 5 }];
  const played = new Played({
    content: smallContent({
      creatures: [
        creature(Creature.wolf, 'wolf', { power: 20, healthMax: 8, aggroRangeM: 10 }),
        creature(Creature.boar, 'boar', { power: 25, healthMax: 15 }),
      ],
      maps: [field({ spawnGroups }), pit()],
      items: [item(Item.sword, 'sword', 1), item(Item.bread, 'bread', 5), item(Item.pelt, 'pelt', 3)],
      lootTables: [{ id: 1, key: 'beast', name: 'beast', coinsMin: 0, coinsMax: 5, rolls, whenFull: 'mail' }],
      rules: { ...smallRules, startItems: [{ item: Item.sword, count: 31 }], lootLifeTicks: 300 },
    }),
    playersMax,
    entitiesMax: 24,
    saveIntervalTicks: 120,
  });
  for (let each = 1; each <= 3; each++) played.enter(each, names[each]);
  return played;
}

function perform(played: Played, deed: Deed): void {
  const { simulation } = played;
  switch (deed.kind) {
    case 'join':
      simulation.join(deed.session, nilAccountId, names[deed.name]!, true);
      break;
    case 'leave':
      simulation.leave(deed.session, DisconnectReason.left);
      break;
    case 'answer':
      played.answerLoads();
      break;
    case 'step':
      played.step(deed.ticks);
      break;
    case 'walk':
      if (played.rowOf(deed.session) !== 0) played.put(played.rowOf(deed.session), deed.x, deed.y);
      break;
    case 'strike':
      simulation.requests.useSkill(deed.session, { skill: deed.skill, target: anyEntity(played, deed.pick) });
      break;
    case 'hunt': {
      const prey = [...played.creatures(Creature.wolf), ...played.creatures(Creature.boar)];
      goAndDo(played, deed.session, prey[deed.pick % Math.max(1, prey.length)], (row) =>
        simulation.requests.useSkill(deed.session, { skill: Skill.strike, target: played.idAt(row) }),
      );
      break;
    }
    case 'gather': {
      const loot = played.groundLoot();
      goAndDo(played, deed.session, loot[deed.pick % Math.max(1, loot.length)], (row) =>
        simulation.requests.pickUp(deed.session, { command: played.nextCommand(), loot: played.idAt(row) }),
      );
      break;
    }
    case 'pick-up': {
      const loot = played.groundLoot();
      const row = loot[deed.pick % Math.max(1, loot.length)];
      simulation.requests.pickUp(deed.session, {
        command: played.nextCommand(),
        loot: row === undefined ? deed.pick : played.idAt(row),
      });
      break;
    }
    case 'respawn':
      simulation.requests.respawn(deed.session);
      break;
    case 'courier':
      played.courier.room = deed.room;
      break;
  }
}

/** Whether the deed finds somebody to hunt, or something to gather. */
function hasTarget(played: Played, { kind }: Deed): boolean {
  if (kind === 'gather') return played.groundLoot().length > 0;
  return (
    kind !== 'hunt' || played.creatures(Creature.wolf).length + played.creatures(Creature.boar).length > 0
  );
}

/** Stands beside something, if both are there, does something to it, and lets the next tick decide. */
function goAndDo(
  played: Played,
  session: number,
  target: number | undefined,
  act: (target: number) => void,
): void {
  const player = played.rowOf(session);
  if (player === 0 || target === undefined) return;
  const { x, y, map } = played.position(target);
  played.put(player, x + 0.8, y, map);
  act(target);
  played.step();
}

/** Alive, dead or stale. */
function anyEntity(played: Played, pick: number): number {
  return played.idAt(1 + (pick % played.world.store.entities.rowsUsed));
}

/** Units of items in a character's slots. */
function unitsIn(counts: Uint16Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What is wrong with the world, in words; looked for after every deed, so it must be quick. */
function violations(played: Played): string[] {
  const { world, simulation } = played;
  const { loot, player, creature: creatures, inventory } = world.components;
  const { seats, departures } = simulation.game;
  const found: string[] = [];
  if (seats.count + departures.count > playersMax) found.push('more seats than there are');
  for (let row = 1; row < world.store.entities.rowsUsed; row++) {
    if (!world.store.entities.isAlive(row)) continue;
    found.push(...wrongVitals(played, row));
    if (loot.has(row) && loot.columns.counts[row] === 0) found.push('an empty stack on the ground');
    if (!creatures.has(row) && world.tables.threats.count[row] !== 0) found.push('the hatred of nobody');
    const seat = seats.at(row);
    if (player.has(row)) {
      if (seat?.entity !== world.idAt(row)) found.push('a seat with a stale entity');
      const session = player.columns.session[row]!;
      if (seats.find(session) !== (seats.lingering.has(seat!) ? undefined : seat))
        found.push('a player of another session');
      if (world.tables.characters.rowOf(player.columns.character[row]!) !== row)
        found.push('a player who is another character');
    } else if (seat !== undefined) found.push('a seat without its player');
  }
  for (const seat of seats.all()) {
    const { items, counts } = inventory.columns;
    for (let at = seat.row * inventorySlots; at < (seat.row + 1) * inventorySlots; at++)
      if ((items[at] === 0) !== (counts[at] === 0))
        found.push('a slot with items of no kind, or none of a kind');
  }
  if (new Set([...seats.all()].map((seat) => seat.nameKey)).size !== seats.count)
    found.push('one character twice');
  return found;
}

function wrongVitals({ world }: Played, row: number): string[] {
  const { vitals, dead } = world.components;
  if (!vitals.has(row)) return [];
  const { health, healthMax, mana, manaMax } = vitals.columns;
  const found: string[] = [];
  if (!(health[row]! >= 0 && health[row]! <= healthMax[row]!)) found.push('health out of its bounds');
  if (!Number.isInteger(health[row])) found.push('a part of a point of health');
  if (dead.has(row) !== (health[row] === 0)) found.push('dead with health, or alive without');
  if (!(mana[row]! >= 0 && mana[row]! <= manaMax[row]!)) found.push('mana out of its bounds');
  return found;
}

/** All units that ever came into being are in somebody's slots, on the ground, on their way to the store, or expired. */
function checkConservation(played: Played): void {
  const { simulation, courier, world } = played;
  const { seats, factCounts } = simulation.game;
  played.courier.room = Infinity;
  played.step();
  let held = 0;
  const { counts } = world.components.inventory.columns;
  const carried = (row: number) => unitsIn(counts.subarray(row * inventorySlots, (row + 1) * inventorySlots));
  for (const [key, sheet] of courier.stored)
    if (seats.findByName(key)?.entity === undefined || seats.findByName(key)!.entity === 0)
      held += unitsIn(sheet.inventory.counts);
  for (const seat of seats.all()) if (seat.entity !== 0) held += carried(seat.row);
  for (const row of played.groundLoot()) held += world.components.loot.columns.counts[row]!;
  const created = factCounts.startingUnits + factCounts.lootUnitsDropped;
  expect(held).toBe(created - factCounts.lootUnitsExpired);
}

function refusals(played: Played, reason: number): number {
  let count = 0;
  for (let each = 1; each <= sessions; each++)
    count += played.output.of(each, 'refused').filter((told) => told[2] === reason).length;
  return count;
}

describe('whatever players do', () => {
  it('health stays in its bounds, ids stay true, seats stay counted, and no item is made or lost', () => {
    const seen = { kills: 0, deaths: 0, dropped: 0, expired: 0, leftLying: 0 };
    fc.assert(
      fc.property(fc.array(anyDeed, { minLength: 60, maxLength: 160 }), (deeds) => {
        const played = dangerous();
        for (const deed of deeds) {
          perform(played, deed);
          expect(violations(played)).toEqual([]);
        }
        checkConservation(played);
        seen.kills += played.simulation.game.factCounts.creaturesKilled;
        seen.deaths += played.simulation.game.factCounts.playersKilled;
        seen.dropped += played.simulation.game.factCounts.lootUnitsDropped;
        seen.expired += played.simulation.game.factCounts.lootUnitsExpired;
        seen.leftLying += refusals(played, RefusalReason.inventoryFull);
      }),
      { numRuns: 50 },
    );
    // A search in which nothing happens proves nothing.
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });

  it('every wish is either granted, which shows, or refused with a known reason', () => {
    const reasons = new Set<number>(Object.values(RefusalReason));
    const seen = { granted: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.array(anyDeed, { minLength: 20, maxLength: 60 }),
        fc.array(anyWish, { minLength: 10, maxLength: 20 }),
        (deeds, wishes) => {
          const played = dangerous();
          for (const deed of deeds) perform(played, deed);
          for (const wish of wishes) {
            const row = played.rowOf(wish.session);
            if (row === 0 || !hasTarget(played, wish)) continue;
            const wasDead = played.world.components.dead.has(row);
            const entity = played.idAt(row);
            played.output.forget();
            perform(played, wish);
            played.step();
            const refused = played.output.of(wish.session, 'refused');
            const hasStruck = played.output.blows.some(([, source]) => source === entity);
            const hasTaken = played.output.of(wish.session, 'slot').length > 0;
            const standsUp = wasDead && !played.world.components.dead.has(row);
            expect([wish, refused.length > 0 || hasStruck || hasTaken || standsUp]).toEqual([wish, true]);
            for (const [, , reason] of refused) expect(reasons).toContain(reason as number);
            if (refused.length > 0) seen.refused++;
            else seen.granted++;
          }
        },
      ),
      { numRuns: 60 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
  });
});
