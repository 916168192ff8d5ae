// What the published frame shows, read as gateways do: the living entities, their own player's numbers, and the ticks by
// which gateways decide what to send.

import { EntityKind } from '#domain/vocabulary/generated/words.js';
import type { Frame } from '#ports/threads/frame.js';
import type { FrameColumns } from '#ports/threads/generated/frame-columns.js';
import type { Digest } from './digest.js';

export type ShownFrame = Pick<Frame, 'columns' | 'rowsUsed'>;

export interface Shown {
  readonly row: number;
  readonly id: number;
  readonly kind: number;
  readonly template: number;
  readonly map: number;
  readonly x: number;
  readonly y: number;
  readonly status: number;
}

const positionSteps = 64;
const nameBytesMax = 24;

const seen = [
  'id',
  'kind',
  'template',
  'level',
  'map',
  'x',
  'y',
  'facing',
  'health',
  'status',
  'foe',
] as const;
const own = ['ownX', 'ownY', 'ownHealth', 'ownMana', 'ownLastInput'] as const;
const dates = [
  'positionTick',
  'facingTick',
  'vitalsTick',
  'statusTick',
  'identityTick',
  'changedTick',
  'urgentTick',
] as const;

export function find(frame: ShownFrame, id: number): Shown | undefined {
  for (const shown of everybody(frame)) if (shown.id === id) return shown;
  return undefined;
}

export function* everybody({ columns, rowsUsed }: ShownFrame): Generator<Shown> {
  for (let row = 1; row < rowsUsed; row++) {
    if (columns.id[row] === 0) continue;
    yield {
      row,
      id: columns.id[row]!,
      kind: columns.kind[row]!,
      template: columns.template[row]!,
      map: columns.map[row]!,
      x: columns.x[row]! / positionSteps,
      y: columns.y[row]! / positionSteps,
      status: columns.status[row]!,
    };
  }
}

/** What others, and for players they themselves, may see of all entities. */
export function digestShown(digest: Digest, frame: ShownFrame): void {
  const { columns, rowsUsed } = frame;
  for (let row = 1; row < rowsUsed; row++) {
    if (columns.id[row] === 0) continue;
    for (const name of seen) digest.word(columns[name][row]!);
    if (columns.kind[row] !== EntityKind.player) continue;
    for (const name of own) digest.word(columns[name][row]!);
    for (let i = 0; i < columns.nameLength[row]!; i++) digest.word(columns.name[row * nameBytesMax + i]!);
  }
}

/** When what of each entity last changed, by which gateways decide what to send. */
export function digestDates(digest: Digest, { columns, rowsUsed }: ShownFrame): void {
  for (let row = 1; row < rowsUsed; row++) {
    if (columns.id[row] === 0) continue;
    for (const name of dates) digest.word(columns[name][row]!);
  }
}

/** A line for each entity, with all that the digests count. */
export function shownLines({ columns, rowsUsed }: ShownFrame): string[] {
  const lines: string[] = [];
  const words = (names: readonly (keyof FrameColumns)[], row: number) =>
    names.map((name) => `${name}=${columns[name][row]}`);
  for (let row = 1; row < rowsUsed; row++) {
    if (columns.id[row] === 0) continue;
    const isPlayer = columns.kind[row] === EntityKind.player;
    const line = [...words(seen, row), ...(isPlayer ? words(own, row) : []), ...words(dates, row)];
    lines.push(`${isPlayer ? `${nameAt(columns, row)} ` : ''}${line.join(' ')}`);
  }
  return lines;
}

function nameAt({ name, nameLength }: FrameColumns, row: number): string {
  const at = row * nameBytesMax;
  return Buffer.from(name.subarray(at, at + nameLength[row]!)).toString('utf8');
}
