// Recipes: what could be written down and would never be made, and what would be a mint.

import type { MapDefinition } from '#domain/content/map-definition.js';
import type { Problems } from '../json/content-problem.js';
import type { RecipeRecord } from '../generated/record-schemas.js';
import type { RecordFile } from '../records/read-records.js';
import { checkLevelMin, type FoundRecords } from './found-records.js';
import { usedOf } from './recipe-trade.js';

export function checkRecipe(record: RecipeRecord, problems: Problems, found: FoundRecords): void {
  checkLevelMin(record.levelMin, ['levelMin'], problems, found);
  if (record.profession === 'none') checkUnlearned(record, problems);
  else checkSkill(record, problems, found);
  checkTool(record, problems, found);
  const { output, finer } = record;
  if (finer?.item === output.item)
    problems.add(['finer', 'item'], `'${finer.item}' is the output itself`, 'something finer');
  if (finer?.chance === 0)
    problems.add(['finer', 'chance'], 'is 0, so it never comes of it', 'more than 0, or no finer');
  // Who has one that grows by itself need not ask what it is worth.
  if (!growsByItself(record, problems)) checkGain(record, problems, found);
}

/** What only the work of a profession has. */
function checkUnlearned(record: RecipeRecord, problems: Problems): void {
  for (const field of ['skillMin', 'skillUntil'] as const)
    if (record[field] !== 0) problems.add([field], `is ${record[field]} without a profession`, '0');
  if (record.successChance !== 1)
    problems.add(['successChance'], `is ${record.successChance} without a profession`, '1');
}

function checkSkill(record: RecipeRecord, problems: Problems, { recipes }: FoundRecords): void {
  const { profession, skillMin, skillUntil, successChance } = record;
  if (successChance === 0)
    problems.add(['successChance'], 'is 0, so nobody ever learns to make it', 'more than 0');
  if (successChance !== 1 && skillUntil === skillMin)
    problems.add(
      ['successChance'],
      `is ${successChance}, but at a skillUntil of ${skillUntil} it always succeeds`,
      `1, or a skillUntil above ${skillMin}`,
    );
  const reached = skillReached(profession, [...recipes.values()]);
  if (skillMin > reached)
    problems.add(
      ['skillMin'],
      `is ${skillMin}, and no recipe of "${profession}" teaches more than ${reached}`,
      `at most ${reached}, or a recipe from there on`,
    );
}

/** How far recipes teach who begins with nothing, each of those that can be made by then. */
function skillReached(profession: RecipeRecord['profession'], recipes: readonly RecipeRecord[]): number {
  let reached = 0;
  for (let before = -1; before < reached;) {
    before = reached;
    for (const recipe of recipes)
      if (recipe.profession === profession && recipe.skillMin <= reached)
        reached = Math.max(reached, recipe.skillUntil);
  }
  return reached;
}

/** What comes of a piece, the finer one however seldom, is always less than is used up of the same. */
function growsByItself(record: RecipeRecord, problems: Problems): boolean {
  const { output, finer } = record;
  const used = usedOf(record, output.item);
  const grows = used > 0 && output.count >= used;
  if (grows)
    problems.add(
      ['output', 'count'],
      `is ${output.count} of '${output.item}', of which ${used} are used up`,
      `less than ${used}, or another item`,
    );
  if (finer === undefined || finer.item === output.item) return grows;
  const usedFiner = usedOf(record, finer.item);
  if (usedFiner === 0 || output.count < usedFiner) return grows;
  problems.add(
    ['finer', 'item'],
    `is '${finer.item}', ${output.count} at a time, of which ${usedFiner} are used up`,
    usedFiner > 1
      ? `what is not used up, or an output.count below ${usedFiner}`
      : 'something that is not used up',
  );
  return true;
}

function checkTool({ tool, inputs }: RecipeRecord, problems: Problems, { items }: FoundRecords): void {
  if (tool === undefined) return;
  const kind = items.get(tool)?.kind;
  if (kind !== undefined && kind !== 'tool')
    problems.add(['tool'], `'${tool}' is of the kind "${kind}"`, 'something of the kind "tool"');
  if (inputs.some(({ item }) => item === tool))
    problems.add(['tool'], `'${tool}' is among the inputs, too`, 'something that is not used up');
}

function checkGain(record: RecipeRecord, problems: Problems, { trade }: FoundRecords): void {
  const circle = trade.circleOf(record);
  const worth = trade.worthOf(record);
  if (circle !== undefined && worth.output > worth.inputs) {
    const way = circle.map((key) => `'${key}'`).join(', ');
    problems.add(
      ['inputs'],
      `come of the output again, by ${way}, and are worth ${shown(worth.inputs)} coins where it is worth ${shown(worth.output)}`,
      `no recipes that lead round, or an output that is worth at most ${shown(worth.inputs)}`,
    );
    return;
  }
  if (circle !== undefined && worth.output === 0) checkWorthless(record, circle, problems);
  const cost = trade.costOf(record);
  const pay = trade.payFor(record);
  if (pay > cost)
    problems.add(
      ['output'],
      `is bought by vendors for ${shown(pay)} coins, and what goes into it costs ${shown(cost)} at vendors`,
      `inputs that cost at least ${shown(pay)} coins, or an output that is worth less`,
    );
}

/** Where nothing has a price, what leads round is counted. */
function checkWorthless(
  { inputs, output }: RecipeRecord,
  circle: readonly string[],
  problems: Problems,
): void {
  const used = inputs.reduce((sum, { count }) => sum + count, 0);
  if (output.count <= used) return;
  const way = circle.map((key) => `'${key}'`).join(', ');
  problems.add(
    ['inputs'],
    `come of the output again, by ${way}, and are ${used} where it is ${output.count}, worth nothing`,
    `no recipes that lead round, at most ${used} of the output, or a priceCoins for each of these items`,
  );
}

function shown(coins: number): string {
  return String(Math.round(coins * 100) / 100);
}

/** `maps`: all that there are, without faults. What is made at a station that is nowhere can never be made. */
export function checkWhereRecipesAreMade(
  recipes: RecordFile<RecipeRecord>,
  maps: readonly { readonly definition: Pick<MapDefinition, 'craftingStations'> }[],
): void {
  const stations = new Set<string>(
    maps.flatMap(({ definition }) => definition.craftingStations.map(({ station }) => station)),
  );
  for (const { record, index } of recipes.records)
    if (record.station !== 'none' && !stations.has(record.station))
      recipes.problems.add(
        [index, 'station'],
        `is "${record.station}", which stands on no map`,
        'what a point of the class station on a map names',
      );
}
