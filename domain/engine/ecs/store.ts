// Entities and their components together. What an entity is, is the set of components it has.
//
// Changes take effect at once: a destroyed entity's id is refused and all its memberships are gone, while its values
// stay readable and its row stays empty until `reclaim`. Queries see changes at their next `refresh`.

import { Component } from './component.js';
import type { ColumnLayout, ColumnMemory } from './columns.js';
import { Entities } from './entities.js';
import { Query } from './query.js';
import type { Membership } from './query.js';

export interface StoreOptions {
  /** Most entities at a time, 1 to 65,535. */
  readonly capacity: number;
  readonly memory: ColumnMemory;
}

export interface StoreQuery {
  readonly with?: readonly Membership[];
  readonly without?: readonly Membership[];
}

export class EntityStore {
  declare readonly entities: Entities;
  readonly components: Component[] = [];
  declare private readonly memory: ColumnMemory;

  constructor({ capacity, memory }: StoreOptions) {
    this.memory = memory;
    this.entities = new Entities(capacity, memory);
  }

  /** Declares a kind of component. Names are unique; throws on a second one of the same name. */
  component<const L extends ColumnLayout>(name: string, layout: L): Component<L> {
    if (this.components.some((other) => other.name === name))
      throw new Error(`component ${name} exists already`);
    const component = new Component(name, layout, this.entities.capacity + 1, this.memory);
    this.components.push(component as unknown as Component);
    return component;
  }

  /** Compiled once, kept by its system. Without `with` it finds all living entities. */
  query(terms: StoreQuery): Query {
    const required = terms.with ?? [];
    return new Query({
      with: required.length === 0 ? [this.entities] : required,
      without: terms.without ?? [],
      rows: this.entities,
    });
  }

  /** The id of a new entity without components, or 0 at capacity. */
  create(group: number): number {
    return this.entities.create(group);
  }

  /** `count` new entities without components; `visit` gets each run of their rows. Returns how many found a row. */
  createMany(group: number, count: number, visit: (start: number, end: number) => void): number {
    return this.entities.createMany(group, count, visit);
  }

  /** Removes the entity at this row and all its memberships. False when nothing lives there. */
  destroy(row: number): boolean {
    if (!this.entities.release(row)) return false;
    const { components } = this;
    for (let i = 0; i < components.length; i++) components[i]!.remove(row);
    return true;
  }

  /** The same for all who live at the rows from `start` to before `end`. Returns how many did. */
  destroyRun(start: number, end: number): number {
    const count = this.entities.releaseRun(start, end);
    const { components } = this;
    if (count > 0) for (let i = 0; i < components.length; i++) components[i]!.removeRun(start, end);
    return count;
  }

  /** Makes destroyed entities' rows available again; once a tick, when no query's runs are in use. */
  reclaim(): void {
    this.entities.reclaim();
  }
}
