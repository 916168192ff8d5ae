import { Command } from '../api/models';
import { aCommand } from './command-specimen';
import { commandKinds } from './kinds/command-kinds';
import { isUnderWay, wordsOf } from './command-words';

const states: readonly Command['state'][] = [
  ...(['proposed', 'declined', 'withdrawn', 'lapsed'] as const),
  ...(['queued', 'delivered', 'applied', 'refused', 'interrupted', 'timed-out', 'unanswered'] as const),
];

describe('the words for a command', () => {
  it('are different for every state', () => {
    const sentences = states.map((state) => wordsOf(aCommand({ state })).sentence);
    expect(new Set(sentences).size).toBe(states.length);
    expect(states.filter((state) => isUnderWay({ state }))).toEqual(['proposed', 'queued', 'delivered']);
  });

  it('say what was done, and to how many', () => {
    const done = (part: Partial<Command>) => wordsOf(aCommand({ state: 'applied', ...part })).sentence;
    expect(done({ kind: 'kick', players: 1 })).toBe('Done. The session of Ada has ended.');
    expect(done({ kind: 'broadcast', players: 1 })).toBe('Done. 1 player was told.');
    expect(done({ kind: 'broadcast', players: 1200 })).toBe('Done. 1,200 players were told.');
    expect(done({ kind: 'drain', players: 0 })).toBe('Done. Nobody new is let in; 0 players were told.');
    expect(done({ kind: 'reopen' })).toBe('Done. Everybody is let in again.');
  });

  it('say why it was refused, also by a server that knows more reasons', () => {
    const refused = (refusal: string | null) => wordsOf(aCommand({ state: 'refused', refusal })).sentence;
    expect(refused('not-here')).toBe('The player is not in the world any more.');
    expect(refused('moon-is-full')).toBe('The server refused it: moon-is-full.');
    expect(refused('toString')).not.toContain('native code');
  });

  it('say who declined it and why, and why one lapsed', () => {
    const proposal = {
      ...{ proposedAt: '2026-11-30T00:00:00Z', decidedAt: '2026-11-30T00:01:00Z' },
      ...{ deciderId: 'a2', deciderName: 'bo', words: 'show me the log' },
    };
    const declined = (words: string) =>
      wordsOf(aCommand({ state: 'declined', proposal: { ...proposal, words } })).sentence;
    expect(declined('show me the log')).toBe('bo declined it, and it is not done: “show me the log”');
    expect(declined('')).toBe('bo declined it, and it is not done.');
    const lapsed = (refusal: string) => wordsOf(aCommand({ state: 'lapsed', refusal })).sentence;
    expect(lapsed('player-erased')).toContain('The player was erased.');
    expect(lapsed('moon-is-full')).toBe('It is not done: moon-is-full.');
  });

  it('say in short what it was about', () => {
    expect(commandKinds.kick.gist(aCommand({}))).toBe('Ada: spoke ill');
    expect(commandKinds.broadcast.gist(aCommand({ kind: 'broadcast', args: { text: 'Good evening' } }))).toBe(
      'Good evening',
    );
  });
});
