// The bots' command line and their report.

import { describe, expect, it } from '@jest/globals';
import { DenyReason, DisconnectReason } from '#adapters/protocol/generated/handshake.js';
import { parseBotFlags } from '#src/bots/bot-flags.js';
import { ErrorList, jsonLine, RoundTrips } from '#src/bots/bot-report.js';
import { describeEnd } from '#src/bots/describe-end.js';

const parse = (...args: string[]) =>
  parseBotFlags(args, { host: '127.0.0.1', port: 7777, contentDir: './content', problems: [] });

describe('bot flags', () => {
  it('have defaults', () => {
    expect(parse()).toMatchObject({ kind: 'flags', flags: { host: '127.0.0.1', port: 7777, json: false } });
  });

  it('are taken with a space or an equals sign', () => {
    const args = [
      '--players',
      '200',
      '--seconds=20',
      '--host',
      'localhost',
      '--input-hz',
      '60',
      '--json',
      '--seed=7',
    ];
    expect(parse(...args, '--ramp-seconds', '0.5', '--port=1234')).toEqual({
      kind: 'flags',
      words: [],
      flags: {
        ...{ players: 200, seconds: 20, host: 'localhost', port: 1234, inputHz: 60 },
        ...{ rampSeconds: 0.5, json: true, seed: 7, link: undefined },
      },
    });
  });

  it('ask for a bad network in percent and milliseconds', () => {
    const args = ['--loss', '5', '--delay-ms', '50', '--jitter-ms', '20', '--duplicate', '1'];
    expect(parse(...args)).toMatchObject({
      flags: { link: { lossRatio: 0.05, delayMs: 50, jitterMs: 20, duplicateRatio: 0.01, reorderRatio: 0 } },
    });
  });

  it.each([
    [['--player', '3'], '--player: no such flag; did you mean --players?'],
    [['--players'], '--players needs a value'],
    [['--players', '0'], '--players 0: must be a whole number from 1 to 20000'],
    [['--players', '1.5'], '--players 1.5: must be a whole number from 1 to 20000'],
    [['--input-hz', 'fast'], '--input-hz fast: must be a number from 10 to 60'],
    [['200'], "'200' is one word too many; --help says what there is"],
  ])('%j is refused with a clear message', (args, problem) => {
    expect(parse(...args)).toEqual({ kind: 'faulty', problems: [problem] });
  });

  it('all problems are told at once', () => {
    expect(parse('--players', 'x', '--port', '0')).toMatchObject({ problems: { length: 2 } });
  });

  it('help names every flag', () => {
    const help = parse('--players', 'x', '--help');
    expect(help.kind).toBe('help');
    for (const name of ['players', 'seconds', 'host', 'port', 'input-hz', 'ramp-seconds', 'json', 'seed']) {
      expect((help as { text: string }).text).toContain(`--${name} `);
    }
  });
});

describe('bot report', () => {
  it('percentiles are those of the sorted round trips', () => {
    const roundTrips = new RoundTrips();
    expect(roundTrips.percentile(0.5)).toBe(0);
    for (let ms = 1; ms <= 100; ms++) roundTrips.add(ms);
    expect([0.5, 0.99, 1].map((share) => roundTrips.percentile(share))).toEqual([50, 99, 100]);
  });

  it('equal errors are counted, the list is bounded', () => {
    const errors = new ErrorList();
    for (let bot = 0; bot < 3; bot++) errors.add('no answer');
    for (let bot = 0; bot < 30; bot++) errors.add(`error ${bot}`);
    expect(errors.list()[0]).toBe('no answer (3 bots)');
    expect(errors.list()).toHaveLength(21);
    expect(errors.list().at(-1)).toBe('and 11 other errors');
  });

  it('the JSON line has exactly the fields that scripts read', () => {
    const result = {
      ...{ joined: 1, failed: 0, inputsSent: 2, inputsPerSecond: 3, snapshots: 4, snapshotsPerSecond: 5 },
      ...{ rttMsP50: 6, rttMsP99: 7, packetsLost: 8, corrections: 3, kills: 9, errors: [] },
    };
    expect(jsonLine(result)).toBe(
      '{"joined":1,"failed":0,"inputsSent":2,"inputsPerSecond":3,"snapshots":4,"snapshotsPerSecond":5,' +
        '"rttMsP50":6,"rttMsP99":7,"packetsLost":8,"kills":9,"errors":[]}',
    );
  });
});

describe('the end of a session', () => {
  it('is reported with the schema’s name of its reason and what the server says of it', () => {
    const taken = { kind: 'disconnected', reason: DisconnectReason.nameTaken, byPeer: true } as const;
    const detail = 'this name belongs to somebody else';
    expect(describeEnd({ ...taken, detail }, false)).toBe(
      `disconnected while joining: nameTaken (${detail})`,
    );
    expect(describeEnd({ ...taken, detail: '' }, true)).toBe('disconnected while playing: nameTaken');
    const full = { kind: 'denied', reason: DenyReason.serverFull, detail: '' } as const;
    expect(describeEnd(full, false)).toBe('denied: serverFull');
  });
});
