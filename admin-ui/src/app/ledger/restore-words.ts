// What restoring a player would change, in words.
import { RestoreAnswer } from '../api/models';
import { formatCount } from '../ui/format';
import { noNames, placeOf } from './entry-words';

export interface RestoreLine {
  readonly tone: 'gives' | 'takes' | 'plain';
  readonly text: string;
}

const holders: Readonly<Record<string, string>> = { inventory: 'bag', equipment: 'worn', bank: 'bank' };

export function restoreLines(answer: RestoreAnswer): RestoreLine[] {
  const { taken, given, elsewhere, coins, experience, professions, quests, items } = answer;
  const names = new Map(items.map(({ id, name }) => [id, name]));
  const stack = ({ item, count, holder, slot, stack: id }: RestoreAnswer['taken'][number]): string =>
    `${formatCount(count)} × ${names.get(item) ?? `item ${item}`}, ${holders[holder] ?? holder} slot ${slot} (stack ${id})`;
  return [
    ...taken.map((one) => ({ tone: 'takes' as const, text: `Takes ${stack(one)}` })),
    ...given.map((one) => ({ tone: 'gives' as const, text: `Gives ${stack(one)}` })),
    ...elsewhere.map(({ of, stack: into, count, holder, owner }) => ({
      tone: 'plain' as const,
      text: `Of stack ${of} units came into stack ${into}, which stays: ${formatCount(count)} in ${placeOf(holder, owner, noNames)}`,
    })),
    ...number('coins', coins),
    ...number('experience', experience),
    ...professions.flatMap(({ profession, ...change }) => number(`skill in ${profession}`, change)),
    ...quests.map(({ quest, name, now, then }) => ({
      tone: 'plain' as const,
      text: `Quest ${name ?? quest}: ${standing(now)}, becomes ${standing(then)}`,
    })),
  ];
}

function number(what: string, { now, then }: RestoreAnswer['coins']): RestoreLine[] {
  if (now === then) return [];
  const text = `${then > now ? 'Gives' : 'Takes'} ${formatCount(Math.abs(then - now))} ${what}: ${formatCount(now)} now, ${formatCount(then)} then`;
  return [{ tone: then > now ? 'gives' : 'takes', text }];
}

function standing(of: RestoreAnswer['quests'][number]['now']): string {
  if (of === null) return 'never taken on';
  const where = of.stage === 0 ? 'not taken on' : `in stage ${of.stage}`;
  return of.completed === 0 ? where : `${where}, completed ${formatCount(of.completed)} times`;
}
