// What of becsy is used, and its build without checks.

import { loadPeer } from '../../harness/peers.js';

export interface Entity {
  read<C>(type: Type<C>): C;
  write<C>(type: Type<C>): C;
  has(type: Type<unknown>): boolean;
  add(type: Type<unknown>): void;
  remove(type: Type<unknown>): void;
  delete(): void;
  hold(): Entity;
}
export type Type<C> = new () => C;
interface Terms {
  readonly current: Terms;
  readonly but: Terms;
  readonly also: Terms;
  readonly write: Terms;
  with(...types: readonly Type<unknown>[]): Terms;
  without(...types: readonly Type<unknown>[]): Terms;
  using(...types: readonly Type<unknown>[]): Terms;
}
interface Query {
  readonly current: readonly Entity[];
}
interface Schedule {
  after(...systems: readonly unknown[]): Schedule;
}
interface System {
  query(terms: (q: Terms) => unknown): Query;
  schedule(order: (s: Schedule) => unknown): unknown;
  createEntity(...components: readonly unknown[]): Entity;
}
export interface World {
  createEntity(...components: readonly unknown[]): void;
  build(work: (system: System) => void): void;
  execute(): Promise<void>;
}
interface Becsy {
  readonly System: abstract new () => System;
  readonly Type: { readonly float64: unknown };
  readonly World: { create(options: object): Promise<World> };
}

export const { System, Type, World } = await loadPeer<Becsy>('@lastolivegames/becsy/lib/perf.js');
