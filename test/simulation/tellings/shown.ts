// What the published frame shows, read as gateways do: the living entities, their own player's numbers, and the ticks by
// which gateways decide what to send.

import { EntityKind } from '#domain/vocabulary/generated/words.js';
import type { Frame } from '#ports/threads/frame.js';
import type { FrameColumns } from '#ports/threads/generated/frame-columns.js';
import type { Digest } from './digest.js';

export type ShownFrame = Pick<Frame, 'columns' | 'placesUsed'>;

export interface Shown {
  readonly place: number;
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

export function* everybody({ columns, placesUsed }: ShownFrame): Generator<Shown> {
  for (let place = 1; place < placesUsed; place++) {
    if (columns.id[place] === 0) continue;
    yield {
      place,
      id: columns.id[place]!,
      kind: columns.kind[place]!,
      template: columns.template[place]!,
      map: columns.map[place]!,
      x: columns.x[place]! / positionSteps,
      y: columns.y[place]! / positionSteps,
      status: columns.status[place]!,
    };
  }
}

/** What others, and for players they themselves, may see of all entities. */
export function digestShown(digest: Digest, frame: ShownFrame): void {
  const { columns, placesUsed } = frame;
  for (let place = 1; place < placesUsed; place++) {
    if (columns.id[place] === 0) continue;
    for (const name of seen) digest.word(columns[name][place]!);
    if (columns.kind[place] !== EntityKind.player) continue;
    for (const name of own) digest.word(columns[name][place]!);
    for (let i = 0; i < columns.nameLength[place]!; i++) digest.word(columns.name[place * nameBytesMax + i]!);
  }
}

/** When what of each entity last changed, by which gateways decide what to send. */
export function digestDates(digest: Digest, { columns, placesUsed }: ShownFrame): void {
  for (let place = 1; place < placesUsed; place++) {
    if (columns.id[place] === 0) continue;
    for (const name of dates) digest.word(columns[name][place]!);
  }
}

/** A line for each entity, with all that the digests count. */
export function shownLines({ columns, placesUsed }: ShownFrame): string[] {
  const lines: string[] = [];
  const words = (names: readonly (keyof FrameColumns)[], place: number) =>
    names.map((name) => `${name}=${columns[name][place]}`);
  for (let place = 1; place < placesUsed; place++) {
    if (columns.id[place] === 0) continue;
    const isPlayer = columns.kind[place] === EntityKind.player;
    const line = [...words(seen, place), ...(isPlayer ? words(own, place) : []), ...words(dates, place)];
    lines.push(`${isPlayer ? `${nameAt(columns, place)} ` : ''}${line.join(' ')}`);
  }
  return lines;
}

function nameAt({ name, nameLength }: FrameColumns, place: number): string {
  const at = place * nameBytesMax;
  return Buffer.from(name.subarray(at, at + nameLength[place]!)).toString('utf8');
}
