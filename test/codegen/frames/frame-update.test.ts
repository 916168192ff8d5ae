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
const places = 40;

/** Components as the domain has them; who is in `bag` and `mind` changes. */
function makeSources() {
  return {
    ids: new Uint32Array(places),
    actor: {
      columns: {
        changed: new Uint32Array(places),
        promoted: new Uint32Array(places),
        kind: new Uint8Array(places),
        title: new Uint8Array(places * 9),
        titleLength: new Uint8Array(places),
        badge: new Uint8Array(places * 3),
        badgeLength: new Uint8Array(places),
        rank: new Uint16Array(places),
      },
    },
    body: {
      columns: {
        x: new Float64Array(places),
        height: new Int16Array(places),
        tilt: new Uint16Array(places),
        floor: new Uint8Array(places),
        depth: new Float64Array(places),
        near: new Float64Array(places),
        warmth: new Float64Array(places),
        strength: new Float64Array(places),
      },
    },
    mind: { members: new Uint32Array(2), columns: { mood: new Uint16Array(places) } },
    bag: {
      members: new Uint32Array(2),
      columns: {
        grams: new Float64Array(places),
        parts: new Uint8Array(places),
        keys: new Uint8Array(places),
      },
    },
    entities: { idAt: (place: number): number => sources.ids[place]! },
  };
}

let sources: ReturnType<typeof makeSources>;
/** What rules answer, by column and place. */
let ruled: Record<'ready' | 'signs' | 'partner' | 'ownAlone', Uint8Array>;
let update: StageUpdate;

beforeEach(() => {
  sources = makeSources();
  ruled = {
    ready: new Uint8Array(places),
    signs: new Uint8Array(places),
    partner: new Uint8Array(places),
    ownAlone: new Uint8Array(places),
  };
  const rule =
    (name: keyof typeof ruled) =>
    (start: number, end: number, into: Uint8Array | Uint16Array): void => {
      for (let place = start; place < end; place++) into[place] = ruled[name][place]!;
    };
  update = new StageUpdate(createStageColumns(places), sources, {
    ready: rule('ready'),
    signs: rule('signs'),
    partner: rule('partner'),
    ownAlone: rule('ownAlone'),
  });
});

/** In one run, as if everybody were there; those whose id is 0 are not. */
function publish(tick: number): void {
  for (let place = 0; place < places; place++) {
    if (sources.ids[place] === 0) update.vanish(place, place + 1, tick);
    else {
      update.recognize(place, place + 1, tick);
      update.show(place, place + 1, tick);
      if (hasMember('mind', place)) update.showOwn(place, place + 1);
    }
  }
}

function hasMember(component: string, place: number): boolean {
  if (component === 'actor' || component === 'body') return true;
  return ((sources[component as 'bag'].members[place >>> 5]! >>> (place & 31)) & 1) === 1;
}

function valueAt(place: number, column: string, type: FieldType, source: FieldSource | undefined): number {
  if (source === 'entity') return sources.ids[place]!;
  if (source === undefined) return ruled[column as 'ready'][place]!;
  if (!hasMember(source.component, place)) return type.kind === 'integer' ? Math.max(0, type.min) : 0;
  const columns = sources[source.component as 'body'].columns as unknown as AnyColumns;
  return shownValue(type, columns[source.column]![place]!, source.rounding);
}

/** The twin: what the columns were, and what they become by the model. */
class PlainUpdate {
  readonly columns = createStageColumns(places) as unknown as AnyColumns;
  private readonly stamps = new Map<string, Uint32Array>();

  publish(tick: number): void {
    for (let place = 0; place < places; place++) {
      if (sources.ids[place] === 0) this.vanish(place, tick);
      else this.show(place, tick);
    }
  }

  private vanish(place: number, tick: number): void {
    if (this.columns['id']![place] === 0) return;
    this.columns['id']![place] = 0;
    for (const { name, dates } of frame.fields) if (dates === undefined) this.columns[name]![place] = 0;
    this.columns['changedTick']![place] = this.columns['urgentTick']![place] = tick;
  }

  private show(place: number, tick: number): void {
    const isNew = this.columns['id']![place] !== sources.ids[place];
    for (const group of groups) {
      const beside = frame.fields.filter(({ dates }) => dates === group.name);
      const before = this.groupAt(place, [...group.fields, ...beside]);
      if (group.stamp === undefined || isNew || this.isStamped(place, group.name, group.stamp.column)) {
        for (const field of [...group.fields, ...beside]) this.take(place, field);
      }
      const stamped =
        group.stamp !== undefined && this.isStamped(place, group.name, group.stamp.column, true);
      const changed =
        group.stamp === undefined && before !== this.groupAt(place, [...group.fields, ...beside]);
      if (isNew || stamped || changed) this.date(place, group.name, group.priority === 'low', tick);
    }
    for (const field of frame.fields) if (field.dates === undefined) this.take(place, field);
    for (const { name, type, source } of ownFieldsOf(frame)) {
      const column = `own${cap(name)}`;
      if (hasMember('mind', place)) this.columns[column]![place] = valueAt(place, column, type, source);
      else if (isNew) this.columns[column]![place] = 0;
    }
  }

  private isStamped(place: number, group: string, column: string, seen = false): boolean {
    const stamps = this.stamps.get(group) ?? new Uint32Array(places);
    this.stamps.set(group, stamps);
    const stamp = (sources.actor.columns as unknown as AnyColumns)[column]![place]!;
    const differs = stamps[place] !== stamp;
    if (seen) stamps[place] = stamp;
    return differs;
  }

  private groupAt(place: number, fields: readonly { name: string }[]): string {
    return fields.map(({ name }) => this.columns[name]![place]).join();
  }

  private take(
    place: number,
    field: { name: string; type: FieldType; source: FieldSource | undefined },
  ): void {
    const { name, type, source } = field;
    if (type.kind !== 'bytes') this.columns[name]![place] = valueAt(place, name, type, source);
    else {
      const from = sources.actor.columns as unknown as AnyColumns;
      const at = place * type.size;
      this.columns[name]!.set(from[name]!.subarray(at, at + type.size), at);
      this.columns[`${name}Length`]![place] = from[`${name}Length`]![place]!;
    }
  }

  private date(place: number, group: string, isPatient: boolean, tick: number): void {
    this.columns[`${group}Tick`]![place] = tick;
    this.columns['changedTick']![place] = tick;
    if (!isPatient) this.columns['urgentTick']![place] = tick;
  }
}

const change = fc.record({
  place: fc.integer({ min: 0, max: places - 1 }),
  what: fc.constantFrom('id', 'gone', 'stamp', 'promote', 'body', 'bag', 'mind', 'members', 'ruled'),
  // Doubles of fast-check are mostly next to 0.
  value: fc.oneof(
    fc.integer({ min: -600_000, max: 1_100_000 }).map((n) => n / 9973),
    fc.integer({ min: -300_000, max: 2 ** 31 - 1 }).map((n) => n * 2.3),
  ),
  small: fc.integer({ min: 0, max: 255 }),
});

function apply({ place, what, value, small }: typeof change extends fc.Arbitrary<infer T> ? T : never): void {
  const { actor, body, bag, mind } = sources;
  const anyOf = (columns: object, pick: number): AnyColumns[string] => {
    const all = Object.values(columns) as AnyColumns[string][];
    return all[pick % all.length]!;
  };
  if (what === 'id') sources.ids[place] = 1 + (small << 16) + place;
  if (what === 'gone') sources.ids[place] = 0;
  if (what === 'stamp' || what === 'promote') {
    actor.columns[what === 'stamp' ? 'changed' : 'promoted'][place]! += 1;
    actor.columns[what === 'stamp' ? 'kind' : 'rank'][place] = small;
    actor.columns.title.fill(small, place * 9, place * 9 + 9);
    actor.columns.titleLength[place] = small % 10;
  }
  if (what === 'body') anyOf(body.columns, small)[place] = value;
  if (what === 'bag') anyOf(bag.columns, small)[place] = value;
  if (what === 'mind') mind.columns.mood[place] = small % 2 === 0 ? 1 : 500;
  if (what === 'members') (small % 2 === 0 ? bag : mind).members[place >>> 5]! ^= 1 << (place & 31);
  if (what === 'ruled') anyOf(ruled, small)[place] = small & 1;
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
    const buffer = createStageColumns(places);
    sources.ids[3] = 7;
    publish(1);
    expect(update.bytesTick).toBe(0);
    sources.actor.columns.title.set([65, 66], 3 * 9);
    sources.actor.columns.titleLength[3] = 2;
    sources.actor.columns.changed[3] = 5;
    publish(2);
    expect(update.bytesTick).toBe(2);
    update.copyBytes(buffer, places);
    expect([...buffer.title.subarray(27, 30)]).toEqual([65, 66, 0]);
    buffer.id.set(update.columns.id);
    buffer.whoTick.set(update.columns.whoTick);
    buffer.title[27] = 1;
    update.copyBytes(buffer, places);
    expect(buffer.title[27]).toBe(1);
  });

  it('names the components that queries ask for', () => {
    expect([everyComponents, ownComponents]).toEqual([['actor', 'body'], ['mind']]);
  });
});
