// What a library under test provides: each case in its own way, at its best.

export interface EcsCase {
  /** Runs every system of the case once. */
  pass(): void | Promise<void>;
  /** Gives all values those they started with. Not timed. */
  restart(): void;
  /** All values in the order of `expectedValues`; for entity_cycle and add_remove how many entities have A and B. */
  values(): number[];
}

/** entity_cycle and add_remove leave no trace but what a look between their two systems shows. */
export interface ChurnCase extends EcsCase {
  /** Called once a pass between the two systems, once it is set. */
  watch: (() => void) | undefined;
}

export interface MmoOptions {
  readonly count: number;
  /** See `churnRounds`. */
  readonly rounds: readonly (readonly number[])[];
}

export type MakeCase<Case> = () => Case | Promise<Case>;

export interface Library {
  readonly packed5: MakeCase<EcsCase>;
  readonly simpleIter: MakeCase<EcsCase>;
  readonly fragIter: MakeCase<EcsCase>;
  readonly entityCycle: MakeCase<ChurnCase>;
  readonly addRemove: MakeCase<ChurnCase>;
  readonly mmo: (options: MmoOptions) => EcsCase | Promise<EcsCase>;
}
