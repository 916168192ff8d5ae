import { spawn } from 'node:child_process';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { PinoLog, type PinoLogOptions } from '#adapters/system/pino-log.js';

function logInto(options: Partial<PinoLogOptions> = {}): { log: PinoLog; lines: string[] } {
  const lines: string[] = [];
  const log = PinoLog.to({ level: 'info', format: 'json', ...options, write: (line) => lines.push(line) });
  return { log, lines };
}

function parsed(lines: readonly string[]): Record<string, unknown>[] {
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log as JSON', () => {
  it('is one object a line, with level, time, message and fields', () => {
    const { log, lines } = logInto();
    log.info('server listens', { port: 7777 });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^[^\n]+\n$/);
    expect(parsed(lines)).toEqual([
      { level: 'info', message: 'server listens', port: 7777, time: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
  });

  it('leaves out what is less important than its level', () => {
    const { log, lines } = logInto({ level: 'warn' });
    log.debug('d');
    log.info('i');
    log.warn('w');
    log.error('e');
    expect(parsed(lines).map((line) => line['level'])).toEqual(['warn', 'error']);
  });

  it('lets no field take the place of its own', () => {
    const { log, lines } = logInto();
    log.info('level up', { level: 4, time: 'noon', message: 'forged' });
    expect(parsed(lines)[0]).toMatchObject({
      level: 'info',
      message: 'level up',
      levelField: 4,
      timeField: 'noon',
      messageField: 'forged',
    });
  });

  it('tells errors with code, stack and cause, even when causes run in a ring', () => {
    const { log, lines } = logInto();
    const inner = Object.assign(new Error('disk full'), { code: 'ENOSPC' });
    const outer = new Error('save failed', { cause: inner });
    inner.cause = outer;
    log.error('a save failed', { error: outer });
    expect(parsed(lines)[0]!['error']).toMatchObject({
      message: 'save failed',
      stack: expect.stringContaining('pino-log.test'),
      cause: { code: 'ENOSPC', message: 'disk full' },
    });
  });

  it('hides secrets, also one level down', () => {
    const { log, lines } = logInto();
    log.info('configured', { serverToken: 'abc1', options: { password: 'abc2' }, databaseUrl: 'abc3' });
    expect(lines.join()).not.toContain('abc');
  });

  it('stamps the fields of a derived log on each of its lines', () => {
    const { log, lines } = logInto();
    log.with({ thread: 'gateway 1' }).info('ready', { port: 1 });
    expect(parsed(lines)[0]).toMatchObject({ thread: 'gateway 1', port: 1 });
  });

  it('takes whatever it is given', () => {
    const { log, lines } = logInto();
    const ring: Record<string, unknown> = {};
    ring['self'] = ring;
    log.info('odd', { ring, big: 1n, nothing: undefined, map: new Map(), call: () => 1 });
    expect(parsed(lines)[0]).toMatchObject({ message: 'odd' });
  });

  it('does not end the program when nobody reads it any more', async () => {
    const script = `
      import { PinoLog } from '#adapters/system/pino-log.js';
      const log = PinoLog.to({ level: 'info' });
      let lines = 0;
      const timer = setInterval(() => {
        log.info('line', { text: 'x'.repeat(1000) });
        if (++lines === 300) { clearInterval(timer); process.exitCode = 7; }
      }, 1);`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: process.cwd(),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect(code).toBe(7);
  });

  it.each(['json', 'readable'] as const)(
    'tells errors, and nothing else, where a reader may be left when nobody reads it any more: %s',
    async (format) => {
      const script = `
        import { PinoLog } from '#adapters/system/pino-log.js';
        const log = PinoLog.to({ level: 'info', format: '${format}', colours: false });
        log.error('heard');
        process.stdin.once('data', () => {
          log.info('goes on');
          log.with({ part: 'mill' }).error('the mill fell');
          process.stdin.destroy();
        });`;
      const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
        cwd: process.cwd(),
        stdio: ['pipe', 'pipe', 'pipe'],
      });
      let told = '';
      child.stderr.on('data', (data: Buffer) => (told += data.toString()));
      child.stdout.once('data', () => {
        child.stdout.destroy();
        child.stdin.write('now');
      });
      await new Promise((resolve) => child.once('close', resolve));
      expect(told).toMatch(/^[^\n]*the mill fell[^\n]*\n$/);
    },
  );
});

describe('the log for people', () => {
  const readable = (): { log: PinoLog; lines: string[] } => logInto({ format: 'readable', colours: false });

  it('is one line: time, level, message, fields', () => {
    const { log, lines } = readable();
    log.warn('slow disk', { ms: 12.5, path: '/data/game.sqlite', note: 'two words' });
    expect(lines[0]).toMatch(
      /^\d\d:\d\d:\d\d\.\d{3} WARN {2}slow disk ms=12\.5 path=\/data\/game\.sqlite note="two words"\n$/,
    );
  });

  it('shows stacks below the line', () => {
    const { log, lines } = readable();
    log.error('failed', { error: Object.assign(new Error('no space'), { code: 'ENOSPC' }) });
    const [head, ...stack] = lines[0]!.trimEnd().split('\n');
    expect(head).toContain('ERROR failed error="Error (ENOSPC): no space"');
    expect(stack.length).toBeGreaterThan(0);
    for (const line of stack) expect(line).toMatch(/^ {4}at /);
  });

  it('cannot be made to forge a line or move the cursor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, key) => {
        const { log, lines } = readable();
        log.info(text, { [key]: text, nested: { text } });
        expect(lines.join('')).toMatch(/^[^\p{Cc}\u2028\u2029]*\n$/u);
      }),
    );
  });

  it('is coloured only where asked for', () => {
    const { log, lines } = logInto({ format: 'readable', colours: true });
    log.info('hello');
    expect(lines[0]).toContain('\u001b[36mINFO \u001b[0m');
  });
});
