// A system is one phase of the tick, declared where its rules are: its budget, what it reads and writes, which facts it
// emits, and which tables it owns, with how they are made and hashed. The tick's order, budgets, the access table and the
// hash follow from the list of all systems (domain/game).
//
// The compiler holds a system, and every rule that it calls, to what it declares: `run` is given a world in which only that
// can be seen, and what it only reads cannot be changed.

import type { FactKind } from '../vocabulary/generated/facts.js';
import type { Component } from './ecs/component.js';
import type { Query } from './ecs/query.js';
import type { FactReader } from './facts/fact-log.js';
import type { Components, Tables, WorldBase } from './registry.js';

export type ComponentName = keyof Components;
export type TableName = keyof Tables;
/** What a system declares that it reads or writes. */
export type Part = ComponentName | TableName;
export type FactName = keyof typeof FactKind;

/** A column that is only read. */
export interface ReadonlyColumn {
  readonly length: number;
  readonly [row: number]: number;
}

/** A component that is only read. */
export interface ReadonlyComponent<C extends Component> {
  readonly name: string;
  readonly count: number;
  readonly members: ReadonlyColumn;
  has(row: number): boolean;
  readonly columns: { readonly [K in keyof C['columns']]: ReadonlyColumn };
}

type ComponentsOf<R, W> = {
  readonly [K in R & ComponentName]: Components[K] extends Component
    ? ReadonlyComponent<Components[K]>
    : never;
} & { readonly [K in W & ComponentName]: Components[K] };

type TablesOf<P> = { readonly [K in P & TableName]: Tables[K] };

/** A world in which the parts `R` can be read, and `W` changed too. What a rule asks for, its callers must have declared. */
export type WorldOf<R extends Part = never, W extends Part = never> = WorldBase & {
  readonly components: ComponentsOf<R, W>;
  readonly tables: TablesOf<R | W>;
};

/** A world with all its parts: what systems are bound to. */
export type WholeWorld = WorldBase & { readonly components: Components; readonly tables: Tables };

/** A table beside the components. Its type stands in the registry under the same name. */
export interface TableDefinition<N extends TableName = TableName> {
  readonly name: N;
  /** Before any table can be seen. Of components it keeps nothing: what reads them is given them by a phase that declares them. */
  create(world: Omit<WholeWorld, 'components' | 'tables'>): Tables[N];
  /** Visits all that decides what later ticks do; without it nothing in the table does. */
  eachWord?(table: Tables[N], visit: (word: number) => void, world: WholeWorld): void;
}

export function defineTable<const N extends TableName>(definition: TableDefinition<N>): TableDefinition {
  return definition as unknown as TableDefinition;
}

export interface QueryNames<N> {
  readonly with: readonly N[];
  readonly without?: readonly N[];
}

export interface SystemDefinition<R extends Part, W extends Part, Q> {
  /** As figures and documents call it. */
  readonly name: string;
  /** What it may take of the step's 16,667 µs; more is counted. */
  readonly budgetUs: number;
  readonly reads: readonly R[];
  readonly writes: readonly W[];
  /** The facts that it may write. */
  readonly emits?: readonly FactName[];
  /** Tables that no other system makes. */
  readonly owns?: readonly TableDefinition[];
  /** It reads facts: `run` is given its position in the log. */
  readonly readsFacts?: boolean;
  /** Compiled once for each world. */
  readonly queries?: Q;
  /** Once a tick. */
  run(world: WorldOf<R, W>, queries: { readonly [K in keyof Q]: Query }, reader: FactReader): void;
}

export interface System {
  readonly name: string;
  readonly budgetUs: number;
  readonly reads: readonly Part[];
  readonly writes: readonly Part[];
  readonly emits: readonly FactName[];
  readonly owns: readonly TableDefinition[];
  readonly readsFacts: boolean;
  /** What is to be called once a tick of this world. */
  bind(world: WholeWorld): () => void;
}

export function defineSystem<
  R extends Part,
  W extends Part,
  const Q extends Readonly<Record<string, QueryNames<(R | W) & ComponentName>>>,
>(definition: SystemDefinition<R, W, Q>): System {
  const { name, budgetUs, reads, writes, emits = [], owns = [], readsFacts = false } = definition;
  return {
    name,
    budgetUs,
    reads,
    writes,
    emits,
    owns,
    readsFacts,
    bind(world) {
      const queries = {} as { [K in keyof Q]: Query };
      for (const key of Object.keys(definition.queries ?? {}) as (keyof Q)[])
        queries[key] = queryOf(world, definition.queries![key]!);
      const reader = readsFacts ? world.facts.reader() : neverRead;
      return () => definition.run(world as unknown as WorldOf<R, W>, queries, reader);
    },
  };
}

const neverRead: FactReader = { next: 0 };

/** The entities of a world that have some components and lack others. */
export function queryOf(
  world: Pick<WholeWorld, 'components' | 'store'>,
  names: QueryNames<ComponentName>,
): Query {
  const memberships = (of: readonly ComponentName[] = []) => of.map((name) => world.components[name]);
  return world.store.query({ with: memberships(names.with), without: memberships(names.without) });
}
