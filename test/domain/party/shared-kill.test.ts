import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { earnersMax } from '#domain/combat/death-facts.js';
import { KillShares } from '#domain/deaths/kill-shares.js';
import { leaveParty } from '#domain/party/membership.js';
import { allowed } from '#domain/vocabulary/verdict.js';
import { harmAndTell } from '../../support/worlds/harm-and-tell.js';
import { Hunt } from './hunt.js';

/** What a wolf is worth to somebody of its level. */
const wolfExperience = 40;
const wolfCoins = 3;

describe('what a party kills', () => {
  it('is shared equally, whoever did how much of it, and counts for all', () => {
    const hunt = new Hunt(3);
    hunt.gather(0, 1, 2);
    hunt.strikes(0, 2);
    hunt.kills(1);
    expect(hunt.experience).toEqual([13, 14, 13]);
    expect(hunt.coins).toEqual([1, 1, 1]);
    expect(hunt.credited.sort()).toEqual([0, 1, 2]);
  });

  it('is shared with others by damage, who count as they always did', () => {
    const hunt = new Hunt(3);
    hunt.gather(0, 1);
    hunt.strikes(2, 10);
    // The wolf has 30.
    hunt.kills(0);
    // Two thirds for the two, of which the odd one is for who did most, and the units left over are for the party that did most.
    expect(hunt.experience).toEqual([14, 13, 13]);
    expect(hunt.experience.reduce((sum, each) => sum + each)).toBe(wolfExperience);
    expect(hunt.coins.reduce((sum, each) => sum + each)).toBe(wolfCoins);
  });

  it('is shared with who is near; who did damage need not be', () => {
    const hunt = new Hunt(4, { partyShareRangeM: 10 });
    hunt.gather(0, 1, 2, 3);
    const { x, map } = hunt.world.components.transform.columns;
    hunt.strikes(1, 1);
    x[hunt.rows[1]!] = 60;
    x[hunt.rows[2]!] = 60;
    map[hunt.rows[3]!] = 1;
    hunt.kills(0);
    expect(hunt.experience).toEqual([20, 20, 0, 0]);
  });

  it('is shared with the dead', () => {
    const hunt = new Hunt(2);
    hunt.gather(0, 1);
    hunt.world.components.dead.add(hunt.rows[1]!);
    hunt.kills(0);
    expect(hunt.experience).toEqual([20, 20]);
  });

  it('brings more for each further member where the content says so', () => {
    const hunt = new Hunt(3, { partyBonusShare: 0.25 });
    hunt.gather(0, 1, 2);
    hunt.kills(0);
    expect(hunt.experience).toEqual([20, 20, 20]);
    expect(hunt.coins).toEqual([1, 1, 1]);
  });

  it('is its party’s also when those who did the damage are gone', () => {
    const hunt = new Hunt(3);
    hunt.gather(0, 1);
    hunt.strikes(0, 20);
    hunt.leavesWorld(0);
    hunt.kills(2);
    // 20 of 30 points, and the unit left over.
    expect(hunt.experience).toEqual([0, 27, 13]);
  });

  it('goes to the others when nobody of it is left', () => {
    const hunt = new Hunt(3);
    hunt.gather(0, 1);
    hunt.strikes(0, 20);
    hunt.leavesWorld(0);
    hunt.leavesWorld(1);
    hunt.kills(2);
    expect(hunt.experience).toEqual([0, 0, wolfExperience]);
  });
});

describe('between the first blow and the kill', () => {
  it('44: who leaves the party takes nothing away from itself or from the others', () => {
    const hunt = new Hunt(3);
    hunt.gather(0, 1, 2);
    hunt.strikes(0, 10);
    expect(leaveParty(hunt.world, hunt.rows[0]!)).toBe(allowed);
    hunt.kills(1);
    expect(hunt.experience).toEqual([13, 14, 13]);
    expect(hunt.credited.sort()).toEqual([0, 1, 2]);
  });

  it('44: nor does the end of the party', () => {
    const hunt = new Hunt(2);
    hunt.gather(0, 1);
    hunt.strikes(0, 10);
    leaveParty(hunt.world, hunt.rows[1]!);
    expect([hunt.partyOf(0), hunt.partyOf(1)]).toEqual(['', '']);
    hunt.kills(0);
    expect(hunt.experience).toEqual([20, 20]);
  });

  it('44: who leaves has its share without a blow of its own, and also when it comes back into the world', () => {
    const hunt = new Hunt(3);
    hunt.gather(0, 1, 2);
    hunt.strikes(0, 10);
    leaveParty(hunt.world, hunt.rows[2]!);
    hunt.leavesWorld(2);
    hunt.small.tick();
    hunt.comesBack(2);
    hunt.kills(1);
    expect(hunt.experience[2]).toBe(13);
  });

  it('44: who joins has nothing by the party, only by its own damage', () => {
    const hunt = new Hunt(4);
    hunt.gather(0, 1);
    hunt.strikes(0, 10);
    hunt.gather(0, 2, 3);
    hunt.strikes(3, 10);
    hunt.kills(1);
    // Of 30 points of damage the party did 20, and the one who joined later 10.
    expect(hunt.experience).toEqual([14, 13, 0, 13]);
    expect(hunt.credited.sort()).toEqual([0, 1, 3]);
  });

  it('44: who struck alone stays alone, and its later party has a share of its own', () => {
    const hunt = new Hunt(3);
    hunt.strikes(0, 10);
    hunt.gather(0, 1, 2);
    hunt.strikes(1, 10);
    hunt.strikes(0, 4);
    hunt.kills(1);
    // 14 of 30 for the first; 16 for the two others.
    expect(hunt.experience).toEqual([18, 11, 11]);
  });

  it('44: who goes from one party to another counts once, for the first', () => {
    const hunt = new Hunt(4);
    hunt.gather(0, 1);
    hunt.strikes(0, 15);
    leaveParty(hunt.world, hunt.rows[1]!);
    hunt.gather(2, 3, 1);
    hunt.strikes(2, 1);
    hunt.strikes(1, 1);
    hunt.kills(3);
    expect(hunt.credited.sort()).toEqual([0, 1, 2, 3]);
    // 16 of 30 points are of the first party, 14 of the second.
    expect(hunt.experience).toEqual([11, 11, 9, 9]);
  });

  it('44: a blow that misses counts as the first one', () => {
    const hunt = new Hunt(2);
    hunt.gather(0, 1);
    harmAndTell(hunt.world, hunt.rows[0]!, hunt.wolf, 0);
    leaveParty(hunt.world, hunt.rows[1]!);
    hunt.kills(0);
    expect(hunt.experience).toEqual([20, 20]);
  });

  it('being noticed does not: that is no blow', () => {
    const hunt = new Hunt(2);
    hunt.world.tables.threats.add(hunt.wolf, hunt.world.idAt(hunt.rows[0]!), hunt.character(0), 0.5, 0);
    hunt.gather(0, 1);
    hunt.kills(0);
    expect(hunt.experience).toEqual([20, 20]);
  });

  it('a creature that forgets, forgets parties too: its next fight is another one', () => {
    const hunt = new Hunt(3);
    const { threats } = hunt.world.tables;
    hunt.gather(0, 1);
    hunt.strikes(0, 5);
    expect(threats.tags.openCount).toBe(1);
    threats.clear(hunt.wolf);
    expect(threats.tags.openCount).toBe(0);
    hunt.gather(0, 2);
    hunt.kills(0);
    expect(hunt.credited.sort()).toEqual([0, 1, 2]);
  });
});

describe('parties as creatures remember them', () => {
  it('are forgotten with the last attacker who makes room for others', () => {
    const hunt = new Hunt(2);
    const { threats } = hunt.world.tables;
    hunt.gather(0, 1);
    hunt.strikes(0, 1);
    hunt.strikes(1, 1);
    for (let i = 0; i < 16; i++) threats.add(hunt.wolf, 900 + i, 900 + i, 1000, 1);
    expect(threats.tags.openCount).toBe(0);
  });

  it('are as many as there is room for; beyond that members strike alone, and it is counted', () => {
    const hunt = new Hunt(2);
    const { tags } = hunt.world.tables.threats;
    hunt.gather(0, 1);
    while (tags.open(1, 1) >= 0);
    const { refused } = tags;
    hunt.kills(0);
    expect(hunt.experience).toEqual([wolfExperience, 0]);
    expect(tags.refused).toBe(refused + 1);
  });
});

describe('however many share in a kill', () => {
  it('at most 20 are credited, those who did the damage first, and nothing is lost', () => {
    const parties = 8;
    const hunt = new Hunt(parties * 5);
    for (let p = 0; p < parties; p++) hunt.gather(...Array.from({ length: 5 }, (_, i) => p * 5 + i));
    for (let p = 0; p < parties; p++) hunt.strikes(p * 5, 2);
    hunt.kills(0);
    expect(hunt.credited).toHaveLength(earnersMax);
    expect(hunt.experience.reduce((sum, each) => sum + each)).toBe(wolfExperience);
    for (let p = 0; p < parties; p++) expect(hunt.experience[p * 5]).toBeGreaterThan(0);
  });

  it('the parts add up to what there was, or to what the bonus makes of it', () => {
    const members = fc.array(
      fc.record({ group: fc.integer({ min: 0, max: 5 }), damage: fc.integer({ min: 0, max: 1000 }) }),
      { minLength: 1, maxLength: earnersMax },
    );
    const bonuses = fc.constantFrom(0, 0.1, 0.5, 1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), members, bonuses, (total, all, bonus) => {
        const kill = new KillShares();
        kill.groupCount = 6;
        for (const { group, damage } of all) {
          const i = kill.count++;
          kill.earners[i] = i + 1;
          kill.groupOf[i] = group;
          kill.damage[i] = damage;
          kill.sizes[group] = kill.sizes[group]! + 1;
          kill.weights[group] = kill.weights[group]! + damage;
        }
        const shares = new Float64Array(earnersMax);
        const foremost = kill.divide(total, bonus, shares);
        const sum = shares.reduce((a, b) => a + b, 0);
        const whole = foremost < 0 ? 0 : total;
        expect(shares.every((each) => each >= 0 && Number.isInteger(each))).toBe(true);
        if (bonus === 0) expect(sum).toBe(whole);
        else expect(sum).toBeGreaterThanOrEqual(whole);
        expect(sum).toBeLessThanOrEqual(whole * (1 + bonus * (earnersMax - 1)));
      }),
    );
  });
});
