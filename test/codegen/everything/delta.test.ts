// Records against a baseline: what comes back, what is shorter, what is refused; bytes judged by a plain twin.

import assert from 'node:assert/strict';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codecFaultName } from '#adapters/protocol/codec/codec-fault.js';
import { loadSchema } from '#codegen/load-schema.js';
import type { RecordModel } from '#codegen/model/schema-model.js';
import { arbitraryFields } from '../support/arbitrary-fields.js';
import { plainDelta } from '../support/plain-delta.js';
import { MessageMapping, type Fields } from '../support/message-fields.js';
import { mutate } from '../support/mutate.js';
import { heapBytesPerCall } from '../../support/measure/heap-allocation.js';
import * as module from './everything.js';
import {
  changedMovingGroups,
  decodeMovingDelta,
  encodeMovingDelta,
  mergeMoving,
  Moving,
  movingDeltaSizeMax,
  MovingMask,
} from './everything.js';

const record = loadSchema('test/codegen/everything')
  .files.flatMap((file) => file.declarations)
  .find((declaration) => declaration.name === 'Moving') as RecordModel;
const mapping = new MessageMapping(module);
const bytes = new Uint8Array(256);

function moving(fields: Fields): Moving {
  const message = new Moving();
  mapping.write(message as unknown as Record<string, unknown>, record, fields);
  return message;
}

const fieldsOf = (message: Moving): Fields =>
  mapping.read(message as unknown as Record<string, unknown>, record);

/** A step away from a baseline, as movement makes it, or anything at all. */
const pairs = fc.tuple(arbitraryFields(record), arbitraryFields(record), fc.boolean()).map(([a, b, near]) => {
  const baseline = moving(a);
  if (!near) return { baseline, message: moving(b) };
  const message = moving({ ...b, ...a });
  message.x = Math.min(65535, message.x + 17);
  message.fine = Math.max(0, message.fine - 100);
  message.total = (message.total + 5) >>> 0;
  message.heading = (message.heading + 65_000) & 0xffff;
  return { baseline, message };
});

const forAll = (check: (pair: { baseline: Moving; message: Moving }, seed: number) => void): void =>
  fc.assert(
    fc.property(pairs, fc.integer(), (pair, seed) => check(pair, seed)),
    { numRuns: 300 },
  );

const faultOf = (result: number): string => (result < 0 ? codecFaultName(result) : 'none');

describe('a record against a baseline', () => {
  it('comes back as it went in, and in the bytes that the rules give', () =>
    forAll(({ baseline, message }) => {
      const end = encodeMovingDelta(message, baseline, bytes, 3);
      assert.ok(end > 3 && end - 3 <= movingDeltaSizeMax);
      const written = [...bytes.subarray(3, end)];
      assert.deepEqual(written, plainDelta(record, fieldsOf(message), fieldsOf(baseline)));
      const received = new Moving();
      assert.equal(decodeMovingDelta(received, baseline, bytes, 3, end), end);
      assert.deepEqual(fieldsOf(received), fieldsOf(message));
    }));

  it('may be received into the baseline itself', () =>
    forAll(({ baseline, message }) => {
      const end = encodeMovingDelta(message, baseline, bytes, 0);
      assert.equal(decodeMovingDelta(baseline, baseline, bytes, 0, end), end);
      assert.deepEqual(fieldsOf(baseline), fieldsOf(message));
    }));

  it('says which groups changed, and the receiver who takes those over holds what the sender holds', () =>
    forAll(({ baseline, message }) => {
      const whole = fieldsOf(message);
      const before = fieldsOf(baseline);
      message.mask = changedMovingGroups(message, baseline);
      const sent = fieldsOf(message);
      for (const [group, values] of Object.entries(whole)) {
        assert.equal(group in sent, JSON.stringify(before[group]) !== JSON.stringify(values));
      }
      const end = encodeMovingDelta(message, baseline, bytes, 0);
      const received = new Moving();
      assert.equal(decodeMovingDelta(received, baseline, bytes, 0, end), end);
      mergeMoving(baseline, received);
      assert.deepEqual(fieldsOf(baseline), { ...before, ...whole });
    }));

  it('is refused for lack of room, whatever the room, and never written beyond it', () =>
    forAll(({ baseline, message }) => {
      const end = encodeMovingDelta(message, baseline, bytes, 0);
      for (let room = 0; room < end; room++) {
        const guarded = new Uint8Array(room + 8).fill(0xa5);
        assert.equal(faultOf(encodeMovingDelta(message, baseline, guarded.subarray(0, room), 0)), 'noRoom');
        assert.ok(guarded.subarray(room).every((byte) => byte === 0xa5));
        assert.ok(decodeMovingDelta(new Moving(), baseline, bytes, 0, room) < 0);
      }
    }));

  it('is decoded or refused from any bytes, the same whatever lies behind them', () =>
    forAll(({ baseline, message }, seed) => {
      const end = encodeMovingDelta(message, baseline, bytes, 0);
      const whole = bytes.slice(0, end);
      for (let turn = 0; turn < 20; turn++) {
        const mutant = mutate(whole, seed + turn);
        const inZeros = new Uint8Array(mutant.length + 16);
        const inOnes = new Uint8Array(mutant.length + 16).fill(0xff);
        inZeros.set(mutant);
        inOnes.set(mutant);
        const [one, two] = [new Moving(), new Moving()];
        const result = decodeMovingDelta(one, baseline, inZeros, 0, mutant.length);
        assert.equal(decodeMovingDelta(two, baseline, inOnes, 0, mutant.length), result);
        if (result < 0) assert.notEqual(codecFaultName(result), 'unknown');
        else {
          assert.ok(result <= mutant.length && result <= movingDeltaSizeMax);
          assert.deepEqual(fieldsOf(two), fieldsOf(one));
          // What was accepted can be sent: all values lie in their ranges.
          assert.ok(encodeMovingDelta(one, baseline, new Uint8Array(128), 0) > 0);
        }
      }
    }));
});

describe('differences', () => {
  const at = (x: number, y: number): Moving => moving({ place: { x, y } });

  it('take one byte up to 63 steps, two up to 8,191', () => {
    expect(encodeMovingDelta(at(10 + 1 / 64, 10), at(10, 10 + 1 / 64), bytes, 0)).toBe(3);
    expect([...bytes.subarray(0, 3)]).toEqual([0x21, 2, 1]);
    expect(encodeMovingDelta(at(10 + 63 / 64, 9), at(10, 10), bytes, 0)).toBe(3);
    expect(encodeMovingDelta(at(11, 10), at(10, 10), bytes, 0)).toBe(4);
  });

  it('are not taken where whole values are as short', () => {
    expect(encodeMovingDelta(at(20, 20), at(10, 10), bytes, 0)).toBe(5);
    expect(bytes[0]).toBe(MovingMask.place);
  });

  it('of an angle go the short way round', () => {
    const heading = (value: number): Moving =>
      moving({ motion: { fine: 0, mood: 'red', heading: value, small: 0, signed: 0 } });
    const end = encodeMovingDelta(heading(3), heading(65_530), bytes, 0);
    expect(end).toBe(6);
    const received = new Moving();
    expect(decodeMovingDelta(received, heading(65_530), bytes, 0, end)).toBe(end);
    expect(received.heading).toBe(3);
  });
});

describe('refused are', () => {
  const baseline = moving({ place: { x: 0, y: 1023 } });
  const refusal = (...data: number[]): string =>
    faultOf(decodeMovingDelta(new Moving(), baseline, Uint8Array.from(data), 0, data.length));

  it('differences to a group that the baseline does not hold', () => {
    expect(faultOf(decodeMovingDelta(new Moving(), new Moving(), Uint8Array.of(0x21, 0, 0), 0, 3))).toBe(
      'noBaseline',
    );
  });
  it('differences that lead out of the range', () => {
    expect(refusal(0x21, 0x01, 0x00)).toBe('outOfRange');
    expect(refusal(0x21, 0x00, 0xfe, 0x01)).toBe('outOfRange');
  });
  it('differences that are no shorter than the values', () => {
    expect(refusal(0x21, 0x80, 0x01, 0x81, 0x01)).toBe('notCanonical');
  });
  it('the form of a group that is not there', () => {
    expect(refusal(0x20)).toBe('outOfRange');
  });
});

it('32 entities, of which 20 moved, take no more than 125 bytes and cost no memory', () => {
  const baselines = Array.from({ length: 32 }, (_, index) => moving({ place: { x: 100 + index, y: 200 } }));
  const states = baselines.map(() => new Moving());
  const received = baselines.map(() => new Moving());
  const round = (turn: number): number => {
    let end = 16;
    for (let slot = 0; slot < 20; slot++) {
      const message = states[slot]!;
      message.mask = MovingMask.place;
      message.x = baselines[slot]!.x + ((turn + slot) % 60);
      message.y = baselines[slot]!.y - (turn % 50);
      bytes[end] = slot;
      end = encodeMovingDelta(message, baselines[slot]!, bytes, end + 1);
    }
    let at = 16;
    for (let count = 0; count < 20; count++) {
      const slot = bytes[at]!;
      at = decodeMovingDelta(received[slot]!, baselines[slot]!, bytes, at + 1, end);
    }
    if (at !== end) throw new Error('refused');
    return end;
  };
  let turn = 0;
  const bytesPerRound = heapBytesPerCall(() => void round(turn++));
  expect(round(1)).toBeLessThanOrEqual(125);
  expect(received[3]!.x).toBe(states[3]!.x);
  // Below the smallest object a round.
  expect(bytesPerRound).toBeLessThan(16);
});
