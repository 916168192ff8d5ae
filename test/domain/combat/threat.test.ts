import { describe, expect, it } from '@jest/globals';
import { ThreatTables, threatEntriesMax } from '#domain/combat/threat.js';

const wolf = 3;

describe('a threat table', () => {
  it('names the most hated attacker', () => {
    const threats = new ThreatTables(8);
    threats.add(wolf, 101, 0, 5, 5);
    threats.add(wolf, 102, 0, 7, 7);
    threats.add(wolf, 101, 0, 3, 3);
    expect(threats.mostHated(wolf)).toBe(101);
    expect(threats.threatOf(wolf, 101)).toBe(8);
  });

  it('keeps the first of equals as the target', () => {
    const threats = new ThreatTables(8);
    threats.add(wolf, 101, 0, 5, 5);
    threats.add(wolf, 102, 0, 5, 5);
    expect(threats.mostHated(wolf)).toBe(101);
  });

  it('of one creature does not touch another', () => {
    const threats = new ThreatTables(8);
    threats.add(wolf, 101, 0, 5, 5);
    threats.add(wolf + 1, 102, 0, 5, 5);
    threats.clear(wolf);
    expect(threats.mostHated(wolf)).toBe(0);
    expect(threats.mostHated(wolf + 1)).toBe(102);
  });

  it('knows a character that came back as another entity, with what it did before', () => {
    const threats = new ThreatTables(8);
    threats.add(wolf, 101, 7, 5, 5);
    threats.add(wolf, 102, 8, 6, 6);
    threats.forgive(wolf, 101);
    threats.add(wolf, 901, 7, 20, 2);
    expect(threats.mostHated(wolf)).toBe(901);
    expect(threats.count[wolf]).toBe(2);
    expect(threats.damage[wolf * threatEntriesMax]).toBe(7);
  });

  it('forgives hatred without forgetting the damage', () => {
    const threats = new ThreatTables(8);
    threats.add(wolf, 101, 0, 5, 5);
    threats.forgive(wolf, 101);
    expect(threats.mostHated(wolf)).toBe(0);
    expect(threats.damage[wolf * threatEntriesMax]).toBe(5);
  });

  it('when full makes room only for someone hated more, and counts it', () => {
    const threats = new ThreatTables(8);
    for (let i = 0; i < threatEntriesMax; i++) threats.add(wolf, 100 + i, 0, 10 + i, 1);
    threats.add(wolf, 900, 0, 5, 5);
    expect(threats.threatOf(wolf, 900)).toBe(0);
    threats.add(wolf, 901, 0, 11, 11);
    expect(threats.threatOf(wolf, 100)).toBe(0);
    expect(threats.threatOf(wolf, 901)).toBe(11);
    expect(threats.count[wolf]).toBe(threatEntriesMax);
    expect(threats.evicted).toBe(2);
  });
});
