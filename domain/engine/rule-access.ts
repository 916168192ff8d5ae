// What rules need of a world and which facts they write, said once, where the rule is. Whoever runs the rule names it, and
// spreads it into what it declares itself: a rule that comes to need more is one place to change, whoever runs it.

import type { FactName, Part, WorldOf } from './system.js';

export interface RuleAccess<R extends Part = Part, W extends Part = Part> {
  readonly reads: readonly R[];
  /** What is written may be read. */
  readonly writes: readonly W[];
  readonly emits: readonly FactName[];
}

/** The world that a rule of this access asks for. */
export type WorldFor<Access> = Access extends RuleAccess<infer R, infer W> ? WorldOf<R, W> : never;

interface OwnAccess<R, W, Rules> {
  /** Of the rules that it runs. */
  readonly rules?: Rules;
  readonly reads?: readonly R[];
  readonly writes?: readonly W[];
  readonly emits?: readonly FactName[];
}

/** All of it together, each part once. */
export function defineAccess<
  R extends Part = never,
  W extends Part = never,
  const Rules extends readonly RuleAccess[] = [],
>({
  rules,
  reads = [],
  writes = [],
  emits = [],
}: OwnAccess<R, W, Rules>): RuleAccess<
  R | Rules[number]['reads'][number],
  W | Rules[number]['writes'][number]
> {
  const run: readonly RuleAccess[] = rules ?? [];
  const written = new Set<Part>([...writes, ...run.flatMap((rule) => rule.writes)]);
  const read = new Set<Part>([...reads, ...run.flatMap((rule) => rule.reads)]);
  for (const part of written) read.delete(part);
  const emitted = new Set<FactName>([...emits, ...run.flatMap((rule) => rule.emits)]);
  return { reads: [...read] as never[], writes: [...written] as never[], emits: [...emitted] };
}
