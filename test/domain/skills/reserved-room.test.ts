// A skill reserves room for the most that its effect may have to tell, and what it does not need it gives back.

import { describe, expect, it } from '@jest/globals';
import { useSkill } from '#domain/skills/use-skill.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { SmallWorld } from '../harness/small-world.js';
import { smallContent } from '../../support/worlds/small-content.js';

const skills = smallContent().skills.filter((skill) => skill !== undefined);

describe.each(skills)('$key', (skill) => {
  it('leaves no room reserved with a target that lives on', () => {
    const small = new SmallWorld();
    const { world } = small;
    const player = small.player(20, 20);
    const wolf = small.creature(21, 20, { level: 50 });
    for (let times = 0; times < 20; times++) expect(useSkill(world, player, skill, wolf)).toBe(allowed);
    expect(world.components.dead.has(wolf)).toBe(false);
    expect(small.toldOf('struck')).toHaveLength(20);
    expect(world.facts.reservedFacts).toBe(0);
  });
});
