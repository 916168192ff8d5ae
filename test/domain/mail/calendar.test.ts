// The date as it is told: it never goes back, and what is far ahead of it comes step by step.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Calendar, dateStepMaxSeconds } from '#domain/mail/calendar.js';

it('is the first that is told, and then goes on with what is told', () => {
  const calendar = new Calendar();
  calendar.tell(1_800_000_000.9);
  expect(calendar.nowSeconds).toBe(1_800_000_000);
  calendar.tell(1_800_000_001);
  expect(calendar.nowSeconds).toBe(1_800_000_001);
});

it('stands still while the clock was put back, until that has passed', () => {
  const calendar = new Calendar();
  calendar.tell(1000);
  calendar.tell(10);
  calendar.tell(1000);
  expect(calendar.nowSeconds).toBe(1000);
  calendar.tell(1001);
  expect(calendar.nowSeconds).toBe(1001);
});

it('follows a clock that jumps ahead by a minute with each telling, and is right again when that was an error', () => {
  const calendar = new Calendar();
  calendar.tell(1000);
  for (let i = 1; i <= 3; i++) calendar.tell(1_000_000_000);
  expect(calendar.nowSeconds).toBe(1000 + 3 * dateStepMaxSeconds);
  calendar.tell(1004);
  calendar.tell(1000 + 3 * dateStepMaxSeconds + 1);
  expect(calendar.nowSeconds).toBe(1000 + 3 * dateStepMaxSeconds + 1);
});

it('knows where it is on its way to, and forgets it when that was an error', () => {
  const calendar = new Calendar();
  expect(calendar.comingSeconds).toBe(0);
  calendar.tell(1000);
  expect(calendar.comingSeconds).toBe(1000);
  calendar.tell(30_000.5);
  expect([calendar.nowSeconds, calendar.comingSeconds]).toEqual([1060, 30_000]);
  calendar.tell(1002);
  expect([calendar.nowSeconds, calendar.comingSeconds]).toEqual([1060, 1060]);
  calendar.tell(NaN);
  expect(calendar.comingSeconds).toBe(1060);
});

it('is a whole second and never goes back, whatever it is told', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.double(), fc.integer())), (told) => {
      const calendar = new Calendar();
      let before = 0;
      for (const seconds of told) {
        calendar.tell(seconds);
        expect(Number.isSafeInteger(calendar.nowSeconds)).toBe(true);
        if (before !== 0) expect(calendar.nowSeconds - before).toBeLessThanOrEqual(dateStepMaxSeconds);
        expect(calendar.nowSeconds).toBeGreaterThanOrEqual(before);
        before = calendar.nowSeconds;
      }
    }),
  );
});
