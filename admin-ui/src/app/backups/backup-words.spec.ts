import { BackupsAnswer } from '../api/models';
import {
  characterLines,
  checkWord,
  endWords,
  keptAs,
  reasonWords,
  restoreLines,
  standingOf,
} from './backup-words';

const name = '00000042-20261130T120000Z';
const madeAt = '2026-11-30T12:00:00.000Z';
const well: BackupsAnswer = {
  ...{ isOn: true, origin: 'north', plan: null, backups: [], total: 3, unlisted: null, isOverdue: false },
  ...{ failure: null, work: null, last: null, toldAt: madeAt },
};

describe('backups in words', () => {
  it('say what is worst', () => {
    const word = (part: Partial<BackupsAnswer>): string => standingOf({ ...well, ...part }).word;
    expect(word({})).toBe('Up to date');
    expect(word({ total: 0 })).toBe('None yet');
    expect(word({ work: { task: 'make', name: null, since: madeAt } })).toBe('Being made');
    expect(word({ isOverdue: true, work: { task: 'make', name: null, since: madeAt } })).toBe('Overdue');
    const check = { at: madeAt, by: 'ada', fault: 'damaged', words: '' } as const;
    const newest = { name, number: 1, madeAt, storedBytes: 1, kept: [], check };
    expect(word({ backups: [newest] })).toBe('Newest: damaged');
    expect(word({ backups: [{ ...newest, check: null }, newest] })).toBe('Up to date');
    expect(word({ isOverdue: true, failure: 'full' })).toBe('Last one failed');
    expect(word({ unlisted: { reason: 'backup-place-away', words: '' } })).toBe('Not listed');
    expect(word({ isOn: false })).toBe('Off');
  });

  it('say why one stays, and when it was read back', () => {
    expect(keptAs({ kept: ['newest', 'hourly', 'weekly'] })).toBe('newest, hour, week');
    expect(keptAs({ kept: [] })).toBe('goes next');
    expect(checkWord({ check: null })).toBe('when made');
    expect(checkWord({ check: { at: madeAt, by: 'ada', fault: null, words: '' } })).toBe('well');
    expect(checkWord({ check: { at: madeAt, by: 'ada', fault: 'damaged', words: 'x' } })).toBe('damaged');
  });

  it('say what became of what was asked for', () => {
    const end = { task: 'verify', name, at: madeAt, reason: null, words: '' } as const;
    expect(endWords(end)).toBe(`Read back ${name}: it is well.`);
    expect(endWords({ ...end, reason: 'damaged', words: 'chunk 3' })).toContain('Damaged');
    expect(endWords({ ...end, task: 'make', name: null, reason: 'backup-place-full' })).toContain('no room');
    expect(reasonWords('of-another-version')).toContain('of-another-version');
  });

  it('give the command lines of a restore with the names filled in', () => {
    const backup = { name, madeAt };
    expect(restoreLines({ kind: 'game', origin: 'north', backup }).map(({ line }) => line)).toEqual([
      `npm run backup -- restore ${name} --of north --to restored`,
      `npm run backup -- restore ${name} --of north`,
    ]);
    expect(restoreLines({ kind: 'admin', origin: 'f00', backup }).map(({ line }) => line)).toEqual([
      `npm run backup -- restore ${name} --what admin --of f00`,
    ]);
    expect(characterLines('Ada', backup)[1]?.line).toBe(
      'npm run ledger -- restore Ada 2026-11-30T12:00:00Z data/game.sqlite',
    );
  });
});
