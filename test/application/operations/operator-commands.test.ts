// What the game server promises of operators' commands: each is answered, and applied at most once.

import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { idleSimulation } from '../../support/worlds/idle-simulation.js';
import { MemoryBackupDesk } from '#adapters/memory/admin/backups/memory-backup-desk.js';
import { MemoryCommandLedger } from '#adapters/memory/storage/command-ledger.js';
import type { CommandedServer } from '#application/operations/kinds/command-definition.js';
import { applied, refused } from '#application/operations/kinds/command-definition.js';
import { applyInTick } from '#application/operations/apply-in-tick.js';
import { OperatorCommands } from '#application/operations/operator-commands.js';
import type { CommandAnswer, DeliveredCommand } from '#ports/admin/operations/operator-command.js';
import type { TickOrder } from '#ports/threads/tick-commands.js';
import { TurnedClock } from '../../support/admin/admin-world.js';
import { silentLog } from '../../support/silent-log.js';

let clock: TurnedClock;
let ledger: MemoryCommandLedger;
let orders: TickOrder[];
let drains: unknown[];
let notes: string[];
let desk: MemoryBackupDesk | undefined;
/** What the tick answers; a promise that does not resolve is a server that ends meanwhile. */
let tick: (order: TickOrder) => Promise<CommandAnswer>;

beforeEach(() => {
  clock = new TurnedClock();
  ledger = new MemoryCommandLedger();
  orders = [];
  drains = [];
  notes = [];
  tick = async () => applied(1);
});

const server: CommandedServer = {
  drain: {
    begin: (args) => {
      drains.push(args);
      return applied(2);
    },
    reopen: () => refused('not-draining'),
  },
  planned: {
    set: () => applied(0),
    cancel: () => refused('not-planned'),
  },
  switches: {
    note: ({ verb, isOpen }) => {
      if (verb === 'buy') return undefined;
      notes.push(`${verb} ${isOpen}`);
      return () => void notes.push('taken back');
    },
  },
  sanctions: { impose: async () => applied(1), lift: async () => applied(0) },
  get backups() {
    return desk;
  },
  exportCharacter: async ({ name }) => (name === 'Ada' ? '{"name":"Ada"}' : undefined),
  tellPossessions: async ({ name }) => (name === 'Bob' ? undefined : '{}'),
  tellHistory: async (query, name) => (name === 'Bob' ? undefined : JSON.stringify(query)),
  tellEconomy: async (query) => JSON.stringify(query),
  tellGains: async () => '{"kinds":[]}',
  tellTicks: ({ seconds }: { seconds: number }) => `{"seconds":${seconds}}`,
  eraseCharacter: async ({ name }) =>
    name === 'Ada' ? 'erased' : name === 'Bob' ? 'unfinished' : 'not-here',
  restoreCharacter: async ({ name }) => (name === 'Ada' ? applied(0) : refused('in-world')),
  tellRestore: async ({ name, before }) =>
    name === 'Ada' ? { document: JSON.stringify({ before }) } : { refusal: 'not-begun' },
  handOver: async (_, { name }) => (name === 'Ada' ? applied(1) : refused('not-here')),
};

/** As a process that has just started finds it. */
function start(part: { ledger?: MemoryCommandLedger } = {}): OperatorCommands {
  const run = (order: TickOrder) => {
    orders.push(order);
    return tick(order);
  };
  return new OperatorCommands({ ledger, tick: { run }, server, clock, log: silentLog, ...part });
}

const ada = { characterId: 7, name: 'Ada', message: '' };
function delivered(kind: string, args: unknown): DeliveredCommand {
  return { id: randomUUID(), kind, args, withinMs: 30_000 };
}
const take = (commands: OperatorCommands, command: DeliveredCommand) =>
  commands.take(command, clock.nowMs() + 1_000);

describe('an operator’s command', () => {
  it('goes to where its kind is applied, and its answer comes back', async () => {
    const commands = start();
    expect(await take(commands, delivered('kick', ada))).toEqual(applied(1));
    expect(orders).toMatchObject([{ kind: 'kick', args: ada, notAfterMs: clock.nowMs() + 1_000 }]);
    const drain = { graceSeconds: 60, then: 'stay', text: '' };
    expect(await take(commands, delivered('drain', drain))).toEqual(applied(2));
    expect(drains).toEqual([drain]);
    expect(await take(commands, delivered('reopen', {}))).toEqual(refused('not-draining'));
  });

  it('acts after those that were given before it, however long their record takes', async () => {
    const slow = Promise.withResolvers<void>();
    class SlowAtFirst extends MemoryCommandLedger {
      override async forget(beforeUnixMs: number): Promise<void> {
        await slow.promise;
        return super.forget(beforeUnixMs);
      }
    }
    const commands = start({ ledger: new SlowAtFirst() });
    const taken = [
      take(commands, delivered('verbSwitch', { verb: 'trade', isOpen: false })),
      take(commands, delivered('verbSwitch', { verb: 'trade', isOpen: true })),
      take(commands, delivered('kick', ada)),
      take(commands, delivered('fly', {})),
    ];
    for (let i = 0; i < 20; i++) await Promise.resolve();
    slow.resolve();
    await Promise.all(taken);
    expect(notes).toEqual(['trade false', 'trade true']);
    expect(orders.map(({ kind }) => kind)).toEqual(['verbSwitch', 'verbSwitch', 'kick']);
  });

  it('does not wait for the end of another', async () => {
    const commands = start();
    tick = () => new Promise(() => undefined);
    void take(commands, delivered('kick', ada));
    const drain = { graceSeconds: 60, then: 'stay', text: '' };
    expect(await take(commands, delivered('drain', drain))).toEqual(applied(2));
  });

  it('that has to outlive the server is written down before the tick applies it', async () => {
    const commands = start();
    const off = { verb: 'trade', isOpen: false };
    tick = async () => {
      expect(notes).toEqual(['trade false']);
      return applied(0);
    };
    expect(await take(commands, delivered('verbSwitch', off))).toEqual(applied(0));
    expect(orders).toMatchObject([{ kind: 'verbSwitch', args: off }]);
    tick = async () => refused('busy');
    expect(await take(commands, delivered('verbSwitch', off))).toEqual(refused('busy'));
    expect(notes).toEqual(['trade false', 'trade false', 'taken back']);
    const unwritten = delivered('verbSwitch', { verb: 'buy', isOpen: false });
    expect(await take(commands, unwritten)).toEqual(refused('not-recorded'));
    expect(orders).toHaveLength(2);
    for (const args of [
      { verb: 'start', isOpen: false },
      { verb: 'trade' },
      { verb: 'toString', isOpen: true },
    ])
      expect(await take(commands, delivered('verbSwitch', args))).toEqual(refused('invalid-arguments'));
  });

  it('that asks for a document is answered with it once, and it is remembered nowhere', async () => {
    const command = delivered('export', { characterId: 7, name: 'Ada' });
    const answer = { outcome: 'applied', players: 1, document: '{"name":"Ada"}' };
    expect(await take(start(), command)).toEqual(answer);
    expect(await take(start(), command)).toEqual(applied(1));
    const stranger = delivered('export', { characterId: 7, name: 'Bob' });
    expect(await take(start(), stranger)).toEqual(refused('not-here'));
    const nobody = delivered('export', { characterId: 'seven', name: 'Ada' });
    expect(await take(start(), nobody)).toEqual(refused('invalid-arguments'));
  });

  it('about backups is answered when it is done, with what was made or found, or with why not', async () => {
    desk = new MemoryBackupDesk(() => clock.unixMs());
    const ask = async (kind: string, args: object) => {
      const answer = await take(start(), delivered(kind, args));
      return 'document' in answer ? { ...answer, document: JSON.parse(answer.document!) } : answer;
    };
    const name = '00000001-20270115T080000Z';
    const made = { name, sequence: 1, createdAtUnixMs: clock.unixMs(), storedBytes: 1000 };
    expect(await ask('makeBackup', {})).toEqual({ outcome: 'applied', players: 0, document: made });
    const told = { told: { origin: 'memory', total: 1, backups: [made] } };
    expect(await ask('backups', {})).toMatchObject({ outcome: 'applied', document: told });
    expect(await ask('verifyBackup', { name })).toMatchObject({ document: { name, words: '' } });
    desk.faults.set(name, 'damaged');
    expect(await ask('verifyBackup', { name })).toMatchObject({ document: { name, fault: 'damaged' } });
    const other = '00000002-20270115T080000Z';
    expect(await ask('verifyBackup', { name: other })).toEqual(refused('unknown-backup'));
    for (const odd of ['latest', '../x', `${name}.data`, 7, undefined])
      expect(await ask('verifyBackup', { name: odd })).toEqual(refused('invalid-arguments'));
    desk.inTheWay = { ok: false, reason: 'backup-place-full', words: 'full' };
    expect(await ask('makeBackup', {})).toEqual(refused('backup-place-full'));
    desk = undefined;
    expect(await ask('backups', {})).toMatchObject({ document: { told: null } });
    expect(await ask('makeBackup', {})).toEqual(refused('backups-off'));
    expect(await ask('verifyBackup', { name })).toEqual(refused('backups-off'));
  });

  it('that asks how the economy stands is answered with it', async () => {
    const ask = (kind: string, args: object) => take(start(), delivered(kind, args));
    for (const args of [
      { of: -1, period: 'hours' },
      { of: 12, period: 'days' },
    ])
      expect(await ask('economy', args)).toEqual({
        ...{ outcome: 'applied', players: 0, document: JSON.stringify(args) },
      });
    for (const thing of [0, -5, 1.5, 'coins', null, undefined])
      expect(await ask('economy', { of: thing, period: 'hours' })).toEqual(refused('invalid-arguments'));
    for (const period of ['weeks', undefined, 1])
      expect(await ask('economy', { of: -1, period })).toEqual(refused('invalid-arguments'));
    expect(await ask('gains', {})).toEqual({ outcome: 'applied', players: 0, document: '{"kinds":[]}' });
    expect(await ask('ticks', { seconds: 30 })).toMatchObject({ document: '{"seconds":30}' });
    for (const seconds of [0, 31, 1.5, '10', undefined])
      expect(await ask('ticks', { seconds })).toEqual(refused('invalid-arguments'));
  });

  it('that asks for a page of the journal is answered with it', async () => {
    const ask = (kind: string, args: object) => take(start(), delivered(kind, args));
    const part = { before: null, limit: 100 };
    const whom = { characterId: 7, name: 'Ada' };
    expect(await ask('playerLedger', { ...whom, ...part })).toEqual({
      ...{ outcome: 'applied', players: 1, document: '{"of":{"character":7},"limit":100}' },
    });
    expect(await ask('stackHistory', { stack: 9, before: 5, limit: 1 })).toEqual({
      ...{ outcome: 'applied', players: 0, document: '{"of":{"stack":9},"before":5,"limit":1}' },
    });
    expect(await ask('playerLedger', { ...whom, name: 'Bob', ...part })).toEqual(refused('not-here'));
    expect(await ask('possessions', whom)).toEqual({ outcome: 'applied', players: 1, document: '{}' });
    expect(await ask('possessions', { ...whom, name: 'Bob' })).toEqual(refused('not-here'));
    expect(await ask('possessions', { name: 'Ada' })).toEqual(refused('invalid-arguments'));
    for (const args of [
      { stack: 0, ...part },
      { stack: 1.5, ...part },
      { stack: '9', ...part },
      { stack: 9, before: 0, limit: 1 },
      { stack: 9, before: null, limit: 101 },
      { stack: 9, before: null },
      { stack: 9, limit: 1 },
    ])
      expect(await ask('stackHistory', args)).toEqual(refused('invalid-arguments'));
    for (const args of [part, { ...whom, limit: 1 }, { characterId: 7, ...part }])
      expect(await ask('playerLedger', args)).toEqual(refused('invalid-arguments'));
  });

  it('that erases somebody says whether it is done, goes on, or means nobody', async () => {
    const erase = (name: string) => take(start(), delivered('erase', { characterId: 7, name }));
    expect(await erase('Ada')).toEqual(applied(1));
    expect(await erase('Bob')).toEqual(refused('unfinished'));
    expect(await erase('Cid')).toEqual(refused('not-here'));
    expect(await erase('')).toEqual(refused('invalid-arguments'));
    expect(orders).toEqual([]);
  });

  it('that comes again is answered as before, and applied once', async () => {
    const command = delivered('kick', ada);
    expect(await take(start(), command)).toEqual(applied(1));
    tick = async () => refused('not-here');
    expect(await take(start(), command)).toEqual(applied(1));
    expect(orders).toHaveLength(1);
  });

  it('that was begun when the server ended is answered as interrupted from then on, and not applied again', async () => {
    const command = delivered('kick', ada);
    tick = () => new Promise(() => undefined);
    void take(start(), command);
    while (orders.length === 0) await Promise.resolve();
    tick = async () => applied(1);
    for (let restart = 0; restart < 2; restart++)
      expect(await take(start(), command)).toEqual({ outcome: 'interrupted' });
    expect(orders).toHaveLength(1);
  });

  it('whose dead-line has passed is refused, however late it was delivered', async () => {
    expect(await start().take(delivered('kick', ada), clock.nowMs())).toEqual(refused('too-late'));
    // The disk takes so long that the dead-line passes meanwhile.
    const slow = new MemoryCommandLedger();
    const begin = slow.begin.bind(slow);
    slow.begin = (id, kind, now) => {
      clock.atUnixMs += 2_000;
      return begin(id, kind, now);
    };
    const command = delivered('kick', ada);
    expect(await take(start({ ledger: slow }), command)).toEqual(refused('too-late'));
    expect(await slow.find(command.id)).toEqual({ state: 'answered', answer: refused('too-late') });
    expect(orders).toEqual([]);
  });

  it('that cannot be recorded is not applied', async () => {
    ledger.begin = async () => {
      throw new Error('the disk is full');
    };
    expect(await take(start(), delivered('kick', ada))).toEqual(refused('not-recorded'));
    expect(orders).toEqual([]);
  });

  it('whose answer cannot be recorded is answered all the same', async () => {
    ledger.conclude = async () => {
      throw new Error('the disk is full');
    };
    expect(await take(start(), delivered('kick', ada))).toEqual(applied(1));
  });

  it('that breaks off is answered as failed', async () => {
    tick = async () => {
      throw new Error('a fault of ours');
    };
    const command = delivered('kick', ada);
    expect(await take(start(), command)).toEqual(refused('failed'));
    expect(await take(start(), command)).toEqual(refused('failed'));
    expect(orders).toHaveLength(1);
  });

  it.each([
    ['fly', {}],
    ['toString', {}],
    ['', {}],
  ])('of a kind that is not known (%j) is refused', async (kind, args) => {
    expect(await take(start(), delivered(kind, args))).toEqual(refused('unknown-kind'));
  });

  it.each<[string, unknown]>([
    ['kick', null],
    ['kick', []],
    ['kick', { ...ada, characterId: '7' }],
    ['kick', { ...ada, name: '' }],
    ['kick', { ...ada, name: 'x'.repeat(25) }],
    ['kick', { ...ada, message: 'x'.repeat(65) }],
    ['kick', { ...ada, message: 'ä'.repeat(33) }],
    ['kick', { ...ada, message: 'a\u202eb' }],
    ['kick', { ...ada, message: '   ' }],
    ['broadcast', {}],
    ['broadcast', { text: '' }],
    ['broadcast', { text: 'a\u0007b' }],
    ['broadcast', { text: 'x'.repeat(201) }],
    ['drain', { graceSeconds: -1, then: 'stay', text: '' }],
    ['drain', { graceSeconds: NaN, then: 'stay', text: '' }],
    ['drain', { graceSeconds: 3_601, then: 'stay', text: '' }],
    ['drain', { graceSeconds: 1, then: 'explode', text: '' }],
    ['drain', { graceSeconds: 1, then: 'stop', text: 'x'.repeat(121) }],
  ])('with arguments that its kind does not take is refused: %s %j', async (kind, args) => {
    expect(await take(start(), delivered(kind, args))).toEqual(refused('invalid-arguments'));
    expect([orders, drains]).toEqual([[], []]);
  });

  it('is counted by kind and outcome', async () => {
    const commands = start();
    await take(commands, delivered('kick', ada));
    await take(commands, delivered('kick', null));
    await take(commands, delivered('fly', {}));
    const counted = commands.series[0]!.samples().filter(({ value }) => value > 0);
    expect(counted).toEqual([
      { value: 1, labels: { kind: 'kick', outcome: 'applied' } },
      { value: 1, labels: { kind: 'kick', outcome: 'invalid-arguments' } },
      { value: 1, labels: { kind: 'unknown', outcome: 'unknown-kind' } },
    ]);
  });
});

describe('in the simulation', () => {
  let isErased = false;
  const simulation = idleSimulation({
    ...{ kickCharacter: () => false, announce: () => 3, switchVerb: () => 3 },
    ...{ imposeSanction: () => 0, liftSanction: () => 0 },
    eraseCharacter: () => isErased,
  });

  it('what the server as a whole asks of it for a command is done there too', () => {
    const whom = { characterId: 7, name: 'Ada' };
    expect(applyInTick(simulation, 'erase', whom)).toEqual(refused('unfinished'));
    isErased = true;
    expect(applyInTick(simulation, 'erase', whom)).toEqual(applied(1));
    expect(applyInTick(simulation, 'export', whom)).toEqual(refused('unknown-kind'));
  });

  it('a player who is not there is refused, words reach whoever is', () => {
    expect(applyInTick(simulation, 'kick', ada)).toEqual(refused('not-here'));
    expect(applyInTick(simulation, 'broadcast', { text: 'good evening' })).toEqual(applied(3));
  });

  it('what is for the server as a whole is not for it', () => {
    expect(applyInTick(simulation, 'reopen', {})).toEqual(refused('unknown-kind'));
    expect(applyInTick(simulation, 'kick', 'Ada')).toEqual(refused('invalid-arguments'));
  });
});
