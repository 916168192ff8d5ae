// Lists of records against a baseline: from columns to columns; bytes judged by a plain twin, refusals by name.

import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CodecFault, codecFaultName } from '#adapters/protocol/codec/codec-fault.js';
import { faultCodes } from '#codegen/emit/typescript/faults.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { RecordModel } from '#codegen/model/schema-model.js';
import { arbitraryFields } from '../support/arbitrary-fields.js';
import { MessageMapping, type Fields, type ListEntry } from '../support/message-fields.js';
import { mutate } from '../support/mutate.js';
import { heapBytesPerCall } from '../../support/measure/heap-allocation.js';
import { plainDelta } from '../support/plain-delta.js';
import * as module from './everything.js';
import {
  CountedColumns,
  CountedMask,
  decodeTracks,
  encodeTracks,
  TrackedColumns,
  TrackedMask,
  Tracks,
  tracksSizeMax,
} from './everything.js';

const declarations = loadSchema('test/codegen/everything').files.flatMap((file) => file.declarations);
const recordOf = (name: string): RecordModel =>
  declarations.find((declaration) => declaration.name === name) as RecordModel;
const tracked = recordOf('Tracked');
const counted = recordOf('Counted');
const mapping = new MessageMapping(module);
const bytes = new Uint8Array(tracksSizeMax + 16);
const faultOf = (result: number): string => (result < 0 ? codecFaultName(result) : 'none');

type Columns = Parameters<MessageMapping['writeRow']>[0];
const asColumns = (columns: TrackedColumns | CountedColumns): Columns => columns as unknown as Columns;

/** What one side holds: some places of `size`, each with some groups. */
function holding(record: RecordModel, size: number, most: number): fc.Arbitrary<ListEntry[]> {
  return fc
    .uniqueArray(fc.integer({ min: 0, max: size - 1 }), { maxLength: most })
    .chain((places) =>
      fc.tuple(
        ...places
          .sort((a, b) => a - b)
          .map((place) => fc.record({ place: fc.constant(place), row: arbitraryFields(record) })),
      ),
    );
}

interface Sample {
  readonly tracks: readonly ListEntry[];
  readonly held: readonly ListEntry[];
  readonly wide: readonly ListEntry[];
  readonly heldWide: readonly ListEntry[];
}

const samples: fc.Arbitrary<Sample> = fc.record({
  tracks: holding(tracked, 5, 5),
  held: holding(tracked, 5, 5),
  wide: holding(counted, 300, 4),
  heldWide: holding(counted, 300, 300).map((held) => held.slice(0, 40)),
});

function fill(
  columns: TrackedColumns | CountedColumns,
  record: RecordModel,
  held: readonly ListEntry[],
): void {
  for (const { place, row } of held) mapping.writeRow(asColumns(columns), place, record, row);
}

/** A message that holds what both sides hold, and a sender's news. */
function messageOf({ tracks, held, wide, heldWide }: Sample): Tracks {
  const message = withBaseline(held, heldWide);
  mapping.write(message as never, packetModel, {
    place: 9,
    tracks,
    wide,
    full: [],
    last: 8,
  } as unknown as Fields);
  return message;
}

const packetModel = declarations.find(({ name }) => name === 'Tracks') as never;

function withBaseline(held: readonly ListEntry[], heldWide: readonly ListEntry[]): Tracks {
  const message = new Tracks();
  fill(message.tracksBaseline, tracked, held);
  fill(message.wideBaseline, counted, heldWide);
  return message;
}

const fieldsOf = (message: Tracks): Fields => mapping.read(message as never, packetModel);

function plainList(
  entries: readonly ListEntry[],
  held: readonly ListEntry[],
  record: RecordModel,
  wide: boolean,
): number[] {
  const count = wide ? [entries.length & 255, entries.length >> 8] : [entries.length];
  return [
    ...count,
    ...entries.flatMap(({ place, row }) => [
      ...(wide ? [place & 255, place >> 8] : [place]),
      ...plainDelta(record, row, held.find((each) => each.place === place)?.row ?? {}),
    ]),
  ];
}

function forAll(check: (sample: Sample, seed: number) => void, numRuns = 150): void {
  fc.assert(
    fc.property(samples, fc.integer(), (sample, seed) => check(sample, seed)),
    { numRuns },
  );
}

describe('a list of records against a baseline', () => {
  it('has the bytes that the rules give, and comes back as it went in', () =>
    forAll((sample) => {
      const message = messageOf(sample);
      const end = encodeTracks(message, bytes, 3);
      const plain = [
        0x10,
        9,
        ...plainList(sample.tracks, sample.held, tracked, false),
        ...plainList(sample.wide, sample.heldWide, counted, true),
        ...[0, 0],
        8,
      ];
      assert.deepEqual([...bytes.subarray(3, end)], plain);
      const received = withBaseline(sample.held, sample.heldWide);
      assert.equal(decodeTracks(received, bytes, 3, end), end);
      assert.deepEqual(fieldsOf(received), fieldsOf(message));
    }));

  it('may be received into the columns of the baseline, which then hold what came besides what they held', () =>
    forAll((sample) => {
      const end = encodeTracks(messageOf(sample), bytes, 0);
      const received = withBaseline(sample.held, sample.heldWide);
      received.tracks = received.tracksBaseline;
      received.wide = received.wideBaseline;
      assert.equal(decodeTracks(received, bytes, 0, end), end);
      for (let place = 0; place < 5; place++) {
        const news = sample.tracks.find((each) => each.place === place)?.row;
        const before = sample.held.find((each) => each.place === place)?.row;
        const mask = received.tracks.mask[place]!;
        const now = mapping.readRow(asColumns(received.tracks), place, tracked, mask);
        assert.deepEqual(now, rounded({ ...before, ...news }));
      }
    }));

  it('is refused for lack of room, whatever the room, and never written beyond it', () =>
    forAll((sample) => {
      const message = messageOf(sample);
      const end = encodeTracks(message, bytes, 0);
      for (let room = 0; room < end; room++) {
        const guarded = new Uint8Array(room + 8).fill(0xa5);
        assert.equal(faultOf(encodeTracks(message, guarded.subarray(0, room), 0)), 'noRoom');
        assert.ok(guarded.subarray(room).every((byte) => byte === 0xa5));
        assert.ok(decodeTracks(withBaseline(sample.held, sample.heldWide), bytes, 0, room) < 0);
      }
    }, 30));

  it('is decoded or refused from any bytes, the same whatever lies behind them', () =>
    forAll((sample, seed) => {
      const end = encodeTracks(messageOf(sample), bytes, 0);
      const whole = bytes.slice(0, end);
      for (let turn = 0; turn < 20; turn++) {
        const mutant = mutate(whole, seed + turn);
        const inZeros = new Uint8Array(mutant.length + 16);
        const inOnes = new Uint8Array(mutant.length + 16).fill(0xff);
        inZeros.set(mutant);
        inOnes.set(mutant);
        const one = withBaseline(sample.held, sample.heldWide);
        const two = withBaseline(sample.held, sample.heldWide);
        const result = decodeTracks(one, inZeros, 0, mutant.length);
        assert.equal(decodeTracks(two, inOnes, 0, mutant.length), result);
        if (result < 0) assert.notEqual(codecFaultName(result), 'unknown');
        else {
          assert.deepEqual(fieldsOf(two), fieldsOf(one));
          // What was accepted can be sent: all values lie in their ranges.
          assert.ok(encodeTracks(one, new Uint8Array(tracksSizeMax), 0) > 0);
        }
      }
    }));
});

/** Through the steps of quantized fields and single precision, as columns hold them. */
function rounded(row: Fields): Fields {
  const columns = new TrackedColumns(1);
  const mask = mapping.writeRow(asColumns(columns), 0, tracked, row);
  return mapping.readRow(asColumns(columns), 0, tracked, mask);
}

describe('the golden bytes', () => {
  it('of two moved rows, one told for the first time', () => {
    const message = new Tracks();
    message.tracksCount = 2;
    message.tracksPlaces.set([1, 4]);
    message.tracksMasks.fill(TrackedMask.place);
    message.tracks.x.set([0, 1000, 0, 0, 0x1234]);
    message.tracks.y.set([0, 2000, 0, 0, 0x5678]);
    message.tracksBaseline.mask[1] = TrackedMask.place;
    message.tracksBaseline.x[1] = 1001;
    message.tracksBaseline.y[1] = 1998;
    const end = encodeTracks(message, bytes, 0);
    expect(Buffer.from(bytes.subarray(0, end)).toString('hex')).toBe(
      // id, place, count | place, header, -1, +2 | place, header, x, y | count, count, last
      '1000' + '02' + '01110104' + '0401' + '34127856' + '0000' + '0000' + '00',
    );
  });
});

describe('refused are', () => {
  const baseline: readonly ListEntry[] = [{ place: 1, row: { place: { x: 0, y: 10 } } }];
  const refusal = (...tracks: number[]): string => {
    const data = Uint8Array.of(0x10, 0, ...tracks, 0, 0, 0, 0, 0);
    return faultOf(decodeTracks(withBaseline(baseline, []), data, 0, data.length));
  };

  it('nothing that is in order', () => expect(refusal(1, 1, 0x11, 2, 1)).toBe('none'));
  it('a place that no row has', () => expect(refusal(1, 5, 0x00)).toBe('outOfRange'));
  it('a place that came already', () => expect(refusal(2, 1, 0x00, 1, 0x00)).toBe('notCanonical'));
  it('places that do not ascend', () => expect(refusal(2, 3, 0x00, 1, 0x00)).toBe('notCanonical'));
  it('more entries than there are places', () => expect(refusal(6, 0, 0)).toBe('tooLong'));
  it('a count beyond the end, before any entry is read', () => {
    const data = Uint8Array.of(0x10, 0, 5, 1, 0x11, 2, 1);
    const received = withBaseline(baseline, []);
    expect(faultOf(decodeTracks(received, data, 0, data.length))).toBe('truncated');
    expect(received.tracks.x[1]).toBe(0);
  });
  it('differences to a row that is not held', () => expect(refusal(1, 2, 0x11, 2, 1)).toBe('noBaseline'));
  it('differences that lead out of the range', () => expect(refusal(1, 1, 0x11, 1, 0)).toBe('outOfRange'));
  it('differences no shorter than the values', () =>
    expect(refusal(1, 1, 0x11, 0x80, 0x01, 0x80, 0x01)).toBe('notCanonical'));
  it('the form of a group that is not there', () => expect(refusal(1, 1, 0x10)).toBe('outOfRange'));
  it('spare bits of the header', () => expect(refusal(1, 1, 0x80)).toBe('outOfRange'));
});

describe('a sender is refused', () => {
  const misfits: readonly (readonly [string, (message: Tracks) => void, string])[] = [
    ['a place that no row has', (message) => (message.tracksPlaces[1] = 5), 'outOfRange'],
    ['the same place twice', (message) => (message.tracksPlaces[1] = 2), 'outOfRange'],
    ['a group that does not exist', (message) => (message.tracksMasks[0] = 0x10), 'outOfRange'],
    ['a value above its range', (message) => (message.tracks.signed[2] = 301), 'outOfRange'],
    ['a value of no enum', (message) => (message.tracks.colour[2] = 1), 'outOfRange'],
    ['a number of steps above the last', (message) => (message.tracks.fine[2] = 0xffffff), 'outOfRange'],
    ['NaN', (message) => (message.tracks.exact[2] = NaN), 'outOfRange'],
    ['more entries than places', (message) => (message.tracksCount = 6), 'tooLong'],
    ['no whole number of entries', (message) => (message.tracksCount = 1.5), 'tooLong'],
  ];
  const right = (): Tracks => {
    const message = new Tracks();
    message.tracksCount = 2;
    message.tracksPlaces.set([2, 3]);
    message.tracksMasks.fill(TrackedMask.motion | TrackedMask.look);
    message.tracks.small.fill(1);
    message.tracks.size.fill(1);
    return message;
  };

  it.each(misfits)('%s', (_, spoil, fault) => {
    const message = right();
    expect(faultOf(encodeTracks(message, bytes, 0))).toBe('none');
    spoil(message);
    expect(faultOf(encodeTracks(message, bytes, 0))).toBe(fault);
  });
});

it('the numbers of faults in generated code are those of the codec', () => {
  expect(faultCodes).toEqual(CodecFault);
});

it('lists cost no memory', () => {
  const sent = new Tracks();
  const received = new Tracks();
  sent.wideCount = 20;
  for (let entry = 0; entry < 20; entry++) sent.widePlaces[entry] = 3 * entry;
  sent.wideMasks.fill(CountedMask.a | CountedMask.e);
  for (const columns of [sent.wideBaseline, received.wideBaseline]) columns.mask.fill(CountedMask.a);
  const round = (turn: number): void => {
    for (let entry = 0; entry < 20; entry++) {
      sent.wide.a[3 * entry] = (turn * entry) & 0xff;
      sent.wide.e[3 * entry] = 4_000_000_000 + turn;
    }
    const end = encodeTracks(sent, bytes, 0);
    if (decodeTracks(received, bytes, 0, end) !== end) throw new Error('refused');
  };
  let turn = 0;
  const bytesPerRound = heapBytesPerCall(() => round(turn++));
  expect(received.wide.e[57]).toBe(sent.wide.e[57]);
  // Below the smallest object a round.
  expect(bytesPerRound).toBeLessThan(16);
});
