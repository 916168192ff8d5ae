import { matchCommands } from './match-commands';

const commands = [
  { name: 'Servers', words: 'go open' },
  { name: 'Map', words: 'go open' },
  { name: 'Map meadow', words: 'watch live' },
  { name: 'Theme dark', words: 'mode' },
];
const names = (typed: string, most = 10): string[] =>
  matchCommands(commands, typed, most).map(({ name }) => name);

describe('the commands that fit what was typed', () => {
  it('are all of them for nothing, up to the limit', () => {
    expect(names('')).toHaveLength(4);
    expect(names('', 2)).toEqual(['Servers', 'Map']);
  });

  it('hold every word typed, in any order', () => {
    expect(names('mea map')).toEqual(['Map meadow']);
    expect(names('map sea')).toEqual([]);
  });

  it('come with the hit at the start of a word first', () => {
    expect(names('m')[0]).toBe('Map');
    expect(names('dark')).toEqual(['Theme dark']);
  });
});
