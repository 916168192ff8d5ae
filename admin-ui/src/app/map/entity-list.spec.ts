import { EntityRow } from '../backend/live-events';
import { listEntities, sayEntity } from './entity-list';

const rows: EntityRow[] = [
  [65_538, 2, 1, 1, null, 4],
  [7, 1, 2, 2, 'Zoe', 0],
  [8, 1, 3, 3, 'Ada', 0],
  [9, 3, 4, 4, null, 1],
];

const bots: EntityRow[] = ['bot-10', 'bot-2'].map((name, i) => [i + 1, 1, 0, 0, name, 0]);

describe('the list beside the map', () => {
  it('has players first, by name', () => {
    expect(listEntities(rows, '', new Set()).map(sayEntity)).toEqual(['Ada', 'Zoe', 'Creature 2', 'Loot 9']);
  });

  it('counts numbers in names as numbers', () => {
    expect(listEntities(bots, '', new Set()).map(sayEntity)).toEqual(['bot-2', 'bot-10']);
  });

  it('filters by text without regard to case, and by kind', () => {
    expect(listEntities(rows, ' zO', new Set()).map(sayEntity)).toEqual(['Zoe']);
    expect(listEntities(rows, '', new Set([1, 3])).map(sayEntity)).toEqual(['Creature 2']);
    expect(listEntities(rows, 'nobody', new Set())).toEqual([]);
  });
});
