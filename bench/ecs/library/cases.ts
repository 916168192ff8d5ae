// The cases: those of the public noctjs ecs-benchmark (its README describes them), and movement as in a game. Here are
// their sizes, the values they start with and those they must have after so many passes, worked out in the plainest way.
// All values are doubles.

export const caseNames = [
  'packed_5',
  'simple_iter',
  'frag_iter',
  'entity_cycle',
  'add_remove',
  'mmo',
  'mmo_100k',
  'mmo_churned',
] as const;
export type CaseName = (typeof caseNames)[number];

/** Entities of packed_5, entity_cycle and add_remove, and of each of the four kinds of simple_iter. */
export const entitiesMany = 1000;
/** frag_iter: components A to Z, and entities with each of them. */
export const letters = 26;
export const entitiesOfLetter = 100;
/** mmo: seconds of a step. */
export const stepSeconds = 1 / 60;
export const mmoEntities = 10_000;
export const mmoManyEntities = 100_000;

/** How often a case may pass before its values must start anew: 1,000 · 2^500 is still a finite double. */
export const passesMax = 500;

/** packed_5: `component` is 0 to 4 for A to E. */
export const packedValue = (component: number, i: number) => i + 1 + component;
/** frag_iter: of `Data` and of the letter, entity `i` of all 2,600; its letter is i / 100. */
export const fragValue = (i: number) => i + 1;
/** simple_iter: `component` is 0 to 4 for A to E, `i` counts the entities of all four kinds. */
export const simpleValue = (component: number, i: number) => component * 10_000 + i;
/** mmo: of entity `i`, `axis` 0 to 2. */
export const position = (axis: number, i: number) => ((i * 7 + axis * 31) % 4096) / 4;
export const velocity = (axis: number, i: number) => ((i * 13 + axis * 5) % 29) / 2 - 7;

/** simple_iter: entity `i` of the 4,000 has A and B, and C from the second thousand on, D in the third, E in the fourth. */
export function simpleKind(i: number): number {
  return Math.floor(i / entitiesMany);
}

/**
 * mmo_churned: in each round these entities, all different, are destroyed, and then made again from the first to the
 * last. Ten rounds of a tenth, chosen by a fixed seed: every entity is replaced once on average.
 */
export function churnRounds(name: CaseName): number[][] {
  if (name !== 'mmo_churned') return [];
  let state = 12345;
  const order = listOf(mmoManyEntities, (i) => i);
  return listOf(10, () => {
    for (let i = 0; i < mmoManyEntities / 10; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const other = i + (state % (mmoManyEntities - i));
      [order[i], order[other]] = [order[other]!, order[i]!];
    }
    return order.slice(0, mmoManyEntities / 10);
  });
}

/** What `EcsCase.values` must give after `passes` since the start. */
export function expectedValues(name: CaseName, passes: number): number[] {
  const grown = 2 ** passes;
  switch (name) {
    case 'packed_5':
      return [0, 1, 2, 3, 4].flatMap((c) => listOf(entitiesMany, (i) => packedValue(c, i) * grown));
    case 'simple_iter':
      return expectedSimple(passes % 2 === 1);
    case 'frag_iter':
      return [
        ...listOf(letters * entitiesOfLetter, (i) => fragValue(i) * grown),
        ...listOf(entitiesOfLetter, (i) => fragValue((letters - 1) * entitiesOfLetter + i) * grown),
      ];
    case 'entity_cycle':
    case 'add_remove':
      return [entitiesMany, 0];
    case 'mmo':
      return expectedPositions(mmoEntities, passes);
    case 'mmo_100k':
    case 'mmo_churned':
      return expectedPositions(mmoManyEntities, passes);
  }
}

/** What `values` must give while `watch` is called, for the cases that have it. */
export const expectedBetween = [entitiesMany, entitiesMany];

function expectedSimple(swapped: boolean): number[] {
  const [a, b, c, d, e] = [0, 1, 2, 3, 4] as const;
  const all = listOf(4 * entitiesMany, (i) => i);
  const third = all.filter((i) => simpleKind(i) === 2);
  const fourth = all.filter((i) => simpleKind(i) === 3);
  const nowIn = (component: number, other: number) => (i: number) =>
    simpleValue(swapped ? other : component, i);
  return [
    ...all.map(nowIn(a, b)),
    ...all.map(nowIn(b, a)),
    ...all.filter((i) => simpleKind(i) === 1).map((i) => simpleValue(c, i)),
    ...third.map(nowIn(c, d)),
    ...fourth.map(nowIn(c, e)),
    ...third.map(nowIn(d, c)),
    ...fourth.map(nowIn(e, c)),
  ];
}

function expectedPositions(count: number, passes: number): number[] {
  return [0, 1, 2].flatMap((axis) =>
    listOf(count, (i) => {
      let at = position(axis, i);
      for (let pass = 0; pass < passes; pass++) at += velocity(axis, i) * stepSeconds;
      return at;
    }),
  );
}

export function listOf<T>(count: number, of: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => of(i));
}
