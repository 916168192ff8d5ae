// People stand where the maps say, seen as people, and cannot be fought.

import { expect, it } from '@jest/globals';
import { placeNpcs } from '#domain/npcs/place-npcs.js';
import { skillRefusal } from '#domain/skills/skill-refusal.js';
import { EntityKind, RefusalReason } from '#domain/vocabulary/generated/words.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { Skill, field, pit, smallContent } from '../../support/worlds/small-content.js';
import { SmallWorld } from '../harness/small-world.js';

const places = [
  { key: 'ann', npc: 7, x: 20, y: 20, facing: 3 },
  { key: 'bob', npc: 7, x: 22, y: 20, facing: 3 },
];
const content = smallContent({
  npcs: [{ ...blank.npc, id: 7, key: 'guide', name: 'guide' }],
  maps: [field({ npcPlaces: places }), pit()],
});

it('they stand there from the first tick on, once', () => {
  const small = new SmallWorld({ systems: [placeNpcs], content });
  small.tick(200);
  const { npc, identity, transform } = small.world.components;
  const { rows } = small.world.tables.npcs;
  expect([npc.count, rows.length]).toEqual([2, 2]);
  const [ann] = rows as [number];
  expect([identity.columns.kind[ann], identity.columns.template[ann]]).toEqual([EntityKind.npc, 7]);
  expect([transform.columns.x[ann], transform.columns.y[ann], transform.columns.facing[ann]]).toEqual([
    20, 20, 3,
  ]);
});

it('those who find no room come when there is some', () => {
  const small = new SmallWorld({ systems: [placeNpcs], content, capacity: 2 });
  small.player();
  small.tick(2);
  expect(small.world.components.npc.count).toBe(1);
});

it('nobody can strike or heal them', () => {
  const small = new SmallWorld({ systems: [placeNpcs], content });
  small.tick();
  const row = small.player(20.5, 20);
  const [ann] = small.world.tables.npcs.rows as [number];
  for (const skill of [Skill.strike, Skill.mend])
    expect(skillRefusal(small.world, row, content.skills[skill]!, ann)).toBe(RefusalReason.invalidTarget);
});
