// The generated update of a frame against a slow twin that knows only the schema's model and looks at everything anew.

import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { loadSchema } from '#codegen/load-schema.js';
import type { FieldSource } from '#codegen/model/frame-model.js';
import type { FieldType } from '#codegen/model/schema-model.js';
import { shownValue, cap, ownFieldsOf, type AnyColumns } from '../support/plain-frame.js';
import { createStageColumns } from './generated/frame-columns.js';
import { StageUpdate, everyComponents, ownComponents } from './generated/frame-update.js';

const frame = loadSchema('test/codegen/frames').files.flatMap(({ frames }) => frames)[0]!;
const { groups } = frame.record;
const rows = 40;

/** Components as the domain has them; who is in `bag` and `mind` changes. */
function makeSources() {
  return {
    ids: new Uint32Array(rows),
    actor: {
      columns: {
        changed: new Uint32Array(rows),
        promoted: new Uint32Array(rows),
        kind: new Uint8Array(rows),
        title: new Uint8Array(rows * 9),
        titleLength: new Uint8Array(rows),
        badge: new Uint8Array(rows * 3),
        badgeLength: new Uint8Array(rows),
        rank: new Uint16Array(rows),
      },
    },
    body: {
      columns: {
        x: new Float64Array(rows),
        height: new Int16Array(rows),
        tilt: new Uint16Array(rows),
        floor: new Uint8Array(rows),
        depth: new Float64Array(rows),
        near: new Float64Array(rows),
        warmth: new Float64Array(rows),
        strength: new Float64Array(rows),
      },
    },
    mind: { members: new Uint32Array(2), columns: { mood: new Uint16Array(rows) } },
    bag: {
      members: new Uint32Array(2),
      columns: {
        grams: new Float64Array(rows),
        parts: new Uint8Array(rows),
        keys: new Uint8Array(rows),
      },
    },
    entities: { idAt: (row: number): number => sources.ids[row]! },
  };
}

let sources: ReturnType<typeof makeSources>;
/** What rules answer, by column and row. */
let ruled: Record<'ready' | 'signs' | 'partner' | 'ownAlone', Uint8Array>;
let update: StageUpdate;

beforeEach(() => {
  sources = makeSources();
  ruled = {
    ready: new Uint8Array(rows),
    signs: new Uint8Array(rows),
    partner: new Uint8Array(rows),
    ownAlone: new Uint8Array(rows),
  };
  const rule =
    (name: keyof typeof ruled) =>
    (start: number, end: number, into: Uint8Array | Uint16Array): void => {
      for (let row = start; row < end; row++) into[row] = ruled[name][row]!;
    };
  update = new StageUpdate(createStageColumns(rows), sources, {
    ready: rule('ready'),
    signs: rule('signs'),
    partner: rule('partner'),
    ownAlone: rule('ownAlone'),
  });
});

/** In one run, as if everybody were there; those whose id is 0 are not. */
function publish(tick: number): void {
  for (let row = 0; row < rows; row++) {
    if (sources.ids[row] === 0) update.vanish(row, row + 1, tick);
    else {
      update.recognize(row, row + 1, tick);
      update.show(row, row + 1, tick);
      if (hasMember('mind', row)) update.showOwn(row, row + 1);
    }
  }
}

function hasMember(component: string, row: number): boolean {
  if (component === 'actor' || component === 'body') return true;
  return ((sources[component as 'bag'].members[row >>> 5]! >>> (row & 31)) & 1) === 1;
}

function valueAt(row: number, column: string, type: FieldType, source: FieldSource | undefined): number {
  if (source === 'entity') return sources.ids[row]!;
  if (source === undefined) return ruled[column as 'ready'][row]!;
  if (!hasMember(source.component, row)) return type.kind === 'integer' ? Math.max(0, type.min) : 0;
  const columns = sources[source.component as 'body'].columns as unknown as AnyColumns;
  return shownValue(type, columns[source.column]![row]!, source.rounding);
}

/** The twin: what the columns were, and what they become by the model. */
class PlainUpdate {
  readonly columns = createStageColumns(rows) as unknown as AnyColumns;
  private readonly stamps = new Map<string, Uint32Array>();

  publish(tick: number): void {
    for (let row = 0; row < rows; row++) {
      if (sources.ids[row] === 0) this.vanish(row, tick);
      else this.show(row, tick);
    }
  }

  private vanish(row: number, tick: number): void {
    if (this.columns['id']![row] === 0) return;
    this.columns['id']![row] = 0;
    for (const { name, dates } of frame.fields) if (dates === undefined) this.columns[name]![row] = 0;
    this.columns['changedTick']![row] = this.columns['urgentTick']![row] = tick;
  }

  private show(row: number, tick: number): void {
    const isNew = this.columns['id']![row] !== sources.ids[row];
    for (const group of groups) {
      const beside = frame.fields.filter(({ dates }) => dates === group.name);
      const before = this.groupAt(row, [...group.fields, ...beside]);
      if (group.stamp === undefined || isNew || this.isStamped(row, group.name, group.stamp.column)) {
        for (const field of [...group.fields, ...beside]) this.take(row, field);
      }
      const stamped = group.stamp !== undefined && this.isStamped(row, group.name, group.stamp.column, true);
      const changed = group.stamp === undefined && before !== this.groupAt(row, [...group.fields, ...beside]);
      if (isNew || stamped || changed) this.date(row, group.name, group.priority === 'low', tick);
    }
    for (const field of frame.fields) if (field.dates === undefined) this.take(row, field);
    for (const { name, type, source } of ownFieldsOf(frame)) {
      const column = `own${cap(name)}`;
      if (hasMember('mind', row)) this.columns[column]![row] = valueAt(row, column, type, source);
      else if (isNew) this.columns[column]![row] = 0;
    }
  }

  private isStamped(row: number, group: string, column: string, seen = false): boolean {
    const stamps = this.stamps.get(group) ?? new Uint32Array(rows);
    this.stamps.set(group, stamps);
    const stamp = (sources.actor.columns as unknown as AnyColumns)[column]![row]!;
    const differs = stamps[row] !== stamp;
    if (seen) stamps[row] = stamp;
    return differs;
  }

  private groupAt(row: number, fields: readonly { name: string }[]): string {
    return fields.map(({ name }) => this.columns[name]![row]).join();
  }

  private take(row: number, field: { name: string; type: FieldType; source: FieldSource | undefined }): void {
    const { name, type, source } = field;
    if (type.kind !== 'bytes') this.columns[name]![row] = valueAt(row, name, type, source);
    else {
      const from = sources.actor.columns as unknown as AnyColumns;
      const at = row * type.size;
      this.columns[name]!.set(from[name]!.subarray(at, at + type.size), at);
      this.columns[`${name}Length`]![row] = from[`${name}Length`]![row]!;
    }
  }

  private date(row: number, group: string, isPatient: boolean, tick: number): void {
    this.columns[`${group}Tick`]![row] = tick;
    this.columns['changedTick']![row] = tick;
    if (!isPatient) this.columns['urgentTick']![row] = tick;
  }
}

const change = fc.record({
  row: fc.integer({ min: 0, max: rows - 1 }),
  what: fc.constantFrom('id', 'gone', 'stamp', 'promote', 'body', 'bag', 'mind', 'members', 'ruled'),
  // Doubles of fast-check are mostly next to 0.
  value: fc.oneof(
    fc.integer({ min: -600_000, max: 1_100_000 }).map((n) => n / 9973),
    fc.integer({ min: -300_000, max: 2 ** 31 - 1 }).map((n) => n * 2.3),
  ),
  small: fc.integer({ min: 0, max: 255 }),
});

function apply({ row, what, value, small }: typeof change extends fc.Arbitrary<infer T> ? T : never): void {
  const { actor, body, bag, mind } = sources;
  const anyOf = (columns: object, pick: number): AnyColumns[string] => {
    const all = Object.values(columns) as AnyColumns[string][];
    return all[pick % all.length]!;
  };
  if (what === 'id') sources.ids[row] = 1 + (small << 16) + row;
  if (what === 'gone') sources.ids[row] = 0;
  if (what === 'stamp' || what === 'promote') {
    actor.columns[what === 'stamp' ? 'changed' : 'promoted'][row]! += 1;
    actor.columns[what === 'stamp' ? 'kind' : 'rank'][row] = small;
    actor.columns.title.fill(small, row * 9, row * 9 + 9);
    actor.columns.titleLength[row] = small % 10;
  }
  if (what === 'body') anyOf(body.columns, small)[row] = value;
  if (what === 'bag') anyOf(bag.columns, small)[row] = value;
  if (what === 'mind') mind.columns.mood[row] = small % 2 === 0 ? 1 : 500;
  if (what === 'members') (small % 2 === 0 ? bag : mind).members[row >>> 5]! ^= 1 << (row & 31);
  if (what === 'ruled') anyOf(ruled, small)[row] = small & 1;
}

describe('the update of a frame', () => {
  it('shows and dates what the twin shows and dates, whatever happens', () => {
    const plain = new PlainUpdate();
    let tick = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 20, maxLength: 60 }), (changes) => {
        for (const each of changes) apply(each);
        publish(++tick);
        plain.publish(tick);
        expect(update.columns).toEqual(plain.columns);
      }),
      { numRuns: 300 },
    );
  });

  it('gives a buffer the bytes that it lacks, and says when somebody with bytes was taken anew', () => {
    const buffer = createStageColumns(rows);
    sources.ids[3] = 7;
    publish(1);
    expect(update.bytesTick).toBe(0);
    sources.actor.columns.title.set([65, 66], 3 * 9);
    sources.actor.columns.titleLength[3] = 2;
    sources.actor.columns.changed[3] = 5;
    publish(2);
    expect(update.bytesTick).toBe(2);
    update.copyBytes(buffer, rows);
    expect([...buffer.title.subarray(27, 30)]).toEqual([65, 66, 0]);
    buffer.id.set(update.columns.id);
    buffer.whoTick.set(update.columns.whoTick);
    buffer.title[27] = 1;
    update.copyBytes(buffer, rows);
    expect(buffer.title[27]).toBe(1);
  });

  it('names the components that queries ask for', () => {
    expect([everyComponents, ownComponents]).toEqual([['actor', 'body'], ['mind']]);
  });
});
