// What tools make of their command lines. The bots' own flags are tested in test/client/bot-flags.test.ts.

import { describe, expect, it } from '@jest/globals';
import { parseCommandLine } from '#src/process/command-line.js';
import { number, oneOf, path, text, toggle, wholeNumber } from '#src/process/flags.js';

const flags = {
  players: wholeNumber({ from: 1, to: 10, otherwise: 5 }, 'how many'),
  seconds: number({ from: 0.5, to: 60, otherwise: 2 }, 'how long'),
  mood: oneOf(['calm', 'wild'], 'calm', 'how they are'),
  out: text('here', 'where to'),
  folder: path('there', 'where else'),
  json: toggle('for programs'),
};

const plain = (...args: string[]) => parseCommandLine({ usage: ['a tool'], flags }, args);
const withWords = (...args: string[]) =>
  parseCommandLine({ usage: ['a tool'], flags, words: ['udp', 'ring'] }, args);
const withPositions = (...args: string[]) =>
  parseCommandLine({ usage: ['a tool'], flags, positions: ['out', 'players'] }, args);

describe('a command line', () => {
  it('without words gives every default', () => {
    expect(plain()).toEqual({
      kind: 'flags',
      flags: { players: 5, seconds: 2, mood: 'calm', out: 'here', folder: 'there', json: false },
      words: [],
    });
  });

  it('takes the last of a repeated flag', () => {
    expect(plain('--players', '3', '--players=4')).toMatchObject({ flags: { players: 4 } });
  });

  it('takes a value that begins with a dash, such as a negative number, for what it is', () => {
    expect(plain('--players', '-3')).toEqual({
      kind: 'faulty',
      problems: ['--players -3: must be a whole number from 1 to 10'],
    });
  });

  it('does not take a flag for the value of the one before', () => {
    expect(plain('--out', '--json')).toEqual({ kind: 'faulty', problems: ['--out needs a value'] });
  });

  it.each([
    [['--mood', 'sad'], '--mood sad: must be one of calm, wild'],
    [
      ['--folder=~/there'],
      '--folder ~/there: must be a path written out (nothing replaces ~ and $HOME, or takes quotes and blanks around it away)',
    ],
    [['--json=yes'], '--json takes no value'],
    [['--seconds', ' '], '--seconds needs a value'],
    [['--seconds', 'NaN'], '--seconds NaN: must be a number from 0.5 to 60'],
    [['--seconds', 'Infinity'], '--seconds Infinity: must be a number from 0.5 to 60'],
    [['--players', '1e1'], '--players 1e1: must be a whole number from 1 to 10'],
    [['--players', '0x3'], '--players 0x3: must be a whole number from 1 to 10'],
    [['--players', '3.0'], '--players 3.0: must be a whole number from 1 to 10'],
    [['--seconds', '1e1'], '--seconds 1e1: must be a number from 0.5 to 60'],
    [['--seconds', ' 2'], '--seconds  2: must be a number from 0.5 to 60'],
    [['--seconds', '.5'], '--seconds .5: must be a number from 0.5 to 60'],
    [['--jsn'], '--jsn: no such flag; did you mean --json?'],
    [['--constructor', '1'], '--constructor: no such flag; --help lists them'],
    [['-x'], '-x: no such flag; --help lists them'],
    [['--'], '--: no such flag; --help lists them'],
    [['udp'], "'udp' is one word too many; --help says what there is"],
  ])('%j is refused with one line', (args, problem) => {
    expect(plain(...args)).toEqual({ kind: 'faulty', problems: [problem] });
  });

  it('says of which word a blank one has no value', () => {
    const line = { usage: [], flags: { name: text('latest', 'which') }, positions: ['name'] } as const;
    expect(parseCommandLine(line, [''])).toEqual({ kind: 'faulty', problems: ['name needs a value'] });
  });

  it('help wins over everything that is wrong, and describes every flag', () => {
    const help = plain('--players', 'x', '-h');
    expect(help).toEqual({
      kind: 'help',
      text: [
        'a tool',
        '',
        '  --players N        how many (1 to 10, default 5)',
        '  --seconds N        how long (0.5 to 60, default 2)',
        '  --mood TEXT        how they are (calm, wild; default calm)',
        '  --out TEXT         where to (default here)',
        '  --folder TEXT      where else (default there)',
        '  --json             for programs',
        '  --help             this text',
      ].join('\n'),
    });
  });
});

describe('bare words', () => {
  it('that are known may stand anywhere, also behind a switch', () => {
    expect(withWords('udp', '--json', 'ring', '--players', '2')).toMatchObject({
      words: ['udp', 'ring'],
      flags: { json: true, players: 2 },
    });
  });

  it('that are not known are refused with those that are', () => {
    expect(withWords('upd', 'nothing')).toEqual({
      kind: 'faulty',
      problems: ['upd: must be one of udp, ring; did you mean udp?', 'nothing: must be one of udp, ring'],
    });
  });

  it('stay words behind a flag that does not exist', () => {
    expect(withWords('--nosuch', 'udp')).toMatchObject({ problems: { length: 1 } });
  });

  it('are the values of flags by their place, where a tool says so', () => {
    expect(withPositions('there', '3', '--json')).toMatchObject({ flags: { out: 'there', players: 3 } });
    const withTask = parseCommandLine({ usage: ['a tool'], flags, positions: ['mood'] }, ['wold']);
    expect(withTask).toEqual({
      kind: 'faulty',
      problems: ['wold: must be one of calm, wild; did you mean wild?'],
    });
    expect(withPositions('there', 'many', 'more')).toEqual({
      kind: 'faulty',
      problems: [
        '--players many: must be a whole number from 1 to 10',
        "'more' is one word too many; --help says what there is",
      ],
    });
  });
});
