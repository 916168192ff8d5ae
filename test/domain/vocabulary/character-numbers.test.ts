// The numbers of a character, of which the schema has the list, go into the world's columns and come back whole.

import { expect, it } from '@jest/globals';
import {
  SheetNumbers,
  copyNumbers,
  enterNumbers,
  noteNumbers,
  storedColumns,
  storedMost,
  type SheetComponents,
} from '#domain/vocabulary/generated/character-numbers.js';

const names = Object.keys(storedMost) as (keyof SheetNumbers)[];

function someNumbers(): SheetNumbers {
  const numbers = new SheetNumbers();
  names.forEach((name, i) => (numbers[name] = 7 + i));
  return numbers;
}

it('into columns of their own, at their row alone, and out again', () => {
  const components = Object.fromEntries(
    Object.entries(storedColumns).map(([component, columns]) => [
      component,
      { columns: Object.fromEntries(Object.keys(columns).map((column) => [column, new Float64Array(3)])) },
    ]),
  ) as unknown as SheetComponents;
  enterNumbers(components, 1, someNumbers());
  const written = Object.values(components).flatMap(
    ({ columns }) => Object.values(columns as object) as Float64Array[],
  );
  expect(written.map((column) => column[1]).sort()).toEqual(names.map((_, i) => 7 + i).sort());
  expect(written.every((column) => column[0] === 0 && column[2] === 0)).toBe(true);
  const back = new SheetNumbers();
  noteNumbers(back, components, 1);
  expect(back).toEqual(someNumbers());
});

it('from sheet to sheet', () => {
  const copy = new SheetNumbers();
  copyNumbers(copy, someNumbers());
  expect(copy).toEqual(someNumbers());
});
