// What the generated writer of a frame makes of columns is what the packet's generated codec makes of a message.

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as gameWriter from '#adapters/gateway/generated/snapshot-writer.js';
import { changedGroups as gameChangedGroups } from '#application/replication/generated/changed-groups.js';
import { Snapshot, encodeSnapshot } from '#adapters/protocol/generated/game.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { FrameModel } from '#codegen/model/frame-model.js';
import { createFrameColumns, urgentGroups } from '#ports/threads/generated/frame-columns.js';
import { cap, ownFieldsOf, physical, rawValue, type AnyColumns } from '../support/plain-frame.js';
import { changedGroups as stageChangedGroups } from './generated/changed-groups.js';
import * as stageColumns from './generated/frame-columns.js';
import * as stageWriter from './generated/snapshot-writer.js';
import { Scene, encodeScene } from './generated/stage.js';

interface Suite {
  readonly frame: FrameModel;
  readonly createColumns: (rows: number) => AnyColumns;
  readonly writer: {
    readonly headBytes: number;
    writeHead(columns: never, self: number, tick: number, out: Uint8Array, at: number): number;
    writeCounts(removed: number, entities: number, out: Uint8Array, at: number): void;
    updateBytes(columns: never, row: number, slot: number, mask: number): number;
    writeUpdate(columns: never, row: number, slot: number, mask: number, out: Uint8Array, at: number): number;
  };
  readonly changedGroups: (columns: never, row: number, tick: number) => number;
  readonly urgentGroups: number;
  readonly message: object;
  readonly encode: (message: never, out: Uint8Array, at: number) => number;
}

function frameIn(folder: string): FrameModel {
  return loadSchema(folder).files.flatMap(({ frames }) => frames)[0]!;
}

const suites: [string, Suite][] = [
  [
    'the game',
    {
      frame: frameIn('protocol-schema'),
      createColumns: (rows) => createFrameColumns(rows) as unknown as AnyColumns,
      writer: gameWriter,
      changedGroups: gameChangedGroups,
      urgentGroups,
      message: new Snapshot(),
      encode: encodeSnapshot as Suite['encode'],
    },
  ],
  [
    'the stage',
    {
      frame: frameIn('test/codegen/frames'),
      createColumns: (rows) => stageColumns.createStageColumns(rows) as unknown as AnyColumns,
      writer: stageWriter,
      changedGroups: stageChangedGroups,
      urgentGroups: stageColumns.urgentGroups,
      message: new Scene(),
      encode: encodeScene as Suite['encode'],
    },
  ],
];

const rows = 6;

/** Every column that is sent, full of what it may hold. */
function columnsArbitrary({ frame, createColumns }: Suite): fc.Arbitrary<AnyColumns> {
  const fields = frame.record.groups.flatMap((group) => group.fields);
  const filled = [
    ...fields.flatMap(({ name, type }) =>
      type.kind === 'bytes'
        ? [
            [name, fc.array(fc.integer({ min: 0, max: 255 }), exactly(rows * type.size))] as const,
            [`${name}Length`, fc.array(fc.integer({ min: 0, max: type.size }), exactly(rows))] as const,
          ]
        : [[name, fc.array(rawValue(type), exactly(rows))] as const],
    ),
    ...ownFieldsOf(frame).map(
      ({ name, type }) => [`own${cap(name)}`, fc.array(rawValue(type), exactly(rows))] as const,
    ),
  ];
  return fc.record(Object.fromEntries(filled)).map((values) => {
    const columns = createColumns(rows);
    for (const [name, list] of Object.entries(values)) columns[name]!.set(list as number[]);
    return columns;
  });
}

const exactly = (length: number) => ({ minLength: length, maxLength: length });

describe.each(suites)('the snapshot of %s', (_, suite) => {
  const { frame, writer } = suite;
  const groups = frame.record.groups;
  const [gone, told] = frame.packet.fields.slice(-2).map(({ name }) => name);
  const scene = fc.record({
    columns: columnsArbitrary(suite),
    self: fc.integer({ min: 0, max: rows - 1 }),
    tick: fc.integer({ min: 0, max: 0xffff_ffff }),
    removed: fc.array(fc.integer({ min: 0, max: 199 }), { maxLength: 5 }),
    updates: fc.array(
      fc.record({
        row: fc.integer({ min: 0, max: rows - 1 }),
        slot: fc.integer({ min: 0, max: 199 }),
        mask: fc.integer({ min: 0, max: 2 ** groups.length - 1 }),
      }),
      { maxLength: 8 },
    ),
  });

  it('is written from columns byte for byte as its codec writes it, and takes what was said', () => {
    const out = new Uint8Array(1200);
    const twin = new Uint8Array(1200);
    fc.assert(
      fc.property(scene, ({ columns, self, tick, removed, updates }) => {
        let at = writer.writeHead(columns as never, self, tick, out, 3);
        for (const slot of removed) out[at++] = slot;
        writer.writeCounts(removed.length, updates.length, out, 3);
        at++;
        expect(at).toBe(3 + writer.headBytes + removed.length);
        for (const { row, slot, mask } of updates) {
          const end = writer.writeUpdate(columns as never, row, slot, mask, out, at);
          expect(writer.updateBytes(columns as never, row, slot, mask)).toBe(end - at);
          at = end;
        }
        fillMessage(columns, { self, tick, removed, updates });
        expect(suite.encode(suite.message as never, twin, 3)).toBe(at);
        expect(out.subarray(3, at)).toEqual(twin.subarray(3, at));
      }),
    );
  });

  function fillMessage(
    columns: AnyColumns,
    { self, tick, removed, updates }: Omit<Parameters<Parameters<typeof scene.map>[0]>[0], 'columns'>,
  ): void {
    const message = suite.message as Record<string, unknown>;
    const set = (name: string, value: unknown) => (message[name] = value);
    set('tick', tick);
    for (const { name, type } of ownFieldsOf(frame))
      set(name, physical(type, columns[`own${cap(name)}`]![self]!));
    (message[gone!] as Uint8Array).set(removed);
    set(`${gone}Count`, removed.length);
    set(`${told}Count`, updates.length);
    updates.forEach(({ row, slot, mask }, index) => {
      const update = (message[told!] as { slot: number; state: Record<string, unknown> }[])[index]!;
      update.slot = slot;
      update.state['mask'] = mask;
      for (const { name, type } of groups.flatMap((group) => group.fields)) {
        if (type.kind === 'bytes') {
          (update.state[name] as Uint8Array).set(
            columns[name]!.subarray(row * type.size, (row + 1) * type.size),
          );
          update.state[`${name}Length`] = columns[`${name}Length`]![row];
        } else update.state[name] = type.kind === 'bool' ? columns[name]![row] === 1 : columns[name]![row];
      }
    });
  }

  it('needs the groups that changed after a tick', () => {
    const ticks = fc.array(fc.integer({ min: 1, max: 9 }), exactly(groups.length));
    fc.assert(
      fc.property(ticks, fc.integer({ min: 0, max: 9 }), (dates, tick) => {
        const columns = suite.createColumns(1);
        groups.forEach((group, i) => (columns[`${group.name}Tick`]![0] = dates[i]!));
        const urgent = groups.map((group, i) => (group.priority === 'low' ? 0 : dates[i]!));
        columns['urgentTick']![0] = Math.max(...urgent);
        const expected = groups.reduce((mask, group, i) => mask | (dates[i]! > tick ? 1 << group.bit : 0), 0);
        expect(suite.changedGroups(columns as never, 0, tick)).toBe(expected);
      }),
    );
  });

  it('keeps nobody waiting for groups that are not of low priority', () => {
    const urgent = groups
      .filter(({ priority }) => priority !== 'low')
      .reduce((mask, { bit }) => mask | (1 << bit), 0);
    expect(suite.urgentGroups).toBe(urgent);
  });
});
